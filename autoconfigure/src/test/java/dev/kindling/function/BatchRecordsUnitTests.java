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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.ActiveMQEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.KafkaEvent;
import com.amazonaws.services.lambda.runtime.events.KinesisEvent;
import com.amazonaws.services.lambda.runtime.events.RabbitMQEvent;
import com.amazonaws.services.lambda.runtime.events.SNSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.s3.S3EventNotification;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

import static dev.kindling.function.SourceEvents.base64;
import static dev.kindling.function.SourceEvents.dynamodb;
import static dev.kindling.function.SourceEvents.kafka;
import static dev.kindling.function.SourceEvents.kafkaRecord;
import static dev.kindling.function.SourceEvents.kinesis;
import static dev.kindling.function.SourceEvents.records;
import static dev.kindling.function.SourceEvents.s3;
import static dev.kindling.function.SourceEvents.sns;
import static dev.kindling.function.SourceEvents.sqs;
import static dev.kindling.function.SourceEvents.text;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What functions get of the records of a batch.
 */
class BatchRecordsUnitTests {

	private static final List<String> handled = new ArrayList<>();

	private static final String ORDER = "{\"id\":\"7\",\"quantity\":2}";

	@BeforeEach
	void forget() {
		handled.clear();
	}

	private static Functions serving(String name) {
		return Functions.of(Beans.class).serving(name);
	}

	@Test
	void callsAFunctionOfAwsRecordClassesForEachRecord() {
		assertThat(serving("sqsMessage").invoke(records(sqs("1", "a"), sqs("2", "bad"), sqs("3", "c"))))
			.isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"2\"}]}");
		serving("snsRecord").invoke(records(sns("1", "hello")));
		serving("snsMessage").invoke(records(sns("1", "hello")));
		serving("kinesisRecord").invoke(records(kinesis("1", "x")));
		serving("kinesisData").invoke(records(kinesis("1", "x")));
		serving("streamRecord").invoke(records(dynamodb("1", "INSERT", ",\"NewImage\":{\"a\":{\"S\":\"x\"}}")));
		serving("streamImages").invoke(records(dynamodb("1", "REMOVE", "")));
		serving("s3Record").invoke(records(s3("k")));
		serving("kafkaRecord").invoke(kafka(kafkaRecord(5, base64("v")), kafkaRecord(6, "null")));
		serving("activeMessage")
			.invoke("{\"eventSource\":\"aws:mq\",\"messages\":[{\"messageID\":\"m\",\"data\":" + base64("x") + "}]}");
		serving("rabbitMessage").invoke("{\"eventSource\":\"aws:rmq\",\"rmqMessagesByQueue\":{\"q::/\":[{\"basic"
				+ "Properties\":{\"appId\":\"app\"},\"data\":" + base64("x") + "}]}}");
		assertThat(handled).containsExactly("1 a", "2 bad", "3 c", "hello arn:s", "hello News", "shardId-0:1", "pk x",
				"INSERT x", "k-1", "k ObjectCreated:Put", "5 dg==", "6 null", "m", "app");
	}

	@Test
	void callsAFunctionOfAListOnceWithAllRecords() {
		assertThat(serving("orders").invoke(records(sqs("1", ORDER), sqs("2", ORDER), sqs("3", ORDER))))
			.isEqualTo("{\"batchItemFailures\":[]}");
		assertThat(serving("orders").invoke(records(sqs("1", ORDER), sqs("2", "no"), sqs("3", "[" + ORDER + "]"))))
			.isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"2\"}]}");
		assertThat(serving("orders").fail(records(sqs("1", "{\"id\":\"bad\"}"), sqs("2", ORDER))))
			.isInstanceOf(BatchFailedException.class)
			.hasMessage("The call with 2 records of SQS failed");
		serving("orderArray").invoke(records(kinesis("1", ORDER), kinesis("2", ORDER)));
		serving("orderSet").invoke(kafka(kafkaRecord(1, base64(ORDER)), kafkaRecord(2, "null")));
		serving("texts").invoke(records(sqs("1", "\"1\",\"Zoe\""), sqs("2", "x")));
		serving("orderMessages").invoke(records(sqs("1", ORDER), sqs("2", ORDER)));
		assertThat(serving("sqsMessages").invoke(records(sqs("1", "a"), sqs("2", "b"))))
			.isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"2\"}]}");
		assertThat(handled).containsExactly("[7, 7, 7]", "[7, 7]", "2", "1", "[\"1\",\"Zoe\", x]", "[1, 2]", "[a, b]");
	}

	@Test
	void takesTextsAsTheyAre() {
		serving("textMessage").invoke(records(sqs("1", "\"1\",\"Zoe\"")));
		serving("textMessage").invoke(records(sqs("1", "\"hello\"")));
		serving("textMessage").invoke(records(sns("1", "plain")));
		serving("textMessage").invoke(records(kinesis("1", "{\"a\": 1}")));
		assertThat(handled).containsExactly("\"1\",\"Zoe\"", "\"hello\"", "plain", "{\"a\": 1}");
	}

	@Test
	void handsOverWhatASenderAdded() {
		serving("headers").invoke(records(sqs("1", ORDER)));
		assertThat(handled.get(0)).contains("messageId=1", "receiptHandle=r-1", "ApproximateReceiveCount=2",
				"kind=gift", "weight=1.50", "eventSourceARN=arn:aws:sqs:eu-central-1:1:q", "raw=[1, 2]",
				"messageAttributes={kind=gift, weight=1.50, id=7, raw=");
		serving("headers").invoke(records(sns("1", ORDER)));
		assertThat(handled.get(1)).contains("TopicArn=arn:t", "Subject=News", "kind=gift", "MessageId=1");
		serving("headers").invoke(records(kinesis("1", ORDER)));
		assertThat(handled.get(2)).contains("partitionKey=pk", "sequenceNumber=1",
				"approximateArrivalTimestamp=1545084650.987");
		serving("headers").invoke(kafka(kafkaRecord(5, base64(ORDER))));
		assertThat(handled.get(3)).contains("topic=prices", "partition=0", "offset=5", "key=k", "kind=gift",
				"eventTimestamp=1", "raw=[-1, -2]");
		serving("headers").invoke(
				records(dynamodb("1", "INSERT", ",\"NewImage\":{\"id\":{\"S\":\"7\"},\"quantity\":{\"N\":\"2\"}}")));
		assertThat(handled.get(4)).contains("eventName=INSERT", "Keys={\"pk\":\"k-1\"}", "SequenceNumber=1");
		serving("headers").invoke(SourceEvents.eventBridge(ORDER));
		assertThat(handled.get(5)).contains("detail-type=Order paid", "source=shop", "eventId=e-1",
				"region=eu-central-1");
	}

	@Test
	void skipsTombstonesUnlessTheTypeCanSaySo() {
		String event = kafka(kafkaRecord(1, "null"), kafkaRecord(2, base64(ORDER)));
		assertThat(serving("order").invoke(event)).isEqualTo("{\"batchItemFailures\":[]}");
		serving("optional").invoke(event);
		serving("headers").invoke(kafka(kafkaRecord(1, "null")));
		assertThat(handled).containsExactly("7", "none", "7");
	}

	@Test
	void handsOverHeadersInPublishersToo() {
		assertThat(serving("flux").invoke(records(sqs("1", ORDER), sqs("2", ORDER))))
			.isEqualTo("{\"batchItemFailures\":[]}");
		assertThat(handled).containsExactly("1 7", "2 7");
	}

	@Test
	void takesAnEmptyEventAsAnOptionalThatIsEmpty() {
		serving("optional").invoke("");
		serving("optional").invoke("null");
		assertThat(handled).containsExactly("none", "none");
	}

	@Test
	void namesFieldAndRangeOfANumberThatIsTooBig() {
		assertThat(serving("big").fail("{\"count\":9223372036854775808}")).isInstanceOf(InvalidPayloadException.class)
			.hasMessage("The event is no Big: expected a number from -9223372036854775808 to 9223372036854775807 at "
					+ "count, line 1, column 29");
		assertThat(serving("big").fail("{\"small\":2147483648}"))
			.hasMessageStartingWith("The event is no Big: expected a number from -2147483648 to 2147483647 at small");
	}

	@Test
	void unwrapsEventsThatAreInsideMessages() {
		String notification = records(s3("k"), s3("l"));
		String topic = "{\"Type\":\"Notification\",\"MessageId\":\"m\",\"TopicArn\":\"arn:t\",\"Message\":%s}";
		serving("notificationMessage").invoke(records(sqs("1", notification)));
		serving("notification").invoke(records(sqs("1", notification)));
		serving("notification").invoke(records(sqs("1", topic.formatted(text(notification)))));
		serving("s3Record").invoke(records(sqs("1", notification)));
		serving("order").invoke(records(sqs("1", topic.formatted(text(ORDER)))));
		serving("order").invoke(records(sqs("1", SourceEvents.eventBridge(ORDER))));
		serving("notification")
			.invoke(records(sqs("1", "{\"Service\":\"Amazon S3\",\"Event\":\"s3:TestEvent\",\"Bucket\":\"b\"}")));
		assertThat(handled).containsExactly("k 1", "k", "k", "k ObjectCreated:Put", "l ObjectCreated:Put", "7", "7");
	}

	@Test
	void handsTheEnvelopeToATypeThatHasItsProperties() {
		assertThat(serving("paid").invoke(SourceEvents.eventBridge("{\"amount\":5}"))).isEqualTo("\"shop:5\"");
		assertThat(serving("paid").invoke(SourceEvents.eventBridge("\"{\\\"amount\\\":6}\""))).isEqualTo("\"shop:6\"");
		assertThat(serving("ownQueue").invoke(records(sqs("1", "a"), sqs("2", "b")))).isEqualTo("2");
		serving("ownMessage").invoke(records(sqs("1", "a")));
		serving("ownTopic").invoke(records(sns("1", "hello")));
		serving("ownStream").invoke(records(kinesis("1", "x")));
		// A payload that has the names of an envelope is still the payload
		serving("mail").invoke(records(sqs("1", "{\"messageId\":\"own\",\"body\":\"text\"}")));
		serving("mail").invoke(records(sqs("1", "plain")));
		assertThat(handled).containsExactly("1 r-1 a", "hello arn:t", "1 pk", "own text", "1 plain");
	}

	@Test
	void handsTheWholeEventToARequestHandler() {
		assertThat(serving("handler").invoke(records(sqs("1", ORDER), sqs("2", ORDER)))).isEqualTo("2");
		assertThat(serving("httpHandler").invoke(HttpEvents.v2("POST", ORDER))).startsWith("\"/");
	}

	@Test
	void keepsAllDigits() {
		String detail = "{\"amount\":%s}";
		for (String number : List.of("0.1000000000000000055", "100.00", "12345678901234.123456", "1E+400")) {
			assertThat(serving("amount").invoke(SourceEvents.eventBridge(detail.formatted(number))))
				.isEqualTo("\"" + number + "\"");
			if (!number.contains("E")) {
				serving("amountOfItem")
					.invoke(records(dynamodb("1", "INSERT", ",\"NewImage\":{\"amount\":{\"N\":\"" + number + "\"}}")));
				assertThat(handled).contains(number);
			}
			assertThat(serving("tree")
				.with("spring.jackson.deserialization.use-big-decimal-for-floats=true",
						"spring.jackson.datatype.json-node.strip-trailing-big-decimal-zeroes=false")
				.invoke(SourceEvents.eventBridge(detail.formatted(number)))).isEqualTo("\"" + number + "\"");
		}
	}

	@Test
	void readsAwsClassesWhateverTheApplicationConfigures() {
		String[] properties = { "spring.jackson.property-naming-strategy=SNAKE_CASE",
				"spring.jackson.deserialization.fail-on-unknown-properties=true" };
		assertThat(serving("sqsEvent").with(properties).invoke(records(sqs("1", "a"), sqs("2", "bad"))))
			.isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"2\"}]}");
		assertThat(serving("order").with(properties).invoke(records(sqs("1", ORDER), sqs("2", "{}2"))))
			.isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"2\"}]}");
		serving("sqsMessage").with(properties).invoke(records(sqs("1", "a")));
		assertThat(handled).containsExactly("7", "1 a");
	}

	record Event<T>(String source, T detail) {
	}

	record Paid(int amount) {
	}

	record OwnQueue(@JsonProperty("Records") List<Map<String, Object>> messages) {
	}

	record OwnMessage(String messageId, String receiptHandle, String body) {
	}

	record OwnTopic(@JsonProperty("Message") String message, @JsonProperty("TopicArn") String topic,
			@JsonProperty("Subject") String subject) {
	}

	record OwnStream(String sequenceNumber, String partitionKey, byte[] data) {
	}

	record Mail(String messageId, String body) {
	}

	record Request(String rawPath, String body) {
	}

	record Big(long count, int small) {
	}

	record Amount(java.math.BigDecimal amount) {
	}

	private static void handle(String text) {
		handled.add(text);
		if (text.contains("bad")) {
			throw new IllegalStateException("bad");
		}
	}

	@Configuration(proxyBeanMethods = false)
	static class Beans {

		@Bean
		Consumer<SQSEvent.SQSMessage> sqsMessage() {
			return (message) -> handle(message.getMessageId() + " " + message.getBody());
		}

		@Bean
		Consumer<SNSEvent.SNSRecord> snsRecord() {
			return (item) -> handle(item.getSNS().getMessage() + " " + item.getEventSubscriptionArn());
		}

		@Bean
		Consumer<SNSEvent.SNS> snsMessage() {
			return (message) -> handle(message.getMessage() + " " + message.getSubject());
		}

		@Bean
		Consumer<KinesisEvent.KinesisEventRecord> kinesisRecord() {
			return (item) -> handle(item.getEventID());
		}

		@Bean
		Consumer<KinesisEvent.Record> kinesisData() {
			return (item) -> handle(item.getPartitionKey() + " " + new String(item.getData().array()));
		}

		@Bean
		Consumer<DynamodbEvent.DynamodbStreamRecord> streamRecord() {
			return (item) -> handle(item.getEventName() + " " + item.getDynamodb().getNewImage().get("a").getS());
		}

		@Bean
		Consumer<StreamRecord> streamImages() {
			return (item) -> handle(item.getKeys().get("pk").getS());
		}

		@Bean
		Consumer<S3EventNotification.S3EventNotificationRecord> s3Record() {
			return (item) -> handle(item.getS3().getObject().getKey() + " " + item.getEventName());
		}

		@Bean
		Consumer<KafkaEvent.KafkaEventRecord> kafkaRecord() {
			return (item) -> handle(item.getOffset() + " " + item.getValue());
		}

		@Bean
		Consumer<ActiveMQEvent.ActiveMQMessage> activeMessage() {
			return (message) -> handle(message.getMessageID());
		}

		@Bean
		Consumer<RabbitMQEvent.RabbitMessage> rabbitMessage() {
			return (message) -> handle(message.getBasicProperties().getAppId());
		}

		@Bean
		Consumer<List<Order>> orders() {
			return (orders) -> {
				if (orders.get(0).id().equals("bad")) {
					throw new IllegalStateException("bad");
				}
				handle(orders.stream().map(Order::id).toList().toString());
			};
		}

		@Bean
		Consumer<Order[]> orderArray() {
			return (orders) -> handle("" + orders.length);
		}

		@Bean
		Consumer<Set<Order>> orderSet() {
			return (orders) -> handle("" + orders.size());
		}

		@Bean
		Consumer<List<String>> texts() {
			return (texts) -> handle(texts.toString());
		}

		@Bean
		Consumer<List<Message<Order>>> orderMessages() {
			return (orders) -> handle(
					orders.stream().map((order) -> order.getHeaders().get("messageId")).toList().toString());
		}

		@Bean
		Function<List<SQSEvent.SQSMessage>, SQSBatchResponse> sqsMessages() {
			return (messages) -> {
				handle(messages.stream().map(SQSEvent.SQSMessage::getBody).toList().toString());
				return new SQSBatchResponse(
						List.of(new SQSBatchResponse.BatchItemFailure(messages.get(1).getMessageId())));
			};
		}

		@Bean
		Function<SQSEvent, SQSBatchResponse> sqsEvent() {
			return (event) -> new SQSBatchResponse(event.getRecords()
				.stream()
				.filter((message) -> message.getBody().equals("bad"))
				.map((message) -> new SQSBatchResponse.BatchItemFailure(message.getMessageId()))
				.toList());
		}

		@Bean
		Consumer<Message<String>> textMessage() {
			return (message) -> handle(message.getPayload());
		}

		@Bean
		Consumer<Message<Order>> headers() {
			return (message) -> {
				assertThat(message.getPayload().id()).isEqualTo("7");
				StringBuilder text = new StringBuilder();
				message.getHeaders()
					.forEach((name, value) -> text.append(name)
						.append('=')
						.append((value instanceof byte[] bytes) ? java.util.Arrays.toString(bytes) : value)
						.append('\n'));
				handled.add(text.toString()); // a random id may hold any word
			};
		}

		@Bean
		Consumer<Order> order() {
			return (order) -> handle(order.id());
		}

		@Bean
		Consumer<Optional<Order>> optional() {
			return (order) -> handle(order.map(Order::id).orElse("none"));
		}

		@Bean
		Consumer<Message<S3EventNotification>> notificationMessage() {
			return (message) -> handle(message.getPayload().getRecords().get(0).getS3().getObject().getKey() + " "
					+ message.getHeaders().get("messageId"));
		}

		@Bean
		Consumer<S3EventNotification> notification() {
			return (event) -> handle(event.getRecords().get(0).getS3().getObject().getKey());
		}

		@Bean
		Function<Event<Paid>, String> paid() {
			return (event) -> event.source() + ":" + event.detail().amount();
		}

		@Bean
		Function<OwnQueue, Integer> ownQueue() {
			return (queue) -> queue.messages().size();
		}

		@Bean
		Consumer<OwnMessage> ownMessage() {
			return (message) -> handle(message.messageId() + " " + message.receiptHandle() + " " + message.body());
		}

		@Bean
		Consumer<OwnTopic> ownTopic() {
			return (message) -> handle(message.message() + " " + message.topic());
		}

		@Bean
		Consumer<OwnStream> ownStream() {
			return (item) -> handle(item.sequenceNumber() + " " + item.partitionKey());
		}

		@Bean
		Consumer<Mail> mail() {
			return (mail) -> handle(mail.messageId() + " " + mail.body());
		}

		@Bean
		RequestHandler<OwnQueue, Integer> handler() {
			return (queue, context) -> queue.messages().size();
		}

		@Bean
		RequestHandler<Request, String> httpHandler() {
			return (request, context) -> request.rawPath();
		}

		@Bean
		Function<Amount, String> amount() {
			return (amount) -> amount.amount().toString();
		}

		@Bean
		Consumer<Big> big() {
			return (big) -> handle("" + big.count());
		}

		@Bean
		Consumer<Flux<Message<Order>>> flux() {
			return (orders) -> orders
				.subscribe((order) -> handle(order.getHeaders().get("messageId") + " " + order.getPayload().id()));
		}

		@Bean
		Consumer<Amount> amountOfItem() {
			return (amount) -> handle(amount.amount().toString());
		}

		@Bean
		Function<Message<com.fasterxml.jackson.databind.JsonNode>, String> tree() {
			return (message) -> message.getPayload().path("amount").decimalValue().toString();
		}

	}

}
