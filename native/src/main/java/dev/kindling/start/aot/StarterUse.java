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

import dev.kindling.code.Mentions;
import org.jspecify.annotations.Nullable;

import org.springframework.aop.Advisor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.context.Lifecycle;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.Environment;
import org.springframework.core.env.PropertySource;

/**
 * What makes use of a group of the starter's beans without being made from them.
 */
final class StarterUse {

	private final ConfigurableListableBeanFactory beanFactory;

	private final Environment environment;

	private final BeanGraph graph;

	private final Mentions mentions;

	StarterUse(ConfigurableListableBeanFactory beanFactory, Environment environment, BeanGraph graph,
			Mentions mentions) {
		this.beanFactory = beanFactory;
		this.environment = environment;
		this.graph = graph;
		this.mentions = mentions;
	}

	/**
	 * What uses a group.
	 * @return the second half of a sentence, or {@code null} if nothing does
	 */
	@Nullable String of(StarterBeans group) {
		for (String mark : group.marks()) {
			String user = this.mentions.found().get(mark);
			if (user != null) {
				return user + " mentions " + mark;
			}
		}
		if (group.properties() != null && isConfigured(group.properties())) {
			return group.properties() + "* is configured";
		}
		return switch (group) {
			case CONFIGURATION_PROPERTIES -> UnneededBeans.bindsProperties(this.beanFactory, this.graph)
					? "a bean holds configuration properties" : null;
			case PROXIES -> (this.beanFactory.getBeanNamesForType(Advisor.class, true, false).length > 0)
					? "a bean is an advisor" : null;
			case LIFECYCLE -> this.graph.types().stream().anyMatch(Lifecycle.class::isAssignableFrom)
					? "a bean has a lifecycle" : null;
			case TASK_EXECUTION -> hasBackgroundInit() ? "a bean is made in the background" : null;
			default -> null;
		};
	}

	private boolean isConfigured(String prefix) {
		if (this.environment instanceof ConfigurableEnvironment configurable) {
			for (PropertySource<?> source : configurable.getPropertySources()) {
				if (source instanceof EnumerablePropertySource<?> enumerable) {
					for (String name : enumerable.getPropertyNames()) {
						if (name.startsWith(prefix)) {
							return true;
						}
					}
				}
			}
		}
		return false;
	}

	private boolean hasBackgroundInit() {
		for (String name : this.beanFactory.getBeanDefinitionNames()) {
			if (this.beanFactory.getBeanDefinition(name) instanceof AbstractBeanDefinition definition
					&& definition.isBackgroundInit()) {
				return true;
			}
		}
		return false;
	}

}
