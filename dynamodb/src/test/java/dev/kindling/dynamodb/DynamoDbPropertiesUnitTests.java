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

package dev.kindling.dynamodb;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link DynamoDbProperties}.
 */
class DynamoDbPropertiesUnitTests {

	private static DynamoDbProperties file(String name, Object value) {
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources().addFirst(new MapPropertySource("file", Map.of(name, value)));
		return new DynamoDbProperties(environment);
	}

	private static DynamoDbProperties variable(String name, String value) {
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources()
			.addFirst(new SystemEnvironmentPropertySource("variables", Map.of(name, value)));
		return new DynamoDbProperties(environment);
	}

	@ParameterizedTest
	@ValueSource(strings = { "kindling.dynamodb.table-prefix", "kindling.dynamodb.tablePrefix" })
	void readsFilesInKebabAndCamelCase(String name) {
		assertThat(file(name, "dev-").string("table-prefix")).isEqualTo("dev-");
	}

	@ParameterizedTest
	@ValueSource(strings = { "KINDLING_DYNAMODB_TABLE_PREFIX", "KINDLING_DYNAMODB_TABLEPREFIX" })
	void readsVariablesWithAndWithoutUnderscoreAtTheDash(String name) {
		assertThat(variable(name, "dev-").string("table-prefix")).isEqualTo("dev-");
	}

	@Test
	void readsNumbersThatAFileHoldsAsNumbers() {
		assertThat(file("kindling.dynamodb.retries.max-attempts", 7).count("retries.max-attempts")).isEqualTo(7);
	}

	@Test
	void treatsBlankAsNotSet() {
		assertThat(variable("KINDLING_DYNAMODB_REGION", " ").string("region")).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "250, 250", "250ms, 250", "2s, 2000", "1 m, 60000", "PT3S, 3000", "1000000ns, 1" })
	void readsDurations(String value, long millis) {
		assertThat(file("kindling.dynamodb.api-call-timeout", value).duration("api-call-timeout"))
			.isEqualTo(Duration.ofMillis(millis));
	}

	@ParameterizedTest
	@ValueSource(strings = { "soon", "-1s", "0", "5 parsecs", "PT", "99999999999999999999s" })
	void refusesWhatIsNoDuration(String value) {
		assertThatExceptionOfType(DynamoDbConfigurationException.class)
			.isThrownBy(() -> file("kindling.dynamodb.api-call-timeout", value).duration("api-call-timeout"))
			.withMessageContaining("kindling.dynamodb.api-call-timeout")
			.withMessageContaining(value);
	}

	@Test
	void readsEndpoints() {
		assertThat(variable("AWS_ENDPOINT_URL_DYNAMODB", "http://db:8000").rawUri("AWS_ENDPOINT_URL_DYNAMODB"))
			.isEqualTo(URI.create("http://db:8000"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "db:8000", "localhost", "file:///tmp", "http://", "http://[" })
	void refusesWhatIsNoEndpointWithoutRepeatingIt(String value) {
		assertThatExceptionOfType(DynamoDbConfigurationException.class)
			.isThrownBy(() -> file("kindling.dynamodb.endpoint", value).uri("endpoint"))
			.withMessageContaining("'kindling.dynamodb.endpoint' is no URL")
			.withMessageNotContaining("'" + value + "'");
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "-3", "many" })
	void refusesWhatIsNoPositiveNumber(String value) {
		assertThatExceptionOfType(DynamoDbConfigurationException.class)
			.isThrownBy(() -> file("kindling.dynamodb.retries.max-attempts", value).count("retries.max-attempts"))
			.withMessageContaining("kindling.dynamodb.retries.max-attempts");
	}

}
