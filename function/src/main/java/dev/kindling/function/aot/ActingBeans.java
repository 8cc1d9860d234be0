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

package dev.kindling.function.aot;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.CommandLineRunner;
import org.springframework.context.ApplicationListener;
import org.springframework.context.Lifecycle;
import org.springframework.util.ReflectionUtils;

/**
 * Beans that do something when the application starts, or later without being called by
 * what they are injected into: in each Lambda function, as all have the same application.
 */
final class ActingBeans {

	private static final List<Class<?>> TYPES = List.of(InitializingBean.class, SmartInitializingSingleton.class,
			Lifecycle.class, ApplicationListener.class, ApplicationRunner.class, CommandLineRunner.class);

	private static final Set<String> METHODS = Set.of("PostConstruct", "EventListener", "TransactionalEventListener",
			"Scheduled");

	private ActingBeans() {
	}

	static boolean isOne(Class<?> type, BeanDefinition definition) {
		return definition.getInitMethodName() != null || TYPES.stream().anyMatch((each) -> each.isAssignableFrom(type))
				|| Arrays.stream(ReflectionUtils.getAllDeclaredMethods(type)).anyMatch(ActingBeans::acts);
	}

	private static boolean acts(Method method) {
		return Arrays.stream(method.getAnnotations())
			.anyMatch((annotation) -> METHODS.contains(annotation.annotationType().getSimpleName()));
	}

}
