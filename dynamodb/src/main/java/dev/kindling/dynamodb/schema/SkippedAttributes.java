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

import java.beans.Introspector;
import java.beans.PropertyDescriptor;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;

/**
 * Finds the attributes of a {@link DynamoDbBean} that {@code BeanTableSchema} leaves out
 * without a word, so that their values are never stored: a getter and a setter that don't
 * fit together, or one without the other where a field or an annotation shows that a
 * value was meant. A getter that computes its value isn't one, nor is what is annotated
 * with {@code @DynamoDbIgnore}.
 */
public final class SkippedAttributes {

	private static final String ANNOTATIONS = DynamoDbBean.class.getPackageName() + ".";

	private static final String IGNORE = " or, if it isn't to be stored, annotate it with @DynamoDbIgnore.";

	private SkippedAttributes() {
	}

	/**
	 * Refuses a class that has such an attribute.
	 * @param entity what the class maps to
	 * @throws SchemaException if an attribute would be left out
	 */
	public static void refuse(Entity entity) {
		if (entity.kind() != Entity.Kind.BEAN) {
			return;
		}
		Class<?> type = entity.type();
		Set<String> mapped = new HashSet<>();
		for (EntityAttribute attribute : entity.attributes()) {
			mapped.add(attribute.property());
		}
		for (PropertyDescriptor property : BeanIntrospector.properties(type)) {
			if (!mapped.contains(property.getName()) && !property.getName().equals("class")) {
				check(type, property);
			}
		}
		checkHidden(type, mapped);
	}

	private static void check(Class<?> type, PropertyDescriptor property) {
		String suffix = property.getName().substring(0, 1).toUpperCase(java.util.Locale.ROOT)
				+ property.getName().substring(1);
		List<Method> setters = methods(type, "set" + suffix, 1);
		Method getter = property.getReadMethod();
		List<Method> accessors = new ArrayList<>(setters);
		if (getter != null) {
			accessors.add(getter);
		}
		else {
			accessors.addAll(methods(type, "get" + suffix, 0));
			accessors.addAll(methods(type, "is" + suffix, 0));
		}
		if (accessors.stream().anyMatch((method) -> EntityIntrospector.isIgnored(method, null))) {
			return;
		}
		if (getter != null && !setters.isEmpty()) {
			throw new SchemaException(type, getter, mismatch(type, property.getName(), getter, setters.get(0)), null);
		}
		if (!isMeant(type, property.getName(), accessors)) {
			return;
		}
		if (getter != null) {
			throw new SchemaException(type, getter,
					"Attribute '" + property.getName()
							+ "' has no public setter, so that the SDK leaves it out. Add set" + suffix + "("
							+ getter.getReturnType().getSimpleName() + ")" + IGNORE,
					null);
		}
		if (!accessors.isEmpty()) {
			throw new SchemaException(type, accessors.get(accessors.size() - 1),
					"Attribute '" + property.getName()
							+ "' has no public getter that fits its setter, so that the SDK leaves it out. Add get"
							+ suffix + "()" + IGNORE,
					null);
		}
	}

	private static String mismatch(Class<?> type, String property, Method getter, Method setter) {
		Class<?> parameter = setter.getParameterTypes()[0];
		String rule = "Attribute '" + property + "' is read as " + getter.getReturnType().getSimpleName() + " by "
				+ getter.getName() + "() and ";
		if (parameter != getter.getReturnType()) {
			return rule + "set as " + parameter.getSimpleName() + " by " + setter.getName()
					+ "(), so that the SDK leaves it out. Give both the same type" + IGNORE;
		}
		return rule + setter.getName() + "() is no setter as it "
				+ (Modifier.isPublic(setter.getModifiers()) ? "returns " + setter.getReturnType().getSimpleName()
						: "isn't public")
				+ ", so that the SDK leaves it out. Have it be public and return nothing or " + type.getSimpleName()
				+ IGNORE;
	}

	/**
	 * Accessors that aren't public are no properties, and annotations on them have no
	 * effect.
	 */
	private static void checkHidden(Class<?> type, Set<String> mapped) {
		for (Class<?> declaring = type; declaring != null
				&& declaring != Object.class; declaring = declaring.getSuperclass()) {
			for (Method method : declaring.getDeclaredMethods()) {
				if (!method.isSynthetic() && !Modifier.isPublic(method.getModifiers()) && isAnnotated(method)
						&& !EntityIntrospector.isIgnored(method, null) && !mapped.contains(property(method))) {
					throw new SchemaException(type, method,
							"It isn't public, so that the SDK leaves the attribute out. Make it public.", null);
				}
			}
		}
	}

	private static String property(Method method) {
		String name = method.getName();
		int prefix = name.startsWith("is") ? 2 : 3;
		return (name.length() > prefix) ? Introspector.decapitalize(name.substring(prefix)) : name;
	}

	private static boolean isMeant(Class<?> type, String property, List<Method> accessors) {
		return accessors.stream().anyMatch(SkippedAttributes::isAnnotated) || field(type, property) != null;
	}

	private static boolean isAnnotated(Method method) {
		for (Annotation annotation : method.getAnnotations()) {
			if (annotation.annotationType().getName().startsWith(ANNOTATIONS)) {
				return true;
			}
		}
		return false;
	}

	private static @Nullable Field field(Class<?> type, String name) {
		for (Class<?> declaring = type; declaring != null; declaring = declaring.getSuperclass()) {
			for (Field field : declaring.getDeclaredFields()) {
				if (field.getName().equals(name)
						&& (field.getModifiers() & (Modifier.STATIC | Modifier.TRANSIENT)) == 0) {
					return field;
				}
			}
		}
		return null;
	}

	/**
	 * Methods of the class and those that it inherits, the public ones first.
	 */
	private static List<Method> methods(Class<?> type, String name, int parameters) {
		List<Method> methods = new ArrayList<>();
		for (Class<?> declaring = type; declaring != null; declaring = declaring.getSuperclass()) {
			for (Method method : declaring.getDeclaredMethods()) {
				if (method.getName().equals(name) && method.getParameterCount() == parameters && !method.isSynthetic()
						&& !Modifier.isStatic(method.getModifiers())) {
					methods.add(Modifier.isPublic(method.getModifiers()) ? 0 : methods.size(), method);
				}
			}
		}
		return methods;
	}

}
