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

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindling.local.record.MarkedText;
import dev.kindling.local.record.Marker;
import org.jspecify.annotations.Nullable;

/**
 * How an answer differs from the recorded one. The order of properties and the way in
 * which a number is written don't matter; the order of elements does.
 */
public final class AnswerDifferences {

	private static final int MAX_SHOWN = 200;

	private final List<String> found = new ArrayList<>();

	private AnswerDifferences() {
	}

	/**
	 * Compares two answers.
	 * @param recorded with {@linkplain Marker markers}
	 * @param actual what the function answers now
	 * @return what differs, each with its path; empty if nothing does
	 */
	public static List<String> of(JsonNode recorded, JsonNode actual) {
		AnswerDifferences differences = new AnswerDifferences();
		differences.compare("", recorded, actual);
		return List.copyOf(differences.found);
	}

	private void compare(String path, JsonNode recorded, @Nullable JsonNode actual) {
		if (is(recorded, Marker.IGNORE)) {
			return;
		}
		if (actual == null) {
			this.found.add(path + ": " + shown(recorded) + " is missing");
		}
		else if (recorded.isObject() && actual.isObject()) {
			compareProperties(path, recorded, actual);
		}
		else if (recorded.isArray() && actual.isArray()) {
			compareElements(path, recorded, actual);
		}
		else if (!isSame(recorded, actual)) {
			this.found.add(path + ": expected " + shown(recorded) + ", but was " + shown(actual));
		}
	}

	private void compareProperties(String path, JsonNode recorded, JsonNode actual) {
		for (Map.Entry<String, JsonNode> property : recorded.properties()) {
			compare(child(path, property.getKey()), property.getValue(), actual.get(property.getKey()));
		}
		for (Iterator<String> names = actual.fieldNames(); names.hasNext();) {
			String name = names.next();
			if (!recorded.has(name)) {
				this.found.add(child(path, name) + ": " + shown(actual.get(name)) + " wasn't recorded");
			}
		}
	}

	private void compareElements(String path, JsonNode recorded, JsonNode actual) {
		for (int i = 0; i < recorded.size(); i++) {
			compare(path + "[" + i + "]", recorded.get(i), actual.get(i));
		}
		for (int i = recorded.size(); i < actual.size(); i++) {
			this.found.add(path + "[" + i + "]: " + shown(actual.get(i)) + " wasn't recorded");
		}
	}

	/**
	 * Says whether a value that holds no others is the recorded one.
	 */
	static boolean isSame(JsonNode recorded, JsonNode actual) {
		if (recorded.isNumber() && actual.isNumber()) {
			return recorded.decimalValue().compareTo(actual.decimalValue()) == 0;
		}
		if (is(recorded, Marker.NUMBER)) {
			return actual.isNumber();
		}
		if (recorded.isTextual() && actual.isTextual()) {
			return MarkedText.matches(recorded.asText(), actual.asText());
		}
		return recorded.equals(actual);
	}

	static boolean is(JsonNode recorded, Marker marker) {
		return recorded.isTextual() && recorded.asText().equals(marker.reference());
	}

	private static String child(String path, String name) {
		if (!name.matches("[A-Za-z_$][\\w$-]*")) {
			return path + "['" + name + "']";
		}
		return path.isEmpty() ? name : path + "." + name;
	}

	private static String shown(JsonNode value) {
		String text = value.toString();
		return (text.length() > MAX_SHOWN) ? text.substring(0, MAX_SHOWN) + "…" : text;
	}

}
