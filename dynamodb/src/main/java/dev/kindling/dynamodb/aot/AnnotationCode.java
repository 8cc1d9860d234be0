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
import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;

import javax.lang.model.element.Modifier;

import org.springframework.javapoet.ClassName;
import org.springframework.javapoet.CodeBlock;
import org.springframework.javapoet.MethodSpec;
import org.springframework.javapoet.ParameterizedTypeName;
import org.springframework.javapoet.TypeName;
import org.springframework.javapoet.TypeSpec;
import org.springframework.javapoet.WildcardTypeName;

/**
 * The expression that makes an annotation: a class that has its values, as reading it at
 * run time would take reflection.
 */
final class AnnotationCode {

	private AnnotationCode() {
	}

	static CodeBlock of(Annotation annotation) {
		Class<? extends Annotation> type = annotation.annotationType();
		TypeSpec.Builder implementation = TypeSpec.anonymousClassBuilder("").addSuperinterface(type);
		implementation.addMethod(method("annotationType",
				ParameterizedTypeName.get(ClassName.get(Class.class), WildcardTypeName.subtypeOf(Annotation.class)),
				CodeBlock.of("$T.class", type)));
		for (Method member : type.getDeclaredMethods()) {
			if (member.getParameterCount() == 0 && java.lang.reflect.Modifier.isAbstract(member.getModifiers())) {
				implementation.addMethod(method(member.getName(), TypeName.get(member.getGenericReturnType()),
						value(valueOf(annotation, member))));
			}
		}
		return CodeBlock.of("$L", implementation.build());
	}

	private static MethodSpec method(String name, TypeName type, CodeBlock value) {
		return MethodSpec.methodBuilder(name)
			.addAnnotation(Override.class)
			.addModifiers(Modifier.PUBLIC)
			.returns(type)
			.addStatement("return $L", value)
			.build();
	}

	private static Object valueOf(Annotation annotation, Method member) {
		try {
			member.setAccessible(true);
			return member.invoke(annotation);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException("Can't read " + member, ex);
		}
	}

	private static CodeBlock value(Object value) {
		if (value instanceof String) {
			return CodeBlock.of("$S", value);
		}
		if (value instanceof Character character) {
			return CodeBlock.of("(char) $L", (int) character);
		}
		if (value instanceof Long) {
			return CodeBlock.of("$LL", value);
		}
		if (value instanceof Byte || value instanceof Short) {
			return CodeBlock.of("($L) $L", (value instanceof Byte) ? "byte" : "short", value);
		}
		if (value instanceof Float number) {
			return CodeBlock.of("$T.intBitsToFloat($L)", Float.class, Float.floatToRawIntBits(number));
		}
		if (value instanceof Double number) {
			return CodeBlock.of("$T.longBitsToDouble($LL)", Double.class, Double.doubleToRawLongBits(number));
		}
		if (value instanceof Class<?>) {
			return CodeBlock.of("$T.class", value);
		}
		if (value instanceof Enum<?> constant) {
			return CodeBlock.of("$T.$L", constant.getDeclaringClass(), constant.name());
		}
		if (value instanceof Annotation annotation) {
			return of(annotation);
		}
		if (value.getClass().isArray()) {
			List<CodeBlock> elements = new ArrayList<>();
			for (int i = 0; i < Array.getLength(value); i++) {
				elements.add(value(Array.get(value, i)));
			}
			return CodeBlock.of("new $T[] { $L }", value.getClass().getComponentType(), CodeBlock.join(elements, ", "));
		}
		return CodeBlock.of("$L", value);
	}

}
