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

import java.util.Base64;

/**
 * Events of AWS's services.
 */
final class SourceEvents {

	private SourceEvents() {
	}

	static String records(String... records) {
		return "{\"Records\":[" + String.join(",", records) + "]}";
	}

	static String text(String json) {
		return "\"" + json.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
	}

	static String base64(String text) {
		return "\"" + Base64.getEncoder().encodeToString(text.getBytes()) + "\"";
	}

	static String sqs(String id, String body) {
		return """
				{"messageId":"%s","receiptHandle":"r-%s","body":%s,"attributes":{"ApproximateReceiveCount":"2",\
				"SenderId":"S"},"messageAttributes":{"kind":{"stringValue":"gift","dataType":"String"},\
				"weight":{"stringValue":"1.50","dataType":"Number"},"id":{"stringValue":"7","dataType":"String"},\
				"raw":{"binaryValue":"AQI=","dataType":"Binary"}},"md5OfBody":"m","eventSource":"aws:sqs",\
				"eventSourceARN":"arn:aws:sqs:eu-central-1:1:q","awsRegion":"eu-central-1"}""".formatted(id, id,
				text(body));
	}

	static String sns(String id, String message) {
		return """
				{"EventSource":"aws:sns","EventVersion":"1.0","EventSubscriptionArn":"arn:s","Sns":{"Type":\
				"Notification","MessageId":"%s","TopicArn":"arn:t","Subject":"News","Message":%s,"Timestamp":\
				"2026-01-02T03:04:05.678Z","MessageAttributes":{"kind":{"Type":"String","Value":"gift"}}}}"""
			.formatted(id, text(message));
	}

	static String kinesis(String id, String data) {
		return """
				{"eventSource":"aws:kinesis","eventID":"shardId-0:%s","eventName":"aws:kinesis:record","kinesis":{\
				"kinesisSchemaVersion":"1.0","partitionKey":"pk","sequenceNumber":"%s","data":%s,\
				"approximateArrivalTimestamp":1545084650.987},"eventSourceARN":"arn:k"}""".formatted(id, id,
				base64(data));
	}

	static String dynamodb(String id, String name, String images) {
		return """
				{"eventID":"e","eventName":"%s","eventSource":"aws:dynamodb","dynamodb":{"SequenceNumber":"%s",\
				"Keys":{"pk":{"S":"k-%s"}}%s,"SizeBytes":5,"StreamViewType":"NEW_AND_OLD_IMAGES"}}""".formatted(name,
				id, id, images);
	}

	static String s3(String key) {
		return """
				{"eventVersion":"2.1","eventSource":"aws:s3","awsRegion":"eu-central-1","eventTime":\
				"2026-01-02T03:04:05Z","eventName":"ObjectCreated:Put","s3":{"s3SchemaVersion":"1.0","bucket":{"name":\
				"b","arn":"arn:b"},"object":{"key":"%s","size":3}}}""".formatted(key);
	}

	static String kafka(String... records) {
		return """
				{"eventSource":"aws:kafka","eventSourceArn":"arn:k","bootstrapServers":"b","records":{"prices-0":[%s]}}"""
			.formatted(String.join(",", records));
	}

	static String kafkaRecord(int offset, String value) {
		return """
				{"topic":"prices","partition":0,"offset":%s,"timestamp":1,"timestampType":"CREATE_TIME","key":%s,\
				"value":%s,"headers":[{"kind":[103,105,102,116]},{"raw":[-1,-2]}]}""".formatted(offset, base64("k"),
				value);
	}

	static String eventBridge(String detail) {
		return """
				{"version":"0","id":"e-1","detail-type":"Order paid","source":"shop","account":"1","time":\
				"2026-01-02T03:04:05Z","region":"eu-central-1","resources":[],"detail":%s}""".formatted(detail);
	}

}
