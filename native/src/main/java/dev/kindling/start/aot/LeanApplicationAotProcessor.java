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

import dev.kindling.report.BuildReport;
import dev.kindling.start.environment.aot.FrozenConfiguration;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.aot.BeanFactoryInitializationAotContribution;
import org.springframework.beans.factory.aot.BeanFactoryInitializationAotProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Writes the {@link dev.kindling.start.LeanApplication} of an application that can start
 * lean, and says in one line which start its executable has, and why. Switched off by
 * {@code kindling.start.lean=false}.
 */
class LeanApplicationAotProcessor implements BeanFactoryInitializationAotProcessor {

	private static final Log logger = LogFactory.getLog(LeanApplicationAotProcessor.class);

	@Override
	public @Nullable BeanFactoryInitializationAotContribution processAheadOfTime(
			ConfigurableListableBeanFactory beanFactory) {
		if (!(beanFactory.getBean("environment") instanceof ConfigurableEnvironment environment)) {
			return null;
		}
		ApplicationMain main = ApplicationMain.of(beanFactory);
		if (main == null) {
			// nothing that SpringApplication.run started
			return null;
		}
		UnneededBeans.Decision decision = UnneededBeans.decisionFor(beanFactory);
		BuildReport report = BuildReport.of(beanFactory);
		decision.reasons().forEach(report::kept);
		decision.left().forEach((name, group) -> report.left("bean", name, group.name(), group.reason()));
		StartMentions code = StartMentions.ofClassPath();
		String reason = BootStart.reason(beanFactory, environment, main, code, decision);
		if (reason != null) {
			report.fact("start", "through Spring Boot's own stages, as " + reason);
			logger.info("Kindling: the executable starts through Spring Boot's own stages, as " + reason);
			return null;
		}
		report.fact("start", "lean, without Spring Boot's own stages");
		FrozenConfiguration configuration = FrozenConfiguration.of(beanFactory.getBeanClassLoader());
		return new LeanApplicationContribution(configuration, decision, beanFactory, environment, main, code);
	}

}
