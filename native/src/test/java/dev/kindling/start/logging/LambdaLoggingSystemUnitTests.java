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

package dev.kindling.start.logging;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggerConfiguration;
import org.springframework.boot.logging.LoggingInitializationContext;
import org.springframework.core.env.StandardEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LambdaLoggingSystem}.
 */
class LambdaLoggingSystemUnitTests {

	private final LambdaLoggingSystem system = new LambdaLoggingSystem();

	@AfterEach
	void takeBack() {
		this.system.setLogLevel("com.example", null);
		this.system.setLogLevel(null, null);
	}

	@Test
	void setsAndTakesBackLevels() {
		this.system.setLogLevel("com.example", LogLevel.DEBUG);
		assertThat(this.system.getLoggerConfiguration("com.example"))
			.isEqualTo(new LoggerConfiguration("com.example", LogLevel.DEBUG, LogLevel.DEBUG));
		this.system.setLogLevel("com.example", null);
		assertThat(this.system.getLoggerConfiguration("com.example")).isNull();
	}

	@Test
	void knowsTheRootLoggerByItsNames() {
		this.system.setLogLevel("root", LogLevel.FATAL);
		LoggerConfiguration expected = new LoggerConfiguration("ROOT", LogLevel.ERROR, LogLevel.ERROR);
		assertThat(this.system.getLoggerConfiguration("ROOT")).isEqualTo(expected);
		assertThat(this.system.getLoggerConfiguration(null)).isEqualTo(expected);
		assertThat(this.system.getLoggerConfigurations()).first().isEqualTo(expected);
	}

	@Test
	void keepsSpringCloudFunctionFromLoggingEventsAndEnvironment() {
		this.system.initialize(new LoggingInitializationContext(new StandardEnvironment()), null, null);
		this.system.setLogLevel(null, LogLevel.TRACE);
		this.system.setLogLevel("org.springframework", LogLevel.TRACE);
		for (String name : new String[] { "AWSLambdaUtils", "CustomRuntimeEventLoop", "CustomRuntimeInitializer" }) {
			String logger = "org.springframework.cloud.function.adapter.aws." + name;
			assertThat(this.system.getLoggerConfiguration(logger).getEffectiveLevel()).isEqualTo(LogLevel.WARN);
			this.system.setLogLevel(logger, LogLevel.INFO);
			assertThat(this.system.getLoggerConfiguration(logger).getEffectiveLevel()).isEqualTo(LogLevel.INFO);
			this.system.setLogLevel(logger, null);
		}
		this.system.setLogLevel("org.springframework", null);
	}

	@Test
	void supportsEveryLevelOfSpringBoot() {
		assertThat(this.system.getSupportedLogLevels()).containsExactlyInAnyOrder(LogLevel.values());
	}

}
