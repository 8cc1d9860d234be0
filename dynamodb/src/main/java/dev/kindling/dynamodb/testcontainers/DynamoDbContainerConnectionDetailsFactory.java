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

package dev.kindling.dynamodb.testcontainers;

import java.net.URI;
import java.util.List;

import dev.kindling.dynamodb.DynamoDbConnectionDetails;
import org.testcontainers.containers.GenericContainer;

import org.springframework.boot.testcontainers.service.connection.ContainerConnectionDetailsFactory;
import org.springframework.boot.testcontainers.service.connection.ContainerConnectionSource;

/**
 * Makes {@link DynamoDbConnectionDetails} of a container with {@code @ServiceConnection}
 * that runs DynamoDB Local or LocalStack: the first port that it exposes is DynamoDB's. A
 * container of another image is marked with
 * {@code @ServiceConnection(name = "amazon/dynamodb-local")}.
 */
class DynamoDbContainerConnectionDetailsFactory
		extends ContainerConnectionDetailsFactory<GenericContainer<?>, DynamoDbConnectionDetails> {

	private static final List<String> NAMES = List.of("amazon/dynamodb-local", "localstack/localstack",
			"localstack/localstack-pro");

	DynamoDbContainerConnectionDetailsFactory() {
		super(NAMES);
	}

	@Override
	protected DynamoDbConnectionDetails getContainerConnectionDetails(
			ContainerConnectionSource<GenericContainer<?>> source) {
		return new DynamoDbContainerConnectionDetails(source);
	}

	/**
	 * The port is known once the container runs, so that it is asked for late.
	 */
	private static final class DynamoDbContainerConnectionDetails
			extends ContainerConnectionDetails<GenericContainer<?>> implements DynamoDbConnectionDetails {

		private DynamoDbContainerConnectionDetails(ContainerConnectionSource<GenericContainer<?>> source) {
			super(source);
		}

		@Override
		public URI getEndpoint() {
			return URI.create("http://" + getContainer().getHost() + ":" + getContainer().getFirstMappedPort());
		}

	}

}
