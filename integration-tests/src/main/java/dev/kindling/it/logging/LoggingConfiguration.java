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

package dev.kindling.it.logging;

import java.util.function.Function;

import org.apache.commons.logging.LogFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Logs in each way that a function can. The logger is static, so that it's made while an
 * executable is built.
 */
@Configuration(proxyBeanMethods = false)
class LoggingConfiguration {

	private static final Logger logger = LoggerFactory.getLogger(LoggingConfiguration.class);

	@Bean
	Function<Text, Text> logs() {
		return (text) -> {
			logger.debug("debug of {}", text.value());
			logger.atInfo().addKeyValue("length", text.value().length()).log("info of {}", text.value());
			LogFactory.getLog("dev.kindling.it.Commons").info("commons of " + text.value());
			logger.error("failure of {}", text.value(),
					new IllegalStateException("outer", new IllegalArgumentException("inner")));
			return text;
		};
	}

	/**
	 * A text.
	 *
	 * @param value the text
	 */
	record Text(String value) {

	}

}
