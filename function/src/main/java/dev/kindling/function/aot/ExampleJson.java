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

package dev.kindling.function.aot;

import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What a type looks like as JSON, with a value for each property: for tools in which a
 * developer goes on from there.
 */
final class ExampleJson {

	private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

	private static final int MAX_DEPTH = 8;

	private static final Map<String, String> TEXTS = new LinkedHashMap<>();

	static {
		TEXTS.put("java.util.UUID", "00000000-0000-4000-8000-000000000001");
		for (String instant : new String[] { "java.time.Instant", "java.time.OffsetDateTime", "java.time.ZonedDateTime",
				"java.util.Date", "java.util.Calendar", "org.joda.time.DateTime", "kotlinx.datetime.Instant" }) {
			TEXTS.put(instant, "2026-01-01T12:00:00Z");
		}
		TEXTS.put("java.time.LocalDate", "2026-01-01");
		TEXTS.put("java.time.LocalDateTime", "2026-01-01T12:00:00");
		TEXTS.put("java.time.LocalTime", "12:00:00");
		TEXTS.put("java.time.OffsetTime", "12:00:00Z");
		TEXTS.put("java.time.YearMonth", "2026-01");
		TEXTS.put("java.time.Duration", "PT1M");
		TEXTS.put("java.time.Period", "P1D");
		TEXTS.put("java.time.ZoneId", "UTC");
		TEXTS.put("java.util.TimeZone", "UTC");
		TEXTS.put("java.net.URI", "https://example.com/");
		TEXTS.put("java.net.URL", "https://example.com/");
		TEXTS.put("java.util.Locale", "en");
		TEXTS.put("java.util.Currency", "EUR");
		TEXTS.put("java.lang.Character", "a");
		TEXTS.put("char", "a");
	}

	private final ObjectMapper mapper;

	private final Deque<Class<?>> open = new ArrayDeque<>();

	ExampleJson(ObjectMapper mapper) {
		this.mapper = mapper;
	}

	/**
	 * Makes an example.
	 * @param type what is read
	 * @return JSON that the mapper reads as that type, as far as its properties tell
	 */
	JsonNode of(Type type) {
		return of(this.mapper.constructType(type), "text");
	}

	private JsonNode of(JavaType type, String name) {
		Class<?> raw = type.getRawClass();
		String text = TEXTS.get(raw.getName());
		if (text != null) {
			return NODES.textNode(text);
		}
		if (CharSequence.class.isAssignableFrom(raw)) {
			return NODES.textNode(name);
		}
		if (raw == boolean.class || raw == Boolean.class) {
			return NODES.booleanNode(true);
		}
		if (raw.isPrimitive() || Number.class.isAssignableFrom(raw)) {
			return NODES.numberNode(1);
		}
		if (raw == byte[].class) {
			return NODES.textNode("dGV4dA==");
		}
		if (type.isEnumType()) {
			return constant(raw);
		}
		if (type.isReferenceType()) {
			return of(type.getContentType(), name);
		}
		if (type.isMapLikeType()) {
			return NODES.objectNode().set("key", of(type.getContentType(), "value"));
		}
		if (type.isContainerType()) {
			return elements(type, name);
		}
		return bean(type, name);
	}

	private ArrayNode elements(JavaType type, String name) {
		ArrayNode elements = NODES.arrayNode();
		JavaType content = type.getContentType();
		// a tree of itself ends with an empty list
		return this.open.contains(content.getRawClass()) ? elements : elements.add(of(content, name));
	}

	private JsonNode constant(Class<?> type) {
		Object[] constants = type.getEnumConstants();
		return (constants != null && constants.length > 0) ? this.mapper.valueToTree(constants[0]) : NODES.nullNode();
	}

	private JsonNode bean(JavaType type, String name) {
		Class<?> raw = type.getRawClass();
		if (raw == Object.class || raw.getName().startsWith("com.fasterxml.jackson.")
				|| this.open.size() == MAX_DEPTH) {
			return NODES.objectNode();
		}
		BeanDescription read = this.mapper.getDeserializationConfig().introspect(type);
		BeanDescription written = this.mapper.getSerializationConfig().introspect(type);
		if (written.findJsonValueAccessor() != null) {
			return of(written.findJsonValueAccessor().getType(), name);
		}
		ObjectNode example = NODES.objectNode();
		this.open.push(raw);
		try {
			for (BeanPropertyDefinition property : read.findProperties()) {
				JavaType of = property.getPrimaryType();
				if (property.couldDeserialize() && !this.open.contains(of.getRawClass())) {
					example.set(property.getName(), of(of, property.getName()));
				}
			}
		}
		finally {
			this.open.pop();
		}
		return example;
	}

}
