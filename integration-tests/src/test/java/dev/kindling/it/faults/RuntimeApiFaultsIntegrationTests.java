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

package dev.kindling.it.faults;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import dev.kindling.fake.Exchange;
import dev.kindling.fake.FakeRuntimeApi;
import dev.kindling.it.Subject;
import dev.kindling.it.containers.DynamoDbContainer;
import dev.kindling.it.containers.RequiresDocker;
import dev.kindling.it.containers.Workload;
import dev.kindling.it.faults.FaultyDynamoDb.Fault;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A process that Lambda has left alone must end, with a status and a line that say that
 * it didn't mean to: nothing else would ever replace it.
 */
@RequiresDocker
class RuntimeApiFaultsIntegrationTests {

	private static final DynamoDbContainer dynamoDb = new DynamoDbContainer();

	@TempDir
	Path directory;

	@BeforeAll
	static void start() {
		dynamoDb.startFor("a Runtime API that dies");
	}

	@AfterAll
	static void stop() {
		dynamoDb.stop();
	}

	@ParameterizedTest
	@EnumSource
	@SuppressWarnings("try")
	void theProcessEndsWhenTheRuntimeApiDiesWhileItWaitsForAnEvent(Subject subject)
			throws IOException, InterruptedException {
		try (FakeRuntimeApi api = new FakeRuntimeApi()) {
			deliver(api);
			Process process = start(subject, api, dynamoDb.endpoint());
			assertThat(api.post().kind()).isEqualTo("response");
			api.awaitIdle();
			api.close();
			assertEnded(process);
		}
	}

	@ParameterizedTest
	@EnumSource
	@SuppressWarnings("try")
	void theProcessEndsWhenTheRuntimeApiDiesWhileItWorks(Subject subject) throws IOException, InterruptedException {
		try (FaultyDynamoDb slow = new FaultyDynamoDb(dynamoDb.endpoint()); FakeRuntimeApi api = new FakeRuntimeApi()) {
			slow.always(Fault.slow(Duration.ofSeconds(1)));
			CountDownLatch handed = new CountDownLatch(1);
			api.next((exchange) -> {
				deliver(exchange);
				handed.countDown();
			});
			Process process = start(subject, api, slow.endpoint());
			assertThat(handed.await(60, TimeUnit.SECONDS)).as("has the event").isTrue();
			api.close();
			assertEnded(process);
		}
	}

	@ParameterizedTest
	@EnumSource
	void theProcessEndsWhenTheRuntimeApiReportsAnErrorOfTheContainer(Subject subject)
			throws IOException, InterruptedException {
		try (FakeRuntimeApi api = new FakeRuntimeApi()) {
			deliver(api);
			api.next((exchange) -> exchange.status(500, "{\"errorType\":\"ContainerError\",\"errorMessage\":\"\"}"));
			assertEnded(start(subject, api, dynamoDb.endpoint()));
		}
	}

	private static void deliver(FakeRuntimeApi api) {
		api.next(RuntimeApiFaultsIntegrationTests::deliver);
	}

	private static void deliver(Exchange exchange) throws IOException {
		exchange.deliver(exchange.server().newId(), Workload.event("Ada").getBytes(StandardCharsets.UTF_8),
				"Lambda-Runtime-Deadline-Ms: " + (System.currentTimeMillis() + 60_000),
				"Lambda-Runtime-Invoked-Function-Arn: arn:aws:lambda:us-east-1:123456789012:function:sample");
	}

	private Process start(Subject subject, FakeRuntimeApi api, URI endpoint) throws IOException {
		ProcessBuilder builder = new ProcessBuilder(subject.sampleCommand()).redirectErrorStream(true)
			.redirectOutput(log().toFile());
		builder.environment()
			.putAll(Map.of("AWS_LAMBDA_RUNTIME_API", api.authority(), "_HANDLER", "bootstrap", "AWS_REGION",
					"us-east-1", "AWS_ACCESS_KEY_ID", "local", "AWS_SECRET_ACCESS_KEY", "local",
					"AWS_ENDPOINT_URL_DYNAMODB", endpoint.toString(), "EXAMPLE_TABLE_NAME", DynamoDbContainer.TABLE));
		return builder.start();
	}

	private Path log() {
		return this.directory.resolve("log");
	}

	private void assertEnded(Process process) throws InterruptedException, IOException {
		try {
			assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("the process has ended").isTrue();
			String log = Files.readString(log());
			assertThat(process.exitValue()).as(log).isEqualTo(1);
			assertThat(log).contains("Runtime API");
		}
		finally {
			process.destroyForcibly();
		}
	}

}
