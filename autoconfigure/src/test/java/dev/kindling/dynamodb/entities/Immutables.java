/*
 * Copyright 2026-present the Kindling authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

package dev.kindling.dynamodb.entities;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import software.amazon.awssdk.enhanced.dynamodb.DefaultAttributeConverterProvider;
import software.amazon.awssdk.enhanced.dynamodb.extensions.annotations.DynamoDbVersionAttribute;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbAttribute;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbConvertedBy;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbFlatten;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbIgnore;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbIgnoreNulls;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbImmutable;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPreserveEmptyObject;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSecondaryPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSecondarySortKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSortKey;

/**
 * Immutable classes that map to items.
 */
public final class Immutables {

	private Immutables() {
	}

	/**
	 * Methods named as the properties.
	 */
	@DynamoDbImmutable(builder = Plain.Builder.class)
	public static final class Plain {

		private final String id;

		private final String text;

		private final int number;

		private final Boolean flag;

		private Plain(Builder builder) {
			this.id = builder.id;
			this.text = builder.text;
			this.number = builder.number;
			this.flag = builder.flag;
		}

		public static Builder builder() {
			return new Builder();
		}

		@DynamoDbPartitionKey
		public String id() {
			return this.id;
		}

		public String text() {
			return this.text;
		}

		public int number() {
			return this.number;
		}

		public Boolean flag() {
			return this.flag;
		}

		/**
		 * Builds it.
		 */
		public static final class Builder {

			private String id;

			private String text;

			private int number;

			private Boolean flag;

			private Builder() {
			}

			public Builder id(String id) {
				this.id = id;
				return this;
			}

			public Builder text(String text) {
				this.text = text;
				return this;
			}

			public Builder number(int number) {
				this.number = number;
				return this;
			}

			public Builder flag(Boolean flag) {
				this.flag = flag;
				return this;
			}

			public Plain build() {
				return new Plain(this);
			}

		}

	}

	/**
	 * Methods named as getters, and a builder that its constructor makes.
	 */
	@DynamoDbImmutable(builder = Getters.Builder.class)
	public static final class Getters {

		private final String id;

		private final String text;

		private final boolean flag;

		private final Boolean other;

		private Getters(Builder builder) {
			this.id = builder.id;
			this.text = builder.text;
			this.flag = builder.flag;
			this.other = builder.other;
		}

		@DynamoDbPartitionKey
		public String getId() {
			return this.id;
		}

		public String getText() {
			return this.text;
		}

		public boolean isFlag() {
			return this.flag;
		}

		public Boolean isOther() {
			return this.other;
		}

		/**
		 * Builds it.
		 */
		public static final class Builder {

			private String id;

			private String text;

			private boolean flag;

			private Boolean other;

			public Builder id(String id) {
				this.id = id;
				return this;
			}

			public Builder text(String text) {
				this.text = text;
				return this;
			}

			public Builder flag(boolean flag) {
				this.flag = flag;
				return this;
			}

			public Builder other(Boolean other) {
				this.other = other;
				return this;
			}

			public Getters build() {
				return new Getters(this);
			}

		}

	}

	/**
	 * A builder with setters that return nothing.
	 */
	@DynamoDbImmutable(builder = Setters.Builder.class)
	public static final class Setters {

		private final String id;

		private final String text;

		private final List<String> texts;

		private Setters(Builder builder) {
			this.id = builder.id;
			this.text = builder.text;
			this.texts = builder.texts;
		}

		public static Builder builder() {
			return new Builder();
		}

		@DynamoDbPartitionKey
		public String getId() {
			return this.id;
		}

		public String getText() {
			return this.text;
		}

		public List<String> getTexts() {
			return this.texts;
		}

		/**
		 * Builds it.
		 */
		public static final class Builder {

			private String id;

			private String text;

			private List<String> texts;

			private Builder() {
			}

			public void setId(String id) {
				this.id = id;
			}

			public void setText(String text) {
				this.text = text;
			}

			public void setTexts(List<String> texts) {
				this.texts = texts;
			}

			public Setters build() {
				return new Setters(this);
			}

		}

	}

	/**
	 * Keys and indexes.
	 */
	@DynamoDbImmutable(builder = Keyed.Builder.class)
	public static final class Keyed {

		private final String id;

		private final Integer sort;

		private final String customer;

		private final Instant at;

		private final Long version;

		private Keyed(Builder builder) {
			this.id = builder.id;
			this.sort = builder.sort;
			this.customer = builder.customer;
			this.at = builder.at;
			this.version = builder.version;
		}

		public static Builder builder() {
			return new Builder();
		}

		@DynamoDbPartitionKey
		public String id() {
			return this.id;
		}

		@DynamoDbSortKey
		public Integer sort() {
			return this.sort;
		}

		public String customer() {
			return this.customer;
		}

		@DynamoDbSecondarySortKey(indexNames = "by_customer")
		@DynamoDbAttribute("created_at")
		public Instant at() {
			return this.at;
		}

		@DynamoDbVersionAttribute
		public Long version() {
			return this.version;
		}

		/**
		 * Builds it.
		 */
		public static final class Builder {

			private String id;

			private Integer sort;

			private String customer;

			private Instant at;

			private Long version;

			private Builder() {
			}

			public Builder id(String id) {
				this.id = id;
				return this;
			}

			public Builder sort(Integer sort) {
				this.sort = sort;
				return this;
			}

			@DynamoDbSecondaryPartitionKey(indexNames = "by_customer")
			public Builder customer(String customer) {
				this.customer = customer;
				return this;
			}

			public Builder at(Instant at) {
				this.at = at;
				return this;
			}

			public Builder version(Long version) {
				this.version = version;
				return this;
			}

			public Keyed build() {
				return new Keyed(this);
			}

		}

	}

	/**
	 * A document.
	 */
	@DynamoDbImmutable(builder = Place.Builder.class)
	public static final class Place {

		private final String street;

		private final Integer number;

		private Place(Builder builder) {
			this.street = builder.street;
			this.number = builder.number;
		}

		public static Builder builder() {
			return new Builder();
		}

		public String street() {
			return this.street;
		}

		public Integer number() {
			return this.number;
		}

		/**
		 * Builds it.
		 */
		public static final class Builder {

			private String street;

			private Integer number;

			private Builder() {
			}

			public Builder street(String street) {
				this.street = street;
				return this;
			}

			public Builder number(Integer number) {
				this.number = number;
				return this;
			}

			public Place build() {
				return new Place(this);
			}

		}

	}

	/**
	 * Documents in all places.
	 */
	@DynamoDbImmutable(builder = Holder.Builder.class)
	public static final class Holder {

		private final String id;

		private final Place place;

		private final List<Place> places;

		private final Map<String, Place> byName;

		private final Place kept;

		private Holder(Builder builder) {
			this.id = builder.id;
			this.place = builder.place;
			this.places = builder.places;
			this.byName = builder.byName;
			this.kept = builder.kept;
		}

		public static Builder builder() {
			return new Builder();
		}

		@DynamoDbPartitionKey
		public String id() {
			return this.id;
		}

		public Place place() {
			return this.place;
		}

		public List<Place> places() {
			return this.places;
		}

		@DynamoDbIgnoreNulls
		public Map<String, Place> byName() {
			return this.byName;
		}

		@DynamoDbPreserveEmptyObject
		public Place kept() {
			return this.kept;
		}

		/**
		 * Builds it.
		 */
		public static final class Builder {

			private String id;

			private Place place;

			private List<Place> places;

			private Map<String, Place> byName;

			private Place kept;

			private Builder() {
			}

			public Builder id(String id) {
				this.id = id;
				return this;
			}

			public Builder place(Place place) {
				this.place = place;
				return this;
			}

			public Builder places(List<Place> places) {
				this.places = places;
				return this;
			}

			public Builder byName(Map<String, Place> byName) {
				this.byName = byName;
				return this;
			}

			public Builder kept(Place kept) {
				this.kept = kept;
				return this;
			}

			public Holder build() {
				return new Holder(this);
			}

		}

	}

	/**
	 * A class that holds itself.
	 */
	@DynamoDbImmutable(builder = Tree.Builder.class)
	public static final class Tree {

		private final String id;

		private final Tree left;

		private final List<Tree> more;

		private final Integer number;

		private Tree(Builder builder) {
			this.id = builder.id;
			this.left = builder.left;
			this.more = builder.more;
			this.number = builder.number;
		}

		public static Builder builder() {
			return new Builder();
		}

		@DynamoDbPartitionKey
		public String id() {
			return this.id;
		}

		public Tree left() {
			return this.left;
		}

		public List<Tree> more() {
			return this.more;
		}

		public Integer number() {
			return this.number;
		}

		/**
		 * Builds it.
		 */
		public static final class Builder {

			private String id;

			private Tree left;

			private List<Tree> more;

			private Integer number;

			private Builder() {
			}

			public Builder id(String id) {
				this.id = id;
				return this;
			}

			public Builder left(Tree left) {
				this.left = left;
				return this;
			}

			public Builder more(List<Tree> more) {
				this.more = more;
				return this;
			}

			public Builder number(Integer number) {
				this.number = number;
				return this;
			}

			public Tree build() {
				return new Tree(this);
			}

		}

	}

	/**
	 * A class that holds one that holds it.
	 */
	@DynamoDbImmutable(builder = First.Builder.class)
	public static final class First {

		private final String id;

		private final Second second;

		private final String text;

		private First(Builder builder) {
			this.id = builder.id;
			this.second = builder.second;
			this.text = builder.text;
		}

		public static Builder builder() {
			return new Builder();
		}

		@DynamoDbPartitionKey
		public String id() {
			return this.id;
		}

		public Second second() {
			return this.second;
		}

		public String text() {
			return this.text;
		}

		/**
		 * Builds it.
		 */
		public static final class Builder {

			private String id;

			private Second second;

			private String text;

			private Builder() {
			}

			public Builder id(String id) {
				this.id = id;
				return this;
			}

			public Builder second(Second second) {
				this.second = second;
				return this;
			}

			public Builder text(String text) {
				this.text = text;
				return this;
			}

			public First build() {
				return new First(this);
			}

		}

	}

	/**
	 * The other one.
	 */
	@DynamoDbImmutable(builder = Second.Builder.class)
	public static final class Second {

		private final First first;

		private final List<First> firsts;

		private final Integer number;

		private Second(Builder builder) {
			this.first = builder.first;
			this.firsts = builder.firsts;
			this.number = builder.number;
		}

		public static Builder builder() {
			return new Builder();
		}

		public First first() {
			return this.first;
		}

		public List<First> firsts() {
			return this.firsts;
		}

		public Integer number() {
			return this.number;
		}

		/**
		 * Builds it.
		 */
		public static final class Builder {

			private First first;

			private List<First> firsts;

			private Integer number;

			private Builder() {
			}

			public Builder first(First first) {
				this.first = first;
				return this;
			}

			public Builder firsts(List<First> firsts) {
				this.firsts = firsts;
				return this;
			}

			public Builder number(Integer number) {
				this.number = number;
				return this;
			}

			public Second build() {
				return new Second(this);
			}

		}

	}

	/**
	 * A flattened document.
	 */
	@DynamoDbImmutable(builder = Spread.Builder.class)
	public static final class Spread {

		private final String id;

		private final Place place;

		private final String text;

		private Spread(Builder builder) {
			this.id = builder.id;
			this.place = builder.place;
			this.text = builder.text;
		}

		public static Builder builder() {
			return new Builder();
		}

		@DynamoDbPartitionKey
		public String id() {
			return this.id;
		}

		@DynamoDbFlatten
		public Place place() {
			return this.place;
		}

		public String text() {
			return this.text;
		}

		/**
		 * Builds it.
		 */
		public static final class Builder {

			private String id;

			private Place place;

			private String text;

			private Builder() {
			}

			public Builder id(String id) {
				this.id = id;
				return this;
			}

			public Builder place(Place place) {
				this.place = place;
				return this;
			}

			public Builder text(String text) {
				this.text = text;
				return this;
			}

			public Spread build() {
				return new Spread(this);
			}

		}

	}

	/**
	 * Converters.
	 */
	@DynamoDbImmutable(builder = Priced.Builder.class,
			converterProviders = { Converters.MoneyProvider.class, DefaultAttributeConverterProvider.class })
	public static final class Priced {

		private final String id;

		private final Money price;

		private final Instant expires;

		private Priced(Builder builder) {
			this.id = builder.id;
			this.price = builder.price;
			this.expires = builder.expires;
		}

		public static Builder builder() {
			return new Builder();
		}

		@DynamoDbPartitionKey
		public String id() {
			return this.id;
		}

		public Money price() {
			return this.price;
		}

		@DynamoDbConvertedBy(Converters.EpochSeconds.class)
		public Instant expires() {
			return this.expires;
		}

		/**
		 * Builds it.
		 */
		public static final class Builder {

			private String id;

			private Money price;

			private Instant expires;

			private Builder() {
			}

			public Builder id(String id) {
				this.id = id;
				return this;
			}

			public Builder price(Money price) {
				this.price = price;
				return this;
			}

			public Builder expires(Instant expires) {
				this.expires = expires;
				return this;
			}

			public Priced build() {
				return new Priced(this);
			}

		}

	}

	/**
	 * Methods that don't map.
	 */
	@DynamoDbImmutable(builder = Rebuilt.Builder.class)
	public static final class Rebuilt {

		private final String id;

		private final String text;

		private Rebuilt(Builder builder) {
			this.id = builder.id;
			this.text = builder.text;
		}

		public static Builder builder() {
			return new Builder();
		}

		@DynamoDbPartitionKey
		public String id() {
			return this.id;
		}

		public String text() {
			return this.text;
		}

		@DynamoDbIgnore
		public int length() {
			return (this.text != null) ? this.text.length() : 0;
		}

		public Builder toBuilder() {
			return new Builder().id(this.id).text(this.text);
		}

		/**
		 * Builds it.
		 */
		public static final class Builder {

			private String id;

			private String text;

			private Builder() {
			}

			public Builder id(String id) {
				this.id = id;
				return this;
			}

			public Builder text(String text) {
				this.text = text;
				return this;
			}

			@DynamoDbIgnore
			public Builder shout(String loud) {
				return text(loud.toUpperCase(Locale.ROOT));
			}

			public Rebuilt build() {
				return new Rebuilt(this);
			}

		}

	}

	/**
	 * A bean within an immutable object.
	 */
	@DynamoDbImmutable(builder = Mixed.Builder.class)
	public static final class Mixed {

		private final String id;

		private final Beans.Address address;

		private final List<Beans.Address> addresses;

		private final Set<Integer> numbers;

		private Mixed(Builder builder) {
			this.id = builder.id;
			this.address = builder.address;
			this.addresses = builder.addresses;
			this.numbers = builder.numbers;
		}

		public static Builder builder() {
			return new Builder();
		}

		@DynamoDbPartitionKey
		public String id() {
			return this.id;
		}

		public Beans.Address address() {
			return this.address;
		}

		public List<Beans.Address> addresses() {
			return this.addresses;
		}

		public Set<Integer> numbers() {
			return this.numbers;
		}

		/**
		 * Builds it.
		 */
		public static final class Builder {

			private String id;

			private Beans.Address address;

			private List<Beans.Address> addresses;

			private Set<Integer> numbers;

			private Builder() {
			}

			public Builder id(String id) {
				this.id = id;
				return this;
			}

			public Builder address(Beans.Address address) {
				this.address = address;
				return this;
			}

			public Builder addresses(List<Beans.Address> addresses) {
				this.addresses = addresses;
				return this;
			}

			public Builder numbers(Set<Integer> numbers) {
				this.numbers = numbers;
				return this;
			}

			public Mixed build() {
				return new Mixed(this);
			}

		}

	}

	/**
	 * A builder with generics, as code generators write them.
	 */
	@DynamoDbImmutable(builder = GenericBuilder.class)
	public static final class Generic {

		private final String id;

		private final List<String> texts;

		Generic(GenericBuilder<?> builder) {
			this.id = builder.id;
			this.texts = builder.texts;
		}

		public static GenericBuilder<?> builder() {
			return new GenericBuilder<>();
		}

		@DynamoDbPartitionKey
		public String getId() {
			return this.id;
		}

		public List<String> getTexts() {
			return this.texts;
		}

	}

	/**
	 * Builds it.
	 *
	 * @param <B> the builder
	 */
	public static class GenericBuilder<B extends GenericBuilder<B>> {

		private String id;

		private List<String> texts;

		@SuppressWarnings("unchecked")
		public B id(String id) {
			this.id = id;
			return (B) this;
		}

		@SuppressWarnings("unchecked")
		public B texts(List<String> texts) {
			this.texts = texts;
			return (B) this;
		}

		public Generic build() {
			return new Generic(this);
		}

	}

}
