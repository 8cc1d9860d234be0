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

package dev.kindling.function.bind;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;

import dev.kindling.types.GenericTypes;
import org.jspecify.annotations.Nullable;

import org.springframework.core.ResolvableType;
import org.springframework.util.ClassUtils;

/**
 * Reads types without variables and wildcards, of which generated code can be made and
 * which Jackson understands.
 */
public final class FunctionTypes {

	private FunctionTypes() {
	}

	/**
	 * A class that generated code can't access.
	 * @param name the class's name
	 * @param classLoader where it is
	 * @return the class
	 */
	public static Class<?> named(String name, @Nullable ClassLoader classLoader) {
		return ClassUtils.resolveClassName(name, classLoader);
	}

	/**
	 * Resolves a type with all that is in it.
	 * @param type the type, as declared
	 * @return the type, its variables and wildcards replaced by their bounds
	 */
	static Type of(ResolvableType type) {
		if (type.isArray()) {
			return GenericTypes.arrayOf(of(type.getComponentType()));
		}
		Class<?> raw = type.resolve();
		if (raw == null) {
			return bound(type);
		}
		if (!type.hasGenerics()) {
			return raw;
		}
		ResolvableType[] generics = type.getGenerics();
		Type[] arguments = new Type[generics.length];
		for (int i = 0; i < generics.length; i++) {
			arguments[i] = of(generics[i]);
		}
		return GenericTypes.parameterized(raw, arguments);
	}

	private static Type bound(ResolvableType type) {
		Type declared = type.getType();
		if (declared instanceof WildcardType wildcard) {
			Type[] lower = wildcard.getLowerBounds();
			return of(ResolvableType.forType((lower.length > 0) ? lower[0] : wildcard.getUpperBounds()[0], type));
		}
		if (declared instanceof TypeVariable<?> variable && variable.getBounds()[0] instanceof Class<?> raw) {
			return raw;
		}
		return Object.class;
	}

	/**
	 * The class of a type, without its arguments.
	 * @param type the type
	 * @return its class
	 */
	public static Class<?> raw(Type type) {
		if (type instanceof Class<?> raw) {
			return raw;
		}
		if (type instanceof ParameterizedType parameterized) {
			return raw(parameterized.getRawType());
		}
		if (type instanceof GenericArrayType array) {
			return raw(array.getGenericComponentType()).arrayType();
		}
		return Object.class;
	}

	/**
	 * The only or first argument of a type.
	 * @param type the type
	 * @return the argument, or {@code null} if it has none
	 */
	public static @Nullable Type argument(Type type) {
		return (type instanceof ParameterizedType parameterized) ? parameterized.getActualTypeArguments()[0] : null;
	}

}
