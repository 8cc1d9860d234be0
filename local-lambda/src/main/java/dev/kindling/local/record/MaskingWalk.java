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

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;

/**
 * Goes through an event, and masks what is a credential by its name. Is used once.
 */
class MaskingWalk {

	/** Ends the head of a streamed HTTP response. */
	private static final String HEAD_END = "\0".repeat(8);

	/** Before the JSON of a line: the field of a server-sent event, or a separator. */
	private static final Pattern LINE_START = Pattern.compile("[\\s\\x1e]*+(?:[A-Za-z]++:[ \\t]*+)?");

	private static final Pattern SCHEME = Pattern.compile("([A-Za-z][\\w-]*) +(\\S.*)", Pattern.DOTALL);

	private final MaskedNames names;

	private final Set<String> found = new LinkedHashSet<>();

	private final Set<String> values = new LinkedHashSet<>();

	MaskingWalk(MaskedNames names) {
		this.names = names;
	}

	/**
	 * The names that have been found.
	 */
	final Set<String> found() {
		return this.found;
	}

	/**
	 * The values that have been masked.
	 */
	final Set<String> values() {
		return this.values;
	}

	final JsonNode mask(JsonNode node) {
		return node.isTextual() ? TextNode.valueOf(text(node.asText()))
				: RecordJson.mapChildren(node, (name, value) -> (name != null) ? property(name, value) : mask(value));
	}

	private JsonNode property(String name, JsonNode value) {
		if (!this.names.contains(name)) {
			return mask(value);
		}
		if (value.isContainerNode() || !value.asText("").isEmpty()) {
			this.found.add(name);
		}
		return leaves(name, value);
	}

	/**
	 * An array has several values of the name; an object's are something else.
	 */
	private JsonNode leaves(String name, JsonNode value) {
		if (value.isNumber()) {
			this.values.add(value.asText());
			return number();
		}
		if (value.isTextual() && !value.asText().isEmpty()) {
			return TextNode.valueOf(leaf(name, value.asText()));
		}
		return RecordJson.mapChildren(value, (within, each) -> leaves((within != null) ? "" : name, each));
	}

	private String leaf(String name, String text) {
		Matcher scheme = SCHEME.matcher(text);
		if (MaskedNames.hasScheme(name) && scheme.matches()) {
			return scheme.group(1) + " " + mask(scheme.group(2));
		}
		if (MaskedNames.isCookie(name)) {
			return MaskedNames.isSentCookie(name) ? CookieText.replace(text, this::mask)
					: CookieText.replaceSet(text, this::mask);
		}
		return mask(text);
	}

	String mask(String value) {
		this.values.add(value);
		return Masking.MASKED;
	}

	JsonNode number() {
		return IntNode.valueOf(0);
	}

	private String text(String text) {
		String masked = within(text);
		return masked.equals(text) ? base64(text) : masked;
	}

	String base64(String encoded) {
		return Base64Text.change(encoded, this::within);
	}

	/**
	 * A text may hold JSON, or the head of a response and its body.
	 */
	final String within(String text) {
		int head = text.indexOf(HEAD_END);
		if (head < 0) {
			return part(text);
		}
		return part(text.substring(0, head)) + HEAD_END + part(text.substring(head + HEAD_END.length()));
	}

	private String part(String text) {
		JsonNode json = RecordJson.parseContainer(text);
		if (json != null) {
			return json(text, json);
		}
		StringBuilder masked = new StringBuilder();
		for (String line : TextPairs.replaceParts(text, this::isMasked, this::pair).split("(?<=\n)")) {
			masked.append(line(line));
		}
		return masked.toString();
	}

	private String line(String line) {
		Matcher start = LINE_START.matcher(line);
		int from = start.lookingAt() ? start.end() : 0;
		String content = line.substring(from).stripTrailing();
		JsonNode json = RecordJson.parseContainer(content);
		if (json == null) {
			return TextPairs.replace(line, this::isMasked, this::pair);
		}
		return line.substring(0, from) + json(content, json) + line.substring(from + content.length());
	}

	private String json(String text, JsonNode json) {
		JsonNode masked = mask(json);
		return masked.equals(json) ? text : written(text, json, masked);
	}

	String written(String text, JsonNode json, JsonNode masked) {
		return masked.toString();
	}

	private boolean isMasked(String name) {
		return this.names.contains(decoded(name));
	}

	private String pair(String name, String value) {
		this.found.add(decoded(name));
		this.values.add(decoded(value));
		return leaf(decoded(name), value);
	}

	private static String decoded(String text) {
		try {
			return URLDecoder.decode(text, StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			return text;
		}
	}

}
