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

package dev.kindling.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.local.server.Json;
import dev.kindling.local.workbench.Secrets;
import dev.kindling.local.workbench.Workbench;

/**
 * The tables' items as the page shows them: without DynamoDB's types.
 */
final class TableViews {

	static final int MAX_ITEMS = 200;

	private static final int MAX_CHARACTERS = 1000;

	private final Workbench workbench;

	private final Secrets secrets;

	private final Map<String, List<String>> keys = new ConcurrentHashMap<>();

	TableViews(Workbench workbench, Secrets secrets) {
		this.workbench = workbench;
		this.secrets = secrets;
	}

	/**
	 * Looks into a table.
	 * @param table its name
	 * @return name, names of the key's attributes, items, and whether there are more
	 */
	ObjectNode of(String table) {
		JsonNode scan = this.workbench.scan(table, MAX_ITEMS, null);
		List<String> names = keys(table, scan);
		ObjectNode view = Json.MAPPER.createObjectNode().put("name", table);
		view.set("keys", Json.MAPPER.valueToTree(names));
		ArrayNode items = view.putArray("items");
		for (JsonNode item : scan.path("Items")) {
			ObjectNode shown = items.addObject();
			names.forEach((name) -> shown.put(name, text(item.path(name))));
			item.properties().forEach((attribute) -> {
				if (!shown.has(attribute.getKey())) {
					shown.put(attribute.getKey(), text(attribute.getValue()));
				}
			});
		}
		return view.put("more", scan.has("LastEvaluatedKey"));
	}

	/**
	 * A scan that ends at its limit tells the key of the item at which it did, and so
	 * which attributes are the key's.
	 */
	private List<String> keys(String table, JsonNode scan) {
		List<String> known = this.keys.get(table);
		if (known != null || scan.path("Items").isEmpty()) {
			return (known != null) ? known : List.of();
		}
		List<String> names = new ArrayList<>();
		this.workbench.scan(table, 1, null).path("LastEvaluatedKey").fieldNames().forEachRemaining(names::add);
		if (!names.isEmpty()) {
			this.keys.put(table, names);
		}
		return names;
	}

	private String text(JsonNode attribute) {
		String text = this.secrets.hide(whole(attribute));
		return (text.length() > MAX_CHARACTERS) ? text.substring(0, MAX_CHARACTERS) + "…" : text;
	}

	private static String whole(JsonNode attribute) {
		String type = attribute.fieldNames().hasNext() ? attribute.fieldNames().next() : "NULL";
		JsonNode value = attribute.path(type);
		return switch (type) {
			case "S", "N", "B" -> value.asText();
			case "BOOL" -> value.toString();
			case "NULL" -> "null";
			default -> plain(type, value).toString();
		};
	}

	private static JsonNode plain(String type, JsonNode value) {
		return switch (type) {
			case "M" -> {
				ObjectNode map = Json.MAPPER.createObjectNode();
				value.properties().forEach((entry) -> map.set(entry.getKey(), plain(entry.getValue())));
				yield map;
			}
			case "L" -> {
				ArrayNode list = Json.MAPPER.createArrayNode();
				value.forEach((element) -> list.add(plain(element)));
				yield list;
			}
			case "N" -> Json.MAPPER.getNodeFactory().numberNode(new java.math.BigDecimal(value.asText()));
			case "NULL" -> Json.MAPPER.nullNode();
			default -> value;
		};
	}

	private static JsonNode plain(JsonNode attribute) {
		String type = attribute.fieldNames().hasNext() ? attribute.fieldNames().next() : "NULL";
		return plain(type, attribute.path(type));
	}

}
