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

package dev.kindling.codec;

/**
 * The characters that RFC 9110 and RFC 9112 allow where.
 */
final class HttpSyntax {

	private HttpSyntax() {
	}

	static void requireHeader(String name, String value) {
		if (!isToken(name)) {
			throw new IllegalArgumentException(
					"A header's name must be a token of letters, digits and !#$%&'*+-.^_`|~, but is '" + printable(name)
							+ "'");
		}
		requireAbsent(name, value, '\r', "a CR");
		requireAbsent(name, value, '\n', "an LF");
		requireAbsent(name, value, 0, "a NUL");
	}

	private static void requireAbsent(String name, String value, int character, String what) {
		int index = value.indexOf(character); // searches many at once, unlike charAt
		if (index >= 0) {
			throw new IllegalArgumentException("The value of header '" + name + "' holds " + what + " at index " + index
					+ ": remove it, it would end the header");
		}
	}

	static void requireToken(String what, String value) {
		if (!isToken(value)) {
			throw new IllegalArgumentException("The " + what + " must be a token, but is '" + printable(value) + "'");
		}
	}

	/**
	 * A request target holds visible ASCII characters only; anything else is to be
	 * percent-encoded by the caller.
	 */
	static void requireTarget(String target) {
		if (target.isEmpty()) {
			throw new IllegalArgumentException("The request target is empty; the root is '/'");
		}
		for (int i = 0; i < target.length(); i++) {
			char c = target.charAt(i);
			if (c <= ' ' || c >= 0x7f) {
				throw new IllegalArgumentException(
						"The request target holds character " + (int) c + " at index " + i + ": percent-encode it");
			}
		}
	}

	static boolean isToken(String value) {
		for (int i = 0; i < value.length(); i++) {
			if (!isTokenCharacter(value.charAt(i))) {
				return false;
			}
		}
		return !value.isEmpty();
	}

	static boolean isTokenCharacter(int c) {
		if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) {
			return true;
		}
		return switch (c) {
			case '!', '#', '$', '%', '&', '\'', '*', '+', '-', '.', '^', '_', '`', '|', '~' -> true;
			default -> false;
		};
	}

	static boolean lists(String value, String token) {
		int start = 0;
		while (start <= value.length()) {
			int comma = value.indexOf(',', start);
			int end = (comma < 0) ? value.length() : comma;
			int from = start;
			int to = end;
			while (from < to && isBlank(value.charAt(from))) {
				from++;
			}
			while (to > from && isBlank(value.charAt(to - 1))) {
				to--;
			}
			if (to - from == token.length() && value.regionMatches(true, from, token, 0, token.length())) {
				return true;
			}
			start = end + 1;
		}
		return false;
	}

	static boolean isBlank(int c) {
		return c == ' ' || c == '\t';
	}

	private static String printable(String value) {
		StringBuilder text = new StringBuilder();
		for (int i = 0; i < Math.min(value.length(), 64); i++) {
			char c = value.charAt(i);
			text.append((c < ' ' || c >= 0x7f) ? '?' : c);
		}
		return text.toString();
	}

}
