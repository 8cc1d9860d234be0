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

package dev.kindling.types;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Makes types with arguments without reading generics at run time. They equal those that
 * the JDK reads, in both directions.
 */
public final class GenericTypes {

	private GenericTypes() {
	}

	/**
	 * A class with type arguments.
	 * @param raw the class
	 * @param arguments its arguments
	 * @return the type
	 */
	public static Type parameterized(Class<?> raw, Type... arguments) {
		return new Parameterized(raw, arguments.clone());
	}

	/**
	 * An array.
	 * @param component the type of the elements
	 * @return a class if the elements' type is one, else a generic array
	 */
	public static Type arrayOf(Type component) {
		if (component instanceof Class<?> raw) {
			return raw.arrayType();
		}
		return new GenericArray(component);
	}

	/**
	 * The type that may be any.
	 * @return the type that is written as a question mark
	 */
	public static Type wildcard() {
		return new Wildcard();
	}

	private record Parameterized(Class<?> raw, Type[] arguments) implements ParameterizedType {

		@Override
		public Type[] getActualTypeArguments() {
			return this.arguments.clone();
		}

		@Override
		public Type getRawType() {
			return this.raw;
		}

		@Override
		public @Nullable Type getOwnerType() {
			return this.raw.getDeclaringClass();
		}

		@Override
		public boolean equals(@Nullable Object other) {
			return other instanceof ParameterizedType type && type.getRawType() == this.raw
					&& Objects.equals(type.getOwnerType(), getOwnerType())
					&& Arrays.equals(type.getActualTypeArguments(), this.arguments);
		}

		@Override
		public int hashCode() {
			return Arrays.hashCode(this.arguments) ^ Objects.hashCode(getOwnerType()) ^ this.raw.hashCode();
		}

		@Override
		public String toString() {
			return TypeNames.of(this);
		}

	}

	private record GenericArray(Type component) implements GenericArrayType {

		@Override
		public Type getGenericComponentType() {
			return this.component;
		}

		@Override
		public boolean equals(@Nullable Object other) {
			return other instanceof GenericArrayType type && type.getGenericComponentType().equals(this.component);
		}

		@Override
		public int hashCode() {
			return this.component.hashCode();
		}

		@Override
		public String toString() {
			return TypeNames.of(this);
		}

	}

	private record Wildcard() implements WildcardType {

		@Override
		public Type[] getUpperBounds() {
			return new Type[] { Object.class };
		}

		@Override
		public Type[] getLowerBounds() {
			return new Type[0];
		}

		@Override
		public boolean equals(@Nullable Object other) {
			return other instanceof WildcardType type && Arrays.equals(type.getUpperBounds(), getUpperBounds())
					&& type.getLowerBounds().length == 0;
		}

		@Override
		public int hashCode() {
			return Arrays.hashCode(getLowerBounds()) ^ Arrays.hashCode(getUpperBounds());
		}

		@Override
		public String toString() {
			return "?";
		}

	}

}
