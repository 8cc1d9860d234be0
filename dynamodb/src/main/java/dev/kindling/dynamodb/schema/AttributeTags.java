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
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;

import software.amazon.awssdk.enhanced.dynamodb.mapper.ImmutableAttribute;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTag;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.BeanTableSchemaAttributeTag;

/**
 * What annotations say about an attribute beyond its value: that it is a key, a version,
 * a counter, or whatever an application's own annotation means.
 */
public final class AttributeTags {

	private static final String METHOD = "attributeTagFor";

	private AttributeTags() {
	}

	static void add(Entity entity, EntityAttribute attribute, ImmutableAttribute.Builder<?, ?, ?> builder) {
		for (Annotation annotation : attribute.annotations()) {
			if (annotation.annotationType().isAnnotationPresent(BeanTableSchemaAttributeTag.class)) {
				builder.addTag(tag(entity, attribute, annotation));
			}
		}
	}

	private static StaticAttributeTag tag(Entity entity, EntityAttribute attribute, Annotation annotation) {
		Method method = method(entity, attribute, annotation);
		method.setAccessible(true);
		try {
			return (StaticAttributeTag) method.invoke(null, annotation);
		}
		catch (InvocationTargetException ex) {
			throw new SchemaException(entity.type(), attribute.getter(), method + " fails: " + ex.getTargetException(),
					ex.getTargetException());
		}
		catch (IllegalAccessException ex) {
			throw new SchemaException(entity.type(), attribute.getter(), method + " can't be called.", ex);
		}
	}

	/**
	 * The static method that makes the tag for an annotation.
	 * @param entity the entity
	 * @param attribute the annotated attribute
	 * @param annotation an annotation whose type is annotated with
	 * {@link BeanTableSchemaAttributeTag}
	 * @return the method
	 * @throws SchemaException if there is none
	 */
	public static Method method(Entity entity, EntityAttribute attribute, Annotation annotation) {
		Class<?> tagClass = annotation.annotationType().getAnnotation(BeanTableSchemaAttributeTag.class).value();
		try {
			Method method = tagClass.getDeclaredMethod(METHOD, annotation.annotationType());
			if (Modifier.isStatic(method.getModifiers())
					&& StaticAttributeTag.class.isAssignableFrom(method.getReturnType())) {
				return method;
			}
		}
		catch (NoSuchMethodException ex) {
			// told below
		}
		throw new SchemaException(entity.type(), attribute.getter(), tagClass.getName() + " has no static method "
				+ METHOD + "(" + annotation.annotationType().getSimpleName() + ") that returns a StaticAttributeTag.",
				null);
	}

}
