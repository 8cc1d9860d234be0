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

package dev.kindling.dynamodb.aot;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;

import dev.kindling.dynamodb.entities.Beans;
import dev.kindling.dynamodb.entities.Catalog;
import dev.kindling.dynamodb.entities.RandomItems;
import dev.kindling.dynamodb.entities.Records;
import dev.kindling.dynamodb.schema.ReflectiveTableSchemas;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import software.amazon.awssdk.enhanced.dynamodb.AttributeConverter;
import software.amazon.awssdk.enhanced.dynamodb.IndexMetadata;
import software.amazon.awssdk.enhanced.dynamodb.TableMetadata;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticTableMetadata;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Generated schemas do what the SDK's own do, for all that the SDK can map; for the rest,
 * what the ones made by reflection do.
 */
@SuppressWarnings("unchecked")
class TableSchemaEquivalenceUnitTests {

	/**
	 * The SDK's schemas of these never end, as the classes hold each other.
	 */
	private static final Set<Class<?>> BEYOND_THE_SDK = Set.of(Beans.MutualLeft.class, Beans.MutualRight.class);

	private static final List<Class<?>> ENTITIES = Catalog.all();

	private static final GeneratedSchemas GENERATED = GeneratedSchemas.of(ENTITIES);

	private static final ReflectiveTableSchemas REFLECTIVE = new ReflectiveTableSchemas();

	private static boolean isForTheSdk(Class<?> type) {
		return !type.isRecord() && type != Records.Basket.class && !BEYOND_THE_SDK.contains(type);
	}

	private static TableSchema<Object> expected(Class<?> type) {
		return isForTheSdk(type) ? (TableSchema<Object>) TableSchema.fromClass(type) : reflective(type);
	}

	private static TableSchema<Object> reflective(Class<?> type) {
		return (TableSchema<Object>) REFLECTIVE.of(type);
	}

	private static TableSchema<Object> generated(Class<?> type) {
		return (TableSchema<Object>) GENERATED.source().find(type);
	}

	@Example
	void coversManyClassesThatTheSdkMaps() {
		assertThat(ENTITIES.stream().filter(TableSchemaEquivalenceUnitTests::isForTheSdk).count())
			.isGreaterThanOrEqualTo(60);
		assertThat(ENTITIES.stream().filter(Class::isRecord).count()).isGreaterThanOrEqualTo(12);
	}

	@Example
	void describeTheSameTables() {
		for (Class<?> type : ENTITIES) {
			for (TableSchema<Object> actual : List.of(generated(type), reflective(type))) {
				assertThat(description(actual)).as(type.getSimpleName()).isEqualTo(description(expected(type)));
			}
		}
	}

	@Property(tries = 1000, shrinking = ShrinkingMode.OFF)
	void mapItemsAlike(@ForAll long seed) {
		Random random = new Random(seed);
		for (Class<?> type : ENTITIES) {
			Object item = RandomItems.item(type, random);
			TableSchema<Object> expected = expected(type);
			assertThat(mapped(expected, generated(type), item)).as(type.getSimpleName())
				.isEqualTo(mapped(expected, expected, item));
		}
	}

	@Property(tries = 50, shrinking = ShrinkingMode.OFF)
	void mapItemsAlikeByReflection(@ForAll long seed) {
		Random random = new Random(seed);
		for (Class<?> type : ENTITIES) {
			if (isForTheSdk(type)) {
				Object item = RandomItems.item(type, random);
				TableSchema<Object> expected = expected(type);
				assertThat(mapped(expected, reflective(type), item)).as(type.getSimpleName())
					.isEqualTo(mapped(expected, expected, item));
			}
		}
	}

	@Property(tries = 1000, shrinking = ShrinkingMode.OFF)
	void bringRecordsBackAsTheyWere(@ForAll long seed) {
		Random random = new Random(seed);
		for (Class<?> type : List.of(Records.Customer.class, Records.Numbers.class, Records.Line.class,
				Records.Keyed.class, Records.Collections.class, Records.Provided.class)) {
			Object item = RandomItems.item(type, random);
			Map<String, AttributeValue> map;
			try {
				map = generated(type).itemToMap(item, true);
			}
			catch (IllegalArgumentException ex) {
				// no number
				continue;
			}
			Object back = generated(type).mapToItem(map, true);
			assertThat(back.toString()).isEqualTo(item.toString());
		}
	}

	private static Map<String, Object> description(TableSchema<?> schema) {
		Map<String, Object> description = new TreeMap<>();
		description.put("names", schema.attributeNames());
		description.put("type", schema.itemType());
		description.put("abstract", schema.isAbstract());
		for (String name : schema.attributeNames()) {
			AttributeConverter<?> converter = schema.converterForAttribute(name);
			description.put("converter of " + name, converter.getClass() + " " + converter.attributeValueType());
		}
		TableMetadata metadata = schema.tableMetadata();
		description.put("primary keys", outcome(metadata::primaryKeys));
		description.put("key attributes", new ArrayList<>(metadata.keyAttributes()));
		for (IndexMetadata index : metadata.indices()) {
			description.put("index " + index.name(), List.of(index.partitionKeys(), index.sortKeys()));
		}
		description.put("tags", new TreeMap<>(metadata.customMetadata()).toString());
		if (metadata instanceof StaticTableMetadata) {
			description.put("metadata", metadata);
		}
		return description;
	}

	private static List<String> mapped(TableSchema<Object> reader, TableSchema<Object> schema, Object item) {
		List<String> results = new ArrayList<>();
		results.add(outcome(() -> schema.itemToMap(item, false)));
		results.add(outcome(() -> schema.itemToMap(item, true)));
		results.add(outcome(() -> schema.itemToMap(item, schema.attributeNames())));
		results.add(outcome(() -> schema.itemToMap(null, false)));
		for (String name : schema.attributeNames()) {
			results.add(outcome(() -> schema.attributeValue(item, name)));
		}
		for (boolean preserve : new boolean[] { true, false }) {
			for (boolean ignore : new boolean[] { true, false }) {
				results.add(outcome(
						() -> reader.itemToMap(schema.mapToItem(reader.itemToMap(item, ignore), preserve), false)));
			}
		}
		results.add(outcome(() -> schema.mapToItem(Map.of(), false)));
		results.add(outcome(() -> reader.itemToMap(schema.mapToItem(Map.of(), true), false)));
		return results;
	}

	private static String outcome(Callable<?> action) {
		try {
			Object result = action.call();
			return String.valueOf((result instanceof Map<?, ?> map) ? new TreeMap<>(map) : result);
		}
		catch (Exception ex) {
			// the message of a null pointer depends on the compiler's mood
			return ex.getClass().getSimpleName() + ((ex instanceof NullPointerException) ? "" : ": " + ex.getMessage());
		}
	}

}
