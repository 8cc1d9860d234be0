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

package dev.kindling.dynamodb.client;

import java.net.URI;
import java.util.Map;

import dev.kindling.dynamodb.AwsDefaults;
import dev.kindling.dynamodb.DynamoDbConfigurationException;
import dev.kindling.dynamodb.DynamoDbConnectionDetails;
import dev.kindling.dynamodb.DynamoDbProperties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.regions.Region;

import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link Connection}.
 */
class ConnectionUnitTests {

	private static final Map<String, Object> LAMBDA = Map.of("AWS_REGION", "eu-central-1", "AWS_ACCESS_KEY_ID", "ID",
			"AWS_SECRET_ACCESS_KEY", "SECRET", "AWS_SESSION_TOKEN", "TOKEN");

	private static Connection connection(Map<String, Object> variables, @Nullable DynamoDbConnectionDetails details,
			@Nullable AwsDefaults defaults) {
		StandardEnvironment environment = new StandardEnvironment() {

			@Override
			protected void customizePropertySources(org.springframework.core.env.MutablePropertySources sources) {
				sources.addFirst(new SystemEnvironmentPropertySource("variables", variables));
			}

		};
		return Connection.of(new DynamoDbProperties(environment), details, defaults);
	}

	@Test
	void takesWhatLambdaSets() {
		Connection connection = connection(LAMBDA, null, null);
		assertThat(connection.region()).isEqualTo(Region.EU_CENTRAL_1);
		assertThat(connection.endpoint()).isNull();
		assertThat(connection.fromEnvironment()).isTrue();
		AwsCredentials credentials = connection.credentials().resolveCredentials();
		assertThat(credentials).isInstanceOfSatisfying(AwsSessionCredentials.class,
				(session) -> assertThat(session.sessionToken()).isEqualTo("TOKEN"));
		assertThat(credentials.accessKeyId()).isEqualTo("ID");
		assertThat(credentials.secretAccessKey()).isEqualTo("SECRET");
	}

	@Test
	void prefersThePropertyToTheEnvironment() {
		Map<String, Object> variables = new java.util.HashMap<>(LAMBDA);
		variables.put("KINDLING_DYNAMODB_REGION", "us-west-2");
		variables.put("KINDLING_DYNAMODB_ENDPOINT", "https://db.example.com");
		variables.put("AWS_ENDPOINT_URL_DYNAMODB", "https://other.example.com");
		Connection connection = connection(variables, null, null);
		assertThat(connection.region()).isEqualTo(Region.US_WEST_2);
		assertThat(connection.endpoint()).isEqualTo(URI.create("https://db.example.com"));
	}

	@Test
	void prefersTheServicesEndpointToTheGeneralOne() {
		Map<String, Object> variables = new java.util.HashMap<>(LAMBDA);
		variables.put("AWS_ENDPOINT_URL", "https://all.example.com");
		assertThat(connection(variables, null, null).endpoint()).isEqualTo(URI.create("https://all.example.com"));
		variables.put("AWS_ENDPOINT_URL_DYNAMODB", "https://db.example.com");
		assertThat(connection(variables, null, null).endpoint()).isEqualTo(URI.create("https://db.example.com"));
		variables.put("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "true");
		assertThat(connection(variables, null, null).endpoint()).isNull();
	}

	@Test
	void prefersConnectionDetailsToAll() {
		Map<String, Object> variables = new java.util.HashMap<>(LAMBDA);
		variables.put("KINDLING_DYNAMODB_ENDPOINT", "https://db.example.com");
		Connection connection = connection(variables, () -> URI.create("http://127.0.0.1:8000"), null);
		assertThat(connection.endpoint()).isEqualTo(URI.create("http://127.0.0.1:8000"));
		assertThat(connection.region()).isEqualTo(Region.US_EAST_1);
		assertThat(connection.credentials().resolveCredentials().accessKeyId()).isEqualTo("local");
	}

	@Test
	void needsNeitherRegionNorCredentialsForALocalEndpoint() {
		Connection connection = connection(Map.of("AWS_ENDPOINT_URL_DYNAMODB", "http://localhost:8000"), null, null);
		assertThat(connection.region()).isEqualTo(Region.US_EAST_1);
		assertThat(connection.credentials().resolveCredentials().accessKeyId()).isEqualTo("local");
	}

	@Test
	void saysWhatToSetWhenThereIsNoRegion() {
		assertThatExceptionOfType(DynamoDbConfigurationException.class)
			.isThrownBy(() -> connection(Map.of(), null, null))
			.withMessageContaining("No AWS region")
			.withMessageContaining("AWS_REGION")
			.withMessageContaining("kindling.dynamodb.region");
	}

	@Test
	void saysWhatToSetWhenThereAreNoCredentials() {
		assertThatExceptionOfType(DynamoDbConfigurationException.class)
			.isThrownBy(() -> connection(Map.of("AWS_REGION", "eu-west-1"), null, null))
			.withMessageContaining("AWS_ACCESS_KEY_ID")
			.withMessageContaining("kindling.dynamodb.credentials");
	}

	@Test
	void asksTheChainsForWhatTheEnvironmentLacks() {
		Connection connection = connection(Map.of(), null, new AwsDefaults() {

			@Override
			public Region region() {
				return Region.AP_SOUTH_1;
			}

			@Override
			public AwsCredentialsProvider credentials() {
				return AnonymousCredentialsProvider.create();
			}

		});
		assertThat(connection.region()).isEqualTo(Region.AP_SOUTH_1);
		assertThat(connection.credentials()).isInstanceOf(AnonymousCredentialsProvider.class);
		assertThat(connection.fromEnvironment()).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "http://db:8000, true", "https://localhost:8000, true", "https://127.0.0.1, true",
			"https://[::1]:8000, true", "https://dynamodb.eu-west-1.amazonaws.com, false" })
	void knowsWhichEndpointsAreLocal(URI endpoint, boolean local) {
		assertThat(Connection.isLocal(endpoint)).isEqualTo(local);
	}

}
