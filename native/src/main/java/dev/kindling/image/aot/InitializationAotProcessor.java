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

package dev.kindling.image.aot;

import java.util.ArrayList;
import java.util.List;

import dev.kindling.start.logging.LogbackUse;
import org.jspecify.annotations.Nullable;

import org.springframework.aot.generate.GenerationContext;
import org.springframework.beans.BeanInfoFactory;
import org.springframework.beans.factory.aot.BeanFactoryInitializationAotContribution;
import org.springframework.beans.factory.aot.BeanFactoryInitializationAotProcessor;
import org.springframework.beans.factory.aot.BeanFactoryInitializationCode;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.env.Environment;
import org.springframework.core.io.support.SpringFactoriesLoader;

/**
 * Names the packages whose classes are initialised while the executable is built: those
 * that a start runs through. Only what is listed here is; whatever else an application
 * brings, of Spring too, is initialised when it runs, so that no object of a library that
 * nobody here knows gets into the image heap.
 */
class InitializationAotProcessor implements BeanFactoryInitializationAotProcessor {

	static final String FILE = "META-INF/native-image/dev.kindling/initialization/native-image.properties";

	private static final List<String> KINDLING = List.of("dev.kindling.autoconfigure", "dev.kindling.codec",
			"dev.kindling.dynamodb", "dev.kindling.function", "dev.kindling.http", "dev.kindling.image",
			"dev.kindling.logging", "dev.kindling.runtime", "dev.kindling.start", "dev.kindling.types");

	/**
	 * What only the image builder runs. Where Logback is used, nothing else may be
	 * initialised that has a logger: Logback's can't be part of the image heap.
	 */
	private static final List<String> IMAGE = List.of("dev.kindling.image", "dev.kindling.dynamodb.substitute");

	private static final List<String> LOGGING = List.of("org.apache.commons.logging", "org.slf4j");

	private static final List<String> JACKSON = List.of("com.fasterxml.jackson.annotation",
			"com.fasterxml.jackson.core", "com.fasterxml.jackson.databind", "com.fasterxml.jackson.datatype.jdk8",
			"com.fasterxml.jackson.datatype.jsr310", "com.fasterxml.jackson.module.paramnames");

	private static final List<String> SPRING = List.of("org.springframework.aop.framework.AopProxyUtils",
			"org.springframework.aop.support.AopUtils", "org.springframework.aot", "org.springframework.asm",
			"org.springframework.beans", "org.springframework.boot.ApplicationArguments",
			"org.springframework.boot.DefaultApplicationArguments",
			"org.springframework.boot.DefaultApplicationArguments$Source", "org.springframework.boot.SpringApplication",
			"org.springframework.boot.SpringApplicationShutdownHook",
			"org.springframework.boot.SpringApplicationShutdownHook$ApplicationContextClosedListener",
			"org.springframework.boot.SpringApplicationShutdownHook$Handlers",
			"org.springframework.boot.context.properties", "org.springframework.boot.convert",
			"org.springframework.boot.diagnostics", "org.springframework.boot.origin", "org.springframework.cglib",
			"org.springframework.context", "org.springframework.core", "org.springframework.http.HttpStatus",
			"org.springframework.http.HttpStatus$Series", "org.springframework.http.HttpStatusCode",
			"org.springframework.lang", "org.springframework.stereotype", "org.springframework.util");

	/**
	 * What isn't initialised though its package is: it opens files, asks what machine it
	 * runs on (Objenesis does), or holds objects of other libraries.
	 */
	private static final List<String> WHEN_IT_RUNS = List.of(
			"org.springframework.context.annotation.ConfigurationClassEnhancer",
			"org.springframework.context.annotation.ConfigurationClassEnhancer$BeanFactoryAwareMethodInterceptor",
			"org.springframework.context.annotation.ConfigurationClassEnhancer$BeanMethodInterceptor",
			"org.springframework.context.annotation.ConfigurationClassEnhancer$ConditionalCallbackFilter",

			"org.springframework.core.CoroutinesUtils", "org.springframework.core.ReactiveAdapterRegistry",
			"org.springframework.core.ReactiveAdapterRegistry$CoroutinesRegistrar",
			"org.springframework.core.ReactiveAdapterRegistry$EmptyCompletableFuture",
			"org.springframework.core.ReactiveAdapterRegistry$FlowAdaptersRegistrar",
			"org.springframework.core.ReactiveAdapterRegistry$MutinyRegistrar",
			"org.springframework.core.ReactiveAdapterRegistry$ReactorAdapter",
			"org.springframework.core.ReactiveAdapterRegistry$ReactorRegistrar",
			"org.springframework.core.ReactiveAdapterRegistry$RxJava3Registrar", "org.springframework.core.codec",
			"org.springframework.core.io.AbstractFileResolvingResource", "org.springframework.core.io.VfsUtils",
			"org.springframework.core.io.buffer", "org.springframework.core.task");

	/**
	 * Holds the factories of beans' descriptions: Spring's own, unless a library brings
	 * one.
	 */
	private static final String INTROSPECTION = "org.springframework.beans.CachedIntrospectionResults";

	@Override
	public BeanFactoryInitializationAotContribution processAheadOfTime(ConfigurableListableBeanFactory beanFactory) {
		boolean logback = LogbackUse.reason(beanFactory.getBean("environment", Environment.class),
				beanFactory.getBeanClassLoader()) != null;
		List<String> whenItRuns = new ArrayList<>(WHEN_IT_RUNS);
		if (bringsBeanInfoFactory(beanFactory.getBeanClassLoader())) {
			whenItRuns.add(INTROSPECTION);
		}
		return new Contribution(logback ? List.of(IMAGE, JACKSON) : List.of(KINDLING, LOGGING, JACKSON, SPRING),
				whenItRuns);
	}

	private static boolean bringsBeanInfoFactory(@Nullable ClassLoader classLoader) {
		boolean[] found = new boolean[1];
		SpringFactoriesLoader.forDefaultResourceLocation(classLoader)
			.load(BeanInfoFactory.class, (type, name, failure) -> found[0] = true)
			.forEach((factory) -> found[0] |= !factory.getClass().getName().startsWith("org.springframework.beans."));
		return found[0];
	}

	/**
	 * Writes what the image builder reads.
	 *
	 * @param buildTime what is initialised while the executable is built
	 * @param whenItRuns what isn't, of the same packages
	 */
	private record Contribution(List<List<String>> buildTime,
			List<String> whenItRuns) implements BeanFactoryInitializationAotContribution {

		@Override
		public void applyTo(GenerationContext generationContext, BeanFactoryInitializationCode code) {
			StringBuilder arguments = new StringBuilder("Args =");
			for (List<String> names : this.buildTime) {
				arguments.append(" --initialize-at-build-time=").append(String.join(",", names));
			}
			arguments.append(" --initialize-at-run-time=").append(String.join(",", this.whenItRuns)).append('\n');
			generationContext.getGeneratedFiles().addResourceFile(FILE, arguments.toString());
		}

	}

}
