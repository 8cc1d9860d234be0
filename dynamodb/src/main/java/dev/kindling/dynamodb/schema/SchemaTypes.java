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

import java.lang.reflect.Type;

import software.amazon.awssdk.enhanced.dynamodb.EnhancedType;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;

/**
 * Makes the enhanced client's types without reading generics at run time.
 */
public final class SchemaTypes {

	private SchemaTypes() {
	}

	/**
	 * The type of an object within an item.
	 * @param <T> the object's type
	 * @param type its class
	 * @param schema its schema
	 * @param preserveEmptyObject whether an object without attributes is kept
	 * @param ignoreNulls whether its attributes that are {@code null} are left out
	 * @return the enhanced client's type
	 */
	public static <T> EnhancedType<T> document(Class<T> type, TableSchema<T> schema, boolean preserveEmptyObject,
			boolean ignoreNulls) {
		return EnhancedType.documentOf(type, schema,
				(document) -> document.preserveEmptyObject(preserveEmptyObject).ignoreNulls(ignoreNulls));
	}

	/**
	 * Any type.
	 * @param <T> the type, which nothing checks
	 * @param type the type
	 * @return the enhanced client's type
	 */
	@SuppressWarnings("unchecked")
	public static <T> EnhancedType<T> of(Type type) {
		return (EnhancedType<T>) EnhancedType.of(type);
	}

}
