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

import dev.kindling.start.context.LeanCandidateResolver;
import dev.kindling.start.environment.LeanEnvironment;
import dev.kindling.start.logging.LogLevels;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Starts an application without {@code SpringApplication}'s stages: environment, bean
 * definitions and context are what Spring's ahead-of-time processing left to do.
 */
final class LeanStart {

	private LeanStart() {
	}

	static ConfigurableApplicationContext run(Class<?>[] primarySources, String[] args) {
		LeanApplication application = GeneratedApplication.INSTANCE;
		if (application == null) {
			throw new IllegalStateException("The lean start needs an application processed ahead of time");
		}
		if (primarySources.length != 1 || primarySources[0] != application.source()) {
			throw new IllegalStateException("This executable was built for " + application.source().getName()
					+ " and can't run another source: pass that class alone to SpringApplication.run");
		}
		LeanApplicationContext context = new LeanApplicationContext();
		LeanEnvironment environment = null;
		try {
			environment = LeanEnvironment.of(args);
			LogLevels.apply(environment);
			context.setEnvironment(environment);
			start(context, environment, application, args);
			LambdaStart.ready(context);
			return context;
		}
		catch (Throwable ex) {
			StartFailure.report(ex, context);
			LambdaStart.failed(environment, ex);
			context.close();
			ReportedFailure.isNotPrintedAgain(ex);
			throw ex;
		}
	}

	private static void start(LeanApplicationContext context, LeanEnvironment environment, LeanApplication application,
			String[] args) {
		if (GeneratedApplication.FREEZES_OBJECT_MAPPER && environment.configures("spring.jackson")) {
			FrozenObjectMapper.refuseProperties(environment);
		}
		if (environment.configures("spring")) {
			ProcessSettings.apply(environment, context);
		}
		ConfigurableListableBeanFactory beanFactory = context.getBeanFactory();
		if (GeneratedApplication.USES_CONVERSION) {
			beanFactory.setConversionService(environment.getConversionService());
		}
		application.initializer().initialize(context);
		ApplicationArguments arguments = new DefaultApplicationArguments(args);
		beanFactory.registerSingleton("springApplicationArguments", arguments);
		if (!GeneratedApplication.USES_CONVERSION) {
			DefaultListableBeanFactory beans = context.getDefaultListableBeanFactory();
			beans.setAutowireCandidateResolver(new LeanCandidateResolver(beans.getAutowireCandidateResolver()));
		}
		if (!environment.configures("spring.main")) {
			context.getDefaultListableBeanFactory().setAllowCircularReferences(false);
			context.registerShutdownHook();
		}
		else {
			MainSettings.apply(environment, context);
		}
		context.refresh();
		if (GeneratedApplication.USES_RUNNERS) {
			callRunners(context, arguments);
		}
	}

	private static void callRunners(LeanApplicationContext context, ApplicationArguments arguments) {
		for (Object runner : new Runners(context.getDefaultListableBeanFactory()).inOrder()) {
			if (runner instanceof ApplicationRunner applicationRunner) {
				call("ApplicationRunner", () -> applicationRunner.run(arguments));
			}
			if (runner instanceof CommandLineRunner commandLineRunner) {
				call("CommandLineRunner", () -> commandLineRunner.run(arguments.getSourceArgs()));
			}
		}
	}

	private static void call(String kind, Call call) {
		try {
			call.run();
		}
		catch (RuntimeException ex) {
			throw ex;
		}
		catch (Exception ex) {
			throw new IllegalStateException("Failed to execute " + kind, ex);
		}
	}

	/**
	 * The call of a runner.
	 */
	private interface Call {

		/**
		 * Calls it.
		 */
		void run() throws Exception;

	}

}
