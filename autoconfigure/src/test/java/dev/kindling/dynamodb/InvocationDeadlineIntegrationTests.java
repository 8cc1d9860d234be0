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

package dev.kindling.dynamodb;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.kindling.autoconfigure.DynamoDbAutoConfiguration;
import dev.kindling.runtime.InvocationResponse;
import dev.kindling.runtime.loop.LambdaRuntime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A call ends before the invocation's deadline, whatever DynamoDB does; seen from within
 * an invocation that the real loop handles.
 */
class InvocationDeadlineIntegrationTests {

	private static final Map<String, AttributeValue> KEY = Map.of("id", AttributeValue.fromS("1"));

	private static final FakeDynamoDb.Answer THROTTLED = new FakeDynamoDb.Answer(400,
			"{\"__type\":\"com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException\","
					+ "\"message\":\"The level of configured throughput\"}");

	private static final FakeDynamoDb.Answer ANSWERED = new FakeDynamoDb.Answer(200, "{}");

	private final BlockingQueue<Throwable> failures = new ArrayBlockingQueue<>(1);

	private FakeDynamoDb dynamoDb;

	@BeforeEach
	void start() throws IOException {
		this.dynamoDb = new FakeDynamoDb();
	}

	@AfterEach
	void stop() {
		this.dynamoDb.close();
	}

	@Test
	void anAnswerThatDoesNotComeEndsBeforeTheDeadline() throws Exception {
		Throwable failure = failureWithin(600, () -> {
			try {
				Thread.sleep(10_000);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			return new FakeDynamoDb.Answer(200, "{}");
		});
		assertThat(failure).isInstanceOf(ApiCallTimeoutException.class)
			.hasMessageContaining("longer Timeout")
			.hasMessageContaining("kindling.dynamodb.api-call-timeout");
	}

	@Test
	void aRetryThatWouldComeTooLateIsNotWaitedFor() throws Exception {
		int before = 0;
		Throwable failure = failureWithin(1200, () -> THROTTLED);
		// a call that is under way when the time is up ends by it: on a slow machine, one
		// in some
		for (int round = 1; round < 5 && failure instanceof ApiCallTimeoutException; round++) {
			before = this.dynamoDb.operations().size();
			failure = failureWithin(1200, () -> THROTTLED);
		}
		assertThat(failure).isInstanceOf(ProvisionedThroughputExceededException.class);
		assertThat(this.dynamoDb.operations().size() - before).isBetween(5, 17);
	}

	@Test
	void oneThreadWatchesTheTime() throws Exception {
		Set<Thread> before = Thread.getAllStackTraces().keySet();
		Set<String> timers = ConcurrentHashMap.newKeySet();
		failureWithin(1200, () -> {
			for (Thread thread : Thread.getAllStackTraces().keySet()) {
				if (!before.contains(thread) && (thread.getName().startsWith("sdk-ScheduledExecutor")
						|| thread.getName().equals("dynamodb-timeout"))) {
					timers.add(thread.getName() + ' ' + System.identityHashCode(thread));
				}
			}
			return THROTTLED;
		});
		assertThat(timers).singleElement().asString().startsWith("dynamodb-timeout");
	}

	private Throwable failureWithin(long millis, Supplier<FakeDynamoDb.Answer> answers) throws Exception {
		List<Throwable> seen = new ArrayList<>();
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(DynamoDbAutoConfiguration.class))
			.withPropertyValues("kindling.dynamodb.endpoint=" + this.dynamoDb.endpoint(),
					"kindling.dynamodb.retries.max-attempts=1000")
			.run((context) -> {
				DynamoDbClient client = context.getBean(DynamoDbClient.class);
				this.dynamoDb.answer(() -> ANSWERED);
				client.getItem((get) -> get.tableName("t").key(KEY));
				this.dynamoDb.answer(answers);
				try (TwoInvocations lambda = new TwoInvocations(millis)) {
					LambdaRuntime runtime = LambdaRuntime
						.builder(Map.of("AWS_LAMBDA_RUNTIME_API", lambda.address(), "AWS_LAMBDA_FUNCTION_NAME", "f"))
						.shutdownSignal(false)
						.handler((invocation) -> {
							try {
								client.getItem((get) -> get.tableName("t").key(KEY));
							}
							catch (RuntimeException ex) {
								this.failures.add(Instant.now().isBefore(invocation.deadline()) ? ex
										: new AssertionError("After the deadline", ex));
							}
							return InvocationResponse.of("{}".getBytes(StandardCharsets.UTF_8));
						})
						.build();
					try (runtime) {
						runtime.start();
						seen.add(this.failures.poll(20, TimeUnit.SECONDS));
						seen.add(this.failures.poll(20, TimeUnit.SECONDS));
					}
				}
			});
		// the first loads the classes, which takes the JVM longer than the time reserved
		return seen.get(1);
	}

	/**
	 * A Runtime API that has two events.
	 */
	private static final class TwoInvocations implements AutoCloseable {

		private final HttpServer server;

		private final long millis;

		private int handed;

		private TwoInvocations(long millis) throws IOException {
			this.millis = millis;
			this.server = HttpServer
				.create(new java.net.InetSocketAddress(java.net.InetAddress.getLoopbackAddress(), 0), 0);
			this.server.setExecutor(java.util.concurrent.Executors.newCachedThreadPool((task) -> {
				Thread thread = new Thread(task, "two-invocations");
				thread.setDaemon(true);
				return thread;
			}));
			this.server.createContext("/", this::answer);
			this.server.start();
		}

		private String address() {
			return "127.0.0.1:" + this.server.getAddress().getPort();
		}

		private void answer(HttpExchange exchange) throws IOException {
			try (exchange) {
				exchange.getRequestBody().readAllBytes();
				if (exchange.getRequestURI().getPath().endsWith("/next")) {
					if (this.handed == 2) {
						try {
							Thread.sleep(30_000);
						}
						catch (InterruptedException ex) {
							return;
						}
					}
					this.handed++;
					exchange.getResponseHeaders().set("Lambda-Runtime-Aws-Request-Id", "1");
					exchange.getResponseHeaders()
						.set("Lambda-Runtime-Deadline-Ms", Long.toString(System.currentTimeMillis() + this.millis));
				}
				exchange.sendResponseHeaders(exchange.getRequestURI().getPath().endsWith("/next") ? 200 : 202, 2);
				exchange.getResponseBody().write("{}".getBytes(StandardCharsets.UTF_8));
			}
		}

		@Override
		public void close() {
			this.server.stop(0);
		}

	}

}
