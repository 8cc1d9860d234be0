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

import dev.kindling.start.environment.LeanEnvironment;

import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;

/**
 * Applies those of the properties {@code spring.main.…} that say how an application
 * starts.
 */
final class MainSettings {

	private MainSettings() {
	}

	static void apply(LeanEnvironment environment, LeanApplicationContext context) {
		DefaultListableBeanFactory beanFactory = context.getDefaultListableBeanFactory();
		beanFactory.setAllowCircularReferences(environment.isOn("spring.main.allow-circular-references", false));
		beanFactory
			.setAllowBeanDefinitionOverriding(environment.isOn("spring.main.allow-bean-definition-overriding", false));
		if (environment.isOn("spring.main.lazy-initialization", false)) {
			context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor());
		}
		if (environment.isOn("spring.main.keep-alive", false)) {
			context.addApplicationListener(new KeepAlive());
		}
		if (environment.isOn("spring.main.register-shutdown-hook", true)) {
			context.registerShutdownHook();
		}
	}

}
