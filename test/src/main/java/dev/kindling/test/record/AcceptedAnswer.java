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

package dev.kindling.test.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.local.record.Marker;
import org.jspecify.annotations.Nullable;

/**
 * A new answer in the place of the recorded one. What still fits stays as it was recorded
 * or edited, with its markers.
 */
public final class AcceptedAnswer {

	private AcceptedAnswer() {
	}

	/**
	 * Brings together what was recorded and what is answered now.
	 * @param recorded with markers, some of them by hand
	 * @param actual what the function answers now
	 * @param marked the same with the markers of a new recording
	 * @return what to record
	 */
	public static ObjectNode of(ObjectNode recorded, ObjectNode actual, ObjectNode marked) {
		return merge(recorded, actual, marked);
	}

	private static ObjectNode merge(ObjectNode recorded, ObjectNode actual, ObjectNode marked) {
		ObjectNode merged = recorded.objectNode();
		marked.properties()
			.forEach((property) -> merged.set(property.getKey(),
					accept(recorded.get(property.getKey()), actual.get(property.getKey()), property.getValue())));
		recorded.properties().forEach((property) -> {
			if (!merged.has(property.getKey()) && AnswerDifferences.is(property.getValue(), Marker.IGNORE)) {
				merged.set(property.getKey(), property.getValue());
			}
		});
		return merged;
	}

	private static JsonNode accept(@Nullable JsonNode recorded, @Nullable JsonNode actual, JsonNode marked) {
		if (recorded == null || actual == null) {
			return marked;
		}
		if (AnswerDifferences.of(recorded, actual).isEmpty()) {
			return recorded;
		}
		if (recorded instanceof ObjectNode object && actual instanceof ObjectNode now
				&& marked instanceof ObjectNode next) {
			return merge(object, now, next);
		}
		if (recorded.isArray() && actual.isArray() && marked.isArray()) {
			ArrayNode merged = ((ArrayNode) marked).arrayNode();
			for (int i = 0; i < marked.size(); i++) {
				merged.add(accept(recorded.get(i), actual.get(i), marked.get(i)));
			}
			return merged;
		}
		return marked;
	}

}
