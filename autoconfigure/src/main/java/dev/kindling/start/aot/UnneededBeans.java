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

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Consumer;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.aop.Advisor;
import org.springframework.beans.factory.aot.BeanRegistrationExcludeFilter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.RegisteredBean;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.annotation.MergedAnnotations.SearchStrategy;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/**
 * Leaves out what Spring Boot's and Spring Cloud Function's auto-configurations define
 * and no bean of the application is made from. A post-processor stays if a bean that
 * stays has what it looks for. Switched off by {@code kindling.aot.unneeded-beans=keep},
 * and for an application that looks up beans by itself.
 */
class UnneededBeans implements BeanRegistrationExcludeFilter {

	private static final Log logger = LogFactory.getLog(UnneededBeans.class);

	private static final Map<ConfigurableListableBeanFactory, UnneededBeans.Decision> decisions = new WeakHashMap<>();

	@Override
	public boolean isExcludedFromAotProcessing(RegisteredBean registeredBean) {
		ConfigurableListableBeanFactory beanFactory = registeredBean.getBeanFactory();
		if (registeredBean.isInnerBean() || !beanFactory.containsBeanDefinition(registeredBean.getBeanName())) {
			return false;
		}
		return !decisionFor(beanFactory).kept().contains(registeredBean.getBeanName());
	}

	static Decision decisionFor(ConfigurableListableBeanFactory beanFactory) {
		synchronized (decisions) {
			Decision decision = decisions.get(beanFactory);
			if (decision == null) {
				decision = decide(beanFactory);
				decisions.put(beanFactory, decision);
			}
			return decision;
		}
	}

	private static Decision decide(ConfigurableListableBeanFactory beanFactory) {
		BeanGraph graph = new BeanGraph(beanFactory);
		Set<String> kept = new HashSet<>();
		Environment environment = beanFactory.getBean(Environment.class);
		boolean keepAll = "keep".equalsIgnoreCase(environment.getProperty("kindling.aot.unneeded-beans"));
		boolean changed = true;
		while (changed) {
			changed = false;
			for (String name : beanFactory.getBeanDefinitionNames()) {
				if (!graph.needs(name) && (keepAll || isSideEffect(beanFactory, name, graph))) {
					graph.add(name);
					changed = true;
				}
			}
		}
		for (String name : beanFactory.getBeanDefinitionNames()) {
			if (graph.needs(name)) {
				kept.add(name);
			}
		}
		if (graph.looksUpBeans()) {
			logger.info("Beans that nothing is made from stay in the executable, as a bean of the application "
					+ "looks up others in the application context");
		}
		return new Decision(source(beanFactory), graph, kept);
	}

	private static @Nullable String source(ConfigurableListableBeanFactory beanFactory) {
		for (String name : beanFactory.getBeanNamesForAnnotation(SpringBootConfiguration.class)) {
			Class<?> type = beanFactory.getType(name, false);
			if (type != null && ReflectionUtils.findMethod(type, "main", String[].class) != null) {
				return ClassUtils.getUserClass(type).getName();
			}
		}
		return null;
	}

	/**
	 * A bean that acts on others, or on its own, without anybody asking for it.
	 */
	private static boolean isSideEffect(ConfigurableListableBeanFactory beanFactory, String name, BeanGraph graph) {
		Class<?> type = beanFactory.getType(name, false);
		if (type == null) {
			return true;
		}
		return switch (type.getName()) {
			case "org.springframework.context.annotation.ConfigurationClassPostProcessor" -> false;
			case "org.springframework.context.event.EventListenerMethodProcessor",
					"org.springframework.context.event.DefaultEventListenerFactory" ->
				anyMethod(graph, EventListener.class);
			case "org.springframework.context.annotation.CommonAnnotationBeanPostProcessor" -> true;
			case "org.springframework.context.support.PropertySourcesPlaceholderConfigurer" -> uses(graph, Value.class);
			case "org.springframework.boot.context.properties.ConfigurationPropertiesBindingPostProcessor",
					"org.springframework.boot.context.properties.ConfigurationPropertiesBinder",
					"org.springframework.boot.context.properties.ConfigurationPropertiesBinder$ConfigurationPropertiesBinderFactory",
					"org.springframework.boot.context.properties.BoundConfigurationProperties" ->
				bindsProperties(beanFactory, graph);
			case "org.springframework.boot.context.properties.EnableConfigurationPropertiesRegistrar$$MethodValidationExcludeFilter",
					"org.springframework.boot.sql.init.dependency.DatabaseInitializationDependencyConfigurer$DependsOnDatabaseInitializationPostProcessor" ->
				graph.types().stream().anyMatch((candidate) -> candidate.getName().endsWith("DataSource"));
			case "org.springframework.context.support.DefaultLifecycleProcessor" ->
				hasProperty(beanFactory, "spring.lifecycle.timeout-per-shutdown-phase");
			case "org.springframework.boot.availability.ApplicationAvailabilityBean",
					"dev.kindling.start.aot.ObjectMapperFreezer" ->
				false;
			default -> isSideEffect(name, type, graph);
		};
	}

	private static boolean isSideEffect(String name, Class<?> type, BeanGraph graph) {
		if (name.startsWith("org.springframework.aop.config.internal")
				|| name.equals("forceAutoProxyCreatorToUseClassProxying")) {
			return graph.types().stream().anyMatch(Advisor.class::isAssignableFrom);
		}
		if (name.equals("bootstrapExecutorAliasPostProcessor")) {
			return graph.needs("applicationTaskExecutor");
		}
		return BeanPostProcessor.class.isAssignableFrom(type) || BeanFactoryPostProcessor.class.isAssignableFrom(type);
	}

	private static boolean hasProperty(ConfigurableListableBeanFactory beanFactory, String name) {
		return beanFactory.getBean(Environment.class).containsProperty(name);
	}

	static boolean bindsProperties(ConfigurableListableBeanFactory beanFactory, BeanGraph graph) {
		for (String name : graph.needed()) {
			if (beanFactory.containsBeanDefinition(name)
					&& beanFactory.findAnnotationOnBean(name, ConfigurationProperties.class, false) != null) {
				return true;
			}
		}
		return false;
	}

	static boolean anyMethod(BeanGraph graph, Class<? extends Annotation> annotation) {
		for (Class<?> type : graph.types()) {
			Class<?> userType = ClassUtils.getUserClass(type);
			boolean[] found = new boolean[1];
			ReflectionUtils.doWithMethods(userType,
					(method) -> found[0] |= AnnotatedElementUtils.hasAnnotation(method, annotation));
			if (found[0]) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Whether a field or parameter of a needed bean carries the annotation.
	 */
	static boolean uses(BeanGraph graph, Class<? extends Annotation> annotation) {
		boolean[] found = new boolean[1];
		forEachElement(graph, (element) -> found[0] |= has(element, annotation));
		return found[0];
	}

	private static void forEachElement(BeanGraph graph, Consumer<AnnotatedElement> action) {
		for (Class<?> type : graph.types()) {
			Class<?> userType = ClassUtils.getUserClass(type);
			ReflectionUtils.doWithFields(userType, action::accept);
			ReflectionUtils.doWithMethods(userType, (method) -> {
				action.accept(method);
				for (AnnotatedElement parameter : method.getParameters()) {
					action.accept(parameter);
				}
			});
			for (Constructor<?> constructor : userType.getDeclaredConstructors()) {
				for (AnnotatedElement parameter : constructor.getParameters()) {
					action.accept(parameter);
				}
			}
		}
	}

	/**
	 * Whether a {@code @Value} of a needed bean holds an expression.
	 */
	static boolean usesExpressions(BeanGraph graph) {
		boolean[] found = new boolean[1];
		forEachElement(graph, (element) -> {
			String value = MergedAnnotations.from(element, SearchStrategy.DIRECT)
				.get(Value.class)
				.getValue("value", String.class)
				.orElse("");
			found[0] |= value.contains("#{");
		});
		return found[0];
	}

	private static boolean has(AnnotatedElement element, Class<? extends Annotation> annotation) {
		return MergedAnnotations.from(element, SearchStrategy.DIRECT).isPresent(annotation);
	}

	/**
	 * What stays, and why it could be decided.
	 *
	 * @param source the application's class, or {@code null} if there is none with a main
	 * method
	 * @param graph the beans that something is made from
	 * @param kept the names of all beans that stay
	 */
	record Decision(@Nullable String source, BeanGraph graph, Set<String> kept) {
	}

}
