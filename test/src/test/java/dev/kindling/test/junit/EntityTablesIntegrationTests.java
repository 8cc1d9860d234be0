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

package dev.kindling.test.junit;

import java.util.function.Consumer;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindling.local.dynamodb.EmbeddedDynamoDb;
import dev.kindling.test.clashing.ClashingApplication;
import dev.kindling.test.keyless.KeylessApplication;
import dev.kindling.test.shop.ShopApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The tables that a test of an application with entities gets, as DynamoDB describes
 * them.
 */
class EntityTablesIntegrationTests {

	private static void with(Class<?> test, Consumer<EmbeddedDynamoDb> check) {
		try (LambdaTestEnvironment environment = LambdaTestEnvironment.start(test)) {
			EmbeddedDynamoDb database = environment.database();
			assertThat(database).isNotNull();
			check.accept(database);
		}
	}

	private static JsonNode describe(EmbeddedDynamoDb database, String table) {
		return database.call("DescribeTable", "{\"TableName\":\"" + table + "\"}").path("Table");
	}

	private static String keys(JsonNode described) {
		StringBuilder keys = new StringBuilder();
		described.path("KeySchema")
			.forEach((key) -> keys.append(key.path("AttributeName").asText())
				.append(' ')
				.append(key.path("KeyType").asText())
				.append(' '));
		return keys.toString().strip();
	}

	@Test
	void haveTheEntitiesNamesKeysAndIndexesAndAStream() {
		with(Shop.class, (database) -> {
			assertThat(database.tables()).containsExactlyInAnyOrder("order-line", "sessions", "people");
			JsonNode lines = describe(database, "order-line");
			assertThat(keys(lines)).isEqualTo("order HASH number RANGE");
			assertThat(lines.at("/GlobalSecondaryIndexes/0/IndexName").asText()).isEqualTo("by-product");
			assertThat(keys(lines.at("/GlobalSecondaryIndexes/0"))).isEqualTo("product HASH price RANGE");
			assertThat(lines.at("/LocalSecondaryIndexes/0/IndexName").asText()).isEqualTo("by-price");
			assertThat(keys(lines.at("/LocalSecondaryIndexes/0"))).isEqualTo("order HASH price RANGE");
			assertThat(lines.at("/StreamSpecification/StreamViewType").asText()).isEqualTo("NEW_AND_OLD_IMAGES");
			assertThat(lines.path("AttributeDefinitions")).hasSize(4)
				.anySatisfy((attribute) -> assertThat(attribute.toString()).contains("\"number\"", "\"N\""));
		});
	}

	@Test
	void expireWhatTheConfigurationSays() {
		with(Shop.class,
				(database) -> assertThat(database.call("DescribeTimeToLive", "{\"TableName\":\"sessions\"}")
					.at("/TimeToLiveDescription/AttributeName")
					.asText()).isEqualTo("expires"));
	}

	@Test
	void haveTheIndexesOfAllEntitiesThatShareThem() {
		with(Shop.class,
				(database) -> assertThat(describe(database, "people").path("GlobalSecondaryIndexes"))
					.extracting((index) -> index.path("IndexName").asText())
					.containsExactlyInAnyOrder("by-name", "by-office"));
	}

	@Test
	void haveTheNamesThatTheFunctionFindsInItsEnvironment() {
		with(Named.class,
				(database) -> assertThat(database.tables()).containsExactlyInAnyOrder("lines", "guests", "people"));
	}

	@Test
	void areNotMadeWhereTheTestNamesTables() {
		with(Explicit.class, (database) -> assertThat(database.tables()).containsExactly("people"));
		with(Greeting.class, (database) -> assertThat(database.tables()).isEmpty());
	}

	@Test
	void areRefusedWithoutAPartitionKey() {
		assertThatExceptionOfType(ExtensionConfigurationException.class)
			.isThrownBy(() -> LambdaTestEnvironment.start(Keyless.class))
			.withMessageContaining("KeylessApplication$Reading has keys, but no partition key")
			.withMessageContaining("@DynamoDbPartitionKey. Or name the tables");
	}

	@Test
	void areRefusedToEntitiesThatCantShareOne() {
		assertThatExceptionOfType(ExtensionConfigurationException.class)
			.isThrownBy(() -> LambdaTestEnvironment.start(Clashing.class))
			.withMessageContaining("The table things is that of ")
			.withMessageContaining("ClashingApplication$Box")
			.withMessageContaining("ClashingApplication$Crate")
			.withMessageContaining("whose keys differ");
	}

	@LambdaTest(ShopApplication.class)
	@LocalDynamoDb
	static class Shop {

	}

	@LambdaTest(value = ShopApplication.class, environment = { "ORDER_LINE_TABLE_NAME=lines", "SESSIONS=guests" })
	@LocalDynamoDb
	static class Named {

	}

	@LambdaTest(ShopApplication.class)
	@LocalDynamoDb("people:id:S")
	static class Explicit {

	}

	@LambdaTest(KeylessApplication.class)
	@LocalDynamoDb
	static class Keyless {

	}

	@LambdaTest(ClashingApplication.class)
	@LocalDynamoDb
	static class Clashing {

	}

	@LambdaTest(GreetingApplication.class)
	@LocalDynamoDb
	static class Greeting {

	}

}
