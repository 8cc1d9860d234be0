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

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindling.function.payload.EventMarks;
import dev.kindling.function.payload.EventTrees;
import org.jspecify.annotations.Nullable;

/**
 * The headers of a {@code Message} with the payload of a record: what the record has
 * beside it, under AWS's names, and what the sender gave it, each under its own name.
 */
public final class RecordHeaders {

	/** What the sender gave a message: a map of texts, numbers and {@code byte[]}. */
	public static final String MESSAGE_ATTRIBUTES = "messageAttributes";

	/** The headers of a record of Kafka: a map of texts, or {@code byte[]}. */
	public static final String RECORD_HEADERS = "recordHeaders";

	/** The property {@code id}, a name that messages have for their own. */
	public static final String EVENT_ID = "eventId";

	/** The property {@code timestamp}, a name that messages have for their own. */
	public static final String EVENT_TIMESTAMP = "eventTimestamp";

	private final Map<String, Object> headers = new LinkedHashMap<>();

	private RecordHeaders() {
	}

	/**
	 * Collects the headers of a record.
	 * @param item the record
	 * @param trees reads the event that the message of a queue may hold
	 * @return the headers
	 */
	static Map<String, Object> of(BatchRecord item, EventTrees trees) {
		RecordHeaders headers = new RecordHeaders();
		JsonNode node = item.node();
		headers.addScalars(node, "body", "data", "value", "key", "message", "kafkaRecordValue");
		switch (item.source()) {
			case SQS, SQS_FIFO -> {
				headers.addScalars(node.path("attributes"));
				Map<String, Object> attributes = headers.attributes(node.path("messageAttributes"), "dataType",
						"stringValue", "binaryValue");
				headers.addHeld(node.path("body").asText().getBytes(StandardCharsets.UTF_8), attributes, trees);
			}
			case SNS -> {
				headers.addScalars(node.path("Sns"), "Message");
				headers.put(MESSAGE_ATTRIBUTES,
						headers.attributes(node.path("Sns").path("MessageAttributes"), "Type", "Value", "Value"));
			}
			case KINESIS -> headers.addScalars(node.path("kinesis"), "data");
			case DYNAMODB -> headers.addChange(node.path("dynamodb"));
			case S3 -> headers.addObject(node.path("s3"));
			case KAFKA -> headers.addKafka(node);
			case ACTIVE_MQ -> {
				headers.put("destination", value(node.path("destination").path("physicalName")));
				headers.addScalars(node.path("properties"));
			}
			case RABBIT_MQ -> headers.addRabbit(item);
			case LOGS -> headers.addScalars(item.event());
			case SES -> headers.addScalars(node.path("ses").path("mail"));
			case CODE_COMMIT, TRANSFORMATION, S3_BATCH -> headers.addScalars(item.event());
		}
		headers.addScalars(item.event().isObject() ? item.event() : node);
		return headers.headers;
	}

	/**
	 * Collects the headers of an event that has one payload.
	 * @param event the event
	 * @return its properties but for objects and arrays, and those as JSON
	 */
	public static Map<String, Object> of(JsonNode event) {
		RecordHeaders headers = new RecordHeaders();
		headers.addScalars(event);
		for (Map.Entry<String, JsonNode> property : event.properties()) {
			if (property.getValue().isContainerNode()) {
				headers.put(property.getKey(), property.getValue());
			}
		}
		headers.addScalars(event.path("info"));
		return headers.headers;
	}

	private void addScalars(JsonNode node, String... without) {
		for (Map.Entry<String, JsonNode> property : node.properties()) {
			if (!java.util.Arrays.asList(without).contains(property.getKey())) {
				put(property.getKey(), value(property.getValue()));
			}
		}
	}

	private static @Nullable Object value(JsonNode node) {
		if (node.isTextual()) {
			return node.textValue();
		}
		if (node.isNumber()) {
			return node.numberValue();
		}
		return node.isBoolean() ? (Object) node.booleanValue() : null;
	}

	private void put(String name, @Nullable Object value) {
		if (value != null) {
			this.headers.putIfAbsent(name.equals("id") ? EVENT_ID : name.equals("timestamp") ? EVENT_TIMESTAMP : name,
					value);
		}
	}

	/**
	 * What a topic or EventBridge put around the message that it sent to a queue.
	 */
	private void addHeld(byte[] message, Map<String, Object> attributes, EventTrees trees) {
		put(MESSAGE_ATTRIBUTES, attributes);
		JsonNode held = EventMarks.mayHoldEvent(message) ? trees.object(message) : null;
		if (held == null) {
			return;
		}
		if (EventShapes.isSnsMessage(held)) {
			addScalars(held, "Message");
			attributes(held.path("MessageAttributes"), "Type", "Value", "Value").forEach(attributes::putIfAbsent);
		}
		else if (EventShapes.isEventBridge(held)) {
			addScalars(held, "detail");
		}
	}

	private Map<String, Object> attributes(JsonNode attributes, String type, String text, String binary) {
		Map<String, Object> values = new LinkedHashMap<>();
		for (Map.Entry<String, JsonNode> attribute : attributes.properties()) {
			JsonNode node = attribute.getValue();
			String dataType = node.path(type).asText();
			if (dataType.startsWith("Binary")) {
				values.put(attribute.getKey(), Base64.getDecoder().decode(node.path(binary).asText()));
			}
			else {
				values.put(attribute.getKey(),
						dataType.startsWith("Number") ? number(node.path(text).asText()) : node.path(text).asText());
			}
		}
		values.forEach(this::put);
		return values;
	}

	private static Object number(String text) {
		try {
			return new BigDecimal(text);
		}
		catch (NumberFormatException ex) {
			return text;
		}
	}

	private void addChange(JsonNode change) {
		addScalars(change);
		if (change.path("Keys").isObject()) {
			put("Keys", StreamItems.plain(change.path("Keys")));
		}
	}

	private void addObject(JsonNode s3) {
		put("bucket", value(s3.path("bucket").path("name")));
		addScalars(s3.path("object"));
	}

	private void addKafka(JsonNode node) {
		if (node.path("key").isTextual()) {
			put("key", text(Base64.getDecoder().decode(node.path("key").textValue())));
		}
		Map<String, Object> values = new LinkedHashMap<>();
		for (JsonNode header : node.path("headers")) {
			for (Map.Entry<String, JsonNode> entry : header.properties()) {
				values.put(entry.getKey(), text(bytes(entry.getValue())));
			}
		}
		put(RECORD_HEADERS, values);
		values.forEach(this::put);
	}

	private void addRabbit(BatchRecord item) {
		for (Map.Entry<String, JsonNode> queue : item.event().path("rmqMessagesByQueue").properties()) {
			for (JsonNode message : queue.getValue()) {
				if (message == item.node()) {
					put("queue", queue.getKey());
				}
			}
		}
		JsonNode properties = item.node().path("basicProperties");
		addScalars(properties);
		Map<String, Object> values = new LinkedHashMap<>();
		for (Map.Entry<String, JsonNode> header : properties.path("headers").properties()) {
			JsonNode node = header.getValue();
			Object value = node.path("bytes").isArray() ? text(bytes(node.path("bytes"))) : value(node);
			if (value != null) {
				values.put(header.getKey(), value);
			}
		}
		put(RECORD_HEADERS, values);
		values.forEach(this::put);
	}

	/**
	 * Headers come as arrays of signed bytes.
	 */
	private static byte[] bytes(JsonNode numbers) {
		byte[] bytes = new byte[numbers.size()];
		for (int i = 0; i < bytes.length; i++) {
			bytes[i] = (byte) numbers.path(i).asInt();
		}
		return bytes;
	}

	private static Object text(byte[] bytes) {
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
		}
		catch (CharacterCodingException ex) {
			return bytes;
		}
	}

}
