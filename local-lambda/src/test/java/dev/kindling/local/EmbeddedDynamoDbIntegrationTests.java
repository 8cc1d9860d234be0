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

package dev.kindling.local;

import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindling.local.dynamodb.EmbeddedDynamoDb;
import dev.kindling.local.dynamodb.TableDefinition;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * DynamoDB Local in this JVM.
 */
class EmbeddedDynamoDbIntegrationTests {

	@Test
	void keepsWhatIsPut() {
		try (EmbeddedDynamoDb dynamoDb = EmbeddedDynamoDb.start(TableDefinition.of("people", "id"))) {
			dynamoDb.call("PutItem",
					"{\"TableName\":\"people\",\"Item\":{\"id\":{\"S\":\"1\"},\"name\":{\"S\":\"mamezou\"}}}");
			JsonNode item = dynamoDb.call("GetItem", "{\"TableName\":\"people\",\"Key\":{\"id\":{\"S\":\"1\"}}}");
			assertThat(item.at("/Item/name/S").asText()).isEqualTo("mamezou");
		}
	}

	@Test
	void createsTablesWithSortKeysAndTypes() {
		try (EmbeddedDynamoDb dynamoDb = EmbeddedDynamoDb.start()) {
			dynamoDb.createTable(TableDefinition.of("events", "day")
				.partitionKeyType(TableDefinition.KeyType.NUMBER)
				.sortKey("at", TableDefinition.KeyType.STRING));
			JsonNode table = dynamoDb.call("DescribeTable", "{\"TableName\":\"events\"}").path("Table");
			assertThat(table.at("/KeySchema/0/AttributeName").asText()).isEqualTo("day");
			assertThat(table.at("/KeySchema/1/KeyType").asText()).isEqualTo("RANGE");
			assertThat(table.path("AttributeDefinitions").toString())
				.contains("{\"AttributeName\":\"day\",\"AttributeType\":\"N\"}");
		}
	}

	@Test
	void queriesSecondaryIndexes() {
		try (EmbeddedDynamoDb dynamoDb = EmbeddedDynamoDb
			.start(TableDefinition.parse("orders:id:S/by-customer:customer:S:placed:N/by-id:id:S:placed:N"))) {
			dynamoDb.call("PutItem", """
					{"TableName":"orders","Item":{"id":{"S":"1"},"customer":{"S":"Ada"},"placed":{"N":"5"}}}""");
			JsonNode found = dynamoDb.call("Query", """
					{"TableName":"orders","IndexName":"by-customer","KeyConditionExpression":"customer = :c",
					"ExpressionAttributeValues":{":c":{"S":"Ada"}}}""");
			assertThat(found.at("/Items/0/id/S").asText()).isEqualTo("1");
		}
	}

	@Test
	void refusesAnAttributeThatIsAKeyOfTwoTypes() {
		assertThatIllegalArgumentException().isThrownBy(() -> TableDefinition.parse("orders:id:S/by-day:day:N:id:N"))
			.withMessage("'orders:id:S/by-day:day:N:id:N' is no table. "
					+ "The attribute 'id' is a key of two types, S and N.");
	}

	@Test
	void updatesQueriesAndTransacts() {
		try (EmbeddedDynamoDb dynamoDb = EmbeddedDynamoDb.start(TableDefinition.of("people", "id"))) {
			dynamoDb.call("TransactWriteItems",
					"{\"TransactItems\":[{\"Put\":{\"TableName\":\"people\",\"Item\":{\"id\":{\"S\":\"1\"}}}}]}");
			dynamoDb.call("UpdateItem", """
					{"TableName":"people","Key":{"id":{"S":"1"}},"UpdateExpression":"SET n = :n",
					"ConditionExpression":"attribute_exists(id)","ExpressionAttributeValues":{":n":{"N":"5"}}}""");
			JsonNode found = dynamoDb.call("Query", """
					{"TableName":"people","KeyConditionExpression":"id = :i",
					"ExpressionAttributeValues":{":i":{"S":"1"}}}""");
			assertThat(found.at("/Items/0/n/N").asText()).isEqualTo("5");
		}
	}

	@Test
	void saysWhatDynamoDbRefuses() {
		try (EmbeddedDynamoDb dynamoDb = EmbeddedDynamoDb.start()) {
			assertThatIllegalStateException().isThrownBy(() -> dynamoDb.createTable(TableDefinition.of("x", "id")))
				.withMessageContaining("DynamoDB refuses CreateTable")
				.withMessageContaining("3 and 255");
		}
	}

	@Test
	void namesMoreTablesThanDynamoDbDoesAtOnce() {
		TableDefinition[] tables = IntStream.range(0, 101)
			.mapToObj((n) -> TableDefinition.of("table-%03d".formatted(n), "id"))
			.toArray(TableDefinition[]::new);
		try (EmbeddedDynamoDb dynamoDb = EmbeddedDynamoDb.start(tables)) {
			assertThat(dynamoDb.call("ListTables", "{}").path("TableNames")).hasSize(100);
			assertThat(dynamoDb.tables()).hasSize(101).startsWith("table-000").endsWith("table-100");
		}
	}

	@Test
	void isEmptyAtEachStart() {
		try (EmbeddedDynamoDb first = EmbeddedDynamoDb.start(TableDefinition.of("people", "id"));
				EmbeddedDynamoDb second = EmbeddedDynamoDb.start()) {
			assertThat(first.tables()).containsExactly("people");
			assertThat(second.tables()).isEmpty();
		}
	}

}
