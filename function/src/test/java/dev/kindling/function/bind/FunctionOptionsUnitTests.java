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

package dev.kindling.function.bind;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * The properties of functions.
 */
class FunctionOptionsUnitTests {

	private static FunctionOptions options(Map<String, String> properties) {
		MockEnvironment environment = new MockEnvironment();
		properties.forEach((name, value) -> environment.setProperty("kindling.function." + name, value));
		return FunctionOptions.of(environment);
	}

	@Test
	void hasDefaults() {
		assertThat(options(Map.of())).isEqualTo(new FunctionOptions(true, true, true, 1, true));
		assertThat(options(Map.of("http.enabled", "", "batch.concurrency", " ")))
			.isEqualTo(new FunctionOptions(true, true, true, 1, true));
	}

	@Test
	void takesWhatIsSet() {
		assertThat(options(Map.of("http.enabled", "false"))).isEqualTo(new FunctionOptions(false, true, true, 1, true));
		assertThat(options(Map.of("batch.enabled", "FALSE")))
			.isEqualTo(new FunctionOptions(true, false, true, 1, true));
		assertThat(options(Map.of("batch.report-item-failures", "false")))
			.isEqualTo(new FunctionOptions(true, true, false, 1, true));
		assertThat(options(Map.of("batch.concurrency", "8"))).isEqualTo(new FunctionOptions(true, true, true, 8, true));
	}

	@Test
	void takesUnknownEventsIfTold() {
		assertThat(options(Map.of("reject-unknown-events", "false")))
			.isEqualTo(new FunctionOptions(true, true, true, 1, false));
	}

	@ParameterizedTest
	@ValueSource(strings = { "http.enabled", "batch.enabled", "batch.report-item-failures", "reject-unknown-events" })
	void refusesAFlagThatIsNone(String name) {
		assertThatIllegalArgumentException().isThrownBy(() -> options(Map.of(name, "secret")))
			.withMessage("kindling.function." + name + " is neither true nor false");
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "-1", "many", "1.5" })
	void refusesAConcurrencyThatIsNone(String value) {
		assertThatIllegalArgumentException().isThrownBy(() -> options(Map.of("batch.concurrency", value)))
			.withMessage("kindling.function.batch.concurrency is no number above 0");
	}

}
