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

package dev.kindling.function;

import java.io.IOException;
import java.io.UncheckedIOException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;

/**
 * Reads events that may have an envelope.
 */
final class EventTrees {

	private final ObjectReader reader;

	EventTrees(ObjectMapper mapper) {
		this.reader = InputReader.strict(mapper.readerFor(JsonNode.class));
	}

	/**
	 * Reads an event.
	 * @throws InvalidPayloadException if it is no JSON
	 */
	JsonNode read(byte[] event) {
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

}
