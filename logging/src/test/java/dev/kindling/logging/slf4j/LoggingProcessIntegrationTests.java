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

package dev.kindling.logging.slf4j;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests what a process really writes.
 */
class LoggingProcessIntegrationTests {

	private static final Map<String, String> JSON = Map.of("AWS_LAMBDA_LOG_FORMAT", "JSON");

	private final ObjectMapper mapper = new ObjectMapper();

	@Test
	void writesTextUnlessToldOtherwise() throws Exception {
		LoggingProgram.Output output = LoggingProgram.run("invocation", Map.of());
		assertThat(output.err()).isEmpty();
		assertThat(output.lines()).hasSize(3);
		assertThat(output.lines().get(0)).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z INFO  "
				+ "8476a536-e9f4-11e8-9739-2dfe598c3fcd \\[main\\] com\\.example\\.Orders : "
				+ "Order 42 of Zoë tenantId=blue customer=\"A B\"");
		assertThat(output.lines().get(1)).endsWith(" : first");
		assertThat(output.lines().get(2)).isEqualTo("second amount=9.5 paid=false tenantId=blue customer=\"A B\"");
	}

	@Test
	void writesOneJsonObjectALineWhenLambdaAsksForJson() throws Exception {
		LoggingProgram.Output output = LoggingProgram.run("invocation", JSON);
		assertThat(output.err()).isEmpty();
		assertThat(output.lines()).hasSize(2);
		JsonNode first = this.mapper.readTree(output.lines().get(0));
		assertThat(first.fieldNames()).toIterable()
			.containsExactly("timestamp", "level", "message", "AWSRequestId", "tenantId", "logger", "thread",
					"customer");
		assertThat(first.get("message").asText()).isEqualTo("Order 42 of Zoë");
		assertThat(first.get("tenantId").asText()).isEqualTo("blue");
		JsonNode second = this.mapper.readTree(output.lines().get(1));
		assertThat(second.get("message").asText()).isEqualTo("first\nsecond");
		assertThat(second.get("amount").isNumber()).isTrue();
		assertThat(second.get("paid").isBoolean()).isTrue();
	}

	@Test
	void writesFromTheLevelOnThatLambdaAsksFor() throws Exception {
		assertThat(LoggingProgram.run("invocation", Map.of("AWS_LAMBDA_LOG_LEVEL", "DEBUG")).out())
			.contains("not by default");
		assertThat(LoggingProgram.run("invocation", Map.of("AWS_LAMBDA_LOG_LEVEL", "ERROR")).out()).isEmpty();
	}

	@Test
	void saysThatALevelIsUnknownAndWritesFromInfoOn() throws Exception {
		LoggingProgram.Output output = LoggingProgram.run("failure", Map.of("AWS_LAMBDA_LOG_LEVEL", "LOUD"));
		assertThat(output.lines().get(0)).contains("WARN", "AWS_LAMBDA_LOG_LEVEL is 'LOUD'", "DEBUG");
		assertThat(output.out()).contains("It failed");
	}

	@Test
	void makesOneLogEventOfAStackTraceOnLambda() throws Exception {
		LoggingProgram.Output output = LoggingProgram.run("failure", Map.of("AWS_LAMBDA_FUNCTION_NAME", "orders"));
		assertThat(output.lines()).hasSize(1);
		assertThat(output.lines().get(0)).contains(
				"It failed\rjava.lang.IllegalStateException: outer\r\tat dev.kindling.",
				"\rCaused by: java.lang.RuntimeException: in\r\t");
	}

	@Test
	void keepsTheLinesOfAStackTraceOnATerminal() throws Exception {
		LoggingProgram.Output output = LoggingProgram.run("failure", Map.of());
		assertThat(output.out()).doesNotContain("\r").contains("\n\tat ", "\nCaused by: ");
	}

	@Test
	void putsTheStackTraceIntoTheJsonRecord() throws Exception {
		LoggingProgram.Output output = LoggingProgram.run("failure", JSON);
		assertThat(output.lines()).hasSize(1);
		JsonNode node = this.mapper.readTree(output.lines().get(0));
		assertThat(node.get("level").asText()).isEqualTo("ERROR");
		assertThat(node.get("errorType").asText()).isEqualTo("java.lang.IllegalStateException");
		assertThat(node.get("errorMessage").asText()).isEqualTo("outer");
		assertThat(node.get("stackTrace").asText()).contains("\n\tat dev.kindling.", "\nCaused by: ");
	}

	@Test
	void takesWhatSpringLogsThroughCommonsLogging() throws Exception {
		LoggingProgram.Output output = LoggingProgram.run("commons-logging", JSON);
		assertThat(output.err()).isEmpty();
		assertThat(output.lines()).hasSize(1);
		assertThat(this.mapper.readTree(output.lines().get(0)).get("logger").asText()).isEqualTo("com.example.Spring");
	}

	@Test
	void neverMixesTheRecordsOfThreads() throws Exception {
		LoggingProgram.Output output = LoggingProgram.run("threads", JSON);
		List<String> lines = output.lines();
		assertThat(lines).hasSize(LoggingProgram.THREADS * LoggingProgram.RECORDS);
		for (String line : lines) {
			JsonNode node = this.mapper.readTree(line);
			String id = node.get("AWSRequestId").asText();
			assertThat(node.get("message").asText().replace(id, "")).isEmpty();
		}
	}

	@Test
	void handsOverToLogbackThatIsConfiguredWhicheverComesFirst(@TempDir Path folder) throws Exception {
		Files.writeString(folder.resolve("logback.xml"), """
				<configuration>
					<appender name="OUT" class="ch.qos.logback.core.ConsoleAppender">
						<encoder><pattern>configured %level %logger %msg%n</pattern></encoder>
					</appender>
					<root level="INFO"><appender-ref ref="OUT"/></root>
				</configuration>
				""");
		for (String first : new String[] { "logging", "logback" }) {
			LoggingProgram.Output output = LoggingProgram.run("provider", JSON, first, "logback", folder.toString());
			assertThat(output.exit()).isZero();
			assertThat(output.lines()).contains("factory ch.qos.logback.classic.LoggerContext", "active false",
					"mdc ch.qos.logback.classic.util.LogbackMDCAdapter value");
			assertThat(output.lines().get(0)).isEqualTo("configured INFO com.example.Orders hello");
		}
	}

	@Test
	void staysWhereLogbackIsMerelyOnTheClassPathAfterIt() throws Exception {
		LoggingProgram.Output output = LoggingProgram.run("provider", JSON, "logging", "logback");
		assertThat(output.lines()).contains("factory " + LambdaLoggerFactory.class.getName(), "active true",
				"mdc " + ThreadBoundMdc.class.getName() + " value");
		assertThat(output.lines().get(0)).startsWith("{");
	}

	@Test
	void isNotAskedWhereLogbackComesFirst() throws Exception {
		LoggingProgram.Output output = LoggingProgram.run("provider", JSON, "logback", "logback");
		assertThat(output.lines()).contains("factory ch.qos.logback.classic.LoggerContext", "active false");
	}

	@Test
	void isTheProviderWithoutAnother() throws Exception {
		LoggingProgram.Output output = LoggingProgram.run("provider", Map.of());
		assertThat(output.err()).isEmpty();
		assertThat(output.lines()).contains("factory " + LambdaLoggerFactory.class.getName(), "active true",
				"mdc " + ThreadBoundMdc.class.getName() + " value");
	}

}
