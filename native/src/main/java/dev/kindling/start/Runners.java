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

package dev.kindling.start;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.CommandLineRunner;
import org.springframework.core.OrderComparator.OrderSourceProvider;
import org.springframework.core.annotation.AnnotationAwareOrderComparator;

/**
 * The runners of both kinds, in the order that Spring Boot calls them in: an order can be
 * declared by the bean's class or by the method that makes it.
 */
final class Runners implements OrderSourceProvider {

	private final DefaultListableBeanFactory beanFactory;

	private final Map<Object, String> names = new IdentityHashMap<>();

	Runners(DefaultListableBeanFactory beanFactory) {
		this.beanFactory = beanFactory;
	}

	List<Object> inOrder() {
		List<Object> runners = new ArrayList<>();
		add(ApplicationRunner.class, runners);
		add(CommandLineRunner.class, runners);
		runners.sort(AnnotationAwareOrderComparator.INSTANCE.withSourceProvider(this));
		return runners;
	}

	private void add(Class<?> type, List<Object> runners) {
		for (String name : this.beanFactory.getBeanNamesForType(type)) {
			Object runner = this.beanFactory.getBean(name);
			if (this.names.put(runner, name) == null) {
				runners.add(runner);
			}
		}
	}

	@Override
	public @Nullable Object getOrderSource(Object runner) {
		String name = this.names.get(runner);
		if (name == null || !this.beanFactory.containsBeanDefinition(name)) {
			return null;
		}
		BeanDefinition definition = this.beanFactory.getMergedBeanDefinition(name);
		if (!(definition instanceof RootBeanDefinition root)) {
			return null;
		}
		List<Object> sources = new ArrayList<>(2);
		Method factoryMethod = root.getResolvedFactoryMethod();
		if (factoryMethod != null) {
			sources.add(factoryMethod);
		}
		Class<?> targetType = root.getTargetType();
		if (targetType != null && targetType != runner.getClass()) {
			sources.add(targetType);
		}
		return sources.toArray();
	}

}
