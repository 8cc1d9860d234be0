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

import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Cookies as headers and events have them. What isn't in the form of a cookie is a
 * credential as a whole.
 */
final class CookieText {

	/** A name before padding is base64, and no cookie's. */
	private static final Pattern COOKIE = Pattern.compile("(\\s*[^=;\\s]+=)(?!=*\\s*$)(.+)", Pattern.DOTALL);

	private static final Pattern EMPTY = Pattern.compile("\\s*(?:[^=;\\s]+=)?\\s*");

	private static final Pattern ATTRIBUTE = Pattern
		.compile("\\s*(?:(?:Path|Domain|SameSite|Max-Age|Priority|Version)=[^,=]*|Expires=[^=]*"
				+ "|HttpOnly|Secure|Partitioned)\\s*", Pattern.CASE_INSENSITIVE);

	private CookieText() {
	}

	/**
	 * Replaces the values of cookies.
	 * @param text one or more, with their attributes
	 * @param value gets a value, and gives what stands in its place
	 */
	static String replace(String text, UnaryOperator<String> value) {
		String[] parts = text.split(";", -1);
		if (Arrays.stream(parts).noneMatch((part) -> COOKIE.matcher(part).matches())) {
			return value.apply(text);
		}
		return Arrays.stream(parts).map((part) -> part(part, value)).collect(Collectors.joining(";"));
	}

	private static String part(String part, UnaryOperator<String> value) {
		Matcher cookie = COOKIE.matcher(part);
		if (cookie.matches()) {
			return cookie.group(1) + value.apply(cookie.group(2));
		}
		return EMPTY.matcher(part).matches() ? part : value.apply(part);
	}

	/**
	 * Replaces the value of a cookie that is to be set, and keeps its attributes, which
	 * say how it is kept.
	 */
	static String replaceSet(String text, UnaryOperator<String> value) {
		int end = text.indexOf(';');
		if (end < 0) {
			return replace(text, value);
		}
		String attributes = Arrays.stream(text.substring(end + 1).split(";", -1))
			.map((part) -> ATTRIBUTE.matcher(part).matches() ? part : part(part, value))
			.collect(Collectors.joining(";"));
		return part(text.substring(0, end), value) + ";" + attributes;
	}

}
