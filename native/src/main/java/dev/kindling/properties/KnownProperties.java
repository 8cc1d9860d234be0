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

package dev.kindling.properties;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.json.JsonParserFactory;

/**
 * The properties that Kindling's configuration metadata describes. Names are compared
 * without what Spring Boot's relaxed binding overlooks.
 */
final class KnownProperties {

	private static final String METADATA = "META-INF/additional-spring-configuration-metadata.json";

	private static final String PREFIX = "kindling.";

	/**
	 * How much of a name may be wrong for it to be taken as meant.
	 */
	private static final int MAX_DISTANCE = 4;

	private final Set<String> names = new LinkedHashSet<>();

	/**
	 * Names under which others follow, such as an entity's.
	 */
	private final Set<String> maps = new LinkedHashSet<>();

	private KnownProperties() {
	}

	static KnownProperties read() {
		KnownProperties known = new KnownProperties();
		try {
			// Spring Boot has such a file, too, and so may an application
			for (URL file : Collections.list(KnownProperties.class.getClassLoader().getResources(METADATA))) {
				try (InputStream input = file.openStream()) {
					String text = new String(input.readAllBytes(), StandardCharsets.UTF_8);
					if (text.contains(PREFIX)) {
						known.add(JsonParserFactory.getJsonParser().parseMap(text));
					}
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Can't read " + METADATA, ex);
		}
		return known;
	}

	private void add(Map<String, Object> metadata) {
		if (metadata.get("properties") instanceof List<?> properties) {
			for (Object property : properties) {
				if (property instanceof Map<?, ?> description && description.get("name") instanceof String name
						&& name.startsWith(PREFIX)) {
					boolean map = String.valueOf(description.get("type")).startsWith("java.util.Map");
					(map ? this.maps : this.names).add(name);
				}
			}
		}
	}

	/**
	 * Whether there is such a property.
	 * @param name in kebab or camel case
	 */
	boolean has(String name) {
		String uniform = uniform(name);
		return contains(this.names, uniform) || this.maps.stream().anyMatch((map) -> {
			String start = uniform(map);
			return uniform.startsWith(start + ".") || uniform.startsWith(start + "[");
		});
	}

	/**
	 * Whether a variable is such a property.
	 * @param name in upper case with underscores
	 */
	boolean hasVariable(String name) {
		String squeezed = squeezed(name);
		return this.names.stream().anyMatch((known) -> squeezed(known).equals(squeezed))
				|| this.maps.stream().anyMatch((map) -> squeezed.startsWith(squeezed(map)));
	}

	private static boolean contains(Collection<String> names, String uniform) {
		int index = uniform.indexOf('[');
		String plain = (index >= 0) ? uniform.substring(0, index) : uniform;
		return names.stream().anyMatch((known) -> uniform(known).equals(plain));
	}

	/**
	 * The property whose name is most like this one.
	 * @return the name, or {@code null} if none is like it
	 */
	@Nullable String nearest(String name) {
		String squeezed = squeezed(name);
		String nearest = null;
		int distance = MAX_DISTANCE + 1;
		for (String known : this.names) {
			int found = distance(squeezed, squeezed(known));
			if (found < distance) {
				nearest = known;
				distance = found;
			}
		}
		return nearest;
	}

	static String variable(String name) {
		return name.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
	}

	private static String uniform(String name) {
		return name.replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
	}

	private static String squeezed(String name) {
		return uniform(name).replace(".", "");
	}

	/**
	 * How many letters have to change, leave or come, by Levenshtein.
	 */
	private static int distance(String one, String other) {
		int[] before = new int[other.length() + 1];
		for (int j = 0; j <= other.length(); j++) {
			before[j] = j;
		}
		for (int i = 1; i <= one.length(); i++) {
			int[] row = new int[other.length() + 1];
			row[0] = i;
			for (int j = 1; j <= other.length(); j++) {
				int changed = before[j - 1] + ((one.charAt(i - 1) == other.charAt(j - 1)) ? 0 : 1);
				row[j] = Math.min(changed, Math.min(before[j], row[j - 1]) + 1);
			}
			before = row;
		}
		return before[other.length()];
	}

}
