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

import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;

/**
 * Where DynamoDB is, if not at AWS: a container, or an embedded DynamoDB Local. A bean of
 * this type wins over {@code kindling.dynamodb.endpoint} and the environment.
 */
public interface DynamoDbConnectionDetails extends ConnectionDetails {

	/**
	 * The endpoint.
	 * @return such as {@code http://127.0.0.1:8000}
	 */
	URI getEndpoint();

	/**
	 * The region that requests are signed for.
	 * @return the region's id, or {@code null} to leave it to the environment
	 */
	default @Nullable String getRegion() {
		return "us-east-1";
	}

	/**
	 * The access key.
	 * @return its id, or {@code null} to leave credentials to the environment
	 */
	default @Nullable String getAccessKeyId() {
		return "local";
	}

	/**
	 * The secret that belongs to the access key.
	 * @return the secret, or {@code null} to leave credentials to the environment
	 */
	default @Nullable String getSecretAccessKey() {
		return "local";
	}

}
