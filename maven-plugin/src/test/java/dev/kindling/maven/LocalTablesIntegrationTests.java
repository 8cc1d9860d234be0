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

package dev.kindling.maven;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.kindling.maven.inventory.EntityTable;
import dev.kindling.maven.inventory.EntityTable.Index;
import dev.kindling.maven.inventory.EntityTable.Key;
import dev.kindling.local.dynamodb.TableDefinition;
import dev.kindling.local.dynamodb.EmbeddedDynamoDb;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The tables that a project's entities get in DynamoDB Local.
 */
class LocalTablesIntegrationTests {

	private static final EntityTable PERSON = table("Person", "person", "person");

	private static final EntityTable ORDER_LINE = table("OrderLine", "order-line", "order-line",
			new Index("by-customer", "global", List.of(new Key("customer", "S")), List.of()));

	private static EntityTable table(String entity, String words, @Nullable String name, Index... indexes) {
		return new EntityTable("com.example." + entity, "kindling.dynamodb.tables." + words + ".name",
				words.replace('-', '_').toUpperCase(Locale.ROOT) + "_TABLE_NAME", name, List.of(new Key("id", "S")),
				List.of(), List.of(indexes), null);
	}

	private static List<String> tables(Map<String, String> environment, TableDefinition... configured) {
		return tables(List.of(PERSON, ORDER_LINE), environment, configured);
	}

	private static List<String> tables(List<EntityTable> tables, Map<String, String> environment,
			TableDefinition... configured) {
		try (EmbeddedDynamoDb database = EmbeddedDynamoDb.start(configured)) {
			new LocalTables(environment, configured).create(tables, database, new SystemStreamLog());
			return database.tables();
		}
	}

	@Test
	void haveTheEntitiesNamesWithoutAnyConfiguration() {
		assertThat(tables(Map.of())).containsExactlyInAnyOrder("person", "order-line");
	}

	@Test
	void haveTheNamesThatTheEnvironmentGives() {
		assertThat(tables(Map.of("PERSON_TABLE", "people", "KINDLING_DYNAMODB_TABLES_ORDERLINE_NAME", "lines")))
			.containsExactlyInAnyOrder("people", "lines");
	}

	@Test
	void leaveAConfiguredTableAsItIs() {
		assertThat(tables(Map.of(), TableDefinition.of("person", "other"))).containsExactlyInAnyOrder("person",
				"order-line");
	}

	@Test
	void haveANameThatTheirVariableTellsTheFunctionWhereTheApplicationHasNone() {
		EntityTable unnamed = new EntityTable("com.example.OrderLine", "kindling.dynamodb.tables.order-line.name",
				"LINES", null, PERSON.partitionKeys(), List.of(), List.of(), null);
		assertThat(tables(List.of(unnamed), Map.of())).containsExactly("order-line");
		assertThat(new LocalTables(Map.of()).variables(List.of(unnamed, PERSON))).containsEntry("LINES", "order-line");
		assertThat(tables(List.of(unnamed), Map.of("LINES", "lines"))).containsExactly("lines");
		assertThat(new LocalTables(Map.of("LINES", "lines")).variables(List.of(unnamed))).isEmpty();
	}

	@Test
	void leaveOutATableWhoseNameOrKeyOnlyTheApplicationKnows() {
		EntityTable unnamed = new EntityTable("com.example.Person", "kindling.dynamodb.tables.person.name", null, null,
				PERSON.partitionKeys(), List.of(), List.of(), null);
		assertThat(tables(List.of(unnamed, ORDER_LINE), Map.of())).containsExactly("order-line");
		EntityTable keyless = new EntityTable("com.example.Person", "kindling.dynamodb.tables.person.name", "PEOPLE",
				"people", List.of(), List.of(), List.of(), null);
		assertThat(tables(List.of(keyless), Map.of())).isEmpty();
	}

	@Test
	void haveTheIndexesOfAllEntitiesThatShareThem() {
		try (EmbeddedDynamoDb database = EmbeddedDynamoDb.start()) {
			new LocalTables(Map.of()).create(
					List.of(table("Person", "person", "shop"),
							table("OrderLine", "order-line", "shop", ORDER_LINE.indexes().get(0))),
					database, new SystemStreamLog());
			assertThat(database.call("DescribeTable", "{\"TableName\":\"shop\"}")
				.at("/Table/GlobalSecondaryIndexes/0/IndexName")
				.asText()).isEqualTo("by-customer");
		}
	}

	@Test
	void haveTheTimeToLiveOfTheirEntities() {
		EntityTable session = new EntityTable("com.example.Session", "kindling.dynamodb.tables.session.name",
				"SESSION_TABLE_NAME", "session", PERSON.partitionKeys(), List.of(), List.of(), "expires");
		try (EmbeddedDynamoDb database = EmbeddedDynamoDb.start()) {
			new LocalTables(Map.of()).create(List.of(session, PERSON), database, new SystemStreamLog());
			assertThat(database.call("DescribeTimeToLive", "{\"TableName\":\"session\"}")
				.at("/TimeToLiveDescription/AttributeName")
				.asText()).isEqualTo("expires");
			assertThat(database.call("DescribeTimeToLive", "{\"TableName\":\"person\"}")
				.at("/TimeToLiveDescription/TimeToLiveStatus")
				.asText()).isEqualTo("DISABLED");
		}
	}

}
