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

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.json.JacksonJsonParser;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * The properties of {@code SPRING_APPLICATION_JSON}, or of
 * {@code spring.application.json} on the command line or as a system property.
 */
final class JsonProperties {

	private static final String PROPERTY = "spring.application.json";

	private static final String VARIABLE = "SPRING_APPLICATION_JSON";

	private JsonProperties() {
	}

	static void addTo(MutablePropertySources sources) {
		String json = null;
		for (PropertySource<?> source : sources) {
			json = text(source, PROPERTY);
			json = (json != null) ? json : text(source, VARIABLE);
			if (json != null) {
				break;
			}
		}
		if (json == null) {
			return;
		}
		Map<String, Object> values = new LinkedHashMap<>();
		new JacksonJsonParser().parseMap(json).forEach((name, value) -> add(name, value, values));
		if (!values.isEmpty()) {
			sources.addBefore(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME,
					new MapPropertySource(PROPERTY, values));
		}
	}

	private static @Nullable String text(PropertySource<?> source, String name) {
		return (source.getProperty(name) instanceof String text && !text.isEmpty()) ? text : null;
	}

	private static void add(String name, @Nullable Object value, Map<String, Object> values) {
		if (value instanceof Map<?, ?> map && !map.isEmpty()) {
			map.forEach((key, nested) -> add(name + "." + key, nested, values));
		}
		else if (value instanceof Collection<?> list && !list.isEmpty()) {
			int index = 0;
			for (Object element : list) {
				add(name + "[" + index++ + "]", element, values);
			}
		}
		else {
			values.put(name, value);
		}
	}

}
