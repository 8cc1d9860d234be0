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

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.PropertySources;
import org.springframework.core.env.PropertySourcesPropertyResolver;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * Finds a property however its name is written, as Spring Boot does, without Spring
 * Boot's binding.
 */
final class RelaxedPropertyResolver extends PropertySourcesPropertyResolver {

	private final PropertySources sources;

	private final Map<PropertySource<?>, Map<String, String>> others = new IdentityHashMap<>();

	RelaxedPropertyResolver(PropertySources sources) {
		super(sources);
		this.sources = sources;
	}

	@Override
	public boolean containsProperty(String key) {
		boolean relaxed = RelaxedName.isRelaxed(key);
		for (PropertySource<?> source : this.sources) {
			if (find(source, key, relaxed) != null) {
				return true;
			}
		}
		return false;
	}

	@Override
	protected <T> @Nullable T getProperty(String key, Class<T> type, boolean resolveNestedPlaceholders) {
		boolean relaxed = RelaxedName.isRelaxed(key);
		for (PropertySource<?> source : this.sources) {
			Object value = find(source, key, relaxed);
			if (value != null) {
				if (resolveNestedPlaceholders && value instanceof String text) {
					value = resolveNestedPlaceholders(text);
				}
				return convertValueIfNecessary(value, type);
			}
		}
		return null;
	}

	private @Nullable Object find(PropertySource<?> source, String key, boolean relaxed) {
		if (relaxed && source instanceof SystemEnvironmentPropertySource variables) {
			Object value = ((MapPropertySource) variables).getSource().get(RelaxedName.toVariable(key));
			if (value != null) {
				return value;
			}
		}
		Object value = source.getProperty(key);
		return (value == null && relaxed && !(source instanceof SystemEnvironmentPropertySource)) ? find(source, key)
				: value;
	}

	private @Nullable Object find(PropertySource<?> source, String key) {
		Map<String, String> names = this.others.get(source);
		if (names == null) {
			names = others(source);
			this.others.put(source, names);
		}
		if (names.isEmpty()) {
			return null;
		}
		String name = names.get(RelaxedName.uniform(key));
		return (name != null) ? source.getProperty(name) : null;
	}

	/**
	 * The names that differ from their uniform form, by that.
	 */
	private static Map<String, String> others(PropertySource<?> source) {
		Map<String, String> names = Map.of();
		if (source instanceof EnumerablePropertySource<?> enumerable) {
			for (String name : enumerable.getPropertyNames()) {
				if (!isUniform(name)) {
					names = names.isEmpty() ? new HashMap<>() : names;
					names.putIfAbsent(RelaxedName.uniform(name), name);
				}
			}
		}
		return names;
	}

	private static boolean isUniform(String name) {
		for (int i = 0; i < name.length(); i++) {
			char character = name.charAt(i);
			if (character == '-' || !RelaxedName.isRelaxed(character)) {
				return false;
			}
		}
		return true;
	}

}
