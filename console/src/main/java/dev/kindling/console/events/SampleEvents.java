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

package dev.kindling.console.events;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import org.jspecify.annotations.Nullable;

/**
 * Events as the services send them, with what a function's own type looks like where they
 * carry a payload.
 */
public final class SampleEvents {

	private static final JsonMapper MAPPER = new JsonMapper();

	private static final ObjectWriter PRETTY = MAPPER.writer(new DefaultPrettyPrinter()
		.withSeparators(Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER)));

	private final JsonNode templates = read();

	private static JsonNode read() {
		try (InputStream input = Objects.requireNonNull(SampleEvents.class.getResourceAsStream("sample-events.json"))) {
			return MAPPER.readTree(input);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The console's events can't be read in its jar", ex);
		}
	}

	/**
	 * Makes events for a function.
	 * @param kind the kind of event that it takes, in the words of the inventory
	 * @param type the class that tells the kind, if one does
	 * @param payload what its own type looks like as JSON, if that is known
	 * @param function its name, for what names it
	 * @return objects with {@code id}, {@code title} and the event's {@code json}, those
	 * that fit the function's type first
	 */
	public JsonNode of(String kind, @Nullable String type, @Nullable JsonNode payload, String function) {
		List<JsonNode> sorted = new ArrayList<>();
		this.templates.forEach(sorted::add);
		sorted.sort(Comparator.comparingInt((template) -> distance(template, kind, type)));
		EventValues values = new EventValues((payload != null) ? payload : MAPPER.createObjectNode());
		ArrayNode events = MAPPER.createArrayNode();
		for (JsonNode template : sorted) {
			events.addObject()
				.put("id", template.path("id").asText())
				.put("title", template.path("title").asText())
				.put("fits", distance(template, kind, type) < 2)
				.put("json", text(values.fill(template.path("event"))));
		}
		return events;
	}

	private static int distance(JsonNode template, String kind, @Nullable String type) {
		for (JsonNode prefix : template.path("types")) {
			if (type != null && type.startsWith(prefix.asText())) {
				return 0;
			}
		}
		for (JsonNode own : template.path("kinds")) {
			if (own.asText().equals(kind)) {
				return 1;
			}
		}
		return 2;
	}

	private static String text(JsonNode event) {
		try {
			return PRETTY.writeValueAsString(event);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException("A tree can't be written", ex);
		}
	}

}
