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

package dev.kindling.local.record;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * Bytes as a property: JSON as it is, other text with the suffix {@code Text}, and what
 * is no text with {@code Base64}.
 */
final class RecordedContent {

	private static final String TEXT = "Text";

	private static final String BASE64 = "Base64";

	private RecordedContent() {
	}

	static void put(ObjectNode node, String name, byte[] bytes) {
		JsonNode json = RecordJson.parse(bytes);
		String text = (json == null) ? RecordJson.text(bytes) : null;
		if (json != null) {
			node.set(name, json);
		}
		else if (text != null) {
			node.put(name + TEXT, text);
		}
		else {
			node.put(name + BASE64, Base64.getEncoder().encodeToString(bytes));
		}
	}

	/**
	 * The bytes, or {@code null} if there is no such property.
	 * @throws IllegalArgumentException if what should be base64 is none
	 */
	static byte @Nullable [] get(ObjectNode node, String name) {
		if (node.has(name)) {
			return node.path(name).toString().getBytes(StandardCharsets.UTF_8);
		}
		if (node.has(name + TEXT)) {
			return node.path(name + TEXT).asText().getBytes(StandardCharsets.UTF_8);
		}
		if (node.has(name + BASE64)) {
			return Base64.getDecoder().decode(node.path(name + BASE64).asText());
		}
		return null;
	}

	static String[] names(String name) {
		return new String[] { name, name + TEXT, name + BASE64 };
	}

}
