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

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * What one property source says to Spring Boot's start itself: its properties below
 * {@code spring}, by their uniform names.
 */
final class BootSettings {

	static final String GROUP = "spring.profiles.group";

	private final Map<String, Object> values = new LinkedHashMap<>();

	private final Map<String, String> groups = new LinkedHashMap<>();

	private BootSettings() {
	}

	/**
	 * Those of a property source.
	 * @return {@code null} if there is none
	 */
	static @Nullable BootSettings of(EnumerablePropertySource<?> source) {
		boolean variables = source.getName().equals(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
		BootSettings settings = null;
		for (String name : source.getPropertyNames()) {
			if (RelaxedName.isSprings(name)) {
				Object value = source.getProperty(name);
				if (value != null) {
					settings = (settings != null) ? settings : new BootSettings();
					settings.add(name, value, variables);
				}
			}
		}
		return settings;
	}

	private void add(String name, Object value, boolean variable) {
		String uniform = variable ? RelaxedName.ofVariable(name) : RelaxedName.uniform(name);
		if (name.equals(variable ? RelaxedName.toVariable(uniform) : uniform)) {
			this.values.put(uniform, value);
		}
		else {
			this.values.putIfAbsent(uniform, value);
		}
		if (uniform.startsWith(GROUP) && uniform.length() > GROUP.length()) {
			addGroup(name, uniform, variable);
		}
	}

	/**
	 * The profile whose group it is, as it was written: the rest of the name, without an
	 * index.
	 */
	private void addGroup(String name, String uniform, boolean variable) {
		String key = uniform;
		if (uniform.endsWith("]") && !uniform.endsWith(".]")) {
			String index = uniform.substring(uniform.lastIndexOf('[') + 1, uniform.length() - 1);
			if (!index.isEmpty() && index.chars().allMatch(Character::isDigit)) {
				key = uniform.substring(0, uniform.lastIndexOf('['));
			}
		}
		String rest = variable ? key.substring(Math.min(key.length(), GROUP.length() + 1)) : written(name, key);
		if (!rest.isEmpty()) {
			this.groups.putIfAbsent(rest, key);
		}
	}

	private static String written(String name, String key) {
		int start = 0;
		for (int element = 0; element < 3; element++) {
			while (start < name.length() && name.charAt(start) != '.' && name.charAt(start) != '[') {
				start++;
			}
			if (element < 2) {
				start++;
			}
		}
		String rest = name.substring(start);
		if (rest.startsWith(".")) {
			rest = rest.substring(1);
		}
		if (!RelaxedName.uniform(name).equals(key)) {
			rest = rest.substring(0, rest.lastIndexOf('['));
		}
		return rest.startsWith("[") ? rest.substring(1, rest.length() - 1) : bare(rest);
	}

	/**
	 * Of a key without brackets Spring Boot keeps letters of ASCII, digits, underscores,
	 * and dashes behind something else.
	 */
	private static String bare(String key) {
		StringBuilder bare = new StringBuilder(key.length());
		int element = 0;
		for (int i = 0; i < key.length(); i++) {
			char character = key.charAt(i);
			boolean letter = (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
			if (letter || (character >= '0' && character <= '9') || character == '_' || character == '.'
					|| (character == '-' && i > element)) {
				bare.append(character);
			}
			element = (character == '.') ? i + 1 : element;
		}
		return bare.toString();
	}

	/**
	 * Whether there is a property of the name or below it.
	 * @param name a uniform name
	 */
	boolean has(String name) {
		return this.values.containsKey(name) || hasBelow(name);
	}

	/**
	 * Whether there is a property below a name.
	 * @param name a uniform name
	 */
	boolean hasBelow(String name) {
		for (String candidate : this.values.keySet()) {
			if (candidate.startsWith(name) && candidate.length() > name.length()
					&& (candidate.charAt(name.length()) == '.' || candidate.charAt(name.length()) == '[')) {
				return true;
			}
		}
		return false;
	}

	@Nullable Object get(String name) {
		return this.values.get(name);
	}

	/**
	 * The profiles with a group, as written, and the uniform name of each group.
	 */
	Map<String, String> groups() {
		return this.groups;
	}

	/**
	 * A list, as Spring Boot binds one: a text with commas, or elements with indexes.
	 * @return {@code null} if this source has none
	 */
	@Nullable List<String> list(String name, Placeholders placeholders) {
		Object value = get(name);
		if (value != null) {
			String text = value.toString();
			return text.isEmpty() ? List.of() : split(placeholders.resolve(text));
		}
		List<String> elements = new ArrayList<>();
		for (value = get(name + "[0]"); value != null; value = get(name + "[" + elements.size() + "]")) {
			elements.add(placeholders.resolve(value.toString()));
		}
		for (String candidate : this.values.keySet()) {
			if (candidate.startsWith(name + "[")) {
				String index = candidate.substring(name.length() + 1, candidate.indexOf(']', name.length()));
				if (!index.chars().allMatch(Character::isDigit) || Integer.parseInt(index) >= elements.size()) {
					throw new IllegalStateException("The elements [" + candidate + "] were left unbound.");
				}
			}
		}
		return elements.isEmpty() ? null : elements;
	}

	private static List<String> split(String text) {
		List<String> elements = new ArrayList<>();
		if (text.isEmpty()) {
			return elements;
		}
		int start = 0;
		for (int comma = text.indexOf(','); comma >= 0; comma = text.indexOf(',', start)) {
			elements.add(text.substring(start, comma).trim());
			start = comma + 1;
		}
		elements.add(text.substring(start).trim());
		return elements;
	}

	/**
	 * Puts values in the place of {@code ${…}}.
	 */
	@FunctionalInterface
	interface Placeholders {

		/**
		 * Resolves the placeholders of a text.
		 */
		String resolve(String text);

	}

}
