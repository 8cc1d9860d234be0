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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.SpringBootVersion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link SupportedSpringBoot}.
 */
class SupportedSpringBootUnitTests {

	@Test
	void takesTheVersionThatItIsTestedWith() {
		assertThatCode(() -> SupportedSpringBoot.check(SpringBootVersion.getVersion())).doesNotThrowAnyException();
	}

	@ParameterizedTest
	@ValueSource(strings = { "4.0.1", "3.4.9", "3.50.0", "4.0.0-M1", "2.7.18" })
	void refusesAnyOtherInOneSentence(String version) {
		assertThatExceptionOfType(SupportedSpringBoot.UnsupportedSpringBootException.class)
			.isThrownBy(() -> SupportedSpringBoot.check(version))
			.withMessageContaining("Kindling works with Spring Boot 3.5, and this application has " + version)
			.satisfies((thrown) -> assertThat(thrown.getStackTrace()).isEmpty());
	}

}
