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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

import software.amazon.awssdk.enhanced.dynamodb.AttributeConverter;
import software.amazon.awssdk.enhanced.dynamodb.AttributeConverterProvider;
import software.amazon.awssdk.enhanced.dynamodb.AttributeValueType;
import software.amazon.awssdk.enhanced.dynamodb.EnhancedType;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Converters of an application's own.
 */
public final class Converters {

	private Converters() {
	}

	/**
	 * Converts to a text.
	 *
	 * @param <T> what is converted
	 */
	public abstract static class Text<T> implements AttributeConverter<T> {

		private final EnhancedType<T> type;

		protected Text(EnhancedType<T> type) {
			this.type = type;
		}

		protected abstract String format(T value);

		protected abstract T parse(String text);

		@Override
		public AttributeValue transformFrom(T value) {
			return AttributeValue.fromS(format(value));
		}

		@Override
		public T transformTo(AttributeValue value) {
			return parse(value.s());
		}

		@Override
		public EnhancedType<T> type() {
			return this.type;
		}

		@Override
		public AttributeValueType attributeValueType() {
			return AttributeValueType.S;
		}

	}

	/**
	 * Text as it is.
	 */
	public static class Plain extends Text<String> {

		public Plain() {
			super(EnhancedType.of(String.class));
		}

		@Override
		protected String format(String value) {
			return value;
		}

		@Override
		protected String parse(String text) {
			return text;
		}

	}

	/**
	 * Money as a text.
	 */
	public static class MoneyConverter extends Text<Money> {

		public MoneyConverter() {
			super(EnhancedType.of(Money.class));
		}

		@Override
		protected String format(Money value) {
			return value.toString();
		}

		@Override
		protected Money parse(String text) {
			return Money.parse(text);
		}

	}

	/**
	 * An amount as a text.
	 */
	public static class AmountConverter extends Text<Amount> {

		public AmountConverter() {
			super(EnhancedType.of(Amount.class));
		}

		@Override
		protected String format(Amount value) {
			return Long.toString(value.value());
		}

		@Override
		protected Amount parse(String text) {
			return new Amount(Long.parseLong(text));
		}

	}

	/**
	 * Numbers as hexadecimal text.
	 */
	public static class Hexadecimal extends Text<Integer> {

		public Hexadecimal() {
			super(EnhancedType.of(Integer.class));
		}

		@Override
		protected String format(Integer value) {
			return Integer.toHexString(value);
		}

		@Override
		protected Integer parse(String text) {
			return Integer.parseUnsignedInt(text, 16);
		}

	}

	/**
	 * A document as a text.
	 */
	public static class AddressLine extends Text<Beans.Address> {

		public AddressLine() {
			super(EnhancedType.of(Beans.Address.class));
		}

		@Override
		protected String format(Beans.Address value) {
			return (value != null) ? "street:" + value.getStreet() : "none";
		}

		@Override
		protected Beans.Address parse(String text) {
			Beans.Address address = new Beans.Address();
			address.setStreet(text.startsWith("street:") ? text.substring(7) : null);
			return address;
		}

	}

	/**
	 * What DynamoDB's time to live wants.
	 */
	public static class EpochSeconds implements AttributeConverter<Instant> {

		@Override
		public AttributeValue transformFrom(Instant value) {
			return AttributeValue.fromN(Long.toString(value.getEpochSecond()));
		}

		@Override
		public Instant transformTo(AttributeValue value) {
			return Instant.ofEpochSecond(Long.parseLong(value.n()));
		}

		@Override
		public EnhancedType<Instant> type() {
			return EnhancedType.of(Instant.class);
		}

		@Override
		public AttributeValueType attributeValueType() {
			return AttributeValueType.N;
		}

	}

	/**
	 * Several amounts of money.
	 */
	public static class MoneyList implements AttributeConverter<List<Money>> {

		@Override
		public AttributeValue transformFrom(List<Money> values) {
			List<AttributeValue> texts = new ArrayList<>();
			values.forEach((value) -> texts.add(AttributeValue.fromS(String.valueOf(value))));
			return AttributeValue.fromL(texts);
		}

		@Override
		public List<Money> transformTo(AttributeValue value) {
			List<Money> values = new ArrayList<>();
			value.l().forEach((text) -> values.add("null".equals(text.s()) ? null : Money.parse(text.s())));
			return values;
		}

		@Override
		public EnhancedType<List<Money>> type() {
			return EnhancedType.listOf(Money.class);
		}

		@Override
		public AttributeValueType attributeValueType() {
			return AttributeValueType.L;
		}

	}

	/**
	 * A map of a class that only a converter can make.
	 */
	public static class SortedMap implements AttributeConverter<TreeMap<String, Integer>> {

		@Override
		public AttributeValue transformFrom(TreeMap<String, Integer> values) {
			List<AttributeValue> pairs = new ArrayList<>();
			values.forEach((key, value) -> pairs.add(AttributeValue.fromS(value + "=" + key)));
			return AttributeValue.fromL(pairs);
		}

		@Override
		public TreeMap<String, Integer> transformTo(AttributeValue value) {
			TreeMap<String, Integer> values = new TreeMap<>();
			value.l().forEach((pair) -> {
				int equal = pair.s().indexOf('=');
				String number = pair.s().substring(0, equal);
				values.put(pair.s().substring(equal + 1), "null".equals(number) ? null : Integer.valueOf(number));
			});
			return values;
		}

		@Override
		public EnhancedType<TreeMap<String, Integer>> type() {
			return new EnhancedType<>() {
			};
		}

		@Override
		public AttributeValueType attributeValueType() {
			return AttributeValueType.L;
		}

	}

	/**
	 * A set of whatever.
	 */
	@SuppressWarnings({ "rawtypes", "unchecked" })
	public static class Anything implements AttributeConverter<Set> {

		@Override
		public AttributeValue transformFrom(Set values) {
			List<String> texts = new ArrayList<>();
			values.forEach((value) -> texts.add(String.valueOf(value)));
			return AttributeValue.fromS(texts.stream().sorted().toList().toString());
		}

		@Override
		public Set transformTo(AttributeValue value) {
			return new HashSet<>(List.of(value.s()));
		}

		@Override
		public EnhancedType<Set> type() {
			return EnhancedType.of(Set.class);
		}

		@Override
		public AttributeValueType attributeValueType() {
			return AttributeValueType.S;
		}

	}

	/**
	 * Provides the one for money.
	 */
	public static class MoneyProvider implements AttributeConverterProvider {

		@Override
		@SuppressWarnings("unchecked")
		public <T> AttributeConverter<T> converterFor(EnhancedType<T> type) {
			return type.rawClass().equals(Money.class) ? (AttributeConverter<T>) new MoneyConverter() : null;
		}

	}

}
