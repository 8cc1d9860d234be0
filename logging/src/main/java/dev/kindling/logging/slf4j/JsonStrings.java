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

package dev.kindling.logging.slf4j;

/**
 * Writes strings as JSON. Besides what JSON asks for, it escapes what some tools take for
 * a line end, and surrogates that have no partner, which UTF-8 can't hold.
 */
final class JsonStrings {

	private static final String HEX = "0123456789abcdef";

	private JsonStrings() {
	}

	static void append(StringBuilder target, String text) {
		target.append('"');
		int length = text.length();
		for (int i = 0; i < length; i++) {
			char c = text.charAt(i);
			switch (c) {
				case '"' -> target.append("\\\"");
				case '\\' -> target.append("\\\\");
				case '\n' -> target.append("\\n");
				case '\r' -> target.append("\\r");
				case '\t' -> target.append("\\t");
				default -> {
					if (c >= ' ' && c < 0x7f) {
						target.append(c);
					}
					else if (Character.isHighSurrogate(c) && i + 1 < length
							&& Character.isLowSurrogate(text.charAt(i + 1))) {
						target.append(c).append(text.charAt(++i));
					}
					else if (c < 0xa0 || Character.isSurrogate(c) || c == 0x2028 || c == 0x2029) {
						target.append("\\u")
							.append(HEX.charAt(c >> 12))
							.append(HEX.charAt(c >> 8 & 0xf))
							.append(HEX.charAt(c >> 4 & 0xf))
							.append(HEX.charAt(c & 0xf));
					}
					else {
						target.append(c);
					}
				}
			}
		}
		target.append('"');
	}

}
