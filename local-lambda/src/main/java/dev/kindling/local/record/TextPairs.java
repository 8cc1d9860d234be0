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

import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names with values in a text: of a form, a query or a fragment, of JSON that begins or
 * ends elsewhere, and of a multipart form.
 */
final class TextPairs {

	private static final Pattern NAME = Pattern.compile("(?<![^?&;#\\s])([\\w.%\\[\\]-]++)=");

	private static final Pattern JSON_NAME = Pattern.compile("\"([^\"\\\\]{1,100})\"\\s*+:\\s*+(?=[\"\\d-])");

	private static final Pattern JSON_NUMBER = Pattern.compile("-?\\d[\\d.eE+-]*+");

	private static final Pattern PART = Pattern
		.compile("content-disposition:[^\\r\\n]*?\\bname=\"([^\"\\r\\n]{1,100})\"[^\\r\\n]*+"
				+ "(?:\\r?\\n[^\\r\\n]++)*+\\r?\\n\\r?\\n", Pattern.CASE_INSENSITIVE);

	private TextPairs() {
	}

	/**
	 * Replaces values.
	 * @param masked tells by the name which
	 * @param value gets the name and the value, and gives what stands in its place
	 */
	static String replace(String text, Predicate<String> masked, BinaryOperator<String> value) {
		String json = replace(text, JSON_NAME, TextPairs::endOfJson, masked, value);
		return replace(json, NAME, TextPairs::endOfPair, masked, value);
	}

	/**
	 * Replaces the values of a multipart form.
	 */
	static String replaceParts(String text, Predicate<String> masked, BinaryOperator<String> value) {
		return replace(text, PART, TextPairs::endOfPart, masked, value);
	}

	private static String replace(String text, Pattern names, End ends, Predicate<String> masked,
			BinaryOperator<String> value) {
		StringBuilder replaced = new StringBuilder();
		Matcher name = names.matcher(text);
		int copied = 0;
		int from = 0;
		while (from <= text.length() && name.find(from)) {
			from = name.end();
			if (masked.test(name.group(1))) {
				boolean quoted = names != PART && text.startsWith("\"", from);
				int start = quoted ? from + 1 : from;
				int end = quoted ? endOfQuoted(text, start) : ends.of(text, start);
				if (end > start) {
					replaced.append(text, copied, start).append(value.apply(name.group(1), text.substring(start, end)));
					copied = end;
					from = end;
				}
			}
		}
		return replaced.append(text, copied, text.length()).toString();
	}

	private static int endOfQuoted(String text, int start) {
		int end = start;
		while (end < text.length() && text.charAt(end) != '"') {
			end += (text.charAt(end) == '\\') ? 2 : 1;
		}
		return Math.min(end, text.length());
	}

	private static int endOfJson(String text, int start) {
		Matcher number = JSON_NUMBER.matcher(text).region(start, text.length());
		return number.lookingAt() ? number.end() : start;
	}

	private static int endOfPair(String text, int start) {
		int end = start;
		while (end < text.length() && "&#\"".indexOf(text.charAt(end)) < 0
				&& !Character.isWhitespace(text.charAt(end))) {
			end++;
		}
		return end;
	}

	private static int endOfPart(String text, int start) {
		int end = text.indexOf("\n--", start);
		if (end < 0) {
			return text.length();
		}
		return (end > start && text.charAt(end - 1) == '\r') ? end - 1 : end;
	}

	/**
	 * Finds where a value ends.
	 */
	private interface End {

		int of(String text, int start);

	}

}
