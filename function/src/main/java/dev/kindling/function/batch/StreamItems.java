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

package dev.kindling.function.batch;

import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The items of DynamoDB Streams.
 */
public final class StreamItems {

	private StreamItems() {
	}

	/**
	 * Makes plain JSON of the attributes of an item.
	 * @param attributes the attributes, each with its type
	 * @return the item
	 * @throws IllegalArgumentException if an attribute has no type that DynamoDB has
	 */
	public static ObjectNode plain(JsonNode attributes) {
		ObjectNode item = JsonNodeFactory.instance.objectNode();
		for (Map.Entry<String, JsonNode> attribute : attributes.properties()) {
			item.set(attribute.getKey(), value(attribute.getValue()));
		}
		return item;
	}

	private static JsonNode value(JsonNode attribute) {
		if (attribute.size() != 1) {
			throw new IllegalArgumentException("An attribute of the item has no or several types");
		}
		Map.Entry<String, JsonNode> entry = attribute.properties().iterator().next();
		JsonNode value = entry.getValue();
		return switch (entry.getKey()) {
			case "S", "B", "BOOL", "SS", "BS" -> value;
			case "N" -> number(value);
			case "NS" -> {
				ArrayNode numbers = JsonNodeFactory.instance.arrayNode();
				value.forEach((number) -> numbers.add(number(number)));
				yield numbers;
			}
			case "L" -> {
				ArrayNode list = JsonNodeFactory.instance.arrayNode();
				value.forEach((element) -> list.add(value(element)));
				yield list;
			}
			case "M" -> plain(value);
			case "NULL" -> NullNode.getInstance();
			default -> throw new IllegalArgumentException("An attribute of the item has an unknown type");
		};
	}

	private static JsonNode number(JsonNode value) {
		return JsonNodeFactory.instance.numberNode(new java.math.BigDecimal(value.asText()));
	}

}
