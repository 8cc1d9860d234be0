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

import java.time.Duration;

import dev.kindling.dynamodb.DynamoDbProperties;
import dev.kindling.http.KindlingHttpClient;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.defaultsmode.DefaultsMode;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;

/**
 * What the properties say about every client.
 */
public final class ClientConfiguration {

	/**
	 * As in the SDK's own strategy for DynamoDB, whose answers come within milliseconds.
	 */
	private static final Duration BASE_DELAY = Duration.ofMillis(25);

	private static final Duration MAXIMUM_DELAY = Duration.ofSeconds(20);

	private static final int MAXIMUM_ATTEMPTS = 4;

	private ClientConfiguration() {
	}

	public static void apply(AwsClientBuilder<?, ?> builder, DynamoDbProperties properties, Connection connection) {
		builder.region(connection.region());
		builder.credentialsProvider(connection.credentials());
		if (connection.endpoint() != null) {
			builder.endpointOverride(connection.endpoint());
		}
		if (properties.raw("AWS_DEFAULTS_MODE") == null) {
			builder.defaultsMode(DefaultsMode.IN_REGION);
		}
		ClientOverrideConfiguration.Builder override = ClientOverrideConfiguration.builder();
		Duration callTimeout = properties.duration("api-call-timeout");
		override.retryStrategy(new DeadlineRetryStrategy(retryStrategy(properties)));
		override.addExecutionInterceptor(new DeadlineInterceptor(callTimeout));
		override.addExecutionInterceptor(new ErrorTranslator(connection));
		set(callTimeout, override::apiCallTimeout);
		set(properties.duration("api-call-attempt-timeout"), override::apiCallAttemptTimeout);
		if (connection.fromEnvironment()) {
			// nothing to find in profiles: they aren't read
			override.defaultProfileFile(ProfileFile.aggregator().build());
		}
		builder.overrideConfiguration(override.build());
	}

	/**
	 * Kindling's HTTP client, for the client that waits.
	 */
	public static KindlingHttpClient httpClient(DynamoDbProperties properties) {
		KindlingHttpClient.Builder builder = KindlingHttpClient.builder();
		set(properties.duration("connect-timeout"), builder::connectTimeout);
		set(properties.duration("read-timeout"), builder::readTimeout);
		set(properties.duration("connection-idle-timeout"), builder::connectionIdleTimeout);
		Integer connections = properties.count("max-connections");
		if (connections != null) {
			builder.maxConnections(connections);
		}
		return builder.build();
	}

	private static RetryStrategy retryStrategy(DynamoDbProperties properties) {
		Integer attempts = properties.count("retries.max-attempts");
		if (attempts == null) {
			attempts = properties.rawCount("AWS_MAX_ATTEMPTS");
		}
		return AwsRetryStrategy.standardRetryStrategy()
			.toBuilder()
			.maxAttempts((attempts != null) ? attempts : MAXIMUM_ATTEMPTS)
			.backoffStrategy(BackoffStrategy.exponentialDelay(BASE_DELAY, MAXIMUM_DELAY))
			.build();
	}

	private static void set(@Nullable Duration value, java.util.function.Consumer<Duration> setter) {
		if (value != null) {
			setter.accept(value);
		}
	}

}
