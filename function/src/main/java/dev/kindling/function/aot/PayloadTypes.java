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

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import dev.kindling.function.payload.LambdaEvents;
import org.jspecify.annotations.Nullable;

import org.springframework.aot.hint.BindingReflectionHintsRegistrar;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;

/**
 * The classes that Jackson reaches from the types of functions: those of properties,
 * elements and type arguments, subtypes of sealed and annotated hierarchies, builders.
 */
final class PayloadTypes {

	private static final String[] FOREIGN = { "java.", "javax.", "jdk.", "kotlin.", "org.springframework.", "reactor.",
			"com.fasterxml.jackson.", "org.joda.", "org.reactivestreams.", "dev.kindling.function.http.",
			"dev.kindling.function.batch." };

	private static final String JODA = "org.joda.";

	private final Set<Class<?>> classes = new LinkedHashSet<>();

	private final Set<Type> seen = new LinkedHashSet<>();

	private final Predicate<Class<?>> included;

	private boolean joda;

	/**
	 * Creates an empty set.
	 */
	PayloadTypes() {
		this((type) -> true);
	}

	/**
	 * Creates an empty set.
	 * @param included which classes it takes
	 */
	PayloadTypes(Predicate<Class<?>> included) {
		this.included = included;
	}

	/**
	 * Adds a type with all that is reachable from it.
	 */
	void add(@Nullable Type type) {
		if (type == null || !this.seen.add(type)) {
			return;
		}
		if (type instanceof ParameterizedType parameterized) {
			add(parameterized.getRawType());
			addAll(parameterized.getActualTypeArguments());
		}
		else if (type instanceof GenericArrayType array) {
			add(array.getGenericComponentType());
		}
		else if (type instanceof WildcardType wildcard) {
			addAll(wildcard.getUpperBounds());
			addAll(wildcard.getLowerBounds());
		}
		else if (type instanceof TypeVariable<?> variable) {
			addAll(variable.getBounds());
		}
		else if (type instanceof Class<?> raw) {
			addClass(raw);
		}
	}

	private void addAll(Type[] types) {
		for (Type type : types) {
			add(type);
		}
	}

	private void addClass(Class<?> type) {
		if (type.isArray()) {
			add(type.getComponentType());
			return;
		}
		this.joda |= type.getName().startsWith(JODA);
		if (type.isPrimitive() || isForeign(type) || !this.included.test(type)) {
			return;
		}
		this.classes.add(type);
		if (type.getSuperclass() != null) {
			add(type.getGenericSuperclass());
		}
		addAll(type.getGenericInterfaces());
		if (type.isSealed()) {
			addAll(type.getPermittedSubclasses());
		}
		addSubtypes(type);
		if (!type.isEnum()) {
			addMembers(type);
		}
	}

	private void addSubtypes(Class<?> type) {
		JsonSubTypes subTypes = type.getAnnotation(JsonSubTypes.class);
		if (subTypes != null) {
			for (JsonSubTypes.Type subType : subTypes.value()) {
				add(subType.value());
			}
		}
		JsonDeserialize deserialize = type.getAnnotation(JsonDeserialize.class);
		if (deserialize != null) {
			addAll(new Type[] { deserialize.builder(), deserialize.as() });
		}
		JsonSerialize serialize = type.getAnnotation(JsonSerialize.class);
		if (serialize != null) {
			add(serialize.as());
		}
	}

	private void addMembers(Class<?> type) {
		for (Field field : type.getDeclaredFields()) {
			if (!Modifier.isStatic(field.getModifiers()) && !field.isSynthetic()) {
				add(field.getGenericType());
			}
		}
		for (Method method : type.getDeclaredMethods()) {
			if (isProperty(method)) {
				add(method.getGenericReturnType());
				addParameters(method);
			}
		}
		for (Constructor<?> constructor : type.getDeclaredConstructors()) {
			if (!constructor.isSynthetic()) {
				addParameters(constructor);
			}
		}
	}

	private void addParameters(Executable executable) {
		addAll(executable.getGenericParameterTypes());
	}

	private static boolean isProperty(Method method) {
		if (method.isSynthetic() || !Modifier.isPublic(method.getModifiers())) {
			return false;
		}
		String name = method.getName();
		return name.startsWith("get") || name.startsWith("is") || name.startsWith("set") || name.startsWith("with")
				|| name.equals("build") || method.getAnnotations().length > 0;
	}

	private static boolean isForeign(Class<?> type) {
		for (String prefix : FOREIGN) {
			if (type.getName().startsWith(prefix)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Registers the hints.
	 */
	void register(RuntimeHints hints) {
		BindingReflectionHintsRegistrar registrar = new BindingReflectionHintsRegistrar();
		for (Class<?> type : this.classes) {
			registrar.registerReflectionHints(hints.reflection(), type);
			if (type.isEnum()) {
				hints.reflection()
					.registerType(type, MemberCategory.DECLARED_FIELDS, MemberCategory.INVOKE_PUBLIC_METHODS);
			}
			else {
				hints.reflection()
					.registerType(type, MemberCategory.DECLARED_FIELDS, MemberCategory.INVOKE_PUBLIC_METHODS,
							MemberCategory.INVOKE_DECLARED_CONSTRUCTORS);
			}
		}
		if (this.joda) {
			LambdaEvents.registerJodaHints(hints);
		}
	}

}
