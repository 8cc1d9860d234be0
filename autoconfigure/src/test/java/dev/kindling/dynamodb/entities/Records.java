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

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import software.amazon.awssdk.enhanced.dynamodb.DefaultAttributeConverterProvider;
import software.amazon.awssdk.enhanced.dynamodb.extensions.annotations.DynamoDbAtomicCounter;
import software.amazon.awssdk.enhanced.dynamodb.extensions.annotations.DynamoDbVersionAttribute;
import software.amazon.awssdk.enhanced.dynamodb.mapper.UpdateBehavior;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbAttribute;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbConvertedBy;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbFlatten;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbIgnoreNulls;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPreserveEmptyObject;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSecondaryPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSecondarySortKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSortKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbUpdateBehavior;

/**
 * Records that map to items.
 */
public final class Records {

	private Records() {
	}

	/**
	 * A record as most are.
	 */
	public record Customer(@DynamoDbPartitionKey String id, String name, Integer age, Instant since, Set<String> tags,
			Beans.Color color) {
	}

	/**
	 * Numbers that are never null.
	 */
	public record Numbers(@DynamoDbPartitionKey String id, int whole, long big, short small, byte tiny, float single,
			double twice, boolean flag, char character) {
	}

	/**
	 * Collections.
	 */
	public record Collections(@DynamoDbPartitionKey String id, List<String> texts, List<List<Integer>> nested,
			Map<String, Long> numbers, Map<String, List<String>> lists, Set<Integer> set) {
	}

	/**
	 * A document without an annotation.
	 */
	public record Line(String product, int quantity, BigDecimal price) {
	}

	/**
	 * Records in all places.
	 */
	public record Purchase(@DynamoDbPartitionKey String id, @DynamoDbSortKey Integer sort, Line first, List<Line> lines,
			Map<String, Line> byName, @DynamoDbPreserveEmptyObject @DynamoDbIgnoreNulls Line kept) {
	}

	/**
	 * A record that holds itself.
	 */
	public record Node(@DynamoDbPartitionKey String id, Node next, List<Node> children, String text) {
	}

	/**
	 * Keys, indexes and a version.
	 */
	public record Keyed(@DynamoDbPartitionKey @DynamoDbAttribute("pk") String id, @DynamoDbSortKey Long sort,
			@DynamoDbSecondaryPartitionKey(indexNames = "by_customer") String customer,
			@DynamoDbSecondarySortKey(indexNames = {
					"by_customer", "local_by_time" }) Instant at,
			@DynamoDbVersionAttribute Long version, @DynamoDbAtomicCounter Long count,
			@DynamoDbUpdateBehavior(UpdateBehavior.WRITE_IF_NOT_EXISTS) String first){
	}

	/**
	 * A flattened record, and a flattened map.
	 */
	public record Spread(@DynamoDbPartitionKey String id, @DynamoDbFlatten Line line,
			@DynamoDbFlatten Map<String, String> more) {
	}

	/**
	 * Converters.
	 */
	public record Priced(@DynamoDbPartitionKey String id,
			@DynamoDbConvertedBy(Converters.MoneyConverter.class) Money price,
			@DynamoDbConvertedBy(Converters.EpochSeconds.class) Instant expires,
			@DynamoDbConvertedBy(Converters.AmountConverter.class) Amount amount) {
	}

	/**
	 * Converters from a provider.
	 */
	@DynamoDbBean(converterProviders = { Converters.MoneyProvider.class, DefaultAttributeConverterProvider.class })
	public record Provided(@DynamoDbPartitionKey String id, Money price, Integer number) {
	}

	/**
	 * Beans and immutable objects within a record.
	 */
	public record Mixed(@DynamoDbPartitionKey String id, Beans.Address address, Immutables.Place place,
			List<Beans.Nested> nested) {
	}

	/**
	 * Annotations on the accessor.
	 */
	public record Accessors(String id, String text) {
		@DynamoDbPartitionKey
		@Override
		public String id() {
			return this.id;
		}

		@DynamoDbAttribute("txt")
		@Override
		public String text() {
			return this.text;
		}
	}

	/**
	 * A record of one component.
	 */
	public record Single(@DynamoDbPartitionKey String id) {
	}

	/**
	 * A bean that holds records.
	 */
	@DynamoDbBean
	public static class Basket {

		private String id;

		private Line line;

		private List<Line> lines;

		private Map<String, Node> nodes;

		@DynamoDbPartitionKey
		public String getId() {
			return this.id;
		}

		public void setId(String id) {
			this.id = id;
		}

		public Line getLine() {
			return this.line;
		}

		public void setLine(Line line) {
			this.line = line;
		}

		public List<Line> getLines() {
			return this.lines;
		}

		public void setLines(List<Line> lines) {
			this.lines = lines;
		}

		public Map<String, Node> getNodes() {
			return this.nodes;
		}

		public void setNodes(Map<String, Node> nodes) {
			this.nodes = nodes;
		}

	}

}
