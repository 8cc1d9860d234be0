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

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootVersion;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link SupportedSpringBoot}.
 */
@ExtendWith(OutputCaptureExtension.class)
class SupportedSpringBootUnitTests {

	@Test
	void takesTheVersionThatItIsTestedWith() {
		try (ConfigurableApplicationContext context = start(SpringBootVersion.getVersion())) {
			assertThat(context.isRunning()).isTrue();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "4.0.1", "3.4.9", "3.50.0", "4.0.0-M1", "2.7.18" })
	void anyOtherEndsWithOneSentenceAndNoStackTrace(String version, CapturedOutput output) {
		String sentence = "Kindling works with Spring Boot 3.5, and this application has " + version
				+ ": inherit from spring-boot-starter-parent 3.5.x, or take a version of Kindling that is made for yours.";
		assertThatExceptionOfType(SupportedSpringBoot.UnsupportedSpringBootException.class)
			.isThrownBy(() -> start(version))
			.withMessage(sentence)
			.satisfies((thrown) -> assertThat(thrown.getStackTrace()).isEmpty());
		assertThat(output.toString()).containsOnlyOnce(sentence).doesNotContain("\tat ", "Caused by");
	}

	private static ConfigurableApplicationContext start(String version) {
		SpringApplication application = new SpringApplication(Empty.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		SupportedSpringBoot.require(application, version);
		return application.run();
	}

	@Configuration(proxyBeanMethods = false)
	static class Empty {

	}

}
