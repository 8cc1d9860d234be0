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

package dev.kindling.function.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes query strings apart. What is no valid encoding is left as it is.
 */
final class QueryStrings {

	private QueryStrings() {
	}

	static Map<String, List<String>> decode(Map<String, List<String>> encoded) {
		Map<String, List<String>> decoded = new LinkedHashMap<>();
		for (Map.Entry<String, List<String>> entry : encoded.entrySet()) {
			List<String> values = decoded.computeIfAbsent(decode(entry.getKey()), (key) -> new ArrayList<>(1));
			for (String value : entry.getValue()) {
				values.add(decode(value));
			}
		}
		return decoded;
	}

	static void parse(String query, Map<String, List<String>> parameters) {
		for (String parameter : split(query, '&')) {
			int equals = parameter.indexOf('=');
			String name = decode((equals < 0) ? parameter : parameter.substring(0, equals));
			String value = (equals < 0) ? "" : decode(parameter.substring(equals + 1));
			parameters.computeIfAbsent(name, (key) -> new ArrayList<>(1)).add(value);
		}
	}

	private static String decode(String encoded) {
		if (encoded.indexOf('%') < 0 && encoded.indexOf('+') < 0) {
			return encoded;
		}
		try {
			return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			return encoded;
		}
	}

	static List<String> split(String text, char separator) {
		List<String> parts = new ArrayList<>();
		int start = 0;
		while (start <= text.length()) {
			int end = text.indexOf(separator, start);
			end = (end < 0) ? text.length() : end;
			if (end > start) {
				parts.add(text.substring(start, end));
			}
			start = end + 1;
		}
		return parts;
	}

}
