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

package dev.kindling.start.environment;

import org.springframework.util.StringUtils;

/**
 * The texts that Spring converts to {@code true} and {@code false}.
 */
final class Switch {

	private Switch() {
	}

	/**
	 * Converts a property's value.
	 * @throws IllegalStateException if it is neither
	 */
	static boolean of(String name, String value) {
		return switch (StringUtils.trimAllWhitespace(value).toLowerCase(java.util.Locale.ROOT)) {
			case "true", "on", "yes", "1" -> true;
			case "false", "off", "no", "0" -> false;
			default ->
				throw new IllegalStateException("'" + name + "' is '" + value + "', which is neither true nor false");
		};
	}

}
