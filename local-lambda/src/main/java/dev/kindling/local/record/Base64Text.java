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
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * Text that events hold as base64: the body of an HTTP request whose media type isn't
 * text, such as a form, and the data of records.
 */
final class Base64Text {

	private Base64Text() {
	}

	/**
	 * Decodes a property.
	 * @param owner has the property
	 * @param name its name
	 * @return the text, or {@code null} if the property is something else
	 */
	static @Nullable String decode(ObjectNode owner, String name) {
		boolean body = name.equals("body") && owner.path("isBase64Encoded").asBoolean();
		if (!owner.path(name).isTextual() || (!body && !name.equals("data"))) {
			return null;
		}
		try {
			return RecordJson.text(Base64.getDecoder().decode(owner.path(name).asText()));
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	static String encode(String text) {
		return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * All such texts of a tree.
	 */
	static List<String> all(JsonNode tree) {
		List<String> found = new ArrayList<>();
		collect(tree, found);
		return found;
	}

	private static void collect(JsonNode tree, List<String> found) {
		if (tree instanceof ObjectNode owner) {
			owner.fieldNames().forEachRemaining((name) -> {
				String text = decode(owner, name);
				if (text != null) {
					found.add(text);
				}
			});
		}
		tree.forEach((child) -> collect(child, found));
	}

}
