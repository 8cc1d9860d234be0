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

package dev.kindling.local.queue;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.local.server.Json;

/**
 * The event that a function gets for messages of a queue.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html">Using Lambda
 * with Amazon SQS</a>
 */
final class SqsEvent {

	/**
	 * What Lambda asks of a message.
	 */
	private static final List<String> SYSTEM_ATTRIBUTES = List.of("ApproximateReceiveCount", "SentTimestamp",
			"SenderId", "ApproximateFirstReceiveTimestamp", "SequenceNumber", "MessageGroupId",
			"MessageDeduplicationId", "AWSTraceHeader", "DeadLetterQueueSourceArn");

	private SqsEvent() {
	}

	/**
	 * Makes a record of a message as SQS gives it.
	 */
	static ObjectNode record(JsonNode message, SqsQueue queue, String region) {
		ObjectNode record = Json.MAPPER.createObjectNode();
		record.put("messageId", message.path("MessageId").asText());
		record.put("receiptHandle", message.path("ReceiptHandle").asText());
		record.put("body", message.path("Body").asText());
		ObjectNode attributes = record.putObject("attributes");
		for (String name : SYSTEM_ATTRIBUTES) {
			JsonNode value = message.path("Attributes").path(name);
			if (!value.isMissingNode()) {
				attributes.put(name, value.asText());
			}
		}
		ObjectNode own = record.putObject("messageAttributes");
		message.path("MessageAttributes")
			.properties()
			.forEach((attribute) -> own.set(attribute.getKey(), attribute(attribute.getValue())));
		if (message.hasNonNull("MD5OfMessageAttributes")) {
			record.put("md5OfMessageAttributes", message.path("MD5OfMessageAttributes").asText());
		}
		record.put("md5OfBody", message.path("MD5OfBody").asText());
		record.put("eventSource", "aws:sqs");
		record.put("eventSourceARN", queue.arn());
		record.put("awsRegion", region);
		return record;
	}

	private static ObjectNode attribute(JsonNode attribute) {
		ObjectNode node = Json.MAPPER.createObjectNode();
		if (attribute.hasNonNull("StringValue")) {
			node.put("stringValue", attribute.path("StringValue").asText());
		}
		if (attribute.hasNonNull("BinaryValue")) {
			node.put("binaryValue", attribute.path("BinaryValue").asText());
		}
		node.putArray("stringListValues");
		node.putArray("binaryListValues");
		return node.put("dataType", attribute.path("DataType").asText());
	}

	static byte[] of(List<ObjectNode> records) {
		ObjectNode event = Json.MAPPER.createObjectNode();
		event.putArray("Records").addAll(records);
		return Json.bytes(event);
	}

}
