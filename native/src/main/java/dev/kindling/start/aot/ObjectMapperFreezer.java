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

import java.util.Locale;
import java.util.Set;

import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kindling.start.FrozenObjectMapper;
import dev.kindling.start.environment.aot.FrozenConfiguration;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.boot.autoconfigure.jackson.Jackson2ObjectMapperBuilderCustomizer;
import org.springframework.boot.jackson.JsonComponent;
import org.springframework.boot.jackson.JsonMixin;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;
import org.springframework.util.ClassUtils;

/**
 * Replaces Spring Boot's {@code jacksonObjectMapper} by {@link FrozenObjectMapper} in an
 * application that is processed ahead of time and configures nothing of Jackson: no
 * property {@code spring.jackson.*} in a file of any profile, no own builder, no module,
 * no customizer, no {@link JsonComponent} and no {@link JsonMixin}. Switched off by
 * {@code kindling.aot.object-mapper=boot}.
 */
public class ObjectMapperFreezer implements BeanDefinitionRegistryPostProcessor {

	private static final String BEAN_NAME = "jacksonObjectMapper";

	private static final String BOOTS_CONFIGURATION = "org.springframework.boot.autoconfigure.jackson.";

	private static final Set<String> BOOTS_MODULES = Set.of("parameterNamesModule", "jsonMixinModule",
			"jsonComponentModule");

	private static final String MODULES = "com.fasterxml.jackson.";

	private final ConfigurableEnvironment environment;

	/**
	 * Creates the post-processor.
	 * @param environment where configured properties are looked for
	 */
	public ObjectMapperFreezer(ConfigurableEnvironment environment) {
		this.environment = environment;
	}

	@Override
	public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
		// the definitions are complete in the next step only
	}

	@Override
	public void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {
		if (!(beanFactory instanceof BeanDefinitionRegistry registry) || !isBoots(registry)
				|| "boot".equals(this.environment.getProperty("kindling.aot.object-mapper"))
				|| hasProperties(beanFactory.getBeanClassLoader()) || hasBeans(beanFactory)
				|| hasAnnotations(beanFactory) || !hasModules(beanFactory.getBeanClassLoader())) {
			return;
		}
		RootBeanDefinition definition = new RootBeanDefinition(FrozenObjectMapper.class);
		definition.setFactoryMethodName("instance");
		definition.setTargetType(ObjectMapper.class);
		definition.setPrimary(true);
		registry.removeBeanDefinition(BEAN_NAME);
		registry.registerBeanDefinition(BEAN_NAME, definition);
	}

	private static boolean isBoots(BeanDefinitionRegistry registry) {
		if (!registry.containsBeanDefinition(BEAN_NAME)) {
			return false;
		}
		BeanDefinition definition = registry.getBeanDefinition(BEAN_NAME);
		String factory = definition.getFactoryBeanName();
		return factory != null && factory.startsWith(BOOTS_CONFIGURATION);
	}

	private boolean hasProperties(ClassLoader classLoader) {
		FrozenConfiguration configuration = FrozenConfiguration.of(classLoader);
		if (configuration.has("spring.jackson")) {
			return true;
		}
		for (PropertySource<?> source : this.environment.getPropertySources()) {
			if (source instanceof EnumerablePropertySource<?> enumerable) {
				for (String name : enumerable.getPropertyNames()) {
					if (isJacksons(name)) {
						return true;
					}
				}
			}
		}
		return false;
	}

	private static boolean isJacksons(String name) {
		String lowerCase = name.toLowerCase(Locale.ROOT);
		return lowerCase.startsWith("spring.jackson.") || lowerCase.startsWith("spring_jackson_");
	}

	private static boolean hasBeans(ConfigurableListableBeanFactory beanFactory) {
		for (String name : beanFactory.getBeanNamesForType(Jackson2ObjectMapperBuilder.class, true, false)) {
			String factory = beanFactory.getMergedBeanDefinition(name).getFactoryBeanName();
			if (factory == null || !factory.startsWith(BOOTS_CONFIGURATION)) {
				return true;
			}
		}
		for (String name : beanFactory.getBeanNamesForType(Module.class, true, false)) {
			if (!BOOTS_MODULES.contains(name)) {
				return true;
			}
		}
		return beanFactory.getBeanNamesForType(Jackson2ObjectMapperBuilderCustomizer.class, true, false).length > 1;
	}

	private static boolean hasAnnotations(ConfigurableListableBeanFactory beanFactory) {
		if (beanFactory.getBeanNamesForAnnotation(JsonComponent.class).length > 0) {
			return true;
		}
		if (!AutoConfigurationPackages.has(beanFactory)) {
			return false;
		}
		ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
		scanner.addIncludeFilter(new AnnotationTypeFilter(JsonMixin.class));
		for (String packageName : AutoConfigurationPackages.get(beanFactory)) {
			if (!scanner.findCandidateComponents(packageName).isEmpty()) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Spring registers the modules that it finds on the class path: exactly the three of
	 * Boot's starter have to be there.
	 */
	private static boolean hasModules(ClassLoader classLoader) {
		return ClassUtils.isPresent(MODULES + "module.paramnames.ParameterNamesModule", classLoader)
				&& ClassUtils.isPresent(MODULES + "datatype.jdk8.Jdk8Module", classLoader)
				&& ClassUtils.isPresent(MODULES + "datatype.jsr310.JavaTimeModule", classLoader)
				&& !ClassUtils.isPresent(MODULES + "module.kotlin.KotlinModule", classLoader);
	}

}
