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

package dev.kindling.function.payload;

import java.lang.reflect.Type;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.BeanDeserializerBase;
import com.fasterxml.jackson.databind.deser.DefaultDeserializationContext;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.util.NameTransformer;
import org.jspecify.annotations.Nullable;

/**
 * Which properties of a JSON object a type knows, as Jackson reads it: with aliases,
 * creators, the application's naming strategy and its indifference to capital letters.
 * Found out with the first event that asks.
 */
public final class TypeProperties {

	private final ObjectMapper mapper;

	private final JavaType type;

	private volatile @Nullable Reading reading;

	/**
	 * Creates the properties.
	 * @param type what is read; of a list, array or {@code Optional} its elements count
	 * @param mapper reads it
	 */
	public TypeProperties(Type type, ObjectMapper mapper) {
		this(element(mapper.getTypeFactory().constructType(type)), mapper);
	}

	private TypeProperties(JavaType type, ObjectMapper mapper) {
		this.mapper = mapper;
		this.type = type;
	}

	private static JavaType element(JavaType type) {
		JavaType element = type;
		while (element.isCollectionLikeType() || element.isArrayType() || element.isReferenceType()) {
			element = element.getContentType();
		}
		return element;
	}

	/**
	 * The type that the properties are those of.
	 */
	public Class<?> type() {
		return this.type.getRawClass();
	}

	/**
	 * Whether the properties are known: not of a map, and not of what code reads that
	 * only its author knows.
	 */
	public boolean isKnown() {
		return reading().bean != null;
	}

	/**
	 * Whether the type has a property of this name.
	 */
	public boolean declares(String name) {
		BeanDeserializerBase bean = reading().bean;
		return bean != null && bean.findProperty(name) != null;
	}

	/**
	 * Whether the type takes a property of this name: as its own, as one of a value that
	 * is unwrapped, to ignore it, or because it takes any.
	 */
	public boolean takes(String name) {
		Reading current = reading();
		return declares(name) || more() == ANYTHING || more().contains(name)
				|| (current.bean != null && current.bean.getPropertyCount() == 0 && more().isEmpty());
	}

	/**
	 * How many properties the type has itself.
	 */
	public int count() {
		BeanDeserializerBase bean = reading().bean;
		return (bean != null) ? bean.getPropertyCount() : 0;
	}

	/**
	 * The names of the properties, in the order of the alphabet.
	 */
	Set<String> names() {
		Set<String> names = new TreeSet<>(more());
		BeanDeserializerBase bean = reading().bean;
		if (bean != null) {
			bean.properties().forEachRemaining((property) -> names.add(property.getName()));
		}
		return names;
	}

	private Reading reading() {
		Reading current = this.reading;
		if (current == null) {
			current = new Reading(bean());
			this.reading = current;
		}
		return current;
	}

	private @Nullable BeanDeserializerBase bean() {
		try {
			DeserializationContext context = ((DefaultDeserializationContext) this.mapper.getDeserializationContext())
				.createDummyInstance(this.mapper.getDeserializationConfig());
			JsonDeserializer<?> deserializer = context.findRootValueDeserializer(this.type);
			return (deserializer instanceof BeanDeserializerBase bean
					&& !bean.getValueInstantiator().canCreateUsingDelegate()) ? bean : null;
		}
		catch (JsonMappingException | IllegalArgumentException ex) {
			// Reading says it
			return null;
		}
	}

	private static final Set<String> ANYTHING = Set.of("*");

	private Set<String> more() {
		Reading current = reading();
		Set<String> more = current.more;
		if (more == null) {
			more = (current.bean != null) ? findMore() : Set.of();
			current.more = more;
		}
		return more;
	}

	/**
	 * What the deserializer doesn't count among its properties: those of unwrapped
	 * values, and those that the type ignores by name.
	 */
	private Set<String> findMore() {
		DeserializationConfig config = this.mapper.getDeserializationConfig();
		BeanDescription description = config.introspect(this.type);
		if (description.findAnySetterAccessor() != null) {
			return ANYTHING;
		}
		Set<String> names = new LinkedHashSet<>(
				config.getDefaultPropertyIgnorals(this.type.getRawClass(), description.getClassInfo())
					.findIgnoredForDeserialization());
		for (BeanPropertyDefinition property : description.findProperties()) {
			AnnotatedMember member = property.getPrimaryMember();
			NameTransformer unwrapping = (member != null)
					? config.getAnnotationIntrospector().findUnwrappingNameTransformer(member) : null;
			if (unwrapping != null) {
				TypeProperties unwrapped = new TypeProperties(member.getType(), this.mapper);
				if (!unwrapped.isKnown() || unwrapped.more() == ANYTHING) {
					return ANYTHING;
				}
				unwrapped.names().forEach((name) -> names.add(unwrapping.transform(name)));
			}
		}
		return names;
	}

	private static final class Reading {

		private final @Nullable BeanDeserializerBase bean;

		private volatile @Nullable Set<String> more;

		private Reading(@Nullable BeanDeserializerBase bean) {
			this.bean = bean;
		}

	}

}
