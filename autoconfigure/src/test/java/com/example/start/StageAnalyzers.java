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

package com.example.start;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/**
 * Failure analyzers that aren't Kindling's.
 */
public final class StageAnalyzers {

	private StageAnalyzers() {
	}

	/**
	 * Needs what Spring Boot passes to an analyzer.
	 */
	public static class Analyzer implements FailureAnalyzer {

		private final BeanFactory beanFactory;

		private final Environment environment;

		Analyzer(BeanFactory beanFactory, Environment environment) {
			this.beanFactory = beanFactory;
			this.environment = environment;
		}

		@Override
		public FailureAnalysis analyze(Throwable failure) {
			if (!(failure instanceof UnsupportedOperationException)) {
				return null;
			}
			return new FailureAnalysis(
					failure.getMessage() + ", with a report: " + this.beanFactory.containsBean("report"),
					"Don't set fail to " + this.environment.getProperty("fail"), failure);
		}

	}

	/**
	 * Fails itself, before the other one is asked.
	 */
	@Order(Ordered.HIGHEST_PRECEDENCE)
	public static class BrokenAnalyzer implements FailureAnalyzer {

		@Override
		public FailureAnalysis analyze(Throwable failure) {
			throw new IllegalStateException("This analyzer is broken");
		}

	}

}
