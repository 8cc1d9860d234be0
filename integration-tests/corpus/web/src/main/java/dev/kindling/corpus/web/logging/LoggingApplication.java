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

package dev.kindling.corpus.web.logging;

import java.util.Map;
import java.util.function.Function;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/**
 * Shows: Logback brought along, levels in properties, the log context.
 */
@SpringBootApplication
public class LoggingApplication {

	private static final Logger logger = LoggerFactory.getLogger("corpus.loud");

	private static final Logger quiet = LoggerFactory.getLogger("corpus.quiet");

	/**
	 * Starts the application.
	 * @param args are passed on
	 */
	public static void main(String[] args) {
		SpringApplication.run(LoggingApplication.class, args);
	}

	@Bean
	Function<String, Map<String, Object>> logging() {
		return (name) -> {
			MDC.put("name", name);
			logger.debug("Called by {}", name);
			return Map.of("loud", logger.isDebugEnabled(), "quiet", quiet.isWarnEnabled(), "usual",
					LoggerFactory.getLogger("other").isInfoEnabled(), "context", MDC.get("name"), "request",
					MDC.get("AWSRequestId") != null);
		};
	}

}
