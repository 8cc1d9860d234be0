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

/**
 * Names of properties, as far as Spring Boot tells them apart: neither case, nor dashes
 * and underscores within an element, make a difference.
 */
public final class RelaxedName {

	private RelaxedName() {
	}

	/**
	 * The one form of all names that mean the same property.
	 * @param name a property's name, as in a file or on the command line
	 */
	static String uniform(String name) {
		return uniform(name, false);
	}

	/**
	 * The one form of all names that mean the same property.
	 * @param name an environment variable's name
	 * @return the form, such as {@code spring.main.cloudplatform}
	 */
	public static String ofVariable(String name) {
		return uniform(name, true);
	}

	/**
	 * The variable's name that Spring Boot documents for a property: without dashes.
	 */
	static String toVariable(String name) {
		StringBuilder variable = new StringBuilder(name.length());
		for (int i = 0; i < name.length(); i++) {
			char character = name.charAt(i);
			if (character == '.' || character == '[') {
				if (!variable.isEmpty()) {
					variable.append('_');
				}
			}
			else if (character != '-' && character != ']') {
				variable.append(Character.toUpperCase(character));
			}
		}
		return variable.toString();
	}

	/**
	 * Whether Spring Boot takes a name that is asked for as one that can be written in
	 * other ways, too.
	 */
	static boolean isRelaxed(String name) {
		for (int i = 0; i < name.length(); i++) {
			if (!isRelaxed(name.charAt(i))) {
				return false;
			}
		}
		return true;
	}

	static boolean isRelaxed(char character) {
		return (character >= 'a' && character <= 'z') || (character >= '0' && character <= '9') || character == '.'
				|| character == '-' || character == '[' || character == ']';
	}

	private static String uniform(String name, boolean variable) {
		StringBuilder uniform = new StringBuilder(name.length());
		int element = 0;
		for (int i = 0; i < name.length(); i++) {
			char character = name.charAt(i);
			if (character == '[') {
				int end = name.indexOf(']', i);
				if (end < 0) {
					break;
				}
				uniform.append(name, i, end + 1);
				i = end;
				element = uniform.length();
			}
			else if (character == '.' || (variable && character == '_')) {
				endElement(uniform, element, variable);
				if (!uniform.isEmpty()) {
					uniform.append('.');
				}
				element = uniform.length();
			}
			else if (Character.isLetterOrDigit(character)) {
				uniform.append(Character.toLowerCase(character));
			}
		}
		endElement(uniform, element, variable);
		if (!uniform.isEmpty() && uniform.charAt(uniform.length() - 1) == '.') {
			uniform.setLength(uniform.length() - 1);
		}
		return uniform.toString();
	}

	/**
	 * A number between a variable's underscores is an index.
	 */
	private static void endElement(StringBuilder uniform, int start, boolean variable) {
		if (!variable || start == 0 || start == uniform.length()) {
			return;
		}
		for (int i = start; i < uniform.length(); i++) {
			if (!Character.isDigit(uniform.charAt(i))) {
				return;
			}
		}
		uniform.insert(start, '[').append(']').deleteCharAt(start - 1);
	}

	/**
	 * Whether a name may be one of Spring Boot's own.
	 * @param name a property's or variable's name
	 * @return {@code false} if it can't be one
	 */
	public static boolean isSprings(String name) {
		return name.regionMatches(true, 0, "spring", 0, 6);
	}

}
