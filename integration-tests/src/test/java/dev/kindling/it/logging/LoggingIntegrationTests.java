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

package dev.kindling.it.logging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kindling.it.Subject;
import dev.kindling.local.invoke.InvokeResult;
import dev.kindling.local.LocalLambda;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a function's log looks like in Lambda.
 */
class LoggingIntegrationTests {

	private static final Map<String, String> JSON = Map.of("AWS_LAMBDA_LOG_FORMAT", "JSON");

	private final ObjectMapper mapper = new ObjectMapper();

	private final List<String> lines = new CopyOnWriteArrayList<>();

	@ParameterizedTest
	@EnumSource
	void jsonRecordsHaveTheRequestIdAndTheFields(Subject subject) {
		InvokeResult result = invoke(subject, JSON);
		List<JsonNode> records = records();
		assertThat(records).hasSize(3).allSatisfy((node) -> {
			assertThat(node.get("AWSRequestId").asText()).isEqualTo(result.requestId());
			assertThat(node.get("timestamp").asText()).endsWith("Z").hasSize(24);
		});
		assertThat(records.get(0).get("message").asText()).isEqualTo("info of Zoë");
		assertThat(records.get(0).get("length").asInt()).isEqualTo(3);
		assertThat(records.get(1).get("logger").asText()).isEqualTo("dev.kindling.it.Commons");
		assertThat(records.get(2).get("errorType").asText()).isEqualTo("java.lang.IllegalStateException");
		assertThat(records.get(2).get("stackTrace").asText()).contains("\n\tat ",
				"\nCaused by: java.lang.IllegalArgumentException: inner");
	}

	@ParameterizedTest
	@EnumSource
	void aTextRecordIsOneLogEventWithItsStackTrace(Subject subject) {
		InvokeResult result = invoke(subject, Map.of());
		assertThat(this.lines).filteredOn((line) -> line.contains(" ERROR "))
			.singleElement()
			.asString()
			.contains(result.requestId(), "failure of Zoë\njava.lang.IllegalStateException: outer\n\tat ",
					"\nCaused by: ");
	}

	@ParameterizedTest
	@EnumSource
	void lambdaSetsTheLevelWhenItStartsTheFunction(Subject subject) {
		invoke(subject, Map.of("AWS_LAMBDA_LOG_FORMAT", "JSON", "AWS_LAMBDA_LOG_LEVEL", "ERROR"));
		assertThat(records()).extracting((node) -> node.get("level").asText()).containsExactly("ERROR");
	}

	@ParameterizedTest
	@EnumSource
	void anEnvironmentVariableSetsTheLevelOfAPackage(Subject subject) {
		invoke(subject, Map.of("AWS_LAMBDA_LOG_FORMAT", "JSON", "LOGGING_LEVEL_DEV_KINDLING_IT_LOGGING", "DEBUG"));
		assertThat(records()).extracting((node) -> node.get("message").asText()).contains("debug of Zoë");
	}

	private InvokeResult invoke(Subject subject, Map<String, String> environment) {
		try (LocalLambda lambda = subject.application("logs")
			.environment(environment)
			.initTimeout(Duration.ofMinutes(1))
			.logs(this.lines::add)
			.build()) {
			InvokeResult result = lambda.invoke("{\"value\":\"Zoë\"}");
			assertThat(result.isError()).as(() -> result.payloadAsString() + this.lines).isFalse();
			return result;
		}
	}

	/**
	 * Those of the function; Spring's come from other loggers.
	 */
	private List<JsonNode> records() {
		List<JsonNode> records = new ArrayList<>();
		for (String line : this.lines) {
			if (line.startsWith("{") && line.contains("\"logger\":\"dev.kindling.it")) {
				try {
					records.add(this.mapper.readTree(line));
				}
				catch (JsonProcessingException ex) {
					throw new AssertionError(line, ex);
				}
			}
		}
		return records.stream().filter((node) -> node.has("AWSRequestId")).toList();
	}

}
