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

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.local.dynamodb.EmbeddedDynamoDb;
import dev.kindling.local.dynamodb.TableDefinition;
import dev.kindling.local.server.Json;
import dev.kindling.local.stream.StartingPosition;
import dev.kindling.local.stream.StreamMapping;
import dev.kindling.local.stream.StreamSettings;
import dev.kindling.local.workbench.FailedRecord;
import dev.kindling.local.workbench.WorkbenchListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Changes in DynamoDB Local, and a function that gets them in a process of its own.
 */
class StreamMappingIntegrationTests {

	private final List<String> logs = new CopyOnWriteArrayList<>();

	private final List<FailedRecord> failed = new CopyOnWriteArrayList<>();

	private EmbeddedDynamoDb database;

	private LocalLambda lambda;

	private StreamMapping mapping;

	@BeforeEach
	void start() {
		this.database = EmbeddedDynamoDb.start(TableDefinition.of("orders", "id"));
		this.lambda = LocalLambda.builder()
			.mainClass(PlainRuntime.class)
			.functionName("changed")
			.timeout(Duration.ofSeconds(20))
			.initTimeout(Duration.ofSeconds(60))
			.logs(this.logs::add)
			.build();
		this.lambda.workbench().addListener(new WorkbenchListener() {

			@Override
			public void recordFailed(FailedRecord record) {
				StreamMappingIntegrationTests.this.failed.add(record);
			}

		});
		this.mapping = StreamMapping.start(this.database,
				new StreamSettings("changed", "orders", StartingPosition.TRIM_HORIZON, 100, 1, true, "eu-west-1"),
				this.lambda.function("changed"), this.lambda.listeners(), this.logs::add);
	}

	@AfterEach
	void close() {
		this.mapping.close();
		this.lambda.close();
		this.database.close();
	}

	private void put(int n, String more) {
		ObjectNode request = Json.MAPPER.createObjectNode().put("TableName", "orders");
		ObjectNode item = request.putObject("Item");
		item.putObject("id").put("S", Integer.toString(n));
		item.putObject("body").put("S", "{\"n\":" + n + more + "}");
		this.database.call("PutItem", request.toString());
	}

	private void await(BooleanSupplier condition) throws Exception {
		long end = System.nanoTime() + Duration.ofSeconds(90).toNanos();
		while (!condition.getAsBoolean()) {
			assertThat(System.nanoTime()).as(() -> String.join("\n", this.logs)).isLessThan(end);
			Thread.sleep(50);
		}
	}

	private List<String> handled() {
		return this.logs.stream().filter((line) -> line.startsWith("handled ")).toList();
	}

	@Test
	void bringsEachChangeInItsOrderThoughOneFailsOnce() throws Exception {
		for (int n = 0; n < 30; n++) {
			put(n, (n == 7) ? ",\"fail\":1" : "");
		}
		await(() -> handled().contains("handled 29"));
		assertThat(handled()).hasSize(30).doesNotHaveDuplicates();
		assertThat(handled().indexOf("handled 7")).isLessThan(handled().indexOf("handled 8"));
		assertThat(this.failed).isNotEmpty()
			.allSatisfy((record) -> assertThat(record.fate()).isEqualTo(FailedRecord.Fate.RETRIED));
	}

	@Test
	void givesUpWhatFailsTooOften() throws Exception {
		put(1, ",\"fail\":99");
		await(() -> this.failed.size() == 2);
		assertThat(this.failed.get(1).fate()).isEqualTo(FailedRecord.Fate.DISCARDED);
		await(() -> this.logs.stream().anyMatch((line) -> line.startsWith("Given up after 2 attempts: 1 records")));
		put(2, "");
		await(() -> handled().contains("handled 2"));
	}

	@Test
	void makesTheEventThatLambdaMakes() throws Exception {
		put(1, ",\"show\":true");
		await(() -> this.logs.stream().anyMatch((line) -> line.startsWith("record ")));
		JsonNode record = Json.MAPPER.readTree(this.logs.stream()
			.filter((line) -> line.startsWith("record "))
			.findFirst()
			.orElseThrow()
			.substring("record ".length()));
		assertThat(record.path("eventName").asText()).isEqualTo("INSERT");
		assertThat(record.path("eventVersion").asText()).isEqualTo("1.1");
		assertThat(record.path("eventSource").asText()).isEqualTo("aws:dynamodb");
		assertThat(record.path("awsRegion").asText()).isEqualTo("eu-west-1");
		assertThat(record.path("eventSourceARN").asText()).contains(":table/orders/stream/");
		assertThat(record.at("/dynamodb/Keys/id/S").asText()).isEqualTo("1");
		assertThat(record.at("/dynamodb/ApproximateCreationDateTime").isIntegralNumber()).isTrue();
		assertThat(record.at("/dynamodb/StreamViewType").asText()).isEqualTo("NEW_AND_OLD_IMAGES");
		assertThat(record.at("/dynamodb/SequenceNumber").asText()).isNotEmpty();
	}

}
