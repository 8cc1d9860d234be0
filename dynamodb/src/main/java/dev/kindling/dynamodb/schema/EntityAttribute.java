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

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What maps to an attribute, or to several if it is flattened.
 *
 * @param property the property's name in Java
 * @param name the attribute's name
 * @param getter reads it
 * @param setter writes it, in a bean or a builder; {@code null} for a record
 * @param annotations all annotations of getter and setter, repeated ones singly
 * @param converter the class that converts it, if one is named
 * @param flattened whether its own attributes become those of the item
 * @param preserveEmptyObject whether an object without attributes is kept
 * @param ignoreNulls whether attributes of the object that are {@code null} are left out
 */
public record EntityAttribute(String property, String name, Method getter, @Nullable Method setter,
		List<Annotation> annotations, @Nullable Class<?> converter, boolean flattened, boolean preserveEmptyObject,
		boolean ignoreNulls) {

	/**
	 * The type with its generics.
	 * @return what the getter returns
	 */
	public Type type() {
		return this.getter.getGenericReturnType();
	}

	/**
	 * Whether it is a flattened map, whose entries become attributes.
	 * @return whether it is one
	 */
	public boolean isFlattenedMap() {
		return this.flattened && type() instanceof ParameterizedType parameterized
				&& parameterized.getRawType() == Map.class;
	}

}
