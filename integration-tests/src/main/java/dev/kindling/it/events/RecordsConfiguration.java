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

package dev.kindling.it.events;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.ActiveMQEvent;
import com.amazonaws.services.lambda.runtime.events.CodeCommitEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.KinesisEvent;
import com.amazonaws.services.lambda.runtime.events.RabbitMQEvent;
import com.amazonaws.services.lambda.runtime.events.SNSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.s3.S3EventNotification.S3EventNotificationRecord;
import com.fasterxml.jackson.annotation.JsonProperty;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/**
 * Functions of the records of a batch, in AWS's classes and the application's, with what
 * is beside their payloads. They fail unless they get what the record says.
 */
@Configuration(proxyBeanMethods = false)
class RecordsConfiguration {

	private static void expect(boolean condition) {
		if (!condition) {
			throw new IllegalStateException("Not what the record says");
		}
	}

	@Bean
	Consumer<SNSEvent.SNSRecord> snsRecord() {
		return (item) -> expect("hello".equals(item.getSNS().getMessage()) && "aws:sns".equals(item.getEventSource()));
	}

	@Bean
	Consumer<KinesisEvent.KinesisEventRecord> kinesisRecord() {
		return (item) -> expect("pk".equals(item.getKinesis().getPartitionKey()) && "e-1".equals(item.getEventID()));
	}

	@Bean
	Consumer<DynamodbEvent.DynamodbStreamRecord> streamRecord() {
		return (item) -> expect("INSERT".equals(item.getEventName())
				&& "1".equals(item.getDynamodb().getNewImage().get("cents").getN()));
	}

	@Bean
	Consumer<StreamRecord> streamImages() {
		return (item) -> expect("k".equals(item.getKeys().get("pk").getS()));
	}

	@Bean
	Consumer<S3EventNotificationRecord> s3Record() {
		return (item) -> expect("k".equals(item.getS3().getObject().getKey()));
	}

	@Bean
	Consumer<CodeCommitEvent.Record> codeCommitRecord() {
		return (item) -> expect("main".equals(item.getCodeCommit().getReferences().get(0).getRef()));
	}

	@Bean
	Consumer<ActiveMQEvent.ActiveMQMessage> activeMessage() {
		return (message) -> expect("m".equals(message.getMessageID()));
	}

	@Bean
	Consumer<RabbitMQEvent.RabbitMessage> rabbitMessage() {
		return (message) -> expect("app".equals(message.getBasicProperties().getAppId()));
	}

	@Bean
	Consumer<Received> mail() {
		return (received) -> expect("a@example.com".equals(received.mail().source()));
	}

	@Bean
	Consumer<OwnMessage> ownMessage() {
		return (message) -> expect(message.body().equals("body of " + message.messageId()));
	}

	@Bean
	Consumer<OwnTopic> ownTopic() {
		return (message) -> expect("hello".equals(message.message()) && "arn:t".equals(message.topic()));
	}

	@Bean
	Consumer<OwnStream> ownStream() {
		return (item) -> expect(
				"pk".equals(item.partitionKey()) && "hello".equals(new String(item.data(), StandardCharsets.UTF_8)));
	}

	@Bean
	RequestHandler<OwnBatch, Integer> queueHandler() {
		return (batch, context) -> batch.messages().size();
	}

	@Bean
	Consumer<Cent> cent() {
		return (cent) -> expect(cent.cents() == 1);
	}

	/**
	 * The payload says which headers it came with.
	 */
	@Bean
	Consumer<Message<Expected>> headersOfRecord() {
		return (message) -> message.getPayload()
			.headers()
			.forEach((name, value) -> expect(value.equals(text(message.getHeaders().get(name)))));
	}

	private static String text(Object value) {
		return (value instanceof byte[] bytes) ? java.util.Arrays.toString(bytes) : String.valueOf(value);
	}

	@Bean
	Consumer<Message<Void>> headersAlone() {
		return (message) -> expect(message.getPayload() == null && ("gift".equals(message.getHeaders().get("kind"))
				|| "REMOVE".equals(message.getHeaders().get("eventName"))));
	}

	@Bean
	Function<SQSEvent.SQSMessage, SQSBatchResponse> reportOfMessage() {
		return (message) -> message.getBody().equals("bad")
				? new SQSBatchResponse(List.of(new SQSBatchResponse.BatchItemFailure(message.getMessageId())))
				: new SQSBatchResponse();
	}

	@Bean
	Function<Message<Cent>, Report> reportOfRecord() {
		return (message) -> new Report((message.getPayload().cents() == 1) ? List.of()
				: List.of(new Failure((String) message.getHeaders().get("messageId"))));
	}

	@Bean
	Function<List<Message<Cent>>, Report> reportOfAll() {
		return (messages) -> new Report(messages.stream()
			.filter((message) -> message.getPayload().cents() != 1)
			.map((message) -> new Failure((String) message.getHeaders().get("messageId")))
			.toList());
	}

	@Bean
	Function<Map<String, AttributeValue>, String> attributes() {
		return (item) -> item.get("pk").getS();
	}

	/**
	 * The digits of the number are those of the text.
	 */
	@Bean
	Consumer<Exact> exact() {
		return (exact) -> expect(exact.amount().toString().equals(exact.text()));
	}

	@Bean
	Consumer<Big> big() {
		return (big) -> expect(big.count() == Long.MAX_VALUE);
	}

	record Received(Mail mail) {
	}

	record Mail(String messageId, String source) {
	}

	record OwnMessage(String messageId, String receiptHandle, String body) {
	}

	record OwnTopic(@JsonProperty("Message") String message, @JsonProperty("TopicArn") String topic,
			@JsonProperty("MessageId") String id) {
	}

	record OwnStream(String sequenceNumber, String partitionKey, byte[] data) {
	}

	record OwnBatch(@JsonProperty("Records") List<Map<String, Object>> messages) {
	}

	record Cent(int cents) {
	}

	record Expected(Map<String, String> headers) {
	}

	record Failure(String itemIdentifier) {
	}

	record Report(List<Failure> batchItemFailures) {
	}

	record Exact(BigDecimal amount, String text) {
	}

	record Big(long count) {
	}

}
