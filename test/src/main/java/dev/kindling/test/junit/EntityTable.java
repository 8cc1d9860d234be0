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

package dev.kindling.test.junit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.IndexMetadata;
import software.amazon.awssdk.enhanced.dynamodb.KeyAttributeMetadata;
import software.amazon.awssdk.enhanced.dynamodb.TableMetadata;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;

/**
 * A table of one entity, or of several that share it, as DynamoDB creates it.
 */
final class EntityTable {

	private final String name;

	private final Class<?> entity;

	private final Map<String, String> attributes = new LinkedHashMap<>();

	private final Keys keys;

	private final Map<String, Index> indexes = new TreeMap<>();

	private @Nullable String timeToLive;

	EntityTable(String name, Class<?> entity, TableSchema<?> schema) {
		this.name = name;
		this.entity = entity;
		this.keys = keys(primary(schema.tableMetadata()));
		add(entity, schema);
	}

	String name() {
		return this.name;
	}

	/**
	 * Adds the indexes of an entity.
	 * @throws IllegalStateException if it can't share the table with the others
	 */
	void add(Class<?> other, TableSchema<?> schema) {
		if (!keys(primary(schema.tableMetadata())).equals(this.keys)) {
			throw new IllegalStateException("The table " + this.name + " is that of " + this.entity.getName()
					+ " and of " + other.getName() + ", whose keys differ. Give them the same keys, or a table each:"
					+ " by @DynamoDbTableName, or by the properties kindling.dynamodb.tables.<entity>.name");
		}
		for (IndexMetadata metadata : sorted(schema.tableMetadata())) {
			Index index = new Index(metadata.partitionKeys().isEmpty(), keys(metadata));
			Index before = this.indexes.putIfAbsent(metadata.name(), index);
			if (before != null && !before.equals(index)) {
				throw new IllegalStateException("The index " + metadata.name() + " of the table " + this.name
						+ " has other keys in " + other.getName() + " than in " + this.entity.getName()
						+ ". Give it the same in both, or two names");
			}
		}
	}

	void expiresBy(String attribute) {
		this.timeToLive = attribute;
	}

	private static IndexMetadata primary(TableMetadata metadata) {
		return metadata.indices()
			.stream()
			.filter((index) -> index.name().equals(TableMetadata.primaryIndexName()))
			.findFirst()
			.orElseThrow();
	}

	private static List<IndexMetadata> sorted(TableMetadata metadata) {
		return metadata.indices()
			.stream()
			.filter((index) -> !index.name().equals(TableMetadata.primaryIndexName()))
			.sorted(Comparator.comparing(IndexMetadata::name))
			.toList();
	}

	private Keys keys(IndexMetadata metadata) {
		return new Keys(names(metadata.partitionKeys()), names(metadata.sortKeys()));
	}

	private List<String> names(List<KeyAttributeMetadata> all) {
		List<String> names = new ArrayList<>();
		for (KeyAttributeMetadata key : all) {
			String type = key.attributeValueType().scalarAttributeType().toString();
			String before = this.attributes.putIfAbsent(key.name(), type);
			if (before != null && !before.equals(type)) {
				throw new IllegalStateException("The attribute " + key.name() + " of the table " + this.name
						+ " is a key of two types, " + before + " and " + type);
			}
			names.add(key.name());
		}
		return names;
	}

	/**
	 * The request of DynamoDB's CreateTable. A stream costs nothing here, and a test may
	 * want to read it.
	 */
	String createTableRequest() {
		ObjectNode request = request();
		request.put("BillingMode", "PAY_PER_REQUEST");
		schema(request, this.keys.partition(), this.keys.sort());
		this.indexes.forEach((index, description) -> {
			ObjectNode node = request
				.withArray(description.local() ? "/LocalSecondaryIndexes" : "/GlobalSecondaryIndexes")
				.addObject();
			node.put("IndexName", index);
			schema(node, description.local() ? this.keys.partition() : description.keys().partition(),
					description.keys().sort());
			node.putObject("Projection").put("ProjectionType", "ALL");
		});
		ArrayNode definitions = request.putArray("AttributeDefinitions");
		this.attributes.forEach((attribute,
				type) -> definitions.addObject().put("AttributeName", attribute).put("AttributeType", type));
		request.putObject("StreamSpecification").put("StreamEnabled", true).put("StreamViewType", "NEW_AND_OLD_IMAGES");
		return request.toString();
	}

	/**
	 * The request of DynamoDB's UpdateTimeToLive, if items expire.
	 */
	@Nullable String timeToLiveRequest() {
		if (this.timeToLive == null) {
			return null;
		}
		ObjectNode request = request();
		request.putObject("TimeToLiveSpecification").put("Enabled", true).put("AttributeName", this.timeToLive);
		return request.toString();
	}

	private ObjectNode request() {
		return new ObjectMapper().createObjectNode().put("TableName", this.name);
	}

	private static void schema(ObjectNode node, List<String> partition, List<String> sort) {
		ArrayNode schema = node.putArray("KeySchema");
		partition.forEach((key) -> schema.addObject().put("AttributeName", key).put("KeyType", "HASH"));
		sort.forEach((key) -> schema.addObject().put("AttributeName", key).put("KeyType", "RANGE"));
	}

	private record Keys(List<String> partition, List<String> sort) {
	}

	private record Index(boolean local, Keys keys) {
	}

}
