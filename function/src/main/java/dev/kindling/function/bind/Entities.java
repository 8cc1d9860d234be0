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

import java.lang.annotation.Annotation;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.ResolvableType;
import org.springframework.util.ClassUtils;

/**
 * Tells entities of DynamoDB by their annotations, without the SDK.
 */
public final class Entities {

	private static final String ANNOTATIONS = "software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.";

	private static final String TABLE_SCHEMA = "software.amazon.awssdk.enhanced.dynamodb.TableSchema";

	private Entities() {
	}

	/**
	 * Whether a table schema says how a class is read.
	 * @param type the class
	 * @return whether it, or a component of the record that it is, has an annotation of
	 * the SDK's
	 */
	public static boolean isEntity(Class<?> type) {
		if (hasAnnotation(type.getAnnotations())) {
			return true;
		}
		if (type.isRecord()) {
			for (Method method : type.getDeclaredMethods()) {
				if (hasAnnotation(method.getAnnotations())) {
					return true;
				}
			}
		}
		return false;
	}

	/**
	 * Whether a function takes an entity of a stream, or what may be one.
	 * @param input what a function takes
	 * @param beans where table schemas of the application's may be
	 * @return whether a table schema has to be looked for
	 */
	public static boolean mayTake(@Nullable Type input, ListableBeanFactory beans) {
		if (input instanceof ParameterizedType parameterized) {
			for (Type argument : parameterized.getActualTypeArguments()) {
				if (mayTake(argument, beans)) {
					return true;
				}
			}
			return false;
		}
		if (!(input instanceof Class<?> type)) {
			return input instanceof GenericArrayType array && mayTake(array.getGenericComponentType(), beans);
		}
		return type.isArray() ? mayTake(type.getComponentType(), beans) : isEntity(type) || hasSchema(type, beans);
	}

	private static boolean hasSchema(Class<?> type, ListableBeanFactory beans) {
		if (!ClassUtils.isPresent(TABLE_SCHEMA, type.getClassLoader())) {
			return false;
		}
		Class<?> schema = ClassUtils.resolveClassName(TABLE_SCHEMA, type.getClassLoader());
		return beans.getBeanNamesForType(ResolvableType.forClassWithGenerics(schema, type), true, false).length > 0;
	}

	private static boolean hasAnnotation(Annotation[] annotations) {
		for (Annotation annotation : annotations) {
			if (annotation.annotationType().getName().startsWith(ANNOTATIONS)) {
				return true;
			}
		}
		return false;
	}

}
