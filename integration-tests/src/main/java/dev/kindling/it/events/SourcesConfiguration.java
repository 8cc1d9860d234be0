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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

import com.amazonaws.services.lambda.runtime.events.KafkaEvent;
import com.amazonaws.services.lambda.runtime.events.KinesisEvent;
import com.amazonaws.services.lambda.runtime.events.SNSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import com.amazonaws.services.lambda.runtime.events.models.s3.S3EventNotification;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.kindling.function.batch.DynamoDbChange;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/**
 * Functions of what is in the events of AWS's services. Those of records fail unless they
 * get what the record says.
 */
@Configuration(proxyBeanMethods = false)
class SourcesConfiguration {

	private static void expect(boolean condition) {
		if (!condition) {
			throw new IllegalStateException("Not what the record says");
		}
	}

	@Bean
	Consumer<SQSEvent.SQSMessage> sqsMessage() {
		return (message) -> expect(message.getBody().equals("body of " + message.getMessageId()));
	}

	@Bean
	Consumer<SNSEvent.SNS> snsMessage() {
		return (message) -> expect("hello".equals(message.getMessage()));
	}

	@Bean
	Consumer<KinesisEvent.Record> kinesisData() {
		return (data) -> expect("pk".equals(data.getPartitionKey()));
	}

	@Bean
	Consumer<KafkaEvent.KafkaEventRecord> kafkaRecord() {
		return (item) -> expect(item.getOffset() == 5 && item.getValue() == null);
	}

	@Bean
	Consumer<Message<S3EventNotification>> notification() {
		return (message) -> expect("k".equals(message.getPayload().getRecords().get(0).getS3().getObject().getKey())
				&& message.getHeaders().get("messageId") != null);
	}

	@Bean
	Consumer<ScheduledEvent> schedule() {
		return (event) -> expect(event.getDetail().isEmpty());
	}

	@Bean
	Consumer<List<Cents>> allCents() {
		return (list) -> expect(list.size() == 2 && list.get(1).cents() == 2);
	}

	@Bean
	Consumer<Cents[]> centsArray() {
		return (array) -> expect(array.length == 2 && array[0].cents() == 1);
	}

	@Bean
	Consumer<List<Message<Cents>>> centsMessages() {
		return (list) -> expect("m-1".equals(list.get(0).getHeaders().get("messageId")));
	}

	@Bean
	Consumer<Message<String>> textOfRecord() {
		return (message) -> expect("\"1\",\"Zoe\"".equals(message.getPayload()));
	}

	@Bean
	Consumer<Optional<Cents>> optionalCents() {
		return (cents) -> expect(cents.isEmpty());
	}

	@Bean
	Function<Envelope<Amount>, String> ownEnvelope() {
		return (event) -> event.source() + " " + event.detail().amount();
	}

	@Bean
	Function<OwnQueue, Integer> ownQueue() {
		return (queue) -> queue.messages().size();
	}

	@Bean
	Consumer<DynamoDbChange<Cents>> changeOfCents() {
		return (change) -> expect(change.kind() == DynamoDbChange.Kind.REMOVE && change.keys().get("pk").equals("k")
				&& change.oldImage() != null && change.oldImage().cents() == 3 && change.newImage() == null);
	}

	@Bean
	Function<Cents, Price> priceOfCents() {
		return (cents) -> {
			expect(cents.cents() >= 0);
			return (cents.cents() > 0) ? new Price(BigDecimal.valueOf(cents.cents(), 2).toString()) : null;
		};
	}

	@Bean
	Function<LogData, String> logData() {
		return (data) -> data.logGroup() + " " + data.logEvents().get(0).message();
	}

	@Bean
	Function<SignUp, Answer> signUp() {
		return (request) -> new Answer(request.userAttributes().containsKey("email"));
	}

	record Cents(int cents) {
	}

	record Price(String euros) {
	}

	record Amount(BigDecimal amount) {
	}

	record Envelope<T>(String source, T detail) {
	}

	record OwnQueue(@JsonProperty("Records") List<Map<String, Object>> messages) {
	}

	record LogData(String logGroup, List<Line> logEvents) {
	}

	record Line(String id, String message) {
	}

	record SignUp(Map<String, String> userAttributes) {
	}

	record Answer(boolean autoConfirmUser) {
	}

}
