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

package dev.kindling.start.context;

import org.springframework.beans.factory.Aware;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.config.EmbeddedValueResolver;
import org.springframework.context.ApplicationContextAware;
import org.springframework.context.ApplicationEventPublisherAware;
import org.springframework.context.ApplicationStartupAware;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.EmbeddedValueResolverAware;
import org.springframework.context.EnvironmentAware;
import org.springframework.context.MessageSourceAware;
import org.springframework.context.ResourceLoaderAware;

/**
 * Hands the context to the beans that ask for it, in the order that
 * {@link ApplicationContextAware} documents.
 */
public final class AwareBeanPostProcessor implements BeanPostProcessor {

	private final ConfigurableApplicationContext context;

	public AwareBeanPostProcessor(ConfigurableApplicationContext context) {
		this.context = context;
	}

	@Override
	public Object postProcessBeforeInitialization(Object bean, String beanName) {
		if (bean instanceof Aware) {
			hand(bean);
		}
		return bean;
	}

	private void hand(Object bean) {
		if (bean instanceof EnvironmentAware aware) {
			aware.setEnvironment(this.context.getEnvironment());
		}
		if (bean instanceof EmbeddedValueResolverAware aware) {
			aware.setEmbeddedValueResolver(new EmbeddedValueResolver(this.context.getBeanFactory()));
		}
		if (bean instanceof ResourceLoaderAware aware) {
			aware.setResourceLoader(this.context);
		}
		if (bean instanceof ApplicationEventPublisherAware aware) {
			aware.setApplicationEventPublisher(this.context);
		}
		if (bean instanceof MessageSourceAware aware) {
			aware.setMessageSource(this.context);
		}
		if (bean instanceof ApplicationStartupAware aware) {
			aware.setApplicationStartup(this.context.getApplicationStartup());
		}
		if (bean instanceof ApplicationContextAware aware) {
			aware.setApplicationContext(this.context);
		}
	}

}
