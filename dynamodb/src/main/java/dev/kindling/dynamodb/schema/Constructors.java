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

import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;

import org.jspecify.annotations.Nullable;

/**
 * Finds what makes an object of nothing.
 */
public final class Constructors {

	private Constructors() {
	}

	/**
	 * The constructor without parameters.
	 * @param type the class
	 * @return the constructor, not private, or {@code null} if there is none
	 */
	public static @Nullable Constructor<?> find(Class<?> type) {
		try {
			Constructor<?> constructor = type.getDeclaredConstructor();
			return Modifier.isPrivate(constructor.getModifiers()) ? null : constructor;
		}
		catch (NoSuchMethodException ex) {
			return null;
		}
	}

	static boolean isPublic(Class<?> type) {
		Constructor<?> constructor = find(type);
		return constructor != null && Modifier.isPublic(constructor.getModifiers());
	}

	static SchemaException missing(Class<?> type) {
		return new SchemaException(type, null, "It has no constructor without parameters, or a private one.", null);
	}

}
