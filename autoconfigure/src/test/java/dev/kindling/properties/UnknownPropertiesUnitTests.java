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

package dev.kindling.properties;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link UnknownProperties}.
 */
class UnknownPropertiesUnitTests {

	private static StandardEnvironment environment(Map<String, Object> file, Map<String, Object> variables) {
		return new StandardEnvironment() {

			@Override
			protected void customizePropertySources(MutablePropertySources sources) {
				sources.addLast(new SystemEnvironmentPropertySource("systemEnvironment", variables));
				sources.addLast(new MapPropertySource("application.properties", file));
			}

		};
	}

	@ParameterizedTest
	@CsvSource({ "kindling.dynamodb.retries.max-attemps, kindling.dynamodb.retries.max-attempts",
			"kindling.dynamodb.retries-max-attempts, kindling.dynamodb.retries.max-attempts",
			"kindling.dynamo.endpoint, kindling.dynamodb.endpoint",
			"kindling.function.http.enable, kindling.function.http.enabled",
			"kindling.start.leen, kindling.start.lean" })
	void namesTheNearestPropertyOfAMisspeltOne(String name, String meant) {
		assertThat(UnknownProperties.of(environment(Map.of(name, "secret"), Map.of()))).singleElement()
			.asString()
			.contains("'" + name + "'", "application.properties", "'" + meant + "'")
			.doesNotContain("secret");
	}

	@Test
	void namesTheNearestVariable() {
		assertThat(UnknownProperties.of(environment(Map.of(), Map.of("KINDLING_DYNAMODB_ENDPIONT", "x"))))
			.singleElement()
			.asString()
			.contains("'KINDLING_DYNAMODB_ENDPIONT'", "'KINDLING_DYNAMODB_ENDPOINT'");
	}

	@ParameterizedTest
	@ValueSource(strings = { "kindling.dynamodb.retries.max-attempts", "kindling.dynamodb.retries.maxAttempts",
			"kindling.dynamodb.tables.order-line.name", "kindling.dynamodb.tables[order-line].name",
			"kindling.aot.keep[0]", "kindling.aot.keep", "kindlings.own", "my.kindling.thing" })
	void saysNothingOfAPropertyThatIsThere(String name) {
		assertThat(UnknownProperties.of(environment(Map.of(name, "x"), Map.of()))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "KINDLING_DYNAMODB_RETRIES_MAXATTEMPTS", "KINDLING_DYNAMODB_RETRIES_MAX_ATTEMPTS",
			"KINDLING_DYNAMODB_TABLES_ORDERLINE_NAME", "KINDLING_BOOTSTRAP" })
	void saysNothingOfAVariableThatIsThere(String name) {
		assertThat(UnknownProperties.of(environment(Map.of(), Map.of(name, "x")))).isEmpty();
	}

	@Test
	void hasNoSuggestionForWhatIsLikeNothing() {
		assertThat(UnknownProperties.of(environment(Map.of("kindling.something.else.altogether", "x"), Map.of())))
			.singleElement()
			.asString()
			.contains("is no property of Kindling's")
			.doesNotContain("Did you mean");
	}

}
