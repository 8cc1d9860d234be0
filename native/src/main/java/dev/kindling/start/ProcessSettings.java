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

import dev.kindling.start.environment.LeanEnvironment;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.StringUtils;

/**
 * Applies what properties say about the application's name and process, as Spring Boot's
 * initializers and listeners do.
 */
final class ProcessSettings {

	/** Known while an executable is built. */
	private static final boolean HAS_VIRTUAL_THREADS = Runtime.version().feature() >= 21;

	private ProcessSettings() {
	}

	static void apply(LeanEnvironment environment, ConfigurableApplicationContext context) {
		String name = environment.getProperty("spring.application.name");
		if (StringUtils.hasText(name)) {
			context.setId(name);
		}
		String desired = environment.getProperty("spring.mandatory-file-encoding");
		String encoding = System.getProperty("file.encoding");
		if (desired != null && encoding != null && !encoding.equalsIgnoreCase(desired)) {
			throw new IllegalStateException("The Java Virtual Machine has not been configured to use the desired "
					+ "default character encoding (" + desired + ").");
		}
		if (HAS_VIRTUAL_THREADS && environment.isOn("spring.threads.virtual.enabled", false)) {
			System.setProperty("reactor.schedulers.defaultBoundedElasticOnVirtualThreads", "true");
		}
	}

}
