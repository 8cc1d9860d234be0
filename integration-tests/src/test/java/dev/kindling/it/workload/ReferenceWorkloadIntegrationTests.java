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

package dev.kindling.it.workload;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kindling.it.Subject;
import dev.kindling.local.dynamodb.EmbeddedDynamoDb;
import dev.kindling.local.invoke.InvokeResult;
import dev.kindling.local.LocalLambda;
import dev.kindling.local.dynamodb.TableDefinition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The sample function in a local Lambda, against DynamoDB Local.
 */
class ReferenceWorkloadIntegrationTests {

	private static final String TABLE = "people-of-this-test";

	private final List<String> logs = Collections.synchronizedList(new ArrayList<>());

	private EmbeddedDynamoDb dynamoDb;

	private LocalLambda lambda;

	@BeforeEach
	void startDynamoDb() {
		this.dynamoDb = EmbeddedDynamoDb.start(TableDefinition.of(TABLE, "id"));
	}

	@AfterEach
	void close() {
		if (this.lambda != null) {
			this.lambda.close();
		}
		this.dynamoDb.close();
	}

	private LocalLambda start(Subject subject) {
		this.lambda = subject.sample()
			.dynamoDb(this.dynamoDb)
			.environment("EXAMPLE_TABLE_NAME", TABLE)
			.logs(this.logs::add)
			.build();
		return this.lambda;
	}

	private String storedName(String id) {
		return this.dynamoDb
			.call("GetItem", "{\"TableName\":\"" + TABLE + "\",\"Key\":{\"id\":{\"S\":\"" + id + "\"}}}")
			.at("/Item/name/S")
			.asText();
	}

	@ParameterizedTest
	@EnumSource
	void putsTheItemGetsItBackAndAnswersIt(Subject subject) {
		InvokeResult result = start(subject).invoke("{\"name\":\"mamezou\"}");
		assertThat(result.errorMessage()).isNull();
		JsonNode answer = result.json();
		assertThat(answer.size()).isEqualTo(2);
		assertThat(answer.path("name").asText()).isEqualTo("mamezou");
		assertThat(storedName(answer.path("id").asText())).isEqualTo("mamezou");
		assertThat(result.report().initDuration()).isPositive();
	}

	@ParameterizedTest
	@EnumSource
	void answersThroughTheFunctionUrl(Subject subject) throws Exception {
		URI url = start(subject).functionUrl();
		HttpResponse<String> response = HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(url)
				.header("Content-Type", "application/json")
				.POST(HttpRequest.BodyPublishers.ofString("{\"name\":\"mamezou ☃\"}"))
				.build(), HttpResponse.BodyHandlers.ofString());
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
		JsonNode answer = new ObjectMapper().readTree(response.body());
		assertThat(answer.path("name").asText()).isEqualTo("mamezou ☃");
		assertThat(storedName(answer.path("id").asText())).isEqualTo("mamezou ☃");
	}

	@ParameterizedTest
	@EnumSource
	void goesOnInTheSameProcessAfterAnEventThatItCannotRead(Subject subject) {
		LocalLambda started = start(subject);
		InvokeResult malformed = started.invoke("{\"name\":");
		assertThat(malformed.isError()).isTrue();
		assertThat(malformed.errorType()).startsWith("Runtime.");
		InvokeResult wrongType = started.invoke("{\"name\":{\"first\":\"secret-4711\"}}");
		assertThat(wrongType.errorType()).startsWith("Runtime.");
		assertThat(wrongType.errorMessage()).contains("name").doesNotContain("secret-4711");
		assertThat(started.invoke("{\"name\":\"mamezou\"}").isError()).isFalse();
		assertThat(started.coldStarts()).isEqualTo(1);
	}

	@ParameterizedTest
	@EnumSource
	void logsNothingOfPayloadHeadersOrEnvironment(Subject subject) {
		start(subject).invoke("{\"name\":\"secret-4711\"}");
		this.lambda.invoke("{\"name\":[\"secret-4711\"]}");
		this.lambda.close();
		assertThat(this.logs).noneMatch((line) -> line.contains("secret-4711"))
			.noneMatch((line) -> line.contains("AWS_SECRET_ACCESS_KEY") || line.contains("AKIDLOCALLAMBDA"));
	}

}
