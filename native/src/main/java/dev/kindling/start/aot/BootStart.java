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

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import dev.kindling.start.logging.LogLevels;
import dev.kindling.start.logging.LogbackUse;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.ApplicationContextFactory;
import org.springframework.boot.BootstrapRegistryInitializer;
import org.springframework.boot.SpringApplicationRunListener;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.context.event.SpringApplicationEvent;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.EventListener;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.io.ProtocolResolver;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/**
 * What only Spring Boot's own start can do.
 */
final class BootStart {

	private static final List<Class<?>> EXTENSIONS = List.of(EnvironmentPostProcessor.class,
			SpringApplicationRunListener.class, ApplicationContextInitializer.class, ApplicationListener.class,
			BootstrapRegistryInitializer.class, ApplicationContextFactory.class, SpringBootExceptionReporter.class,
			FailureAnalysisReporter.class, ProtocolResolver.class);

	private static final List<String> KNOWN = List.of("org.springframework.boot.",
			"org.springframework.cloud.function.", "dev.kindling.start.Lambda",
			"dev.kindling.start.FailedStartReporter");

	private BootStart() {
	}

	/**
	 * Why the application can't start lean.
	 * @return the second half of a sentence, or {@code null} if it can
	 */
	static @Nullable String reason(ConfigurableListableBeanFactory beanFactory, ConfigurableEnvironment environment,
			ApplicationMain main, StartMentions code, UnneededBeans.Decision decision) {
		if (!environment.getProperty("kindling.start.lean", Boolean.class, true)) {
			return "kindling.start.lean is false";
		}
		String logback = LogbackUse.reason(environment, beanFactory.getBeanClassLoader());
		if (logback != null) {
			return "it logs through Logback, as " + logback;
		}
		if (!LogLevels.isAvailable() && !LogbackUse.isBound()) {
			return "its log goes to " + LoggerFactory.getILoggerFactory().getClass().getName();
		}
		if (main.reason() != null) {
			return main.reason();
		}
		if (!environment.getProperty("spring.main.web-application-type", "none").trim().equalsIgnoreCase("none")) {
			return "it has a web server";
		}
		if (beanFactory.containsBean("dispatcherServlet") || beanFactory.containsBean("webHandler")) {
			return "it has a web server";
		}
		String part = code.partOfBootsStart();
		if (part != null) {
			return "its classes mention " + part;
		}
		String extension = extension(beanFactory.getBeanClassLoader());
		return (extension != null) ? extension : listener(beanFactory, decision.graph());
	}

	/**
	 * What extends the start, if it is neither Spring's nor Kindling's.
	 */
	static @Nullable String extension(ClassLoader classLoader) {
		for (Class<?> type : EXTENSIONS) {
			// many need arguments of Spring Boot's: what can't be made here counts, too
			List<String> names = new ArrayList<>();
			SpringFactoriesLoader.forDefaultResourceLocation(classLoader)
				.load(type, (factoryType, name, failure) -> names.add(name))
				.forEach((extension) -> names.add(extension.getClass().getName()));
			for (String name : names) {
				if (KNOWN.stream().noneMatch(name::startsWith)) {
					return name + " extends the start as " + type.getSimpleName();
				}
			}
		}
		return null;
	}

	private static @Nullable String listener(ConfigurableListableBeanFactory beanFactory, BeanGraph graph) {
		for (String name : beanFactory.getBeanNamesForType(ApplicationListener.class, true, false)) {
			if (graph.needs(name)) {
				Class<?> event = event(beanFactory, name);
				if (hearsStart(beanFactory.getType(name, false), event)) {
					return "bean '" + name + "' listens to "
							+ ((event != null) ? event.getSimpleName() : "events that aren't known before");
				}
			}
		}
		for (Class<?> type : graph.types()) {
			Method[] methods = ReflectionUtils.getUniqueDeclaredMethods(ClassUtils.getUserClass(type));
			for (Method method : methods) {
				EventListener listener = AnnotatedElementUtils.findMergedAnnotation(method, EventListener.class);
				if (listener != null && listensToStart(method, listener)) {
					return type.getSimpleName() + "." + method.getName()
							+ " listens to an event of Spring Boot's start";
				}
			}
		}
		return null;
	}

	/**
	 * Spring Boot's own listeners do at its start what the lean start does or leaves out.
	 * Others of Spring listen to what they name.
	 */
	private static boolean hearsStart(@Nullable Class<?> listener, @Nullable Class<?> event) {
		String name = (listener != null) ? listener.getName() : "";
		if (name.startsWith("org.springframework.boot.")) {
			return false;
		}
		if (listener != null && name.startsWith("org.springframework.") && !listener.isInterface()) {
			return event != null && SpringApplicationEvent.class.isAssignableFrom(event);
		}
		return event == null || isOfStart(event);
	}

	private static @Nullable Class<?> event(ConfigurableListableBeanFactory beanFactory, String name) {
		ResolvableType type = beanFactory.getMergedBeanDefinition(name).getResolvableType();
		Class<?> event = type.as(ApplicationListener.class).getGeneric(0).resolve();
		Class<?> listener = beanFactory.getType(name, false);
		if (event == null && listener != null) {
			event = ResolvableType.forClass(ApplicationListener.class, listener).getGeneric(0).resolve();
		}
		return event;
	}

	/**
	 * Whether a listener to these events hears one of Spring Boot's start.
	 */
	private static boolean isOfStart(Class<?> event) {
		return SpringApplicationEvent.class.isAssignableFrom(event)
				|| event.isAssignableFrom(SpringApplicationEvent.class)
				|| AvailabilityChangeEvent.class.isAssignableFrom(event);
	}

	private static boolean listensToStart(Method method, EventListener listener) {
		Class<?>[] events = (listener.classes().length > 0) ? listener.classes() : method.getParameterTypes();
		return Arrays.stream(events).anyMatch(BootStart::isOfStart);
	}

}
