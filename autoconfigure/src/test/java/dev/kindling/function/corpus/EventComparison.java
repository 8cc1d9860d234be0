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

package dev.kindling.function.corpus;

import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import org.joda.time.DateTime;
import org.joda.time.format.DateTimeFormat;
import org.joda.time.format.DateTimeFormatter;

/**
 * Finds the values of an event that didn't come through.
 */
public final class EventComparison {

	private static final DateTimeFormatter GATEWAY_TIME = DateTimeFormat.forPattern("dd/MMM/yyyy:HH:mm:ss Z");

	private final Set<String> lost = new TreeSet<>();

	private int values;

	/**
	 * Compares an event with what became of it.
	 * @param event the event
	 * @param actual what a function of its class read, as JSON
	 * @return the comparison
	 */
	public static EventComparison of(JsonNode event, JsonNode actual) {
		EventComparison comparison = new EventComparison();
		comparison.compare("", event, actual);
		return comparison;
	}

	/**
	 * How many values the event has.
	 * @return a number
	 */
	public int values() {
		return this.values;
	}

	/**
	 * The JSON pointers of the values that didn't come through.
	 * @return those, and what became of a value that is another one now
	 */
	public Set<String> lost() {
		return this.lost;
	}

	/**
	 * Says in one line how much came through.
	 * @param event the event
	 * @return a line of a table
	 */
	public String line(PublishedEvent event) {
		return String.format("%-60s %-50s %d of %d values", event.file(), event.type(), this.values - this.lost.size(),
				this.values);
	}

	private void compare(String path, JsonNode expected, JsonNode actual) {
		if (expected.isObject()) {
			expected.properties()
				.forEach((field) -> compare(path + "/" + field.getKey(), field.getValue(),
						find(actual, field.getKey())));
		}
		else if (expected.isArray() && actual.isTextual()) {
			this.values++;
			compareBytes(path, expected, actual);
		}
		else if (expected.isArray()) {
			for (int i = 0; i < expected.size(); i++) {
				compare(path + "/" + i, expected.get(i), actual.path(i));
			}
		}
		else if (!expected.isNull()) {
			this.values++;
			if (!isSame(expected, actual)) {
				this.lost
					.add(actual.isMissingNode() || actual.isNull() ? path : path + " " + expected + " is " + actual);
			}
		}
	}

	/**
	 * Kafka's headers come as arrays of numbers.
	 */
	private void compareBytes(String path, JsonNode expected, JsonNode actual) {
		byte[] bytes = Base64.getDecoder().decode(actual.asText());
		for (int i = 0; i < Math.max(bytes.length, expected.size()); i++) {
			if (i >= bytes.length || expected.path(i).asInt(-1) != bytes[i]) {
				this.lost.add(path);
			}
		}
	}

	/**
	 * The same value, whether as text, number or time.
	 */
	private static boolean isSame(JsonNode expected, JsonNode actual) {
		if (expected.isNumber() && actual.isNumber()) {
			// AWS reads milliseconds into an Instant, and writes that in seconds
			return expected.decimalValue().compareTo(actual.decimalValue()) == 0
					|| expected.decimalValue().compareTo(actual.decimalValue().movePointRight(3)) == 0;
		}
		return expected.asText().equals(actual.asText()) || isSameTime(expected.asText(), actual.asText());
	}

	private static boolean isSameTime(String expected, String actual) {
		try {
			return millis(expected) == millis(actual);
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

	private static long millis(String time) {
		if (time.matches("[0-9]+")) {
			return Long.parseLong(time);
		}
		return time.contains("/") ? GATEWAY_TIME.parseDateTime(time).getMillis() : DateTime.parse(time).getMillis();
	}

	private static JsonNode find(JsonNode node, String name) {
		for (Map.Entry<String, JsonNode> field : node.properties()) {
			if (field.getKey().equalsIgnoreCase(name)) {
				return field.getValue();
			}
		}
		return node.path(name);
	}

}
