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

import java.util.Map;

import dev.kindling.autoconfigure.DynamoDbAutoConfiguration;
import dev.kindling.dynamodb.DynamoDbConnectionDetails;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The connection to a container, without a word of configuration.
 */
@RequiresDocker
@SpringBootTest(classes = DynamoDbContainerIntegrationTests.Application.class)
class DynamoDbContainerIntegrationTests {

	@ServiceConnection(name = "amazon/dynamodb-local")
	static final DynamoDbContainer dynamoDb = new DynamoDbContainer();

	@BeforeAll
	static void createTable() {
		dynamoDb.startFor("a Spring context with @ServiceConnection");
	}

	@Test
	void theContainersEndpointBecomesTheConnectionOfTheClient(@Autowired DynamoDbConnectionDetails connection) {
		assertThat(connection.getEndpoint()).isEqualTo(dynamoDb.endpoint());
	}

	@Test
	void theApplicationsClientReadsWhatAnyOtherClientWrote(@Autowired DynamoDbClient client) {
		Map<String, AttributeValue> item = Map.of("id", AttributeValue.fromS("1"), "name", AttributeValue.fromS("Ada"));
		try (DynamoDbClient other = dynamoDb.client()) {
			other.putItem((request) -> request.tableName(DynamoDbContainer.TABLE).item(item));
		}
		assertThat(client.getItem(
				(request) -> request.tableName(DynamoDbContainer.TABLE).key(Map.of("id", AttributeValue.fromS("1"))))
			.item()).isEqualTo(item);
	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration(DynamoDbAutoConfiguration.class)
	static class Application {

	}

}
