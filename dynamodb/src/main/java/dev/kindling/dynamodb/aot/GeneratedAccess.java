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

package dev.kindling.dynamodb.aot;

import java.lang.annotation.Annotation;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;

import dev.kindling.dynamodb.schema.AttributeTags;
import dev.kindling.dynamodb.schema.Constructors;
import dev.kindling.dynamodb.schema.Entity;
import dev.kindling.dynamodb.schema.EntityAttribute;
import dev.kindling.dynamodb.schema.SchemaException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.BeanTableSchemaAttributeTag;

/**
 * Whether source code in an entity's package may use what the entity is made of.
 */
final class GeneratedAccess {

	private GeneratedAccess() {
	}

	static void check(Entity entity) {
		Class<?> type = entity.type();
		checkClass(entity, type, null);
		if (entity.builder() != null) {
			checkClass(entity, entity.builder().type(), null);
			checkExceptions(entity, entity.builder().build(), null);
			if (entity.builder().create() != null) {
				checkExceptions(entity, entity.builder().create(), null);
			}
			else {
				checkConstructor(entity, entity.builder().type(), null);
			}
		}
		if (entity.kind() == Entity.Kind.BEAN) {
			checkConstructor(entity, type, null);
		}
		for (Class<?> provider : entity.converterProviders()) {
			checkClass(entity, provider, null);
			checkConstructor(entity, provider, null);
		}
		for (EntityAttribute attribute : entity.attributes()) {
			check(entity, attribute);
		}
	}

	private static void check(Entity entity, EntityAttribute attribute) {
		checkExceptions(entity, attribute.getter(), attribute);
		if (attribute.setter() != null) {
			checkExceptions(entity, attribute.setter(), attribute);
		}
		checkType(entity, attribute.type(), attribute);
		if (attribute.converter() != null) {
			checkClass(entity, attribute.converter(), attribute);
			checkConstructor(entity, attribute.converter(), attribute);
		}
		for (Annotation annotation : attribute.annotations()) {
			if (annotation.annotationType().isAnnotationPresent(BeanTableSchemaAttributeTag.class)
					&& !AttributeTagCode.isKnown(annotation)) {
				Method method = AttributeTags.method(entity, attribute, annotation);
				checkClass(entity, annotation.annotationType(), attribute);
				checkClass(entity, method.getDeclaringClass(), attribute);
				if (!isVisible(method.getModifiers(), method.getDeclaringClass(), entity.type())) {
					throw new SchemaException(entity.type(), attribute.getter(),
							method + " can't be called from the entity's package. Make it public.", null);
				}
			}
		}
	}

	private static void checkType(Entity entity, Type type, EntityAttribute attribute) {
		if (type instanceof Class<?> plain) {
			checkClass(entity, plain, attribute);
		}
		else if (type instanceof ParameterizedType parameterized) {
			checkType(entity, parameterized.getRawType(), attribute);
			for (Type argument : parameterized.getActualTypeArguments()) {
				checkType(entity, argument, attribute);
			}
		}
	}

	private static void checkClass(Entity entity, Class<?> type, @Nullable EntityAttribute attribute) {
		Class<?> current = type.isArray() ? componentType(type) : type;
		while (current != null && !current.isPrimitive()) {
			if (!isVisible(current.getModifiers(), current, entity.type())) {
				throw new SchemaException(entity.type(), (attribute != null) ? attribute.getter() : null,
						current.getName() + " is " + visibility(current.getModifiers())
								+ ", so that generated code in the entity's package can't use it. Make it "
								+ (current.getPackage() == entity.type().getPackage() ? "package-private or public."
										: "public."),
						null);
			}
			current = current.getEnclosingClass();
		}
	}

	private static Class<?> componentType(Class<?> array) {
		Class<?> component = array;
		while (component.isArray()) {
			component = component.getComponentType();
		}
		return component;
	}

	private static boolean isVisible(int modifiers, Class<?> owner, Class<?> entity) {
		if (Modifier.isPublic(modifiers)) {
			return true;
		}
		return !Modifier.isPrivate(modifiers) && owner.getPackageName().equals(entity.getPackageName());
	}

	private static String visibility(int modifiers) {
		if (Modifier.isPrivate(modifiers)) {
			return "private";
		}
		return Modifier.isProtected(modifiers) ? "protected" : "package-private";
	}

	private static void checkExceptions(Entity entity, Executable executable, @Nullable EntityAttribute attribute) {
		for (Class<?> exception : executable.getExceptionTypes()) {
			if (!RuntimeException.class.isAssignableFrom(exception) && !Error.class.isAssignableFrom(exception)) {
				throw new SchemaException(entity.type(), (attribute != null) ? attribute.getter() : null,
						executable
								+ " declares a checked exception, which nothing could handle. Throw an unchecked one.",
						null);
			}
		}
	}

	private static void checkConstructor(Entity entity, Class<?> type, @Nullable EntityAttribute attribute) {
		Executable constructor = Constructors.find(type);
		if (constructor == null || !isVisible(constructor.getModifiers(), type, entity.type())) {
			throw new SchemaException(entity.type(), (attribute != null) ? attribute.getter() : null, type.getName()
					+ " has no constructor without parameters that generated code in the entity's package can call.",
					null);
		}
		checkExceptions(entity, constructor, attribute);
	}

}
