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
	S3(false, false),

	/** Mails that Amazon SES received. */
	SES(false, false),

	/** Changes of repositories of AWS CodeCommit. */
	CODE_COMMIT(false, false),

	/** A queue of ActiveMQ, on Amazon MQ. */
	ACTIVE_MQ(false, true),

	/** A queue of RabbitMQ, on Amazon MQ. */
	RABBIT_MQ(false, true),

	/** A subscription of Amazon CloudWatch Logs. */
	LOGS(false, true),

	/** Records that Amazon Data Firehose or Kinesis Data Analytics has transformed. */
	TRANSFORMATION(true, false),

	/** Tasks of a job of S3 Batch Operations. */
	S3_BATCH(true, false);

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
	 * The envelope of the event.
	 * @return what is around the records
	 */
	public Envelope envelope() {
		return switch (this) {
			case KAFKA -> Envelope.KAFKA_EVENT;
			case ACTIVE_MQ -> Envelope.ACTIVE_MQ_EVENT;
			case RABBIT_MQ -> Envelope.RABBIT_MQ_EVENT;
			case LOGS -> Envelope.LOGS_EVENT;
			case TRANSFORMATION -> Envelope.TRANSFORMATION;
			case S3_BATCH -> Envelope.S3_BATCH_JOB;
			default -> Envelope.RECORDS;
		};
	}

	/**
	 * Whether a class of AWS's stands for the whole event of this source.
	 * @param type the class
	 * @return {@code false} also for the class of another source's event
	 */
	public boolean isEventClass(Class<?> type) {
		if (!envelope().isOf(type)) {
			return false;
		}
		Class<?> known = type;
		while (!known.getName().startsWith("com.amazonaws.")) {
			known = known.getSuperclass();
		}
		String name = known.getSimpleName();
		return switch (this) {
			case SQS, SQS_FIFO -> name.startsWith("SQS");
			case SNS -> name.startsWith("SNS");
			case KINESIS -> name.startsWith("Kinesis");
			case DYNAMODB -> name.startsWith("Dynamodb");
			case S3 -> name.startsWith("S3");
			case CODE_COMMIT -> name.startsWith("CodeCommit");
			case SES -> false;
			default -> true;
		};
	}

	/**
	 * Recognises a batch by the marks of each of its records.
	 * @param event the event; an array is what EventBridge Pipes makes of several records
	 * @return its source, or {@code null} if the event is no batch
	 */
	public static @Nullable BatchSource of(JsonNode event) {
		if (event.isArray()) {
			return common(event);
		}
		if (event.path("awslogs").path("data").isTextual()) {
			return LOGS;
		}
		if (event.path("invocationId").isTextual()) {
			return ofInvocation(event);
		}
		switch (event.path("eventSource").asText()) {
			case "aws:kafka", "SelfManagedKafka":
				return event.path("records").isObject() ? KAFKA : null;
			case "aws:mq", "aws:amq":
				return event.path("messages").isArray() ? ACTIVE_MQ : null;
			case "aws:rmq":
				return event.path("rmqMessagesByQueue").isObject() ? RABBIT_MQ : null;
			default:
				return event.path("Records").isArray() ? common(event.path("Records")) : null;
		}
	}

	private static @Nullable BatchSource ofInvocation(JsonNode event) {
		JsonNode tasks = event.path("tasks");
		if (tasks.isArray() && tasks.path(0).path("taskId").isTextual()) {
			return S3_BATCH;
		}
		JsonNode records = event.path("records");
		return (records.isArray() && records.path(0).path("recordId").isTextual()) ? TRANSFORMATION : null;
	}

	private static @Nullable BatchSource common(JsonNode records) {
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
			case "aws:kinesis" -> isKinesis(node.has("kinesis") ? node.path("kinesis") : node) ? KINESIS : null;
			case "aws:dynamodb" -> node.path("dynamodb").path("SequenceNumber").isTextual() ? DYNAMODB : null;
			case "aws:s3" -> node.path("s3").path("object").isObject() ? S3 : null;
			case "aws:codecommit" -> node.path("codecommit").isObject() ? CODE_COMMIT : null;
			case "aws:ses" -> node.path("ses").isObject() ? SES : null;
			case "aws:kafka", "SelfManagedKafka" ->
				(node.path("topic").isTextual() && node.path("offset").isNumber()) ? KAFKA : null;
			case "aws:mq", "aws:amq" -> node.path("data").isTextual() ? ACTIVE_MQ : null;
			case "aws:rmq" -> node.path("data").isTextual() ? RABBIT_MQ : null;
			default -> null;
		};
	}

	private static boolean isKinesis(JsonNode data) {
		return data.path("data").isTextual() && data.path("sequenceNumber").isTextual();
	}

}
