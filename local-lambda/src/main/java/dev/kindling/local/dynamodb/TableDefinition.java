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

package dev.kindling.local.dynamodb;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.local.server.Json;
import org.jspecify.annotations.Nullable;

/**
 * A table to create in DynamoDB Local.
 *
 * @param name the table's name
 * @param partitionKey the partition key
 * @param sortKey the sort key, if any
 * @param indexes its global secondary indexes, which hold all attributes
 */
public record TableDefinition(String name, Key partitionKey, @Nullable Key sortKey, List<Index> indexes) {

	private static final String FORM = "Write name:key, name:key:type, name:key:type:sortKey or"
			+ " name:key:type:sortKey:type, with the types S, N and B, and each secondary index after a slash in the same"
			+ " form; for instance people:id:S or orders:id:S/by-customer:customer:S:placed:N.";

	/**
	 * Copies the indexes.
	 */
	public TableDefinition {
		indexes = List.copyOf(indexes);
	}

	/**
	 * Describes a table with a string as partition key.
	 * @param name the table's name
	 * @param partitionKey the attribute's name
	 * @return the table
	 */
	public static TableDefinition of(String name, String partitionKey) {
		return new TableDefinition(name, new Key(partitionKey, KeyType.STRING), null, List.of());
	}

	/**
	 * Reads a table from one line.
	 * @param definition {@code name:key}, {@code name:key:type},
	 * {@code name:key:type:sortKey} or {@code name:key:type:sortKey:type}, with the types
	 * {@code S} (the default), {@code N} and {@code B}; then, each after a slash, its
	 * global secondary indexes in the same form
	 * @return the table
	 * @throws IllegalArgumentException if it is none; the message shows the form
	 */
	public static TableDefinition parse(String definition) {
		String[] parts = definition.split("/", -1);
		Index table = read(parts[0], definition);
		List<Index> indexes = new ArrayList<>();
		for (int i = 1; i < parts.length; i++) {
			indexes.add(read(parts[i], definition));
		}
		TableDefinition parsed = new TableDefinition(table.name(), table.partitionKey(), table.sortKey(), indexes);
		try {
			parsed.createTableRequest();
		}
		catch (IllegalArgumentException ex) {
			throw new IllegalArgumentException("'" + definition + "' is no table. " + ex.getMessage() + ".");
		}
		return parsed;
	}

	private static Index read(String text, String definition) {
		String[] parts = text.strip().split(":", -1);
		boolean complete = parts.length >= 2 && parts.length <= 5;
		for (String part : parts) {
			complete = complete && !part.isBlank();
		}
		if (!complete) {
			throw new IllegalArgumentException("'" + definition + "' is no table. " + FORM);
		}
		Key partition = new Key(parts[1], (parts.length > 2) ? type(parts[2], definition) : KeyType.STRING);
		Key sort = (parts.length > 3)
				? new Key(parts[3], (parts.length > 4) ? type(parts[4], definition) : KeyType.STRING) : null;
		return new Index(parts[0], partition, sort);
	}

	private static KeyType type(String code, String definition) {
		for (KeyType type : KeyType.values()) {
			if (type.code.equalsIgnoreCase(code)) {
				return type;
			}
		}
		throw new IllegalArgumentException("'" + code + "' in '" + definition + "' is no type of a key. " + FORM);
	}

	/**
	 * Changes the partition key's type.
	 * @param type the type
	 * @return a new description
	 */
	public TableDefinition partitionKeyType(KeyType type) {
		return new TableDefinition(this.name, new Key(this.partitionKey.name(), type), this.sortKey, this.indexes);
	}

	/**
	 * Adds a sort key.
	 * @param attribute the attribute's name
	 * @param type the attribute's type
	 * @return a new description
	 */
	public TableDefinition sortKey(String attribute, KeyType type) {
		return new TableDefinition(this.name, this.partitionKey, new Key(attribute, type), this.indexes);
	}

	/**
	 * Adds a global secondary index with a string as partition key.
	 * @param index the index's name
	 * @param attribute the attribute's name
	 * @return a new description
	 */
	public TableDefinition index(String index, String attribute) {
		return index(new Index(index, new Key(attribute, KeyType.STRING), null));
	}

	/**
	 * Adds a global secondary index.
	 * @param index the index
	 * @return a new description
	 */
	public TableDefinition index(Index index) {
		List<Index> all = new ArrayList<>(this.indexes);
		all.add(index);
		return new TableDefinition(this.name, this.partitionKey, this.sortKey, all);
	}

	byte[] createTableRequest() {
		ObjectNode request = Json.MAPPER.createObjectNode();
		request.put("TableName", this.name);
		request.put("BillingMode", "PAY_PER_REQUEST");
		Map<String, KeyType> attributes = new LinkedHashMap<>();
		schema(request, this.partitionKey, this.sortKey, attributes);
		for (Index index : this.indexes) {
			ObjectNode node = request.withArray("/GlobalSecondaryIndexes").addObject();
			node.put("IndexName", index.name());
			schema(node, index.partitionKey(), index.sortKey(), attributes);
			node.putObject("Projection").put("ProjectionType", "ALL");
		}
		ArrayNode definitions = request.putArray("AttributeDefinitions");
		attributes.forEach((attribute,
				type) -> definitions.addObject().put("AttributeName", attribute).put("AttributeType", type.code));
		return Json.bytes(request);
	}

	private static void schema(ObjectNode node, Key partition, @Nullable Key sort, Map<String, KeyType> attributes) {
		ArrayNode schema = node.putArray("KeySchema");
		add(schema, attributes, partition, "HASH");
		if (sort != null) {
			add(schema, attributes, sort, "RANGE");
		}
	}

	private static void add(ArrayNode schema, Map<String, KeyType> attributes, Key key, String role) {
		KeyType before = attributes.put(key.name(), key.type());
		if (before != null && before != key.type()) {
			throw new IllegalArgumentException("The attribute '" + key.name() + "' is a key of two types, "
					+ before.code + " and " + key.type().code);
		}
		schema.addObject().put("AttributeName", key.name()).put("KeyType", role);
	}

	/**
	 * A global secondary index.
	 *
	 * @param name its name
	 * @param partitionKey its partition key
	 * @param sortKey its sort key, if any
	 */
	public record Index(String name, Key partitionKey, @Nullable Key sortKey) {
	}

	/**
	 * A key attribute.
	 *
	 * @param name its name
	 * @param type its type
	 */
	public record Key(String name, KeyType type) {
	}

	/**
	 * What a key can be.
	 */
	public enum KeyType {

		/**
		 * A string.
		 */
		STRING("S"),

		/**
		 * A number.
		 */
		NUMBER("N"),

		/**
		 * Bytes.
		 */
		BINARY("B");

		private final String code;

		KeyType(String code) {
			this.code = code;
		}

	}

}
