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

package dev.kindling.function.events;

import java.io.IOException;
import java.util.Map;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the detail of an event of EventBridge: an object, or, as the Scheduler sends it,
 * the text of one.
 */
class DetailDeserializer extends JsonDeserializer<Map<String, Object>> {

	@Override
	@SuppressWarnings("unchecked")
	public @Nullable Map<String, Object> deserialize(JsonParser parser, DeserializationContext context)
			throws IOException {
		if (parser.currentToken() != JsonToken.VALUE_STRING) {
			return context.readValue(parser, Map.class);
		}
		String text = parser.getText().trim();
		if (text.isEmpty()) {
			return null;
		}
		if (text.charAt(0) != '{') {
			return (Map<String, Object>) context.handleWeirdStringValue(Map.class, text, "no object");
		}
		try (JsonParser inner = parser.getCodec().getFactory().createParser(text)) {
			return parser.getCodec().readValue(inner, Map.class);
		}
	}

}
