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

package dev.kindling.dynamodb.table;

/**
 * How a table's name follows from its entity's, if it does.
 */
public enum TableNaming {

	/**
	 * It doesn't.
	 */
	NONE,

	/**
	 * {@code order-line} for {@code OrderLine}.
	 */
	KEBAB_CASE,

	/**
	 * {@code order_line} for {@code OrderLine}.
	 */
	SNAKE_CASE,

	/**
	 * {@code OrderLine} for {@code OrderLine}.
	 */
	CLASS_NAME;

	/**
	 * Splits a class's name into words.
	 */
	public static String words(Class<?> entity, char separator) {
		String name = entity.getSimpleName();
		StringBuilder words = new StringBuilder(name.length() + 4);
		for (int i = 0; i < name.length(); i++) {
			char character = name.charAt(i);
			boolean starts = Character.isUpperCase(character) && i > 0 && (!Character.isUpperCase(name.charAt(i - 1))
					|| (i + 1 < name.length() && Character.isLowerCase(name.charAt(i + 1))));
			if (starts && words.charAt(words.length() - 1) != separator) {
				words.append(separator);
			}
			words.append((character == '_') ? separator : Character.toLowerCase(character));
		}
		return words.toString();
	}

}
