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

package dev.kindling.dynamodb.schema;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbImmutable;

/**
 * Reads a {@link DynamoDbImmutable}: its public methods without parameters, each with a
 * method of the builder to set it.
 */
final class ImmutableIntrospector {

	private static final String BUILD = "build";

	private final Class<?> type;

	private final Set<String> ignored = new HashSet<>(Set.of("toBuilder"));

	private ImmutableIntrospector(Class<?> type) {
		this.type = type;
		for (Method method : Object.class.getMethods()) {
			this.ignored.add(method.getName());
		}
	}

	static Entity introspect(Class<?> type, DynamoDbImmutable annotation) {
		return new ImmutableIntrospector(type).introspect(annotation);
	}

	private Entity introspect(DynamoDbImmutable annotation) {
		Class<?> builderType = annotation.builder();
		Map<String, Method> setters = new LinkedHashMap<>();
		for (Method method : builderType.getMethods()) {
			if (isCandidate(method)) {
				Method other = setters.put(property(method, "set"), method);
				if (other != null) {
					throw failure(other, "The builder has two methods for it. Annotate one with @DynamoDbIgnore.");
				}
			}
		}
		Method build = setters.remove(BUILD);
		if (build == null || build.getParameterCount() > 0 || build.getReturnType() != this.type) {
			throw new SchemaException(this.type, null,
					"Its builder " + builderType.getName() + " has no public method build() that returns the class.",
					null);
		}
		Method create = staticBuilder(builderType);
		List<EntityAttribute> attributes = new ArrayList<>();
		for (Method getter : this.type.getMethods()) {
			if (isCandidate(getter)) {
				attributes.add(attribute(getter, setters, builderType));
			}
		}
		if (!setters.isEmpty()) {
			Method setter = setters.values().iterator().next();
			throw failure(setter, "The builder sets it, but the class doesn't return it. Annotate the builder's method "
					+ "with @DynamoDbIgnore.");
		}
		EntityIntrospector.checkFlattenedMaps(this.type, attributes);
		return new Entity(this.type, Entity.Kind.IMMUTABLE, new Entity.Builder(builderType, create, build),
				List.copyOf(attributes), List.of(annotation.converterProviders()));
	}

	private EntityAttribute attribute(Method getter, Map<String, Method> setters, Class<?> builderType) {
		String property = getterProperty(getter);
		Method setter = setters.remove(property);
		if (setter == null || setter.getParameterCount() != 1 || setter.getParameterTypes()[0] != getter.getReturnType()
				|| !returnsNothingOr(setter, builderType)) {
			throw failure(getter, "The builder " + builderType.getName() + " has no method to set it to a "
					+ getter.getReturnType().getName() + ". Add one, or annotate the getter with @DynamoDbIgnore.");
		}
		return EntityIntrospector.attribute(this.type, property, getter, setter);
	}

	private static boolean returnsNothingOr(Method setter, Class<?> builderType) {
		Class<?> result = setter.getReturnType();
		return result == void.class || result == Void.class || result.isAssignableFrom(builderType);
	}

	private @Nullable Method staticBuilder(Class<?> builderType) {
		try {
			Method method = this.type.getMethod("builder");
			if (Modifier.isStatic(method.getModifiers()) && method.getReturnType().isAssignableFrom(builderType)) {
				return method;
			}
		}
		catch (NoSuchMethodException ex) {
			// its constructor then
		}
		if (Constructors.find(builderType) == null) {
			throw new SchemaException(this.type, null, "There is neither a static method builder() nor a "
					+ "constructor without parameters of " + builderType.getName() + ".", null);
		}
		return null;
	}

	private boolean isCandidate(Method method) {
		return method.getDeclaringClass() != Object.class && !method.isSynthetic() && !method.isBridge()
				&& !Modifier.isStatic(method.getModifiers()) && !this.ignored.contains(method.getName())
				&& !EntityIntrospector.isIgnored(method, null);
	}

	private static String getterProperty(Method getter) {
		boolean isBoolean = getter.getReturnType() == boolean.class || getter.getReturnType() == Boolean.class;
		String property = isBoolean ? property(getter, "is") : getter.getName();
		return property.equals(getter.getName()) ? property(getter, "get") : property;
	}

	private static String property(Method method, String prefix) {
		String name = method.getName();
		int length = prefix.length();
		if (name.length() > length && name.startsWith(prefix) && Character.isUpperCase(name.charAt(length))) {
			return Character.toLowerCase(name.charAt(length)) + name.substring(length + 1);
		}
		return name;
	}

	private SchemaException failure(Method method, String reason) {
		return new SchemaException(this.type, method, reason, null);
	}

}
