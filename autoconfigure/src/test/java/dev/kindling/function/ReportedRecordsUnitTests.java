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

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.fasterxml.jackson.annotation.JsonValue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;

import static dev.kindling.function.SourceEvents.base64;
import static dev.kindling.function.SourceEvents.dynamodb;
import static dev.kindling.function.SourceEvents.eventBridge;
import static dev.kindling.function.SourceEvents.kafka;
import static dev.kindling.function.SourceEvents.kafkaRecord;
import static dev.kindling.function.SourceEvents.records;
import static dev.kindling.function.SourceEvents.sqs;
import static dev.kindling.function.SourceEvents.text;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What functions get beside the payloads of records, and what they report of records
 * themselves.
 */
class ReportedRecordsUnitTests {

	private static final String SNAKES = "spring.jackson.property-naming-strategy=SNAKE_CASE";

	private static final String ORDER = "{\"id\":\"7\",\"quantity\":2}";

	private static final String TWO = records(sqs("1", ORDER), sqs("2", ORDER));

	private static final String FIRST_FAILED = "{\"batchItemFailures\":[{\"itemIdentifier\":\"1\"}]}";

	private static final List<String> handled = new ArrayList<>();

	@BeforeEach
	void forget() {
		handled.clear();
	}

	private static Functions serving(String name) {
		return Functions.of(Beans.class).serving(name);
	}

	@Test
	void callsAFunctionOfHeadersForEachRecord() {
		assertThat(serving("headers").invoke(TWO)).isEqualTo("{\"batchItemFailures\":[]}");
		serving("headers").invoke(records(dynamodb("1", "REMOVE", "")));
		serving("headers").invoke(kafka(kafkaRecord(5, "null")));
		serving("headers").invoke(eventBridge(ORDER));
		serving("allHeaders").invoke(TWO);
		assertThat(handled).hasSize(6).allMatch((text) -> text.startsWith("null "));
		assertThat(handled.get(0)).contains("messageId=1", "kind=gift");
		assertThat(handled.get(1)).contains("messageId=2");
		assertThat(handled.get(2)).contains("eventName=REMOVE", "Keys={\"pk\":\"k-1\"}");
		assertThat(handled.get(3)).contains("offset=5");
		assertThat(handled.get(4)).contains("detail-type=Order paid");
		assertThat(handled.get(5)).contains("2 messages").contains("messageId=1");
	}

	@Test
	void takesArraysOfMessages() {
		serving("array").invoke(TWO);
		assertThat(handled).containsExactly("2 7");
	}

	@Test
	void handsOverWhatATopicOrEventBridgePutAroundAMessage() {
		serving("order").invoke(records(sqs("1",
				"{\"Type\":\"Notification\",\"MessageId\":\"m\",\"TopicArn\":\"arn:t\",\"Subject\":\"News\",\"Message\":"
						+ text(ORDER) + ",\"MessageAttributes\":{\"tier\":{\"Type\":\"Number\",\"Value\":\"3\"},"
						+ "\"kind\":{\"Type\":\"String\",\"Value\":\"inner\"}}}")));
		assertThat(handled.get(0)).startsWith("7 ")
			.contains("messageId=1", "MessageId=m", "TopicArn=arn:t", "Subject=News", "tier=3", "kind=gift");
		serving("order").invoke(records(sqs("1", eventBridge(ORDER))));
		assertThat(handled.get(1)).startsWith("7 ").contains("detail-type=Order paid", "source=shop", "messageId=1");
	}

	@ParameterizedTest
	@ValueSource(strings = { "reportingMessage", "reportingOrder", "reportingOwn", "reportingMap", "reportingAll",
			"reportingOwnOfAll", "reportingEvent", "reportingOwnOfEvent", "reportingOwnOfMap", "reportingOptional",
			"reportingOptionalOfAll", "reportingValue", "reportingObject", "reportingMessageOfEvent" })
	void reportsTheRecordsThatAFunctionReports(String function) {
		assertThat(serving(function).invoke(TWO)).isEqualTo(FIRST_FAILED);
		assertThat(serving(function).with(SNAKES).invoke(TWO)).isEqualTo(FIRST_FAILED);
	}

	@ParameterizedTest
	@ValueSource(strings = { "bytes", "stream", "numbers", "nothing" })
	void doesNotMindWhatElseAFunctionOfARecordReturns(String function) {
		assertThat(serving(function).invoke(TWO)).isEqualTo("{\"batchItemFailures\":[]}");
	}

	@Test
	void takesOnlyTheAnswerToABatchForAReport() {
		assertThat(serving("imported").with(SNAKES).invoke("{\"rows\":3}"))
			.isEqualTo("{\"imported_rows\":3,\"batch_item_failures\":[]}");
	}

	@Test
	void failsTheInvocationForWhatAFunctionReportsWhereLambdaTakesNoReport() {
		assertThat(serving("reportingOrder").fail(kafka(kafkaRecord(1, base64(ORDER)))))
			.isInstanceOf(BatchFailedException.class)
			.hasRootCauseMessage("The function reports the record as failed");
	}

	record Item(String itemIdentifier) {
	}

	record Report(List<Item> batchItemFailures) {
	}

	record Imported(int importedRows, List<String> batchItemFailures) {
	}

	static class ReportValue {

		@JsonValue
		Map<String, Object> value() {
			return Map.of("batchItemFailures", List.of(Map.of("itemIdentifier", "1")));
		}

	}

	private static SQSBatchResponse first() {
		return new SQSBatchResponse(List.of(new SQSBatchResponse.BatchItemFailure("1")));
	}

	private static Report own(boolean failed) {
		return new Report(failed ? List.of(new Item("1")) : List.of());
	}

	private static String describe(Message<?> message) {
		return new TreeMap<>(message.getHeaders()).toString();
	}

	@Configuration(proxyBeanMethods = false)
	static class Beans {

		private int calls;

		@Bean
		Consumer<Message<Void>> headers() {
			return (message) -> handled.add(message.getPayload() + " " + describe(message));
		}

		@Bean
		Consumer<List<Message<Void>>> allHeaders() {
			return (messages) -> handled
				.add(messages.get(0).getPayload() + " " + messages.size() + " messages " + describe(messages.get(0)));
		}

		@Bean
		Consumer<Message<Order>[]> array() {
			return (messages) -> handled.add(messages.length + " " + messages[0].getPayload().id());
		}

		@Bean
		Consumer<Message<Order>> order() {
			return (message) -> handled.add(message.getPayload().id() + " " + describe(message));
		}

		@Bean
		Function<SQSEvent.SQSMessage, SQSBatchResponse> reportingMessage() {
			return (message) -> message.getMessageId().equals("1") ? first() : new SQSBatchResponse();
		}

		@Bean
		Function<Order, SQSBatchResponse> reportingOrder() {
			return (order) -> (this.calls++ == 0) ? first() : null;
		}

		@Bean
		Function<Order, Report> reportingOwn() {
			return (order) -> own(this.calls++ == 0);
		}

		@Bean
		Function<Order, Map<String, Object>> reportingMap() {
			return (order) -> Map.of("batchItemFailures",
					(this.calls++ == 0) ? List.of(Map.of("itemIdentifier", "1")) : List.of());
		}

		@Bean
		Function<List<Order>, SQSBatchResponse> reportingAll() {
			return (orders) -> first();
		}

		@Bean
		Function<List<Order>, Report> reportingOwnOfAll() {
			return (orders) -> own(true);
		}

		@Bean
		Function<SQSEvent, SQSBatchResponse> reportingEvent() {
			return (event) -> first();
		}

		@Bean
		Function<SQSEvent, Report> reportingOwnOfEvent() {
			return (event) -> own(true);
		}

		@Bean
		Function<Map<String, Object>, Report> reportingOwnOfMap() {
			return (event) -> own(true);
		}

		@Bean
		Function<Order, Optional<SQSBatchResponse>> reportingOptional() {
			return (order) -> (this.calls++ == 0) ? Optional.of(first()) : Optional.empty();
		}

		@Bean
		Function<List<Order>, Optional<SQSBatchResponse>> reportingOptionalOfAll() {
			return (orders) -> Optional.of(first());
		}

		@Bean
		Function<List<Order>, ReportValue> reportingValue() {
			return (orders) -> new ReportValue();
		}

		@Bean
		Function<List<Order>, Object> reportingObject() {
			return (orders) -> own(true);
		}

		@Bean
		Function<SQSEvent, Message<Report>> reportingMessageOfEvent() {
			return (event) -> MessageBuilder.withPayload(own(true)).build();
		}

		@Bean
		Function<Order, byte[]> bytes() {
			return (order) -> "OK".getBytes(StandardCharsets.UTF_8);
		}

		@Bean
		Function<Order, InputStream> stream() {
			return (order) -> new ByteArrayInputStream("OK".getBytes(StandardCharsets.UTF_8));
		}

		@Bean
		Function<Order, Map<Long, String>> numbers() {
			return (order) -> new TreeMap<>(Map.of(1L, "one"));
		}

		@Bean
		Function<Order, Optional<String>> nothing() {
			return (order) -> Optional.empty();
		}

		@Bean
		Function<Map<String, Integer>, Imported> imported() {
			return (rows) -> new Imported(rows.get("rows"), List.of());
		}

	}

}
