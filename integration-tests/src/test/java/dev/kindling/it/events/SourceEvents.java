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

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;

/**
 * Events of AWS's services.
 */
final class SourceEvents {

	/** No record has failed. */
	static final String DONE = "{\"batchItemFailures\":[]}";

	private SourceEvents() {
	}

	static String failed(String... ids) {
		StringBuilder failures = new StringBuilder();
		for (String id : ids) {
			failures.append(failures.isEmpty() ? "" : ",").append("{\"itemIdentifier\":\"" + id + "\"}");
		}
		return "{\"batchItemFailures\":[" + failures + "]}";
	}

	static String records(String... records) {
		return "{\"Records\":[" + String.join(",", records) + "]}";
	}

	static String sqs(String id, String body) {
		return "{\"messageId\":\"" + id + "\",\"receiptHandle\":\"r\",\"body\":" + text(body)
				+ ",\"eventSource\":\"aws:sqs\",\"eventSourceARN\":\"arn:aws:sqs:eu-central-1:1:q\"}";
	}

	static String sqsWithAttributes(String id, String body) {
		return sqs(id, body).replaceFirst("\\{",
				"{\"attributes\":{\"ApproximateReceiveCount\":\"2\",\"SenderId\":\"S\"},\"messageAttributes\":{"
						+ "\"kind\":{\"stringValue\":\"gift\",\"dataType\":\"String\"},"
						+ "\"weight\":{\"stringValue\":\"1.50\",\"dataType\":\"Number\"},"
						+ "\"raw\":{\"binaryValue\":\"AQI=\",\"dataType\":\"Binary\"}},");
	}

	static String sns(String message) {
		return "{\"EventSource\":\"aws:sns\",\"EventVersion\":\"1.0\",\"Sns\":{\"Type\":\"Notification\","
				+ "\"MessageId\":\"m\",\"TopicArn\":\"arn:t\",\"Subject\":\"News\",\"Message\":" + text(message)
				+ ",\"Timestamp\":\"2026-01-02T03:04:05.678Z\",\"MessageAttributes\":{\"kind\":{\"Type\":\"String\","
				+ "\"Value\":\"gift\"}}}}";
	}

	/**
	 * What a topic sends to a queue.
	 */
	static String topic(String message) {
		return "{\"Type\":\"Notification\",\"MessageId\":\"m\",\"TopicArn\":\"arn:t\",\"Subject\":\"News\","
				+ "\"Message\":" + text(message) + ",\"Timestamp\":\"2026-01-02T03:04:05.678Z\"}";
	}

	static String kinesis(String id, String data) {
		return "{\"eventSource\":\"aws:kinesis\",\"eventID\":\"e-" + id + "\",\"kinesis\":{\"sequenceNumber\":\"" + id
				+ "\",\"partitionKey\":\"pk\",\"data\":" + base64(data)
				+ ",\"approximateArrivalTimestamp\":1545084650.987}}";
	}

	/**
	 * A change of an item.
	 * @param id its number
	 * @param name what became of it
	 * @param images properties with images, each after a comma
	 */
	static String dynamodb(String id, String name, String images) {
		return "{\"eventID\":\"e\",\"eventName\":\"" + name + "\",\"eventSource\":\"aws:dynamodb\",\"dynamodb\":{"
				+ "\"SequenceNumber\":\"" + id + "\",\"Keys\":{\"pk\":{\"S\":\"k\"}}" + images
				+ ",\"StreamViewType\":\"NEW_AND_OLD_IMAGES\"}}";
	}

	static String s3(String key) {
		return "{\"eventSource\":\"aws:s3\",\"eventName\":\"ObjectCreated:Put\",\"s3\":{\"bucket\":{\"name\":\"b\"},"
				+ "\"object\":{\"key\":\"" + key + "\",\"size\":3}}}";
	}

	/**
	 * A batch of Kafka.
	 * @param values texts, or {@code null} for tombstones, with the offsets from 5
	 */
	static String kafka(String... values) {
		StringBuilder records = new StringBuilder();
		for (int i = 0; i < values.length; i++) {
			records.append((i > 0) ? "," : "")
				.append("{\"topic\":\"t\",\"partition\":0,\"offset\":" + (5 + i) + ",\"timestamp\":1,\"key\":"
						+ base64("k") + ",\"value\":" + ((values[i] != null) ? base64(values[i]) : "null")
						+ ",\"headers\":[{\"kind\":[103,105,102,116]},{\"raw\":[-1,-2]}]}");
		}
		return "{\"eventSource\":\"aws:kafka\",\"eventSourceArn\":\"arn:k\",\"records\":{\"t-0\":[" + records + "]}}";
	}

	static String activeMq(String id, String data) {
		return "{\"eventSource\":\"aws:mq\",\"eventSourceArn\":\"arn:a\",\"messages\":[{\"messageID\":\"" + id
				+ "\",\"messageType\":\"jms/text-message\",\"priority\":4,\"data\":" + base64(data)
				+ ",\"destination\":{\"physicalName\":\"q\"},\"properties\":{\"kind\":\"gift\"}}]}";
	}

	static String rabbitMq(String application, String data) {
		return "{\"eventSource\":\"aws:rmq\",\"eventSourceArn\":\"arn:r\",\"rmqMessagesByQueue\":{\"q::/\":[{"
				+ "\"basicProperties\":{\"appId\":\"" + application + "\",\"headers\":{\"kind\":{\"bytes\":["
				+ "103,105,102,116]}}},\"redelivered\":false,\"data\":" + base64(data) + "}]}}";
	}

	static String mail(String source) {
		return "{\"eventSource\":\"aws:ses\",\"eventVersion\":\"1.0\",\"ses\":{\"mail\":{\"messageId\":\"m\","
				+ "\"source\":\"" + source + "\"},\"receipt\":{}}}";
	}

	static String eventBridge(String detail) {
		return "{\"version\":\"0\",\"id\":\"e\",\"detail-type\":\"Paid\",\"source\":\"shop\",\"account\":\"1\",\"time\":"
				+ "\"2026-01-02T03:04:05Z\",\"region\":\"eu-central-1\",\"resources\":[],\"detail\":" + detail + "}";
	}

	/**
	 * A transformation of Firehose.
	 * @param data texts, with the identifiers from r0
	 */
	static String firehose(String... data) {
		StringBuilder records = new StringBuilder();
		for (int i = 0; i < data.length; i++) {
			records.append((i > 0) ? "," : "").append("{\"recordId\":\"r" + i + "\",\"data\":" + base64(data[i]) + "}");
		}
		return "{\"invocationId\":\"i\",\"deliveryStreamArn\":\"a\",\"records\":[" + records + "]}";
	}

	static String logs(String message) {
		String content = "{\"messageType\":\"DATA_MESSAGE\",\"logGroup\":\"g\",\"logEvents\":[{\"id\":\"1\","
				+ "\"timestamp\":1,\"message\":" + text(message) + "}]}";
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
			gzip.write(content.getBytes(StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return "{\"awslogs\":{\"data\":\"" + Base64.getEncoder().encodeToString(bytes.toByteArray()) + "\"}}";
	}

	static String tasks(String... keys) {
		StringBuilder tasks = new StringBuilder();
		for (int i = 0; i < keys.length; i++) {
			tasks.append((i > 0) ? "," : "")
				.append("{\"taskId\":\"t" + i + "\",\"s3Key\":\"" + keys[i] + "\",\"s3BucketArn\":\"arn:b\"}");
		}
		return "{\"invocationSchemaVersion\":\"1.0\",\"invocationId\":\"i\",\"job\":{\"id\":\"j\"},\"tasks\":[" + tasks
				+ "]}";
	}

	static String resolver(String arguments, String source) {
		return "{\"arguments\":" + arguments + ",\"source\":" + source
				+ ",\"info\":{\"fieldName\":\"price\",\"parentTypeName\":\"Query\"}}";
	}

	static String text(String content) {
		return "\"" + content.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
	}

	static String base64(String text) {
		return "\"" + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)) + "\"";
	}

}
