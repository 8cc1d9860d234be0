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
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import dev.kindling.runtime.InvocationHandler;
import dev.kindling.start.KnownBeans;
import dev.kindling.start.LooksUp;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.BeanFactoryAware;
import org.springframework.beans.factory.ObjectFactory;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.RegisteredBean;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.ApplicationContextAware;
import org.springframework.core.ResolvableType;
import org.springframework.util.ClassUtils;

/**
 * Which beans stay, and because of what: all that aren't of {@link StarterBeans}, and
 * whatever they are made from.
 */
final class BeanGraph {

	private final ConfigurableListableBeanFactory beanFactory;

	/** Because of what each bean is needed. */
	private final Map<String, String> needed = new LinkedHashMap<>();

	private final Deque<String> pending = new ArrayDeque<>();

	private final Set<Class<?>> types = new HashSet<>();

	private @Nullable String lookUp;

	BeanGraph(ConfigurableListableBeanFactory beanFactory) {
		this.beanFactory = beanFactory;
		for (String name : beanFactory.getBeanDefinitionNames()) {
			StarterBeans group = group(name);
			if (group == null) {
				need(name, "it isn't one of the starter's");
			}
			else if (group.stays()) {
				need(name, group.reason());
			}
			else if (beanFactory.isTypeMatch(name, InvocationHandler.class)) {
				need(name, "it handles the invocations");
			}
		}
		follow();
	}

	/**
	 * Whether a bean is needed.
	 */
	boolean needs(String name) {
		return this.lookUp != null || this.needed.containsKey(name);
	}

	/**
	 * Whether the application may look up any bean itself, so that all have to stay.
	 */
	boolean looksUpBeans() {
		return this.lookUp != null;
	}

	/**
	 * Declares that the application may look up any bean.
	 * @param who what looks beans up
	 */
	void looksUpBeans(String who) {
		if (this.lookUp == null) {
			this.lookUp = who + " can look up any bean";
		}
	}

	/**
	 * Why all beans have to stay.
	 * @return the second half of a sentence, or {@code null} if they needn't
	 */
	@Nullable String lookUp() {
		return this.lookUp;
	}

	/**
	 * The class of a needed bean that isn't the starter's.
	 * @return {@code null} for one of the starter's
	 */
	@Nullable Class<?> foreignType(String name) {
		if (!this.beanFactory.containsBeanDefinition(name) || group(name) != null || isKindling(name)) {
			return null;
		}
		return RegisteredBean.of(this.beanFactory, name).getBeanClass();
	}

	/**
	 * The needed beans, each with because of what.
	 */
	Map<String, String> needed() {
		return this.needed;
	}

	/**
	 * Why a bean stays.
	 */
	String reason(String name) {
		String reason = this.needed.get(name);
		return (reason != null) ? reason : String.valueOf(this.lookUp);
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
	void add(String name, String reason) {
		if (this.beanFactory.containsBeanDefinition(name)) {
			need(name, reason);
			follow();
		}
	}

	/**
	 * The group of the starter's beans that a bean belongs to.
	 */
	@Nullable StarterBeans group(String name) {
		return StarterBeans.of(originName(name));
	}

	/**
	 * The class that defines a bean: its own, or the one whose method makes it.
	 */
	@Nullable Class<?> origin(String name) {
		String origin = originName(name);
		return (origin != null) ? ClassUtils.resolveClassName(origin, this.beanFactory.getBeanClassLoader()) : null;
	}

	private @Nullable String originName(String name) {
		BeanDefinition definition = this.beanFactory.getMergedBeanDefinition(name);
		Class<?> type;
		if (definition.getFactoryMethodName() != null && definition.getFactoryBeanName() != null) {
			type = this.beanFactory.getType(definition.getFactoryBeanName(), false);
		}
		else if (definition.getBeanClassName() != null) {
			type = ClassUtils.resolveClassName(definition.getBeanClassName(), this.beanFactory.getBeanClassLoader());
		}
		else {
			type = RegisteredBean.of(this.beanFactory, name).getBeanClass();
		}
		return (type != null) ? ClassUtils.getUserClass(type).getName() : null;
	}

	private void need(String name, String reason) {
		if (this.needed.putIfAbsent(name, reason) == null) {
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
			need(definition.getFactoryBeanName(), "it makes '" + name + "'");
		}
		if (definition.getDependsOn() != null) {
			for (String dependency : definition.getDependsOn()) {
				need(dependency, "'" + name + "' depends on it");
			}
		}
		boolean foreign = group(name) == null && !isKindling(name);
		BeanReferences references = BeanReferences.of(definition);
		references.names().forEach((reference) -> need(reference, "the definition of '" + name + "' refers to it"));
		if (foreign && references.isDynamic()) {
			looksUpBeans("the definition of '" + name + "'");
		}
		RegisteredBean bean = RegisteredBean.of(this.beanFactory, name);
		Class<?> type = bean.getBeanClass();
		this.types.add(type);
		if (foreign && !isSpring(type) && (ApplicationContextAware.class.isAssignableFrom(type)
				|| BeanFactoryAware.class.isAssignableFrom(type))) {
			looksUpBeans("'" + name + "'");
		}
		if (!(definition instanceof RootBeanDefinition root) || root.getInstanceSupplier() == null) {
			Executable executable = bean.resolveInstantiationDescriptor().executable();
			InjectionPoints.of(executable).forEach((injected) -> followType(injected, name));
			followLookUps(executable.getAnnotation(LooksUp.class), name);
		}
		followLookUps(type.getAnnotation(LooksUp.class), name);
		InjectionPoints.of(type).forEach((injected) -> followType(injected, name));
	}

	/**
	 * Spring's own beans look up what they document, which {@link StarterBeans} knows.
	 */
	private static boolean isSpring(Class<?> type) {
		return type.getName().startsWith("org.springframework.");
	}

	private void followLookUps(@Nullable LooksUp lookUps, String name) {
		if (lookUps != null) {
			for (Class<?> lookedUp : lookUps.value()) {
				followType(ResolvableType.forClass(lookedUp), name);
			}
		}
	}

	private void followType(ResolvableType type, String name) {
		Class<?> raw = type.resolve(Object.class);
		if (BeanFactory.class.isAssignableFrom(raw)) {
			Class<?> origin = origin(name);
			if (group(name) == null && !isKindling(name) && (origin == null || !isSpring(origin))) {
				looksUpBeans("'" + name + "', which is given " + raw.getSimpleName() + ",");
			}
			return;
		}
		if (ObjectFactory.class.isAssignableFrom(raw) || raw == Optional.class || Iterable.class.isAssignableFrom(raw)
				|| raw == Stream.class || raw.getName().endsWith(".inject.Provider")) {
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
			need(candidate, "'" + name + "' is given " + raw.getSimpleName());
		}
	}

	/**
	 * Kindling's beans say what they look up.
	 */
	private boolean isKindling(String name) {
		Class<?> origin = origin(name);
		return origin != null && origin.getPackage().isAnnotationPresent(KnownBeans.class);
	}

}
