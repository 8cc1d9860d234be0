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

package dev.kindling.dynamodb.table;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.LinkedHashSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbIndex;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;

import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.type.MethodMetadata;
import org.springframework.util.ClassUtils;

/**
 * The entities that beans of the application name: in a {@code DynamoDbTable<…>} or
 * {@code DynamoDbIndex<…>} that they want, and in a {@code TableSchema<…>} that they are.
 */
final class InjectedEntities {

	private static final Set<String> OTHERS = Set.of("org.springframework.", "software.amazon.", "java.", "jakarta.",
			"com.fasterxml.");

	private final ConfigurableListableBeanFactory beanFactory;

	private final Set<Class<?>> entities = new LinkedHashSet<>();

	private InjectedEntities(ConfigurableListableBeanFactory beanFactory) {
		this.beanFactory = beanFactory;
	}

	static Set<Class<?>> of(ConfigurableListableBeanFactory beanFactory) {
		InjectedEntities injected = new InjectedEntities(beanFactory);
		for (String name : beanFactory.getBeanDefinitionNames()) {
			injected.inspect(name, beanFactory.getBeanDefinition(name));
		}
		return injected.entities;
	}

	private void inspect(String name, BeanDefinition definition) {
		if (definition instanceof AnnotatedBeanDefinition annotated && annotated.getFactoryMethodMetadata() != null) {
			inspectFactoryMethod(annotated.getFactoryMethodMetadata());
		}
		Class<?> type = this.beanFactory.getType(name, false);
		if (type != null) {
			inspectClass(ClassUtils.getUserClass(type));
		}
	}

	private void inspectFactoryMethod(MethodMetadata metadata) {
		if (isOthers(metadata.getDeclaringClassName())) {
			return;
		}
		Class<?> declaring = ClassUtils.resolveClassName(metadata.getDeclaringClassName(),
				this.beanFactory.getBeanClassLoader());
		for (Method method : declaring.getDeclaredMethods()) {
			if (method.getName().equals(metadata.getMethodName())) {
				collect(method.getGenericReturnType(), TableSchema.class);
				collectAll(method.getGenericParameterTypes());
			}
		}
	}

	private void inspectClass(Class<?> type) {
		for (Class<?> current = type; current != null
				&& !isOthers(current.getName()); current = current.getSuperclass()) {
			for (Constructor<?> constructor : current.getDeclaredConstructors()) {
				collectAll(constructor.getGenericParameterTypes());
			}
			for (Field field : current.getDeclaredFields()) {
				collectAll(field.getGenericType());
			}
			for (Method method : current.getDeclaredMethods()) {
				collectAll(method.getGenericParameterTypes());
			}
		}
	}

	private static boolean isOthers(String name) {
		for (String other : OTHERS) {
			if (name.startsWith(other)) {
				return true;
			}
		}
		return false;
	}

	private void collectAll(Type... types) {
		for (Type type : types) {
			collect(type, null);
		}
	}

	private void collect(Type type, @Nullable Class<?> wanted) {
		if (!(type instanceof ParameterizedType parameterized)) {
			return;
		}
		Type raw = parameterized.getRawType();
		boolean names = (wanted != null) ? raw == wanted : raw == DynamoDbTable.class || raw == DynamoDbIndex.class;
		for (Type argument : parameterized.getActualTypeArguments()) {
			if (names && argument instanceof Class<?> entity) {
				this.entities.add(entity);
			}
			else {
				collect(argument, wanted);
			}
		}
	}

}
