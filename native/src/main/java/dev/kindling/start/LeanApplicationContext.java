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

import java.util.Base64;

import dev.kindling.start.context.AwareBeanPostProcessor;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationContextAware;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.ApplicationEventPublisherAware;
import org.springframework.context.ApplicationStartupAware;
import org.springframework.context.EmbeddedValueResolverAware;
import org.springframework.context.EnvironmentAware;
import org.springframework.context.MessageSourceAware;
import org.springframework.context.ResourceLoaderAware;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;

/**
 * An application context that brings expressions and property editors only into an
 * executable whose bean definitions use them.
 */
final class LeanApplicationContext extends GenericApplicationContext {

	private static final Class<?>[] AWARE = { EnvironmentAware.class, EmbeddedValueResolverAware.class,
			ResourceLoaderAware.class, ApplicationEventPublisherAware.class, MessageSourceAware.class,
			ApplicationContextAware.class, ApplicationStartupAware.class };

	private static final String BASE64 = "base64:";

	LeanApplicationContext() {
		// what Spring Boot sets, too: a bean defined twice is a mistake
		setAllowBeanDefinitionOverriding(false);
		setId("application");
	}

	@Override
	protected void prepareBeanFactory(ConfigurableListableBeanFactory beanFactory) {
		if (GeneratedApplication.USES_EXPRESSIONS || GeneratedApplication.USES_CONVERSION) {
			super.prepareBeanFactory(beanFactory);
			return;
		}
		beanFactory.setBeanClassLoader(getClassLoader());
		beanFactory.addBeanPostProcessor(new AwareBeanPostProcessor(this));
		for (Class<?> aware : AWARE) {
			beanFactory.ignoreDependencyInterface(aware);
		}
		beanFactory.registerResolvableDependency(BeanFactory.class, beanFactory);
		beanFactory.registerResolvableDependency(ResourceLoader.class, this);
		beanFactory.registerResolvableDependency(ApplicationEventPublisher.class, this);
		beanFactory.registerResolvableDependency(ApplicationContext.class, this);
		beanFactory.registerSingleton(ENVIRONMENT_BEAN_NAME, getEnvironment());
		beanFactory.registerSingleton(SYSTEM_PROPERTIES_BEAN_NAME, getEnvironment().getSystemProperties());
		beanFactory.registerSingleton(SYSTEM_ENVIRONMENT_BEAN_NAME, getEnvironment().getSystemEnvironment());
		beanFactory.registerSingleton(APPLICATION_STARTUP_BEAN_NAME, getApplicationStartup());
	}

	/**
	 * Knows what Spring Boot adds to Spring's locations, too: {@code base64:…}.
	 */
	@Override
	public Resource getResource(String location) {
		return location.startsWith(BASE64)
				? new ByteArrayResource(Base64.getDecoder().decode(location.substring(BASE64.length())))
				: super.getResource(location);
	}

	/**
	 * Leaves the caches of reflection as they are: those that were filled while the
	 * executable was built are pages of the executable, and clearing would write to each.
	 */
	@Override
	protected void resetCommonCaches() {
	}

}
