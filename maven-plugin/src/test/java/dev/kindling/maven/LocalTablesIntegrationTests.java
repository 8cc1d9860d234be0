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

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.kindling.test.TableDefinition;
import dev.kindling.test.EmbeddedDynamoDb;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSecondaryPartitionKey;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The tables that a project's entities get in DynamoDB Local.
 */
class LocalTablesIntegrationTests {

	@TempDir
	private Path classes;

	private List<String> tables(Map<String, String> environment, TableDefinition... configured) throws Exception {
		for (Class<?> entity : List.of(Person.class, OrderLine.class)) {
			String file = entity.getName().substring(entity.getPackageName().length() + 1) + ".class";
			Path target = this.classes.resolve(file);
			if (!Files.exists(target)) {
				Files.copy(Path.of(entity.getResource(file).toURI()), target);
			}
		}
		List<String> names = new ArrayList<>();
		try (EmbeddedDynamoDb database = EmbeddedDynamoDb.start(configured)) {
			new LocalTables(environment, configured).create(this.classes, database, new SystemStreamLog());
			database.call("ListTables", "{}").path("TableNames").forEach((name) -> names.add(name.asText()));
		}
		return names;
	}

	@Test
	void haveTheEntitiesNamesWithoutAnyConfiguration() throws Exception {
		assertThat(tables(Map.of())).containsExactlyInAnyOrder("person", "order-line");
	}

	@Test
	void haveTheNamesThatTheEnvironmentGives() throws Exception {
		assertThat(tables(Map.of("PERSON_TABLE", "people", "KINDLING_DYNAMODB_TABLES_ORDERLINE_NAME", "lines")))
			.containsExactlyInAnyOrder("people", "lines");
	}

	@Test
	void leaveAConfiguredTableAsItIs() throws Exception {
		assertThat(tables(Map.of(), TableDefinition.of("person", "other"))).containsExactlyInAnyOrder("person",
				"order-line");
	}

	@Test
	void leaveOutATableWhoseNameOnlyTheApplicationKnows() throws Exception {
		Files.writeString(this.classes.resolve("application.properties"),
				"kindling.dynamodb.tables.person.name=${PEOPLE}\n");
		assertThat(tables(Map.of())).containsExactly("order-line");
		assertThat(tables(Map.of("PEOPLE", "people"))).containsExactlyInAnyOrder("people", "order-line");
	}

	record Person(@DynamoDbPartitionKey String id, String name) {

	}

	record OrderLine(@DynamoDbPartitionKey String id,
			@DynamoDbSecondaryPartitionKey(indexNames = "by-customer") String customer) {

	}

}
