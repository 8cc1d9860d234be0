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

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * Where a batch of records comes from, and how its failures are reported.
 *
 * @see <a href=
 * "https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html">Partial
 * batch responses</a>
 */
public enum BatchSource {

	/** A standard queue of Amazon SQS. */
	SQS(true, false),

	/** A FIFO queue of Amazon SQS. */
	SQS_FIFO(true, true),

	/** A stream of Amazon Kinesis. */
	KINESIS(true, true),

	/** A stream of a DynamoDB table. */
	DYNAMODB(true, true),

	/** Apache Kafka, on Amazon MSK or self-managed. */
	KAFKA(false, true),

	/** A topic of Amazon SNS. */
	SNS(false, false),

	/** Notifications of Amazon S3. */
	S3(false, false);

	private final boolean reportsItems;

	private final boolean ordered;

	BatchSource(boolean reportsItems, boolean ordered) {
		this.reportsItems = reportsItems;
		this.ordered = ordered;
	}

	/**
	 * Whether Lambda takes the identifiers of the records that failed.
	 * @return {@code false} if any failure has to fail the invocation
	 */
	public boolean reportsItems() {
		return this.reportsItems;
	}

	/**
	 * Whether the records' order matters, so that the first failure ends the batch.
	 * @return whether it does
	 */
	public boolean isOrdered() {
		return this.ordered;
	}

	/**
	 * Recognises a batch by the marks of each of its records.
	 * @param event the event
	 * @return its source, or {@code null} if the event is no batch
	 */
	public static @Nullable BatchSource of(JsonNode event) {
		String source = event.path("eventSource").asText();
		if ((source.equals("aws:kafka") || source.equals("SelfManagedKafka")) && event.path("records").isObject()) {
			return KAFKA;
		}
		JsonNode records = event.path("Records");
		if (!records.isArray() || records.isEmpty()) {
			return null;
		}
		BatchSource found = null;
		for (JsonNode node : records) {
			BatchSource candidate = ofRecord(node);
			if (candidate == null || (found != null && candidate != found)) {
				return null;
			}
			found = candidate;
		}
		return found;
	}

	private static @Nullable BatchSource ofRecord(JsonNode node) {
		if (node.path("EventSource").asText().equals("aws:sns")) {
			return node.path("Sns").path("Message").isTextual() ? SNS : null;
		}
		return switch (node.path("eventSource").asText()) {
			case "aws:sqs" -> (node.path("messageId").isTextual() && node.path("body").isTextual())
					? node.path("eventSourceARN").asText().endsWith(".fifo") ? SQS_FIFO : SQS : null;
			case "aws:kinesis" -> (node.path("kinesis").path("data").isTextual()
					&& node.path("kinesis").path("sequenceNumber").isTextual()) ? KINESIS : null;
			case "aws:dynamodb" -> node.path("dynamodb").path("SequenceNumber").isTextual() ? DYNAMODB : null;
			case "aws:s3" -> node.path("s3").path("object").isObject() ? S3 : null;
			default -> null;
		};
	}

}
