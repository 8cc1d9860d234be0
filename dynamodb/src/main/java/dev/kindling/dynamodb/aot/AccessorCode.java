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

import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;

import dev.kindling.dynamodb.schema.Entity;
import dev.kindling.dynamodb.schema.EntityAttribute;
import software.amazon.awssdk.enhanced.dynamodb.AttributeConverter;

import org.springframework.core.ResolvableType;
import org.springframework.javapoet.ClassName;
import org.springframework.javapoet.CodeBlock;
import org.springframework.javapoet.TypeName;

/**
 * The expressions that read and write an attribute: method references where they say
 * which method is meant and fit the types, lambdas elsewhere.
 */
final class AccessorCode {

	private AccessorCode() {
	}

	/**
	 * The expression of a function from the entity to the value.
	 */
	static CodeBlock getter(Entity entity, EntityAttribute attribute, TypeName type) {
		Method getter = attribute.getter();
		boolean fits = TypeName.get(attribute.type()).box().equals(type);
		if (fits && isAlone(entity.type(), getter)) {
			return CodeBlock.of("$T::$L", entity.type(), getter.getName());
		}
		return fits ? CodeBlock.of("(item) -> item.$L()", getter.getName())
				: CodeBlock.of("(item) -> ($T) item.$L()", getter.getReturnType(), getter.getName());
	}

	/**
	 * The expression of what takes the builder and the value.
	 */
	static CodeBlock setter(Entity entity, EntityAttribute attribute, TypeName type, int index) {
		Method setter = attribute.setter();
		if (setter == null) {
			return CodeBlock.of("(values, value) -> values[$L] = value", index);
		}
		Class<?> target = (entity.builder() != null) ? entity.builder().type() : entity.type();
		Type parameter = setter.getGenericParameterTypes()[0];
		if (TypeName.get(parameter).box().equals(type) && isAlone(target, setter)) {
			return CodeBlock.of("$T::$L", target, setter.getName());
		}
		return CodeBlock.of("(item, value) -> item.$L(($T) value)", setter.getName(), setter.getParameterTypes()[0]);
	}

	private static boolean isAlone(Class<?> type, Method method) {
		for (Class<?> current = type; current != null; current = current.getSuperclass()) {
			for (Method other : current.getDeclaredMethods()) {
				if (isOverload(method, other)) {
					return false;
				}
			}
		}
		for (Method other : type.getMethods()) {
			if (isOverload(method, other)) {
				return false;
			}
		}
		return true;
	}

	private static boolean isOverload(Method method, Method other) {
		return other.getName().equals(method.getName()) && !other.isSynthetic()
				&& !java.util.Arrays.equals(other.getParameterTypes(), method.getParameterTypes());
	}

	static CodeBlock converter(Class<?> converter, TypeName type) {
		ResolvableType converted = ResolvableType.forClass(converter).as(AttributeConverter.class).getGeneric(0);
		boolean fits = !(converted.getType() instanceof java.lang.reflect.TypeVariable)
				&& converted != ResolvableType.NONE && isNameable(converted.getType())
				&& TypeName.get(converted.getType()).equals(type);
		return fits ? CodeBlock.of("new $T()", converter)
				: CodeBlock.of("($T) new $T()", ClassName.get(AttributeConverter.class), converter);
	}

	private static boolean isNameable(Type type) {
		return type instanceof Class<?> || type instanceof ParameterizedType;
	}

}
