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

package dev.kindling.function;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.kindling.runtime.CurrentInvocation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Events with several records.
 */
class BatchEventsUnitTests {

	private static final List<String> handled = new ArrayList<>();

	private final Functions orders = Functions.of(Orders.class).serving("orders");

	@BeforeEach
	void forget() {
		handled.clear();
	}

	private static String records(String... records) {
		return "{\"Records\":[" + String.join(",", records) + "]}";
	}

	private static String sqs(String id, String queue) {
		return "{\"messageId\":\"m-" + id + "\",\"body\":\"{\\\"id\\\":\\\"" + id
				+ "\\\"}\",\"eventSource\":\"aws:sqs\",\"eventSourceARN\":\"arn:aws:sqs:eu-central-1:1:" + queue
				+ "\"}";
	}

	private static String base64(String id) {
		return Base64.getEncoder().encodeToString(("{\"id\":\"" + id + "\"}").getBytes());
	}

	private static String kinesis(String id) {
		return "{\"eventSource\":\"aws:kinesis\",\"eventID\":\"e\",\"kinesis\":{\"sequenceNumber\":\"s-" + id
				+ "\",\"data\":\"" + base64(id) + "\"}}";
	}

	private static String dynamodb(String id, String eventName, String image) {
		return "{\"eventSource\":\"aws:dynamodb\",\"eventName\":\"" + eventName
				+ "\",\"dynamodb\":{\"SequenceNumber\":\"s-" + id + "\"" + image + "}}";
	}

	private static String image(String id) {
		return ",\"NewImage\":{\"id\":{\"S\":\"" + id + "\"},\"quantity\":{\"N\":\"3\"},\"more\":{\"M\":{\"a\":{\"L\":"
				+ "[{\"BOOL\":true},{\"NULL\":true},{\"NS\":[\"1\",\"2\"]}]}}}}";
	}

	@Test
	void reportsTheMessagesThatFailed() {
		assertThat(this.orders.invoke(records(sqs("1", "q"), sqs("bad", "q"), sqs("3", "q"))))
			.isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"m-bad\"}]}");
		assertThat(handled).containsExactly("1", "bad", "3");
	}

	@Test
	void reportsNothingWhenAllGoesWell() {
		assertThat(this.orders.invoke(records(sqs("1", "q")))).isEqualTo("{\"batchItemFailures\":[]}");
	}

	@Test
	void stopsAtTheFirstFailureOfAFifoQueueAndOfStreams() {
		assertThat(this.orders.invoke(records(sqs("1", "q.fifo"), sqs("bad", "q.fifo"), sqs("3", "q.fifo"))))
			.isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"m-bad\"},{\"itemIdentifier\":\"m-3\"}]}");
		assertThat(this.orders.invoke(records(kinesis("1"), kinesis("bad"), kinesis("3"))))
			.startsWith("{\"batchItemFailures\":[{\"itemIdentifier\":\"s-bad\"}");
		assertThat(this.orders.invoke(records(dynamodb("1", "INSERT", image("1")),
				dynamodb("2", "MODIFY", image("bad")), dynamodb("3", "INSERT", image("3")))))
			.startsWith("{\"batchItemFailures\":[{\"itemIdentifier\":\"s-2\"}");
		assertThat(handled).containsExactly("1", "bad", "1", "bad", "1", "bad");
	}

	@Test
	void handlesRecordsAtOnceIfConfigured() {
		Functions functions = Functions.of(Meetings.class)
			.serving("meet")
			.with("kindling.function.batch.concurrency=3");
		Meetings.barrier = new CyclicBarrier(3);
		assertThat(functions.invoke(
				records(sqs("1", "q"), sqs("bad", "q"), sqs("3", "q"), sqs("4", "q"), sqs("bad", "q"), sqs("6", "q"))))
			.isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"m-bad\"},{\"itemIdentifier\":\"m-bad\"}]}");
		assertThat(Meetings.seen).hasSize(6).allMatch("request-1 request-1 tenant-1 orders"::equals);
		Meetings.barrier = new CyclicBarrier(2);
		assertThat(functions.fail(records(sns("bad"), sns("bad")))).isInstanceOf(BatchFailedException.class);
	}

	@Test
	void keepsTheOrderOfFifoQueuesAndStreamsWhateverIsConfigured() {
		Functions functions = this.orders.with("kindling.function.batch.concurrency=10");
		assertThat(functions.invoke(records(sqs("1", "q.fifo"), sqs("bad", "q.fifo"), sqs("3", "q.fifo"))))
			.isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"m-bad\"},{\"itemIdentifier\":\"m-3\"}]}");
		functions.invoke(records(kinesis("1"), kinesis("bad"), kinesis("3")));
		functions.invoke(records(dynamodb("1", "INSERT", image("1")), dynamodb("2", "INSERT", image("bad")),
				dynamodb("3", "INSERT", image("3"))));
		assertThat(handled).containsExactly("1", "bad", "1", "bad", "1", "bad");
	}

	@Test
	void failsTheInvocationWhenAllFailed() {
		assertThat(this.orders.fail(records(sqs("bad", "q"), sqs("bad", "q")))).isInstanceOf(BatchFailedException.class)
			.hasMessage("2 of 2 records of SQS failed")
			.hasRootCauseMessage("bad order");
	}

	@Test
	void failsTheInvocationWhereFailuresCannotBeReported() {
		assertThat(this.orders.with("kindling.function.batch.report-item-failures=false")
			.fail(records(sqs("1", "q"), sqs("bad", "q")))).isInstanceOf(BatchFailedException.class);
		assertThat(this.orders.fail(records(sns("1"), sns("bad")))).isInstanceOf(BatchFailedException.class);
		assertThat(this.orders.fail(kafka("bad"))).isInstanceOf(BatchFailedException.class);
	}

	private static String sns(String id) {
		return "{\"EventSource\":\"aws:sns\",\"Sns\":{\"MessageId\":\"m\",\"Message\":\"{\\\"id\\\":\\\"" + id
				+ "\\\"}\"}}";
	}

	private static String kafka(String id) {
		return "{\"eventSource\":\"aws:kafka\",\"records\":{\"orders-0\":[{\"offset\":1,\"value\":\"" + base64("k")
				+ "\"},{\"offset\":2,\"value\":\"" + base64(id) + "\"}]}}";
	}

	@Test
	void takesTheValuesOfKafkaAndTheMessagesOfTopics() {
		this.orders.invoke(kafka("2"));
		this.orders.invoke(records(sns("3")));
		assertThat(handled).containsExactly("k", "2", "3");
	}

	@Test
	void takesTheNotificationOfABucketAndTheDetailOfEventBridge() {
		this.orders.invoke(records("{\"id\":\"s3\",\"eventSource\":\"aws:s3\",\"s3\":{\"object\":{\"key\":\"k\"}}}"));
		this.orders.invoke("{\"version\":\"0\",\"id\":\"e\",\"detail-type\":\"Order\",\"source\":\"shop\","
				+ "\"time\":\"2026-01-01T00:00:00Z\",\"detail\":{\"id\":\"detail\"}}");
		assertThat(handled).containsExactly("s3", "detail");
	}

	@Test
	void reportsARecordThatIsNoOrder() {
		assertThat(
				this.orders.invoke(records(sqs("1", "q"), sqs("2", "q").replace("{\\\"id\\\":\\\"2\\\"}", "broken"))))
			.contains("m-2");
		assertThat(this.orders.invoke(records(kinesis("1"), kinesis("2").replace(base64("2"), "%%%")))).contains("s-2");
		assertThat(this.orders.invoke(records(dynamodb("1", "INSERT", image("1")), dynamodb("2", "INSERT", ""))))
			.contains("s-2");
	}

	@Test
	void leavesOutItemsThatWereDeleted() {
		assertThat(this.orders.invoke(records(dynamodb("1", "REMOVE", "")))).isEqualTo("{\"batchItemFailures\":[]}");
		assertThat(handled).isEmpty();
	}

	@Test
	void handsTheWholeEventToAFunctionOfIt() {
		assertThat(Functions.of(Orders.class).serving("queue").invoke(records(sqs("1", "q"), sqs("2", "q"))))
			.isEqualTo("2");
	}

	@Test
	void takesMixedRecordsAsAPayload() {
		assertThat(this.orders.fail(records(sqs("1", "q"), kinesis("2")))).hasMessageContaining("It has 'Records'");
		assertThat(handled).isEmpty();
	}

	@Test
	void canBeSwitchedOff() {
		this.orders.with("kindling.function.batch.enabled=false", "kindling.function.reject-unknown-events=false")
			.invoke(records(sqs("1", "q")));
		assertThat(handled).containsExactly("null");
	}

	@Configuration(proxyBeanMethods = false)
	static class Meetings {

		static final List<String> seen = new CopyOnWriteArrayList<>();

		static CyclicBarrier barrier;

		@Bean
		Consumer<Order> meet(Context context) {
			return (order) -> {
				seen.add(context.getAwsRequestId() + " " + MDC.get("AWSRequestId") + " " + MDC.get("tenantId") + " "
						+ context.getFunctionName());
				if (Thread.currentThread().getName().startsWith("batch-")) {
					assertThat(CurrentInvocation.get()).isNotNull();
				}
				try {
					barrier.await(20, TimeUnit.SECONDS);
				}
				catch (Exception ex) {
					throw new IllegalStateException("alone", ex);
				}
				if ("bad".equals(order.id())) {
					throw new IllegalStateException("bad order");
				}
			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Orders {

		@Bean
		Consumer<Order> orders() {
			return (order) -> {
				handled.add(String.valueOf(order.id()));
				if ("bad".equals(order.id())) {
					throw new IllegalStateException("bad order");
				}
			};
		}

		@Bean
		Function<SQSEvent, Integer> queue() {
			return (event) -> event.getRecords().size();
		}

	}

}
