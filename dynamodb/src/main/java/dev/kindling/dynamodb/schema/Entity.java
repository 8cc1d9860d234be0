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
import java.util.List;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.AttributeConverterProvider;

/**
 * A class that maps to items.
 *
 * @param type the class
 * @param kind how its objects are made
 * @param builder what makes its objects, for an immutable class
 * @param attributes what maps to attributes, in order
 * @param converterProviders the classes that provide converters, in order
 */
public record Entity(Class<?> type, Kind kind, @Nullable Builder builder, List<EntityAttribute> attributes,
		List<Class<? extends AttributeConverterProvider>> converterProviders) {

	/**
	 * How objects are made.
	 */
	public enum Kind {

		/**
		 * By a constructor without parameters, and setters.
		 */
		BEAN,

		/**
		 * By a builder.
		 */
		IMMUTABLE,

		/**
		 * By a record's canonical constructor.
		 */
		RECORD

	}

	/**
	 * What makes the objects of an immutable class.
	 *
	 * @param type the builder's class
	 * @param create the static method that creates a builder, or {@code null} if its
	 * constructor does
	 * @param build the method that makes the object
	 */
	public record Builder(Class<?> type, @Nullable Method create, Method build) {
	}

}
