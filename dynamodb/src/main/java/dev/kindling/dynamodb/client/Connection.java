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

import dev.kindling.dynamodb.AwsDefaults;
import dev.kindling.dynamodb.DynamoDbConfigurationException;
import dev.kindling.dynamodb.DynamoDbConnectionDetails;
import dev.kindling.dynamodb.DynamoDbProperties;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;

/**
 * Where DynamoDB is and who calls it.
 *
 * @param endpoint an endpoint other than the region's own, if any
 * @param region the region
 * @param credentials who calls
 * @param fromEnvironment whether region and credentials are those that Lambda sets
 */
public record Connection(@Nullable URI endpoint, Region region, AwsCredentialsProvider credentials,
		boolean fromEnvironment) {

	private static final String LOCAL_REGION = "us-east-1";

	private static final String LOCAL_KEY = "local";

	/**
	 * Finds out: connection details first, then properties, then the environment
	 * variables that Lambda sets, then the SDK's chains if they may be asked.
	 */
	static Connection of(DynamoDbProperties properties, @Nullable DynamoDbConnectionDetails details,
			@Nullable AwsDefaults defaults) {
		URI endpoint = endpoint(properties, details);
		boolean local = endpoint != null && isLocal(endpoint);
		AwsCredentialsProvider given = givenCredentials(properties, details);
		String region = givenRegion(properties, details);
		if (region != null && endpoint == null) {
			requireHostName(region);
		}
		return new Connection(endpoint, (region != null) ? Region.of(region) : defaultRegion(local, defaults),
				(given != null) ? given : defaultCredentials(local, defaults), region != null && given != null);
	}

	/**
	 * The endpoint that isn't the region's own.
	 * @see <a href=
	 * "https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html">Service-specific
	 * endpoints</a>
	 */
	public static @Nullable URI endpoint(DynamoDbProperties properties, @Nullable DynamoDbConnectionDetails details) {
		if (details != null) {
			return details.getEndpoint();
		}
		URI endpoint = properties.uri("endpoint");
		if (endpoint == null && !"true".equalsIgnoreCase(properties.raw("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS"))) {
			endpoint = properties.rawUri("AWS_ENDPOINT_URL_DYNAMODB");
			if (endpoint == null) {
				endpoint = properties.rawUri("AWS_ENDPOINT_URL");
			}
		}
		return endpoint;
	}

	/**
	 * Whether an endpoint is this machine, or can be none of AWS's as it isn't encrypted.
	 */
	public static boolean isLocal(URI endpoint) {
		String host = endpoint.getHost();
		return "http".equals(endpoint.getScheme()) || "localhost".equals(host) || host.startsWith("127.")
				|| "[::1]".equals(host);
	}

	public static @Nullable String givenRegion(DynamoDbProperties properties,
			@Nullable DynamoDbConnectionDetails details) {
		String region = (details != null) ? details.getRegion() : null;
		if (region == null) {
			region = properties.string("region");
		}
		if (region == null) {
			region = properties.raw("AWS_REGION");
		}
		return (region != null) ? region : properties.raw("AWS_DEFAULT_REGION");
	}

	private static @Nullable AwsCredentialsProvider givenCredentials(DynamoDbProperties properties,
			@Nullable DynamoDbConnectionDetails details) {
		if (details != null) {
			String id = details.getAccessKeyId();
			String secret = details.getSecretAccessKey();
			if (id != null && secret != null) {
				return StaticCredentialsProvider.create(AwsBasicCredentials.create(id, secret));
			}
		}
		String id = properties.raw("AWS_ACCESS_KEY_ID");
		String secret = properties.raw("AWS_SECRET_ACCESS_KEY");
		if (id == null || secret == null) {
			return null;
		}
		// the environment of a process doesn't change: no need to read it for each call
		String token = properties.raw("AWS_SESSION_TOKEN");
		return StaticCredentialsProvider.create((token != null) ? AwsSessionCredentials.create(id, secret, token)
				: AwsBasicCredentials.create(id, secret));
	}

	/**
	 * Refuses what the SDK would make no host of, and say only that its address is
	 * invalid.
	 */
	private static void requireHostName(String region) {
		for (int i = 0; i < region.length(); i++) {
			char character = region.charAt(i);
			boolean letter = (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
			if (!letter && !(character >= '0' && character <= '9') && character != '-' && character != '.') {
				throw new DynamoDbConfigurationException(
						"'" + region + "' is no region of AWS, so that DynamoDB can't be found.",
						"Set AWS_REGION or kindling.dynamodb.region to a region's id, such as eu-central-1.");
			}
		}
	}

	private static Region defaultRegion(boolean local, @Nullable AwsDefaults defaults) {
		if (local) {
			return Region.of(LOCAL_REGION);
		}
		if (defaults != null) {
			try {
				return defaults.region();
			}
			catch (SdkClientException ex) {
				// told below
			}
		}
		throw new DynamoDbConfigurationException("No AWS region is set, so that DynamoDB can't be found.",
				"Set the environment variable AWS_REGION, which Lambda does by itself, or the property "
						+ "kindling.dynamodb.region.");
	}

	private static AwsCredentialsProvider defaultCredentials(boolean local, @Nullable AwsDefaults defaults) {
		if (local) {
			return StaticCredentialsProvider.create(AwsBasicCredentials.create(LOCAL_KEY, LOCAL_KEY));
		}
		if (defaults != null) {
			return defaults.credentials();
		}
		throw new DynamoDbConfigurationException("There are no AWS credentials to call DynamoDB with.",
				"Set the environment variables AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN, which "
						+ "Lambda does by itself; or build with kindling.dynamodb.credentials=default-chain, so that "
						+ "the executable also looks into profiles, containers and instances.");
	}

}
