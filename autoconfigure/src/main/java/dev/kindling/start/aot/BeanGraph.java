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

import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.kindling.runtime.InvocationHandler;
import dev.kindling.start.LooksUp;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.Aware;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.RegisteredBean;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationContextAware;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/**
 * Which beans the application needs: those that it or a library other than Spring Boot
 * and Spring Cloud Function defines, and whatever these are made from.
 */
final class BeanGraph {

	private static final String[] OPTIONAL_ORIGINS = { "org.springframework.boot.",
			"org.springframework.cloud.function.", "org.springframework.context.", "org.springframework.aop.",
			"dev.kindling.start.aot.", "dev.kindling.autoconfigure." };

	private final ConfigurableListableBeanFactory beanFactory;

	private final Set<String> needed = new LinkedHashSet<>();

	private final Deque<String> pending = new ArrayDeque<>();

	private final Set<Class<?>> types = new HashSet<>();

	private boolean looksUpBeans;

	BeanGraph(ConfigurableListableBeanFactory beanFactory) {
		this.beanFactory = beanFactory;
		for (String name : beanFactory.getBeanDefinitionNames()) {
			if (!isOptional(name) || beanFactory.isTypeMatch(name, InvocationHandler.class)) {
				need(name);
			}
		}
		follow();
	}

	/**
	 * Whether a bean is needed.
	 */
	boolean needs(String name) {
		return this.looksUpBeans || this.needed.contains(name);
	}

	/**
	 * Whether the application may look up any bean itself, so that all have to stay.
	 */
	boolean looksUpBeans() {
		return this.looksUpBeans;
	}

	Set<String> needed() {
		return this.needed;
	}

	/**
	 * The classes of the needed beans.
	 */
	Set<Class<?>> types() {
		return this.types;
	}

	/**
	 * Adds a bean, and what it is made from.
	 */
	void add(String name) {
		if (this.beanFactory.containsBeanDefinition(name)) {
			need(name);
			follow();
		}
	}

	/**
	 * Whether a bean comes from Spring Boot, Spring Cloud Function or the framework.
	 */
	boolean isOptional(String name) {
		BeanDefinition definition = this.beanFactory.getMergedBeanDefinition(name);
		String origin = origin(definition);
		if (origin == null) {
			return false;
		}
		for (String prefix : OPTIONAL_ORIGINS) {
			if (origin.startsWith(prefix)) {
				return true;
			}
		}
		return false;
	}

	private @Nullable String origin(BeanDefinition definition) {
		if (definition.getFactoryMethodName() != null) {
			if (definition.getFactoryBeanName() == null) {
				return definition.getBeanClassName();
			}
			Class<?> factory = this.beanFactory.getType(definition.getFactoryBeanName(), false);
			return (factory != null) ? ClassUtils.getUserClass(factory).getName() : null;
		}
		Class<?> type = ClassUtils.resolveClassName(
				Optional.ofNullable(definition.getBeanClassName()).orElse("java.lang.Object"),
				this.beanFactory.getBeanClassLoader());
		return ClassUtils.getUserClass(type).getName();
	}

	private void need(String name) {
		if (this.needed.add(name)) {
			this.pending.add(name);
		}
	}

	private void follow() {
		String name = this.pending.poll();
		while (name != null) {
			if (this.beanFactory.containsBeanDefinition(name)) {
				follow(name);
			}
			name = this.pending.poll();
		}
	}

	private void follow(String name) {
		BeanDefinition definition = this.beanFactory.getMergedBeanDefinition(name);
		if (definition.getFactoryBeanName() != null) {
			need(definition.getFactoryBeanName());
		}
		if (definition.getDependsOn() != null) {
			for (String dependency : definition.getDependsOn()) {
				need(dependency);
			}
		}
		definition.getPropertyValues().forEach((value) -> {
			if (value.getValue() instanceof org.springframework.beans.factory.config.BeanReference reference) {
				need(reference.getBeanName());
			}
		});
		RegisteredBean bean = RegisteredBean.of(this.beanFactory, name);
		Class<?> type = bean.getBeanClass();
		this.types.add(type);
		if (!isOptional(name) && isUsers(type) && ApplicationContextAware.class.isAssignableFrom(type)) {
			this.looksUpBeans = true;
		}
		if (!(definition instanceof RootBeanDefinition root) || root.getInstanceSupplier() == null) {
			Executable executable = bean.resolveInstantiationDescriptor().executable();
			followExecutable(executable, name);
			followLookUps(executable.getAnnotation(LooksUp.class), name);
		}
		followLookUps(type.getAnnotation(LooksUp.class), name);
		followInjectionPoints(type, name);
	}

	private void followLookUps(@Nullable LooksUp lookUps, String name) {
		if (lookUps != null) {
			for (Class<?> lookedUp : lookUps.value()) {
				followType(ResolvableType.forClass(lookedUp), name);
			}
		}
	}

	private static boolean isUsers(Class<?> type) {
		return !type.getName().startsWith("dev.kindling.") && Aware.class.isAssignableFrom(type);
	}

	private void followInjectionPoints(Class<?> type, String name) {
		Class<?> userType = ClassUtils.getUserClass(type);
		if (userType.getName().startsWith("java.")) {
			return;
		}
		ReflectionUtils.doWithFields(userType, (field) -> followField(field, name));
		ReflectionUtils.doWithMethods(userType, (method) -> {
			if (AnnotatedElementUtils.hasAnnotation(method, Autowired.class) || isResource(method)) {
				followExecutable(method, name);
			}
		});
	}

	private void followField(Field field, String name) {
		if (AnnotatedElementUtils.hasAnnotation(field, Autowired.class) || isResource(field)) {
			followType(ResolvableType.forField(field), name);
		}
	}

	private static boolean isResource(java.lang.reflect.AnnotatedElement element) {
		for (java.lang.annotation.Annotation annotation : element.getAnnotations()) {
			String type = annotation.annotationType().getName();
			if (type.equals("jakarta.annotation.Resource") || type.equals("jakarta.inject.Inject")) {
				return true;
			}
		}
		return false;
	}

	private void followExecutable(Executable executable, String name) {
		for (int i = 0; i < executable.getParameterCount(); i++) {
			followType(
					(executable instanceof Method method) ? ResolvableType.forMethodParameter(method, i)
							: ResolvableType.forConstructorParameter((java.lang.reflect.Constructor<?>) executable, i),
					name);
		}
	}

	private void followType(ResolvableType type, String name) {
		Class<?> raw = type.resolve(Object.class);
		if (raw == ApplicationContext.class || BeanFactory.class.isAssignableFrom(raw)) {
			this.looksUpBeans |= !isOptional(name) && !isKindling(name);
			return;
		}
		if (ObjectFactory.class.isAssignableFrom(raw) || raw == Optional.class || Iterable.class.isAssignableFrom(raw)
				|| raw == java.util.stream.Stream.class) {
			followType(type.as(raw).getGeneric(0), name);
			return;
		}
		if (Map.class.isAssignableFrom(raw) && type.hasGenerics()) {
			followType(type.asMap().getGeneric(1), name);
			return;
		}
		if (raw.isArray()) {
			followType(type.getComponentType(), name);
			return;
		}
		if (raw == Object.class || raw.isPrimitive() || raw == String.class) {
			return;
		}
		for (String candidate : this.beanFactory.getBeanNamesForType(raw, true, false)) {
			need(candidate);
		}
	}

	private boolean isKindling(String name) {
		String origin = origin(this.beanFactory.getMergedBeanDefinition(name));
		return origin != null && origin.startsWith("dev.kindling.");
	}

}
