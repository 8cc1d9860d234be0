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

package dev.kindling.it.containers;

import java.net.URI;

import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/**
 * DynamoDB Local in a container, in memory, one database for whatever access key and
 * region a client uses. The image is {@code kindling.test.dynamodb.image}.
 */
public final class DynamoDbContainer extends GenericContainer<DynamoDbContainer> {

	/**
	 * The table of the sample.
	 */
	public static final String TABLE = "people";

	private static final int PORT = 8000;

	public DynamoDbContainer() {
		super(DockerImageName.parse(System.getProperty("kindling.test.dynamodb.image", "amazon/dynamodb-local:2.6.1")));
		withExposedPorts(PORT);
		withCommand("-jar", "DynamoDBLocal.jar", "-inMemory", "-sharedDb");
		// A request without a signature is refused by DynamoDB itself: it is up
		waitingFor(Wait.forHttp("/").forStatusCode(400));
	}

	/**
	 * Starts the container, creates the sample's table and says what runs.
	 * @param subject what is tested against it
	 * @return this
	 */
	public DynamoDbContainer startFor(String subject) {
		start();
		System.out.println("CONTAINER: " + getDockerImageName() + ", " + getContainerId().substring(0, 12)
				+ ", DynamoDB for " + subject);
		createTable();
		return this;
	}

	public URI endpoint() {
		return URI.create("http://" + getHost() + ":" + getMappedPort(PORT));
	}

	/**
	 * A client as anyone would make one.
	 * @return to be closed
	 */
	public DynamoDbClient client() {
		return DynamoDbClient.builder()
			.endpointOverride(endpoint())
			.region(Region.US_EAST_1)
			.credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
			.build();
	}

	public void pause() {
		getDockerClient().pauseContainerCmd(getContainerId()).exec();
	}

	public void unpause() {
		getDockerClient().unpauseContainerCmd(getContainerId()).exec();
	}

	public void kill() {
		getDockerClient().killContainerCmd(getContainerId()).exec();
	}

	private void createTable() {
		try (DynamoDbClient client = client()) {
			client.createTable((table) -> table.tableName(TABLE)
				.billingMode(BillingMode.PAY_PER_REQUEST)
				.attributeDefinitions(
						AttributeDefinition.builder().attributeName("id").attributeType(ScalarAttributeType.S).build())
				.keySchema(KeySchemaElement.builder().attributeName("id").keyType(KeyType.HASH).build()));
		}
	}

}
