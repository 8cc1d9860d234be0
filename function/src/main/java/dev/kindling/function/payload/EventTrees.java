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

package dev.kindling.function.payload;

import java.io.IOException;
import java.io.UncheckedIOException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import dev.kindling.function.InvalidPayloadException;
import org.jspecify.annotations.Nullable;

/**
 * Reads events that may have an envelope. What is inside comes out as it was, to the last
 * digit.
 */
public final class EventTrees {

	private final ObjectReader reader;

	public EventTrees(ObjectMapper mapper) {
		this.reader = InputReader.strict(mapper.readerFor(JsonNode.class))
			.with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
			.with(JsonNodeFeature.READ_NULL_PROPERTIES)
			.without(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES);
	}

	/**
	 * Reads an event.
	 * @throws InvalidPayloadException if it is no JSON
	 */
	public JsonNode read(byte[] event) {
		try {
			return this.reader.readTree(event);
		}
		catch (JsonProcessingException ex) {
			throw JsonFailures.reading("The event", "object", ex);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Reads a payload that may be an object.
	 * @return the object, or {@code null} if it is something else
	 */
	public @Nullable JsonNode object(byte @Nullable [] payload) {
		if (payload == null) {
			return null;
		}
		try {
			JsonNode tree = this.reader.readTree(payload);
			return tree.isObject() ? tree : null;
		}
		catch (IOException ex) {
			return null;
		}
	}

}
