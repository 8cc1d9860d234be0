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

package dev.kindling.report;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.aot.generate.GenerationContext;
import org.springframework.beans.factory.aot.BeanFactoryInitializationAotContribution;
import org.springframework.beans.factory.aot.BeanFactoryInitializationAotProcessor;
import org.springframework.beans.factory.aot.BeanFactoryInitializationCode;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.Ordered;

/**
 * Writes the {@link BuildReport} and the {@link Inventory} once all processors have added
 * to them, and says where the report is.
 */
class ReportAotProcessor implements BeanFactoryInitializationAotProcessor, Ordered {

	private static final Log logger = LogFactory.getLog(ReportAotProcessor.class);

	@Override
	public int getOrder() {
		return LOWEST_PRECEDENCE;
	}

	@Override
	public BeanFactoryInitializationAotContribution processAheadOfTime(ConfigurableListableBeanFactory beanFactory) {
		return new Contribution(BuildReport.of(beanFactory));
	}

	/**
	 * Finds the folder, and writes.
	 */
	private record Contribution(BuildReport report) implements BeanFactoryInitializationAotContribution {

		@Override
		public void applyTo(GenerationContext generationContext, BeanFactoryInitializationCode code) {
			ReportFiles files = ReportFiles.of(generationContext.getGeneratedFiles());
			if (files != null) {
				this.report.files(files);
				this.report.write();
				files.write(this.report.inventory());
				logger.info("Kindling: what is in the executable, what left it and why: "
						+ files.folder().resolve("report.md"));
			}
		}

	}

}
