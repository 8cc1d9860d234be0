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
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * One record of a batch.
 *
 * @param id what Lambda knows it by
 * @param source where it comes from
 * @param node the record
 */
public record BatchRecord(String id, BatchSource source, JsonNode node) {

	/**
	 * Takes a batch apart.
	 * @param source where it comes from
	 * @param event the event
	 * @return the records, in their order
	 */
	public static List<BatchRecord> of(BatchSource source, JsonNode event) {
		List<BatchRecord> records = new ArrayList<>();
		if (source == BatchSource.KAFKA) {
			for (Map.Entry<String, JsonNode> partition : event.path("records").properties()) {
				for (JsonNode node : partition.getValue()) {
					records.add(new BatchRecord(partition.getKey() + "@" + node.path("offset").asText(), source, node));
				}
			}
			return records;
		}
		for (JsonNode node : event.path("Records")) {
			records.add(new BatchRecord(id(source, node), source, node));
		}
		return records;
	}

	private static String id(BatchSource source, JsonNode node) {
		return switch (source) {
			case SQS, SQS_FIFO -> node.path("messageId").asText();
			case KINESIS -> node.path("kinesis").path("sequenceNumber").asText();
			case DYNAMODB -> node.path("dynamodb").path("SequenceNumber").asText();
			case SNS -> node.path("Sns").path("MessageId").asText();
			default -> node.path("s3").path("object").path("key").asText();
		};
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
			case KINESIS -> base64(this.node.path("kinesis").path("data"));
			case KAFKA -> base64(this.node.path("value"));
			case SNS -> utf8(this.node.path("Sns").path("Message").asText());
			case DYNAMODB -> image();
			case S3 -> utf8(this.node.toString());
		};
	}

	private byte @Nullable [] image() {
		JsonNode image = this.node.path("dynamodb").path("NewImage");
		if (image.isObject()) {
			return utf8(plain(image).toString());
		}
		if (this.node.path("eventName").asText().equals("REMOVE")) {
			return null;
		}
		throw new IllegalArgumentException("The stream has no new images: set its view type to NEW_IMAGE "
				+ "or NEW_AND_OLD_IMAGES, or take the whole DynamodbEvent");
	}

	private static ObjectNode plain(JsonNode attributes) {
		ObjectNode item = JsonNodeFactory.instance.objectNode();
		for (Map.Entry<String, JsonNode> attribute : attributes.properties()) {
			item.set(attribute.getKey(), value(attribute.getValue()));
		}
		return item;
	}

	private static JsonNode value(JsonNode attribute) {
		if (attribute.size() != 1) {
			throw new IllegalArgumentException("An attribute of the item has no or several types");
		}
		Map.Entry<String, JsonNode> entry = attribute.properties().iterator().next();
		JsonNode value = entry.getValue();
		return switch (entry.getKey()) {
			case "S", "B", "BOOL", "SS", "BS" -> value;
			case "N" -> number(value);
			case "NS" -> {
				ArrayNode numbers = JsonNodeFactory.instance.arrayNode();
				value.forEach((number) -> numbers.add(number(number)));
				yield numbers;
			}
			case "L" -> {
				ArrayNode list = JsonNodeFactory.instance.arrayNode();
				value.forEach((element) -> list.add(value(element)));
				yield list;
			}
			case "M" -> plain(value);
			case "NULL" -> NullNode.getInstance();
			default -> throw new IllegalArgumentException("An attribute of the item has an unknown type");
		};
	}

	private static JsonNode number(JsonNode value) {
		return JsonNodeFactory.instance.numberNode(new java.math.BigDecimal(value.asText()));
	}

	private static byte[] base64(JsonNode value) {
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
