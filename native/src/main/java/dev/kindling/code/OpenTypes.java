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

package dev.kindling.code;

import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.LinkedHashSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Tells whether objects of a declared type can hold objects of classes that it doesn't
 * name.
 */
public final class OpenTypes {

	private final ApplicationCode code;

	private final Set<Type> seen = new LinkedHashSet<>();

	private final Set<String> abstractTypes = new LinkedHashSet<>();

	public OpenTypes(ApplicationCode code) {
		this.code = code;
	}

	/**
	 * Whether it can.
	 * @param type a function's input or output
	 */
	public boolean isOpen(@Nullable Type type) {
		if (type == null || !this.seen.add(type)) {
			return false;
		}
		if (type instanceof ParameterizedType parameterized) {
			return isAnyOpen(parameterized.getActualTypeArguments())
					| isOpenClass((Class<?>) parameterized.getRawType());
		}
		if (type instanceof GenericArrayType array) {
			return isOpen(array.getGenericComponentType());
		}
		if (type instanceof WildcardType wildcard) {
			return isAnyOpen(wildcard.getUpperBounds());
		}
		if (type instanceof TypeVariable<?> variable) {
			return isAnyOpen(variable.getBounds());
		}
		Class<?> raw = (Class<?>) type;
		if (raw.isArray()) {
			return isOpen(raw.getComponentType());
		}
		return raw == Object.class || raw.getTypeParameters().length > 0 | isOpenClass(raw);
	}

	/**
	 * All are looked at, so that none of the abstract ones is missed.
	 */
	private boolean isAnyOpen(Type[] types) {
		boolean open = false;
		for (Type type : types) {
			open |= isOpen(type);
		}
		return open;
	}

	private boolean isOpenClass(Class<?> type) {
		CodeClass found = this.code.find(type.getName().replace('.', '/'));
		if (found == null) {
			return false;
		}
		boolean open = false;
		if (found.isAbstract()) {
			this.abstractTypes.add(found.name());
			open = !type.isSealed();
		}
		for (Field field : type.getDeclaredFields()) {
			if (!Modifier.isStatic(field.getModifiers()) && !(field.getGenericType() instanceof TypeVariable<?>)) {
				open |= isOpen(field.getGenericType());
			}
		}
		return open | (type.getSuperclass() != Object.class && isOpen(type.getGenericSuperclass()));
	}

	/**
	 * The application's abstract classes and interfaces that were met.
	 */
	public Set<String> abstractTypes() {
		return this.abstractTypes;
	}

}
