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

package dev.kindling.maven.sam;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * The table of an entity.
 *
 * @param entity the class's simple name
 * @param partitionKey the partition key
 * @param sortKey the sort key, if any
 * @param indexes the secondary indexes, sorted by their names
 * @param variable the environment variable that the application takes the table's name
 * from
 * @param localName the name that the table has on a developer's machine, where the
 * variable isn't set; {@code null} if only the application knows it
 */
public record EntityTable(String entity, Key partitionKey, @Nullable Key sortKey, List<Index> indexes, String variable,
		@Nullable String localName) {

	public EntityTable {
		indexes = List.copyOf(indexes);
	}

	/**
	 * A table without indexes whose name no property of the application sets.
	 * @param entity the class's simple name
	 * @param partitionKey the partition key
	 * @param sortKey the sort key, if any
	 */
	EntityTable(String entity, Key partitionKey, @Nullable Key sortKey) {
		this(entity, partitionKey, sortKey, List.of());
	}

	/**
	 * A table whose name no property of the application sets.
	 * @param entity the class's simple name
	 * @param partitionKey the partition key
	 * @param sortKey the sort key, if any
	 * @param indexes the secondary indexes
	 */
	EntityTable(String entity, Key partitionKey, @Nullable Key sortKey, List<Index> indexes) {
		this(entity, partitionKey, sortKey, indexes, words(entity, '_').toUpperCase(Locale.ROOT) + "_TABLE_NAME",
				words(entity, '-'));
	}

	/**
	 * Splits a class's name into words, as the starter does.
	 */
	static String words(String entity, char separator) {
		return entity.replaceAll("([a-z0-9])([A-Z])|([A-Z])(?=[A-Z][a-z])", "$1$3" + separator + "$2")
			.toLowerCase(Locale.ROOT);
	}

	/**
	 * The environment variables in which the starter looks for the table's name.
	 * @return their names, in the starter's order
	 */
	public List<String> nameVariables() {
		String words = words(this.entity, '_').toUpperCase(Locale.ROOT);
		return List.of("KINDLING_DYNAMODB_TABLES_" + words.replace("_", "") + "_NAME", this.variable, words + "_TABLE");
	}

	/**
	 * The same table, named otherwise.
	 */
	EntityTable named(String newVariable, @Nullable String newLocalName) {
		return new EntityTable(this.entity, this.partitionKey, this.sortKey, this.indexes, newVariable, newLocalName);
	}

	/**
	 * The attributes that are keys of the table or of an index, each once.
	 * @return their types, by name
	 */
	Map<String, String> keyAttributes() {
		Map<String, String> attributes = new LinkedHashMap<>();
		add(attributes, this.partitionKey);
		add(attributes, this.sortKey);
		for (Index index : this.indexes) {
			add(attributes, index.partitionKey());
			add(attributes, index.sortKey());
		}
		return attributes;
	}

	private static void add(Map<String, String> attributes, @Nullable Key key) {
		if (key != null) {
			attributes.putIfAbsent(key.attribute(), key.type());
		}
	}

	/**
	 * The keys that an index has, those of the table included that a local one takes
	 * over.
	 */
	Key partitionKeyOf(Index index) {
		return (index.partitionKey() != null) ? index.partitionKey() : this.partitionKey;
	}

	/**
	 * What creates the table.
	 * @param name its name
	 * @return the JSON of DynamoDB's CreateTable
	 */
	public String createTableRequest(String name) {
		ObjectNode request = new ObjectMapper().createObjectNode();
		request.put("TableName", name);
		request.put("BillingMode", "PAY_PER_REQUEST");
		ArrayNode attributes = request.putArray("AttributeDefinitions");
		keyAttributes().forEach(
				(attribute, type) -> attributes.addObject().put("AttributeName", attribute).put("AttributeType", type));
		schema(request, this.partitionKey, this.sortKey);
		for (Index index : this.indexes) {
			ObjectNode node = request.withArray(index.isLocal() ? "/LocalSecondaryIndexes" : "/GlobalSecondaryIndexes")
				.addObject();
			node.put("IndexName", index.name());
			schema(node, partitionKeyOf(index), index.sortKey());
			node.putObject("Projection").put("ProjectionType", "ALL");
		}
		return request.toString();
	}

	private static void schema(ObjectNode node, Key partition, @Nullable Key sort) {
		ArrayNode schema = node.putArray("KeySchema");
		schema.addObject().put("AttributeName", partition.attribute()).put("KeyType", "HASH");
		if (sort != null) {
			schema.addObject().put("AttributeName", sort.attribute()).put("KeyType", "RANGE");
		}
	}

	/**
	 * A key.
	 *
	 * @param attribute its name
	 * @param type {@code S}, {@code N} or {@code B}
	 */
	public record Key(String attribute, String type) {
	}

	/**
	 * A secondary index.
	 *
	 * @param name its name
	 * @param partitionKey its partition key; {@code null} if it has the table's, and is a
	 * local one
	 * @param sortKey its sort key, if any
	 */
	public record Index(String name, @Nullable Key partitionKey, @Nullable Key sortKey) {

		boolean isLocal() {
			return this.partitionKey == null;
		}

	}

}
