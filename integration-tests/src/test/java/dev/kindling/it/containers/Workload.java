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
import java.time.Duration;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindling.local.invoke.InvokeResult;
import dev.kindling.local.LocalLambdaBuilder;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The reference workload: a name goes into DynamoDB and comes back with an id.
 */
public final class Workload {

	/**
	 * Lambda's own ten seconds may pass on a machine that has much else to do.
	 */
	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private Workload() {
	}

	/**
	 * Tells the sample where its table is.
	 * @param lambda the sample
	 * @param endpoint DynamoDB's, or that of something in front of it
	 * @return the same
	 */
	public static LocalLambdaBuilder connect(LocalLambdaBuilder lambda, URI endpoint) {
		return lambda.functionName("sample")
			.initTimeout(PATIENCE)
			.environment("AWS_ENDPOINT_URL_DYNAMODB", endpoint.toString())
			.environment("EXAMPLE_TABLE_NAME", DynamoDbContainer.TABLE);
	}

	public static String event(String name) {
		return "{\"name\":\"" + name + "\"}";
	}

	/**
	 * Checks that a call has done all that it should.
	 * @param result of the call
	 * @param name that was sent
	 * @return the item's id
	 */
	public static String assertAnswered(InvokeResult result, String name) {
		assertThat(result.isError()).as(result.payloadAsString()).isFalse();
		JsonNode answer = result.json();
		assertThat(answer.path("name").asText()).isEqualTo(name);
		assertThat(answer.path("id").asText()).isNotBlank();
		return answer.path("id").asText();
	}

	/**
	 * Checks that an item is in the table.
	 * @param dynamoDb where the table is
	 * @param id the item's id
	 * @param name the item's name
	 */
	public static void assertStored(DynamoDbContainer dynamoDb, String id, String name) {
		try (DynamoDbClient client = dynamoDb.client()) {
			assertThat(client.getItem(
					(request) -> request.tableName(DynamoDbContainer.TABLE).key(Map.of("id", AttributeValue.fromS(id))))
				.item()).containsEntry("name", AttributeValue.fromS(name));
		}
	}

}
