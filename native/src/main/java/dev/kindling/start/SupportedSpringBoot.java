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

import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;

/**
 * Which versions of Spring Boot Kindling works with. Another one fails anyway, somewhere
 * and with something that doesn't say so.
 */
final class SupportedSpringBoot {

	/**
	 * The one that Kindling is built and tested with, whatever comes after the second
	 * dot.
	 */
	private static final String SUPPORTED = "3.5";

	private SupportedSpringBoot() {
	}

	/**
	 * Lets an application on another version end with one sentence: as soon as Spring
	 * Boot reports what is thrown, instead of wrapping it, and before anything else of
	 * Kindling's is asked.
	 * @param application the application
	 * @param version such as {@code 3.5.16}
	 */
	static void require(SpringApplication application, String version) {
		if (!version.startsWith(SUPPORTED + ".")) {
			application.addListeners(new Refusal("Kindling works with Spring Boot " + SUPPORTED
					+ ", and this application has " + version + ": inherit from spring-boot-starter-parent " + SUPPORTED
					+ ".x, or take a version of Kindling that is made for yours."));
		}
	}

	private record Refusal(
			String sentence) implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

		@Override
		public int getOrder() {
			return HIGHEST_PRECEDENCE;
		}

		@Override
		public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
			throw new UnsupportedSpringBootException(this.sentence);
		}

	}

	/**
	 * Has no stack trace, as that says nothing.
	 */
	static final class UnsupportedSpringBootException extends RuntimeException {

		private static final long serialVersionUID = 1L;

		UnsupportedSpringBootException(String message) {
			super(message, null, false, false);
		}

	}

}
