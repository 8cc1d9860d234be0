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

package dev.kindling.runtime.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Reads the small JSON objects that Lambda puts into headers. Numbers and literals stay
 * text.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8259">RFC 8259, JSON</a>
 */
public final class JsonReader {

	private static final int MAX_DEPTH = 32;

	private final String text;

	private int position;

	private JsonReader(String text) {
		this.text = text;
	}

	/**
	 * Reads an object.
	 * @return members by name, each a {@code String}, {@code Map}, {@code List} or
	 * {@code null}; or {@code null} if the text is no JSON object
	 */
	public static @Nullable Map<String, @Nullable Object> object(@Nullable String text) {
		if (text == null) {
			return null;
		}
		JsonReader reader = new JsonReader(text);
		try {
			reader.skipBlanks();
			if (reader.peek() != '{') {
				return null;
			}
			Map<String, @Nullable Object> members = reader.members(0);
			reader.skipBlanks();
			return (reader.position == text.length()) ? members : null;
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	private @Nullable Object value(int depth) {
		if (depth > MAX_DEPTH) {
			throw new IllegalArgumentException("Nested too deep");
		}
		skipBlanks();
		return switch (peek()) {
			case '{' -> members(depth);
			case '[' -> elements(depth);
			case '"' -> string();
			default -> literal();
		};
	}

	private Map<String, @Nullable Object> members(int depth) {
		Map<String, @Nullable Object> members = new LinkedHashMap<>();
		take('{');
		skipBlanks();
		if (peek() == '}') {
			take('}');
			return members;
		}
		while (true) {
			skipBlanks();
			String name = string();
			skipBlanks();
			take(':');
			members.put(name, value(depth + 1));
			skipBlanks();
			if (peek() == '}') {
				take('}');
				return members;
			}
			take(',');
		}
	}

	private List<@Nullable Object> elements(int depth) {
		List<@Nullable Object> elements = new ArrayList<>();
		take('[');
		skipBlanks();
		if (peek() == ']') {
			take(']');
			return elements;
		}
		while (true) {
			elements.add(value(depth + 1));
			skipBlanks();
			if (peek() == ']') {
				take(']');
				return elements;
			}
			take(',');
		}
	}

	private String string() {
		take('"');
		StringBuilder value = new StringBuilder();
		while (peek() != '"') {
			char c = next();
			if (c < ' ') {
				throw new IllegalArgumentException("A control character in a string");
			}
			value.append((c == '\\') ? escaped() : c);
		}
		take('"');
		return value.toString();
	}

	private char escaped() {
		char c = next();
		return switch (c) {
			case '"', '\\', '/' -> c;
			case 'b' -> '\b';
			case 'f' -> '\f';
			case 'n' -> '\n';
			case 'r' -> '\r';
			case 't' -> '\t';
			case 'u' -> unicode();
			default -> throw new IllegalArgumentException("No escape");
		};
	}

	private char unicode() {
		int c = 0;
		for (int i = 0; i < 4; i++) {
			int digit = Character.digit(next(), 16);
			if (digit < 0) {
				throw new IllegalArgumentException("No hexadecimal digit");
			}
			c = c * 16 + digit;
		}
		return (char) c;
	}

	private @Nullable String literal() {
		int start = this.position;
		while (this.position < this.text.length() && isLiteral(this.text.charAt(this.position))) {
			this.position++;
		}
		if (start == this.position) {
			throw new IllegalArgumentException("No value");
		}
		String value = this.text.substring(start, this.position);
		return value.equals("null") ? null : value;
	}

	private static boolean isLiteral(char c) {
		return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.' || c == 'E';
	}

	private void skipBlanks() {
		while (this.position < this.text.length() && this.text.charAt(this.position) <= ' ') {
			this.position++;
		}
	}

	private char peek() {
		if (this.position == this.text.length()) {
			throw new IllegalArgumentException("Cut short");
		}
		return this.text.charAt(this.position);
	}

	private char next() {
		char c = peek();
		this.position++;
		return c;
	}

	private void take(char expected) {
		if (next() != expected) {
			throw new IllegalArgumentException("Not what was expected");
		}
	}

}
