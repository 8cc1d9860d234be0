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

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Puts the results of functions into the answers that services want.
 */
final class AnswerJson {

	private AnswerJson() {
	}

	static byte[] array(List<JsonNode> results) {
		ArrayNode array = JsonNodeFactory.instance.arrayNode(results.size());
		results.forEach(array::add);
		return bytes(array);
	}

	/**
	 * The event of a Cognito trigger with what the function changed.
	 * @param event the event
	 * @param whole whether the function took the event and returns it, or took the
	 * request and returns the response
	 * @param result what it returned
	 */
	static byte[] cognito(ObjectNode event, boolean whole, JsonNode result) {
		if (result.isObject()) {
			merge(whole ? event : event.withObjectProperty("response"), result);
		}
		return bytes(event);
	}

	/**
	 * What the function's type leaves out stays as it was.
	 */
	private static void merge(ObjectNode target, JsonNode changes) {
		for (Map.Entry<String, JsonNode> change : changes.properties()) {
			JsonNode present = target.path(change.getKey());
			if (present.isObject() && change.getValue().isObject()) {
				merge((ObjectNode) present, change.getValue());
			}
			else if (!change.getValue().isNull()) {
				target.set(change.getKey(), change.getValue());
			}
		}
	}

	static byte[] bytes(JsonNode node) {
		return node.toString().getBytes(StandardCharsets.UTF_8);
	}

}
