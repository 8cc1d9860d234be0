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

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.ArgumentResolver;

/**
 * Logs why the application didn't start, as Spring Boot does: what is wrong and what to
 * do where an analyzer knows, or else the whole stack trace.
 */
final class StartFailure {

	private static final Log logger = LogFactory.getLog(SpringApplication.class);

	private StartFailure() {
	}

	static void report(Throwable failure, ConfigurableApplicationContext context) {
		FailureAnalysis analysis = analyze(failure, context);
		if (analysis == null) {
			logger.error("Application run failed", failure);
			return;
		}
		StringBuilder message = new StringBuilder("\n\n***************************\nAPPLICATION FAILED TO START\n")
			.append("***************************\n\nDescription:\n\n")
			.append(analysis.getDescription())
			.append('\n');
		if (analysis.getAction() != null && !analysis.getAction().isEmpty()) {
			message.append("\nAction:\n\n").append(analysis.getAction()).append('\n');
		}
		logger.error(message);
	}

	private static @Nullable FailureAnalysis analyze(Throwable failure, ConfigurableApplicationContext context) {
		for (FailureAnalyzer analyzer : GeneratedApplication.FAILURE_ANALYZERS) {
			FailureAnalysis analysis = analyze(failure, analyzer);
			if (analysis != null) {
				return analysis;
			}
		}
		return GeneratedApplication.HAS_OTHER_ANALYZERS ? Others.analyze(failure, context) : null;
	}

	/**
	 * An analyzer that fails must not hide what it was asked about.
	 */
	private static @Nullable FailureAnalysis analyze(Throwable failure, FailureAnalyzer analyzer) {
		try {
			return analyzer.analyze(failure);
		}
		catch (Throwable ex) {
			logger.debug("No failure is analyzed by " + analyzer.getClass().getName(), ex);
			return null;
		}
	}

	/**
	 * The analyzers of the application and of libraries.
	 */
	private static final class Others {

		private static @Nullable FailureAnalysis analyze(Throwable failure, ConfigurableApplicationContext context) {
			ArgumentResolver arguments = ArgumentResolver.of(BeanFactory.class, context.getBeanFactory())
				.and(Environment.class, context.getEnvironment());
			for (FailureAnalyzer analyzer : SpringFactoriesLoader.forDefaultResourceLocation()
				.load(FailureAnalyzer.class, arguments,
						(type, name, problem) -> logger.debug("No failure is analyzed by " + name, problem))) {
				FailureAnalysis analysis = GeneratedApplication.isKnown(analyzer.getClass().getName()) ? null
						: StartFailure.analyze(failure, analyzer);
				if (analysis != null) {
					return analysis;
				}
			}
			return null;
		}

	}

}
