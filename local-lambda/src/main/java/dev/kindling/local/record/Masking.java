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

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.kindling.local.workbench.Secrets;

/**
 * Keeps credentials out of files: what is masked by its name in an event, the same values
 * elsewhere in the event and in its answer, and what is a credential of the environment.
 */
final class Masking {

	/** Stands in an event for what was there. */
	static final String MASKED = "masked";

	/** A pair of a form or a query, which may be a part of a text. */
	private static final Pattern PAIR = Pattern.compile("(?<=^|[?&;\\s])([\\w.%\\[\\]-]+)=([^&#\\s\"]+)");

	private static final Pattern SCHEME = Pattern.compile("([A-Za-z][\\w-]*) +(\\S.*)", Pattern.DOTALL);

	private static final Pattern COOKIE = Pattern.compile("([^=;\\s]+)=([^;]*)");

	private final MaskedNames names;

	private final Secrets environment;

	Masking(MaskedNames names, Secrets environment) {
		this.names = names;
		this.environment = environment;
	}

	/**
	 * What is kept of a request.
	 *
	 * @param masked the request without credentials
	 * @param names those that were found
	 * @param values what is to be hidden in the answer, too
	 */
	record Result(ObjectNode masked, Set<String> names, Secrets values) {
	}

	Result maskRequest(ObjectNode request) {
		Set<String> found = new LinkedHashSet<>();
		Set<String> values = new LinkedHashSet<>();
		JsonNode byName = new Walk(found, values).mask(request);
		Secrets secrets = Secrets.of(values);
		ObjectNode masked = (ObjectNode) texts(byName,
				(text) -> this.environment.replace(secrets.replace(text, MASKED), MASKED));
		return new Result(masked, found, secrets);
	}

	ObjectNode maskAnswer(ObjectNode answer) {
		return maskAnswer(answer, Secrets.of(List.of()));
	}

	/**
	 * Masks an answer. What is masked in it by its name may be another value in the next
	 * run, and becomes a marker; what comes from the event is masked there, too.
	 */
	ObjectNode maskAnswer(ObjectNode answer, Secrets ofRequest) {
		ObjectNode masked = answer.deepCopy();
		String[] contents = RecordedContent.names(RecordedAnswer.ANSWER);
		for (String name : new String[] { contents[0], contents[1] }) {
			JsonNode content = masked.get(name);
			if (content != null) {
				JsonNode hidden = texts(content, (text) -> ofRequest.replace(MarkedText.escape(text), MASKED));
				JsonNode byName = new MarkingWalk().mask(hidden);
				masked.set(name, texts(byName, (text) -> this.environment.replace(text, Marker.ANY.reference())));
			}
		}
		return masked;
	}

	private static JsonNode texts(JsonNode node, UnaryOperator<String> change) {
		if (node instanceof ObjectNode object) {
			ObjectNode changed = object.objectNode();
			object.fields().forEachRemaining((field) -> changed.set(field.getKey(), texts(field.getValue(), change)));
			return changed;
		}
		if (node instanceof ArrayNode array) {
			ArrayNode changed = array.arrayNode();
			array.forEach((element) -> changed.add(texts(element, change)));
			return changed;
		}
		return node.isTextual() ? TextNode.valueOf(change.apply(node.asText())) : node;
	}

	/**
	 * Goes through an event.
	 */
	private class Walk {

		private final Set<String> found;

		private final Set<String> values;

		Walk(Set<String> found, Set<String> values) {
			this.found = found;
			this.values = values;
		}

		JsonNode mask(JsonNode node) {
			if (node instanceof ObjectNode object) {
				ObjectNode masked = object.objectNode();
				object.fields()
					.forEachRemaining(
							(field) -> masked.set(field.getKey(), property(object, field.getKey(), field.getValue())));
				return masked;
			}
			if (node instanceof ArrayNode array) {
				ArrayNode masked = array.arrayNode();
				array.forEach((element) -> masked.add(mask(element)));
				return masked;
			}
			return node.isTextual() ? TextNode.valueOf(within(node.asText())) : node;
		}

		private JsonNode property(ObjectNode owner, String name, JsonNode value) {
			if (Masking.this.names.contains(name)) {
				if (value.isContainerNode() || !value.asText("").isEmpty()) {
					this.found.add(name);
				}
				return leaves(name, value);
			}
			String decoded = Base64Text.decode(owner, name);
			if (decoded != null) {
				String masked = within(decoded);
				return masked.equals(decoded) ? value : encoded(masked);
			}
			return mask(value);
		}

		private JsonNode leaves(String name, JsonNode value) {
			if (value instanceof ObjectNode object) {
				ObjectNode masked = object.objectNode();
				object.fields().forEachRemaining((field) -> masked.set(field.getKey(), leaves(name, field.getValue())));
				return masked;
			}
			if (value instanceof ArrayNode array) {
				ArrayNode masked = array.arrayNode();
				array.forEach((element) -> masked.add(leaves(name, element)));
				return masked;
			}
			if (value.isNumber()) {
				this.values.add(value.asText());
				return number();
			}
			return (value.isTextual() && !value.asText().isEmpty()) ? TextNode.valueOf(leaf(name, value.asText()))
					: value;
		}

		private String leaf(String name, String text) {
			Matcher scheme = SCHEME.matcher(text);
			if (MaskedNames.hasScheme(name) && scheme.matches()) {
				return scheme.group(1) + " " + mask(scheme.group(2));
			}
			if (MaskedNames.isCookie(name)) {
				return cookie(text);
			}
			return mask(text);
		}

		String cookie(String text) {
			return COOKIE.matcher(text)
				.replaceAll((pair) -> Matcher.quoteReplacement(pair.group(1) + "=" + mask(pair.group(2))));
		}

		String mask(String value) {
			this.values.add(value);
			return MASKED;
		}

		JsonNode number() {
			return IntNode.valueOf(0);
		}

		JsonNode encoded(String text) {
			return TextNode.valueOf(Base64Text.encode(text));
		}

		/**
		 * A text may hold JSON, or a form.
		 */
		String within(String text) {
			JsonNode json = RecordJson.parseContainer(text);
			if (json == null) {
				return PAIR.matcher(text).replaceAll((pair) -> Matcher.quoteReplacement(pair(pair.group(1), pair)));
			}
			JsonNode masked = mask(json);
			return masked.equals(json) ? text : written(text, json, masked);
		}

		private String pair(String name, MatchResult pair) {
			if (!Masking.this.names.contains(name)) {
				return pair.group();
			}
			this.found.add(name);
			return name + "=" + mask(pair.group(2));
		}

		String written(String text, JsonNode json, JsonNode masked) {
			return masked.toString();
		}

	}

	/**
	 * Goes through an answer: leaves markers.
	 */
	private final class MarkingWalk extends Walk {

		MarkingWalk() {
			super(new LinkedHashSet<>(), new LinkedHashSet<>());
		}

		@Override
		String mask(String value) {
			return Marker.ANY.reference();
		}

		/** The first pair is the cookie; the others say how it is kept. */
		@Override
		String cookie(String text) {
			return COOKIE.matcher(text)
				.replaceFirst((pair) -> Matcher.quoteReplacement(pair.group(1) + "=" + mask(pair.group(2))));
		}

		@Override
		JsonNode number() {
			return TextNode.valueOf(Marker.NUMBER.reference());
		}

		@Override
		JsonNode encoded(String text) {
			return TextNode.valueOf(Marker.ANY.reference());
		}

		/** Another way to write the same JSON would be another text. */
		@Override
		String written(String text, JsonNode json, JsonNode masked) {
			return json.toString().equals(text) ? masked.toString() : Marker.ANY.reference();
		}

	}

}
