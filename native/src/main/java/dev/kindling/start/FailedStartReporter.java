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

import java.util.List;

import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.ArgumentResolver;

/**
 * Lets Spring Boot's reporters, and an application's own, print why a start has failed,
 * and tells Lambda of it afterwards.
 */
final class FailedStartReporter implements SpringBootExceptionReporter, Ordered {

	private final @Nullable ConfigurableApplicationContext context;

	FailedStartReporter(@Nullable ConfigurableApplicationContext context) {
		this.context = context;
	}

	@Override
	public int getOrder() {
		return HIGHEST_PRECEDENCE;
	}

	@Override
	public boolean reportException(Throwable failure) {
		try {
			print(failure);
		}
		finally {
			FailedStart.printed();
		}
		return true;
	}

	/**
	 * Does what {@code SpringApplication} does with reporters.
	 */
	private void print(Throwable failure) {
		for (SpringBootExceptionReporter reporter : others()) {
			if (!(reporter instanceof FailedStartReporter) && reporter.reportException(failure)) {
				return;
			}
		}
		LogFactory.getLog(SpringApplication.class).error("Application run failed", failure);
	}

	private List<SpringBootExceptionReporter> others() {
		return SpringFactoriesLoader.forDefaultResourceLocation()
			.load(SpringBootExceptionReporter.class,
					ArgumentResolver.of(ConfigurableApplicationContext.class, this.context));
	}

}
