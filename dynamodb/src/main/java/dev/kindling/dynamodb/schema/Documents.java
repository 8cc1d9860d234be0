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

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbImmutable;

/**
 * Which attributes are documents: objects within an item that have a schema themselves.
 */
public final class Documents {

	private Documents() {
	}

	/**
	 * The class whose schema a value of this very type needs.
	 * @param type the type
	 * @return the class, or {@code null} if a converter does
	 */
	public static @Nullable Class<?> documentClass(Type type) {
		Class<?> candidate = rawClass(type);
		if (candidate != null && isMapped(candidate)) {
			return candidate;
		}
		return null;
	}

	/**
	 * The class without its generics.
	 * @param type the type
	 * @return the class, or {@code null} if the type is none
	 */
	public static @Nullable Class<?> rawClass(Type type) {
		if (type instanceof Class<?> plain) {
			return plain;
		}
		return (type instanceof ParameterizedType parameterized && parameterized.getRawType() instanceof Class<?> raw)
				? raw : null;
	}

	/**
	 * Whether objects of a class are mapped by a schema of their own.
	 * @param type the class
	 * @return whether it is annotated, or a record
	 */
	public static boolean isMapped(Class<?> type) {
		return type.isAnnotationPresent(DynamoDbBean.class) || type.isAnnotationPresent(DynamoDbImmutable.class)
				|| type.isRecord();
	}

	/**
	 * The classes whose schemas an entity's own is made from.
	 * @param entity the entity
	 * @return the classes, without what those need in turn
	 */
	public static Set<Class<?>> of(Entity entity) {
		Set<Class<?>> documents = new LinkedHashSet<>();
		for (EntityAttribute attribute : entity.attributes()) {
			if (attribute.flattened()) {
				if (!attribute.isFlattenedMap()) {
					documents.add(attribute.getter().getReturnType());
				}
			}
			else {
				collect(attribute.type(), attribute, documents);
			}
		}
		return documents;
	}

	private static void collect(Type type, EntityAttribute attribute, Set<Class<?>> documents) {
		if (type instanceof ParameterizedType parameterized) {
			if (parameterized.getRawType() == List.class) {
				collect(parameterized.getActualTypeArguments()[0], attribute, documents);
				return;
			}
			if (parameterized.getRawType() == Map.class) {
				collect(parameterized.getActualTypeArguments()[1], attribute, documents);
				return;
			}
		}
		Class<?> document = documentClass(type);
		if (document != null && isDocument(document, attribute)) {
			documents.add(document);
		}
	}

	/**
	 * Whether a mapped class is a document at an attribute. A record needs no annotation
	 * to be one: with a converter it is none.
	 * @param type the class
	 * @param attribute the attribute
	 * @return whether it is a document
	 */
	public static boolean isDocument(Class<?> type, EntityAttribute attribute) {
		return attribute.converter() == null || type.isAnnotationPresent(DynamoDbBean.class)
				|| type.isAnnotationPresent(DynamoDbImmutable.class);
	}

}
