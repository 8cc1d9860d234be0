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
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.AttributeConverterProvider;
import software.amazon.awssdk.enhanced.dynamodb.DefaultAttributeConverterProvider;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbAttribute;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbConvertedBy;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbFlatten;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbIgnore;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbIgnoreNulls;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbImmutable;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPreserveEmptyObject;

/**
 * Reads a class by the enhanced client's rules, and a record by the same ones: each
 * component is an attribute, and the annotations stand on it or its accessor.
 *
 * @see <a href=
 * "https://docs.aws.amazon.com/sdk-for-java/latest/developer-guide/ddb-en-client-anno-index.html">The
 * enhanced client's annotations</a>
 */
public final class EntityIntrospector {

	private EntityIntrospector() {
	}

	/**
	 * Reads a class.
	 * @param type the class
	 * @return what it maps to
	 * @throws SchemaException if it can't be mapped
	 */
	public static Entity introspect(Class<?> type) {
		if (type.getEnclosingClass() != null && !Modifier.isStatic(type.getModifiers())) {
			throw new SchemaException(type, null,
					"It is an inner class, which can't be created by itself. Make it " + "static.", null);
		}
		DynamoDbImmutable immutable = type.getAnnotation(DynamoDbImmutable.class);
		if (immutable != null) {
			return ImmutableIntrospector.introspect(type, immutable);
		}
		DynamoDbBean bean = type.getAnnotation(DynamoDbBean.class);
		if (type.isRecord()) {
			return RecordIntrospector.introspect(type,
					(bean != null) ? List.of(bean.converterProviders()) : defaultProviders());
		}
		if (bean != null) {
			return BeanIntrospector.introspect(type, bean);
		}
		throw new SchemaException(type, null,
				"It is neither a record nor annotated with @DynamoDbBean or @DynamoDbImmutable.", null);
	}

	private static List<Class<? extends AttributeConverterProvider>> defaultProviders() {
		return List.of(DefaultAttributeConverterProvider.class);
	}

	static EntityAttribute attribute(Class<?> type, String property, Method getter, @Nullable Method setter) {
		DynamoDbAttribute named = annotation(getter, setter, DynamoDbAttribute.class);
		DynamoDbConvertedBy converted = annotation(getter, setter, DynamoDbConvertedBy.class);
		List<Annotation> annotations = new ArrayList<>();
		addAll(getter, annotations);
		if (setter != null) {
			addAll(setter, annotations);
		}
		if (getter.getReturnType() == void.class || getter.getReturnType() == Void.class
				|| getter.getParameterCount() > 0) {
			throw new SchemaException(type, getter, "It is no getter. Annotate it with @DynamoDbIgnore.", null);
		}
		EntityAttribute attribute = new EntityAttribute(property, (named != null) ? named.value() : property, getter,
				setter, List.copyOf(annotations), (converted != null) ? converted.value() : null,
				annotation(getter, setter, DynamoDbFlatten.class) != null,
				annotation(getter, setter, DynamoDbPreserveEmptyObject.class) != null,
				annotation(getter, setter, DynamoDbIgnoreNulls.class) != null);
		if (attribute.isFlattenedMap()) {
			checkFlattenedMap(type, attribute);
		}
		return attribute;
	}

	private static void checkFlattenedMap(Class<?> type, EntityAttribute attribute) {
		String map = attribute.type().getTypeName();
		if (!map.equals("java.util.Map<java.lang.String, java.lang.String>")) {
			throw new SchemaException(type, attribute.getter(),
					"@DynamoDbFlatten takes a Map<String, String>, but no other map.", null);
		}
	}

	static void checkFlattenedMaps(Class<?> type, List<EntityAttribute> attributes) {
		EntityAttribute first = null;
		for (EntityAttribute attribute : attributes) {
			if (attribute.isFlattenedMap()) {
				if (first != null) {
					throw new SchemaException(type, attribute.getter(),
							"Only one map can be flattened, and " + first.getter().getName() + "() already is.", null);
				}
				first = attribute;
			}
		}
	}

	static boolean isIgnored(AnnotatedElement getter, @Nullable AnnotatedElement setter) {
		return annotation(getter, setter, DynamoDbIgnore.class) != null
				|| annotation(getter, setter, java.beans.Transient.class) != null;
	}

	static <A extends Annotation> @Nullable A annotation(AnnotatedElement getter, @Nullable AnnotatedElement setter,
			Class<A> type) {
		A annotation = getter.getAnnotation(type);
		return (annotation != null || setter == null) ? annotation : setter.getAnnotation(type);
	}

	private static void addAll(Method method, List<Annotation> annotations) {
		for (Annotation annotation : method.getAnnotations()) {
			Annotation[] repeated = repeated(annotation);
			if (repeated.length == 0) {
				annotations.add(annotation);
			}
			else {
				annotations.addAll(List.of(repeated));
			}
		}
	}

	private static Annotation[] repeated(Annotation container) {
		try {
			Method value = container.annotationType().getDeclaredMethod("value");
			if (value.getReturnType().isArray() && value.getReturnType().getComponentType().isAnnotation()) {
				return (Annotation[]) value.invoke(container);
			}
		}
		catch (NoSuchMethodException ex) {
			// no container
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException("Can't read " + container.annotationType().getName(), ex);
		}
		return new Annotation[0];
	}

}
