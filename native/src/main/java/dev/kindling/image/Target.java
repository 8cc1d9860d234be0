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

package dev.kindling.image;

import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;

/**
 * Whether a method can be replaced in the executable: the part that it belongs to is to
 * be left out, and the JDK or the SDK of this build has the method, as private ones come
 * and go.
 */
public abstract class Target implements BooleanSupplier {

	private final @Nullable ImagePart part;

	private final String type;

	private final String method;

	private final String[] parameters;

	public Target(@Nullable ImagePart part, String type, String method, String... parameters) {
		this.part = part;
		this.type = type;
		this.method = method;
		this.parameters = parameters;
	}

	@Override
	public boolean getAsBoolean() {
		return (this.part == null || this.part.isLeftOut()) && exists(this.type, this.method, this.parameters);
	}

	protected static boolean exists(String type, String method, String... parameters) {
		try {
			find(type).getDeclaredMethod(method, findAll(parameters));
			return true;
		}
		catch (ClassNotFoundException | NoSuchMethodException | LinkageError ex) {
			return false;
		}
	}

	protected static boolean hasConstructor(String type, String... parameters) {
		try {
			find(type).getDeclaredConstructor(findAll(parameters));
			return true;
		}
		catch (ClassNotFoundException | NoSuchMethodException | LinkageError ex) {
			return false;
		}
	}

	protected static boolean hasField(String type, String field) {
		try {
			find(type).getDeclaredField(field);
			return true;
		}
		catch (ClassNotFoundException | NoSuchFieldException | LinkageError ex) {
			return false;
		}
	}

	private static Class<?>[] findAll(String... names) throws ClassNotFoundException {
		Class<?>[] types = new Class<?>[names.length];
		for (int i = 0; i < types.length; i++) {
			types[i] = switch (names[i]) {
				case "int" -> int.class;
				case "boolean" -> boolean.class;
				default -> find(names[i]);
			};
		}
		return types;
	}

	private static Class<?> find(String name) throws ClassNotFoundException {
		return Class.forName(name, false, Target.class.getClassLoader());
	}

}
