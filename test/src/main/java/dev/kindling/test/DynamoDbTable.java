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

package dev.kindling.test;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * A table to create.
 *
 * @param name the table's name
 * @param partitionKey the partition key
 * @param sortKey the sort key, if any
 */
public record DynamoDbTable(String name, Key partitionKey, @Nullable Key sortKey) {

	private static final String FORM = "Write name:key, name:key:type, name:key:type:sortKey or"
			+ " name:key:type:sortKey:type, with the types S, N and B; for instance people:id:S.";

	/**
	 * Describes a table with a string as partition key.
	 * @param name the table's name
	 * @param partitionKey the attribute's name
	 * @return the table
	 */
	public static DynamoDbTable of(String name, String partitionKey) {
		return new DynamoDbTable(name, new Key(partitionKey, KeyType.STRING), null);
	}

	/**
	 * Reads a table from one line.
	 * @param definition {@code name:key}, {@code name:key:type},
	 * {@code name:key:type:sortKey} or {@code name:key:type:sortKey:type}, with the types
	 * {@code S} (the default), {@code N} and {@code B}
	 * @return the table
	 * @throws IllegalArgumentException if it is none; the message shows the form
	 */
	public static DynamoDbTable parse(String definition) {
		String[] parts = definition.strip().split(":", -1);
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
		return new DynamoDbTable(parts[0], partition, sort);
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
	public DynamoDbTable partitionKeyType(KeyType type) {
		return new DynamoDbTable(this.name, new Key(this.partitionKey.name(), type), this.sortKey);
	}

	/**
	 * Adds a sort key.
	 * @param attribute the attribute's name
	 * @param type the attribute's type
	 * @return a new description
	 */
	public DynamoDbTable sortKey(String attribute, KeyType type) {
		return new DynamoDbTable(this.name, this.partitionKey, new Key(attribute, type));
	}

	byte[] createTableRequest() {
		ObjectNode request = Json.MAPPER.createObjectNode();
		request.put("TableName", this.name);
		request.put("BillingMode", "PAY_PER_REQUEST");
		ArrayNode schema = request.putArray("KeySchema");
		ArrayNode attributes = request.putArray("AttributeDefinitions");
		add(schema, attributes, this.partitionKey, "HASH");
		if (this.sortKey != null) {
			add(schema, attributes, this.sortKey, "RANGE");
		}
		return Json.bytes(request);
	}

	private static void add(ArrayNode schema, ArrayNode attributes, Key key, String role) {
		schema.addObject().put("AttributeName", key.name()).put("KeyType", role);
		attributes.addObject().put("AttributeName", key.name()).put("AttributeType", key.type().code);
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
