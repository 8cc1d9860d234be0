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

package dev.kindling.start.logging.aot;

import dev.kindling.start.logging.LogbackUse;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.aot.generate.GenerationContext;
import org.springframework.beans.factory.aot.BeanFactoryInitializationAotContribution;
import org.springframework.beans.factory.aot.BeanFactoryInitializationAotProcessor;
import org.springframework.beans.factory.aot.BeanFactoryInitializationCode;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.env.Environment;

/**
 * Where Logback is on the class path, tells the image builder which SLF4J provider the
 * executable has, whatever comes first on the class path: Logback's if the application
 * uses it, else Kindling's.
 */
class LogbackAotProcessor implements BeanFactoryInitializationAotProcessor {

	static final String FILE = "META-INF/native-image/dev.kindling/logging/native-image.properties";

	private static final String LAMBDA = "dev.kindling.logging.slf4j.LambdaServiceProvider";

	private static final String LOGBACK = "ch.qos.logback.classic.spi.LogbackServiceProvider";

	private static final Log logger = LogFactory.getLog(LogbackAotProcessor.class);

	@Override
	public @Nullable BeanFactoryInitializationAotContribution processAheadOfTime(
			ConfigurableListableBeanFactory beanFactory) {
		ClassLoader classLoader = beanFactory.getBeanClassLoader();
		if (!LogbackUse.isPresent(classLoader)) {
			return null;
		}
		return new Contribution(LogbackUse.reason(beanFactory.getBean("environment", Environment.class), classLoader));
	}

	/**
	 * Writes what the image builder reads.
	 *
	 * @param reason why Logback is used, or {@code null} if it isn't
	 */
	record Contribution(@Nullable String reason) implements BeanFactoryInitializationAotContribution {

		@Override
		public void applyTo(GenerationContext generationContext, BeanFactoryInitializationCode code) {
			if (this.reason != null) {
				logger.info("Kindling: the executable logs through Logback, as " + this.reason
						+ ". It is larger and starts by Spring Boot's own stages, which takes several times as long;"
						+ " kindling-logging costs neither");
			}
			else {
				logger.info("Kindling: the executable logs through kindling-logging, as nothing uses the Logback on the"
						+ " class path");
			}
			generationContext.getGeneratedFiles().addResourceFile(FILE, "Args = " + arguments() + "\n");
		}

		private String arguments() {
			if (this.reason != null) {
				return without(LAMBDA);
			}
			// Boot's support holds Logback's levels in static fields
			return "-Dslf4j.provider=" + LAMBDA + " --initialize-at-run-time=org.springframework.boot.logging.logback "
					+ without(LOGBACK);
		}

		private static String without(String provider) {
			return "-H:+UnlockExperimentalVMOptions -H:ServiceLoaderFeatureExcludeServiceProviders=" + provider
					+ " -H:-UnlockExperimentalVMOptions";
		}

	}

}
