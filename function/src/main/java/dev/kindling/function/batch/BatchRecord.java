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

package dev.kindling.function.batch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * One record of a batch.
 *
 * @param id what Lambda knows it by
 * @param source where it comes from
 * @param node the record
 * @param event the event that it is in
 */
public record BatchRecord(String id, BatchSource source, JsonNode node, JsonNode event) {

	/**
	 * Takes a batch apart.
	 * @param source where it comes from
	 * @param event the event
	 * @return the records, in their order
	 */
	public static List<BatchRecord> of(BatchSource source, JsonNode event) {
		List<BatchRecord> records = new ArrayList<>();
		if (event.isArray()) {
			addAll(event, source, event, records);
			return records;
		}
		switch (source) {
			case KAFKA -> event.path("records")
				.properties()
				.forEach((partition) -> addAll(partition.getValue(), source, event, records));
			case RABBIT_MQ -> event.path("rmqMessagesByQueue")
				.properties()
				.forEach((queue) -> addAll(queue.getValue(), source, event, records));
			case ACTIVE_MQ -> addAll(event.path("messages"), source, event, records);
			case LOGS -> addAll(event.path("logEvents"), source, event, records);
			case TRANSFORMATION -> addAll(event.path("records"), source, event, records);
			case S3_BATCH -> addAll(event.path("tasks"), source, event, records);
			default -> addAll(event.path("Records"), source, event, records);
		}
		return records;
	}

	private static void addAll(JsonNode nodes, BatchSource source, JsonNode event, List<BatchRecord> records) {
		for (JsonNode node : nodes) {
			records.add(new BatchRecord(id(source, node), source, node, event));
		}
	}

	private static String id(BatchSource source, JsonNode node) {
		return switch (source) {
			case SQS, SQS_FIFO -> node.path("messageId").asText();
			case KINESIS -> kinesis(node).path("sequenceNumber").asText();
			case DYNAMODB -> node.path("dynamodb").path("SequenceNumber").asText();
			case SNS -> node.path("Sns").path("MessageId").asText();
			case CODE_COMMIT -> node.path("eventId").asText();
			case SES -> node.path("ses").path("mail").path("messageId").asText();
			case KAFKA -> node.path("topic").asText() + "-" + node.path("partition").asText() + "@"
					+ node.path("offset").asText();
			case ACTIVE_MQ -> node.path("messageID").asText();
			case RABBIT_MQ -> node.path("basicProperties").path("messageId").asText();
			case LOGS -> node.path("id").asText();
			case TRANSFORMATION -> node.path("recordId").asText();
			case S3_BATCH -> node.path("taskId").asText();
			case S3 -> node.path("s3").path("object").path("key").asText();
		};
	}

	private static JsonNode kinesis(JsonNode node) {
		return node.has("kinesis") ? node.path("kinesis") : node;
	}

	/**
	 * What is around the payload, from the outside in.
	 * @return each envelope with its JSON
	 */
	public Map<Envelope, JsonNode> envelopes() {
		return switch (this.source) {
			case SQS, SQS_FIFO -> Map.of(Envelope.SQS_RECORD, this.node);
			case KINESIS -> this.node.has("kinesis")
					? ordered(Envelope.KINESIS_RECORD, Envelope.KINESIS_DATA, this.node.path("kinesis"))
					: Map.of(Envelope.KINESIS_DATA, this.node);
			case DYNAMODB -> ordered(Envelope.DYNAMODB_RECORD, Envelope.DYNAMODB_IMAGES, this.node.path("dynamodb"));
			case SNS -> ordered(Envelope.SNS_RECORD, Envelope.SNS_MESSAGE, this.node.path("Sns"));
			case S3 -> ordered(Envelope.S3_RECORD, Envelope.S3_ENTITY, this.node.path("s3"));
			case CODE_COMMIT -> Map.of(Envelope.CODE_COMMIT_RECORD, this.node);
			case SES -> Map.of(Envelope.SES_RECORD, this.node);
			case KAFKA -> Map.of(Envelope.KAFKA_RECORD, this.node);
			case ACTIVE_MQ -> Map.of(Envelope.ACTIVE_MQ_RECORD, this.node);
			case RABBIT_MQ -> Map.of(Envelope.RABBIT_MQ_RECORD, this.node);
			case LOGS -> Map.of(Envelope.LOG_EVENT, this.node);
			case TRANSFORMATION -> Map.of(Envelope.TRANSFORMATION_RECORD, this.node);
			case S3_BATCH -> Map.of(Envelope.S3_BATCH_TASK, this.node);
		};
	}

	private Map<Envelope, JsonNode> ordered(Envelope outer, Envelope inner, JsonNode insideOuter) {
		Map<Envelope, JsonNode> envelopes = new java.util.LinkedHashMap<>();
		envelopes.put(outer, this.node);
		envelopes.put(inner, insideOuter);
		return envelopes;
	}

	/**
	 * What the function takes of the record: the message of a queue or topic, the data of
	 * a stream, the new image of an item, the value of Kafka, the notification of S3.
	 * @return the payload, or {@code null} if there is none, as when an item was deleted
	 * @throws IllegalArgumentException if the payload isn't encoded as AWS does
	 */
	public byte @Nullable [] payload() {
		return switch (this.source) {
			case SQS, SQS_FIFO -> utf8(this.node.path("body").asText());
			case KINESIS -> base64(kinesis(this.node).path("data"));
			case KAFKA -> base64(this.node.path("value"));
			case SNS -> utf8(this.node.path("Sns").path("Message").asText());
			case DYNAMODB -> image();
			case SES -> utf8(this.node.path("ses").toString());
			case ACTIVE_MQ, RABBIT_MQ -> base64(this.node.path("data"));
			case LOGS -> utf8(this.node.path("message").asText());
			case TRANSFORMATION -> base64(this.node.path(dataField()));
			case S3, S3_BATCH, CODE_COMMIT -> utf8(this.node.toString());
		};
	}

	/**
	 * Which property of a record to transform holds the data, in event and answer.
	 * @return the property's name
	 */
	public String dataField() {
		return this.node.has("kafkaRecordValue") ? "kafkaRecordValue" : "data";
	}

	/**
	 * Whether an application of Kinesis Data Analytics delivers the record, and wants
	 * nothing of it back.
	 * @return whether it does
	 */
	public boolean isDelivery() {
		return this.node.has("lambdaDeliveryRecordMetadata");
	}

	private byte @Nullable [] image() {
		JsonNode image = this.node.path("dynamodb").path("NewImage");
		if (image.isObject()) {
			return utf8(StreamItems.plain(image).toString());
		}
		if (isDeletion()) {
			return null;
		}
		throw new IllegalArgumentException("The stream has no new images: set its view type to NEW_IMAGE "
				+ "or NEW_AND_OLD_IMAGES, or take a DynamoDbChange, or the whole DynamodbEvent");
	}

	/**
	 * Whether there is no payload because something was deleted: an item, or the value of
	 * a key of Kafka.
	 * @return whether it was
	 */
	public boolean isDeletion() {
		return (this.source == BatchSource.DYNAMODB) ? this.node.path("eventName").asText().equals("REMOVE")
				: this.source == BatchSource.KAFKA && !this.node.path("value").isTextual();
	}

	private static byte @Nullable [] base64(JsonNode value) {
		if (value.isNull() || value.isMissingNode()) {
			return null;
		}
		try {
			return value.binaryValue() != null ? value.binaryValue() : new byte[0];
		}
		catch (IOException ex) {
			throw new IllegalArgumentException("The record isn't base64");
		}
	}

	private static byte[] utf8(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
