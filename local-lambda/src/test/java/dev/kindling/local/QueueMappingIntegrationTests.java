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

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.local.queue.QueueMapping;
import dev.kindling.local.queue.QueueSettings;
import dev.kindling.local.queue.SqsClient;
import dev.kindling.local.queue.SqsQueue;
import dev.kindling.local.server.Json;
import dev.kindling.local.workbench.FailedRecord;
import dev.kindling.local.workbench.WorkbenchListener;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Messages in ElasticMQ, and a function that gets them in a process of its own.
 */
class QueueMappingIntegrationTests {

	private static SQSRestServer server;

	private static SqsClient client;

	private final List<String> logs = new CopyOnWriteArrayList<>();

	private final List<FailedRecord> failed = new CopyOnWriteArrayList<>();

	private volatile String problem;

	private LocalLambda lambda;

	private SqsQueue queue;

	private SqsQueue deadLetters;

	private QueueMapping mapping;

	@BeforeAll
	static void startServer() {
		server = SQSRestServerBuilder.withPort(0).withInterface("127.0.0.1").start();
		client = new SqsClient(URI.create("http://127.0.0.1:" + server.waitUntilStarted().localAddress().getPort()),
				"us-east-1");
	}

	@AfterAll
	static void stopServer() {
		server.stopAndWait();
	}

	private void start(String name, boolean reportsItemFailures) throws Exception {
		start(name, reportsItemFailures, Duration.ZERO, Duration.ofSeconds(60));
	}

	private void start(String name, boolean reportsItemFailures, Duration visibilityTimeout, Duration handlingTime)
			throws Exception {
		this.lambda = LocalLambda.builder()
			.mainClass(PlainRuntime.class)
			.functionName("store")
			.timeout(Duration.ofSeconds(20))
			.initTimeout(Duration.ofSeconds(60))
			.codeCheck(() -> this.problem)
			.logs(this.logs::add)
			.build();
		this.lambda.workbench().addListener(new WorkbenchListener() {

			@Override
			public void recordFailed(FailedRecord record) {
				QueueMappingIntegrationTests.this.failed.add(record);
			}

		});
		this.deadLetters = client.createQueue(name + "-dead-letters", Map.of());
		this.queue = client.createQueue(name,
				Map.of("VisibilityTimeout", Long.toString(visibilityTimeout.toSeconds()), "RedrivePolicy",
						"{\"deadLetterTargetArn\":\"" + this.deadLetters.arn() + "\",\"maxReceiveCount\":\"3\"}"));
		QueueSettings settings = new QueueSettings("store", 10, 3, visibilityTimeout, handlingTime, reportsItemFailures,
				"us-east-1");
		this.mapping = QueueMapping.start(client, this.queue, settings, this.lambda.function("store"),
				this.lambda.listeners(), this.logs::add);
	}

	@AfterEach
	void close() {
		this.mapping.close();
		this.lambda.close();
	}

	private static void send(SqsQueue queue, List<String> bodies) throws Exception {
		for (int i = 0; i < bodies.size(); i += 10) {
			ObjectNode request = Json.MAPPER.createObjectNode().put("QueueUrl", queue.url().toString());
			ArrayNode entries = request.putArray("Entries");
			for (int j = i; j < Math.min(i + 10, bodies.size()); j++) {
				entries.addObject().put("Id", "m" + j).put("MessageBody", bodies.get(j));
			}
			assertThat(client.call("SendMessageBatch", request).path("Failed")).isEmpty();
		}
	}

	private static String message(int n, int fail) {
		return "{\"n\":" + n + ",\"fail\":" + fail + "}";
	}

	private List<String> handled() {
		return this.logs.stream().filter((line) -> line.startsWith("handled ")).toList();
	}

	private static void await(BooleanSupplier condition) throws Exception {
		long end = System.nanoTime() + Duration.ofSeconds(90).toNanos();
		while (!condition.getAsBoolean()) {
			assertThat(System.nanoTime()).as("in time").isLessThan(end);
			Thread.sleep(50);
		}
	}

	private static int left(SqsQueue queue) {
		return count(queue, "ApproximateNumberOfMessages") + count(queue, "ApproximateNumberOfMessagesNotVisible");
	}

	private static int count(SqsQueue queue, String attribute) {
		ObjectNode request = Json.MAPPER.createObjectNode().put("QueueUrl", queue.url().toString());
		request.putArray("AttributeNames").add(attribute);
		try {
			return client.call("GetQueueAttributes", request).path("Attributes").path(attribute).asInt();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Test
	void handlesEachOfManyMessagesOnceThoughOneInTenFailsOnce() throws Exception {
		start("many", true, Duration.ofSeconds(2), Duration.ofSeconds(60));
		int count = Integer.getInteger("kindling.test.messages", 200);
		List<String> bodies = new ArrayList<>(
				IntStream.range(0, count).mapToObj((n) -> message(n, (n % 10 == 0) ? 1 : 0)).toList());
		Collections.shuffle(bodies);
		long begin = System.nanoTime();
		send(this.queue, bodies);
		await(() -> left(this.queue) == 0);
		long millis = Duration.ofNanos(System.nanoTime() - begin).toMillis();
		assertThat(handled()).hasSize(count).doesNotHaveDuplicates();
		assertThat(this.failed).hasSize(count / 10).allSatisfy((record) -> {
			assertThat(record.fate()).isEqualTo(FailedRecord.Fate.RETRIED);
			assertThat(record.source()).isEqualTo(this.queue.arn());
			assertThat(record.attempt()).isEqualTo(1);
		});
		assertThat(left(this.deadLetters)).isZero();
		System.out.println("Messages handled: " + handled().size() + " of " + count + ", failed once: "
				+ this.failed.size() + ", dead letters: " + left(this.deadLetters) + ", in " + millis / 1000.0 + " s");
	}

	@Test
	void bringsAMessageThatKeepsFailingToTheDeadLetters() throws Exception {
		start("hopeless", true);
		send(this.queue, List.of(message(1, 99), message(2, 0)));
		await(() -> left(this.deadLetters) == 1 && left(this.queue) == 0);
		assertThat(handled()).containsExactly("handled 2");
		assertThat(this.failed).extracting(FailedRecord::attempt).containsExactly(1, 2, 3);
		assertThat(this.failed.get(2).fate()).isEqualTo(FailedRecord.Fate.DEAD_LETTER);
	}

	@Test
	void leavesWhatFailedHiddenUntilTheVisibilityTimeoutHasPassed() throws Exception {
		start("patient", true, Duration.ofHours(1), Duration.ofSeconds(60));
		send(this.queue, List.of(message(1, 1)));
		await(() -> !this.failed.isEmpty());
		// a later message overtakes it
		send(this.queue, List.of(message(2, 0)));
		await(() -> handled().contains("handled 2"));
		// which is deleted a moment after it has been handled
		await(() -> count(this.queue, "ApproximateNumberOfMessagesNotVisible") == 1);
		assertThat(this.failed).hasSize(1);
		assertThat(this.logs).anyMatch(
				(line) -> line.startsWith("store: 1 of 1 messages failed") && line.contains("time-out of 3600 s"));
		show(this.failed.get(0));
		await(() -> left(this.queue) == 0);
		assertThat(handled()).containsExactly("handled 2", "handled 1");
	}

	@Test
	void bringsWhatFailedAgainWhenTheVisibilityTimeoutHasPassed() throws Exception {
		start("short", true, Duration.ofSeconds(2), Duration.ofSeconds(1));
		send(this.queue, List.of(message(1, 1)));
		await(() -> left(this.queue) == 0);
		assertThat(handled()).containsExactly("handled 1");
		assertThat(this.failed).hasSize(1);
	}

	/**
	 * As if the time-out had passed.
	 */
	private void show(FailedRecord record) throws Exception {
		ObjectNode request = Json.MAPPER.createObjectNode().put("QueueUrl", this.queue.url().toString());
		client.call("ChangeMessageVisibility",
				request.put("ReceiptHandle", record.record().path("receiptHandle").asText())
					.put("VisibilityTimeout", 0));
	}

	@Test
	void bringsTheWholeBatchBackWhenTheAnswerIsNoReport() throws Exception {
		start("whole", true);
		send(this.queue, List.of("{\"n\":1}", "{\"n\":2,\"fail\":1,\"all\":true}", "{\"n\":3}"));
		await(() -> left(this.queue) == 0);
		assertThat(handled()).contains("handled 1", "handled 2", "handled 3");
		assertThat(this.failed).hasSizeGreaterThan(0)
			.allSatisfy((record) -> assertThat(record.reason()).contains("no JSON"));
	}

	@Test
	void takesNoReportForWhatTheFunctionDoesntReport() throws Exception {
		start("plain", false);
		send(this.queue, List.of(message(1, 1)));
		await(() -> left(this.queue) == 0);
		assertThat(this.failed).isEmpty();
	}

	@Test
	void receivesNothingWhileThereIsNoCode() throws Exception {
		this.problem = "';' expected";
		start("broken", true);
		send(this.queue, List.of(message(1, 0)));
		Thread.sleep(1500);
		assertThat(left(this.queue)).isEqualTo(1);
		assertThat(this.lambda.coldStarts()).isZero();
		this.problem = null;
		await(() -> left(this.queue) == 0);
		assertThat(handled()).containsExactly("handled 1");
		assertThat(this.failed).isEmpty();
	}

	@Test
	void makesTheEventThatLambdaMakes() throws Exception {
		start("shape", true);
		ObjectNode request = Json.MAPPER.createObjectNode()
			.put("QueueUrl", this.queue.url().toString())
			.put("MessageBody", "{\"n\":1,\"show\":true}");
		ObjectNode attributes = request.putObject("MessageAttributes");
		attributes.putObject("kind").put("DataType", "String").put("StringValue", "order");
		attributes.putObject("raw").put("DataType", "Binary").put("BinaryValue", "AAEC");
		String id = client.call("SendMessage", request).path("MessageId").asText();
		await(() -> this.logs.stream().anyMatch((line) -> line.startsWith("record ")));
		JsonNode record = Json.MAPPER.readTree(this.logs.stream()
			.filter((line) -> line.startsWith("record "))
			.findFirst()
			.orElseThrow()
			.substring("record ".length())
			.getBytes(StandardCharsets.UTF_8));
		assertThat(record.fieldNames()).toIterable()
			.containsExactlyInAnyOrder("messageId", "receiptHandle", "body", "attributes", "messageAttributes",
					"md5OfMessageAttributes", "md5OfBody", "eventSource", "eventSourceARN", "awsRegion");
		assertThat(record.path("messageId").asText()).isEqualTo(id);
		assertThat(record.path("body").asText()).isEqualTo("{\"n\":1,\"show\":true}");
		assertThat(record.path("attributes").path("ApproximateReceiveCount").asText()).isEqualTo("1");
		assertThat(record.path("attributes").path("SentTimestamp").asText()).matches("[0-9]{13}");
		assertThat(record.path("attributes").path("ApproximateFirstReceiveTimestamp").asText()).matches("[0-9]{13}");
		assertThat(record.path("attributes").path("SenderId").isTextual()).isTrue();
		assertThat(record.at("/messageAttributes/kind/stringValue").asText()).isEqualTo("order");
		assertThat(record.at("/messageAttributes/raw/binaryValue").asText()).isEqualTo("AAEC");
		assertThat(record.at("/messageAttributes/raw/dataType").asText()).isEqualTo("Binary");
		assertThat(record.path("eventSource").asText()).isEqualTo("aws:sqs");
		assertThat(record.path("eventSourceARN").asText()).isEqualTo(this.queue.arn()).endsWith(":shape");
		assertThat(record.path("awsRegion").asText()).isEqualTo("us-east-1");
	}

}
