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

package dev.kindling.start.aot;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/**
 * The types that Spring injects.
 */
final class InjectionPoints {

	private InjectionPoints() {
	}

	/**
	 * What the annotated fields and methods of a bean's class are given.
	 */
	static List<ResolvableType> of(Class<?> type) {
		List<ResolvableType> injected = new ArrayList<>();
		Class<?> userType = ClassUtils.getUserClass(type);
		if (userType.getName().startsWith("java.")) {
			return injected;
		}
		ReflectionUtils.doWithFields(userType, (field) -> {
			if (isInjected(field)) {
				injected.add(ResolvableType.forField(field, userType));
			}
		});
		ReflectionUtils.doWithMethods(userType, (method) -> {
			if (isInjected(method)) {
				injected.addAll(of(method));
			}
		});
		return injected;
	}

	/**
	 * What a constructor or a factory method is given.
	 */
	static List<ResolvableType> of(Executable executable) {
		List<ResolvableType> injected = new ArrayList<>();
		for (int i = 0; i < executable.getParameterCount(); i++) {
			injected.add((executable instanceof Method method) ? ResolvableType.forMethodParameter(method, i)
					: ResolvableType.forConstructorParameter((Constructor<?>) executable, i));
		}
		return injected;
	}

	private static boolean isInjected(AnnotatedElement element) {
		if (AnnotatedElementUtils.hasAnnotation(element, Autowired.class)) {
			return true;
		}
		for (Annotation annotation : element.getAnnotations()) {
			String type = annotation.annotationType().getName();
			if (type.equals("jakarta.annotation.Resource") || type.endsWith(".inject.Inject")) {
				return true;
			}
		}
		return false;
	}

}
