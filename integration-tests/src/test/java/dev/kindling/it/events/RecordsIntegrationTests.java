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

import dev.kindling.it.Subject;
import dev.kindling.local.LocalLambda;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static dev.kindling.it.events.SourceEvents.DONE;
import static dev.kindling.it.events.SourceEvents.activeMq;
import static dev.kindling.it.events.SourceEvents.dynamodb;
import static dev.kindling.it.events.SourceEvents.eventBridge;
import static dev.kindling.it.events.SourceEvents.failed;
import static dev.kindling.it.events.SourceEvents.kafka;
import static dev.kindling.it.events.SourceEvents.kinesis;
import static dev.kindling.it.events.SourceEvents.rabbitMq;
import static dev.kindling.it.events.SourceEvents.records;
import static dev.kindling.it.events.SourceEvents.s3;
import static dev.kindling.it.events.SourceEvents.sns;
import static dev.kindling.it.events.SourceEvents.sqs;
import static dev.kindling.it.events.SourceEvents.sqsWithAttributes;
import static dev.kindling.it.events.SourceEvents.topic;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Records arrive whole in the executable as in the jar: in AWS's classes and the
 * application's, with their headers and digits, and are reported as the function says.
 */
class RecordsIntegrationTests {

	private static final String ONE = "{\"cents\":1}";

	private static final String TWO = "{\"cents\":2}";

	private static final String FIVE_EUROS = "{\"pk\":{\"S\":\"k\"},\"balance\":{\"S\":\"EUR 5\"}}";

	private static final String SIX_EUROS = FIVE_EUROS.replace('5', '6');

	private static final Examples EXAMPLES = new Examples();

	static {
		addClasses();
		addEnvelopes();
		addHeaders();
		addReports();
		addDigits();
		addEntities();
	}

	private static void addClasses() {
		EXAMPLES.addBatch("snsRecord", records(sns("hello")), records(sns("other")));
		EXAMPLES.addBatch("kinesisRecord", records(kinesis("1", "x")), records(kinesis("2", "x")));
		EXAMPLES.addBatch("streamRecord", records(dynamodb("1", "INSERT", ",\"NewImage\":{\"cents\":{\"N\":\"1\"}}")),
				records(dynamodb("1", "INSERT", ",\"NewImage\":{\"cents\":{\"N\":\"2\"}}")));
		EXAMPLES.addBatch("streamImages", records(dynamodb("1", "REMOVE", "")),
				records(dynamodb("1", "REMOVE", "").replace("\"k\"", "\"other\"")));
		EXAMPLES.addBatch("s3Record", records(s3("k")), records(s3("other")));
		EXAMPLES.addBatch("s3Record", records(sqs("m-1", records(s3("k"), s3("k")))),
				records(sqs("m-1", records(s3("k"), s3("other")))));
		String commit = "{\"eventSource\":\"aws:codecommit\",\"eventName\":\"TriggerEventTest\",\"codecommit\":{"
				+ "\"references\":[{\"commit\":\"5c4ef1\",\"ref\":\"main\"}]}}";
		EXAMPLES.addBatch("codeCommitRecord", records(commit), records(commit.replace("main", "other")));
		EXAMPLES.addBatch("activeMessage", activeMq("m", "x"), activeMq("other", "x"));
		EXAMPLES.addBatch("rabbitMessage", rabbitMq("app", "x"), rabbitMq("other", "x"));
		// AWS's classes are written as AWS writes them
		EXAMPLES.add("readSNSEvent", records(sns("hello")), records(sns("hello")));
		String change = records(dynamodb("1", "INSERT", ",\"NewImage\":" + FIVE_EUROS));
		EXAMPLES.add("readDynamodbEvent", change, change);
	}

	private static void addEnvelopes() {
		EXAMPLES.add("ownMessage", records(sqs("m-1", "body of m-1"), sqs("m-2", "other")), failed("m-2"));
		EXAMPLES.addBatch("ownTopic", records(sns("hello")), records(sns("other")));
		EXAMPLES.addBatch("ownStream", records(kinesis("1", "hello")), records(kinesis("1", "other")));
		EXAMPLES.add("queueHandler", records(sqs("m-1", ONE), sqs("m-2", "no json")), "2");
		EXAMPLES.add("attributes", "{\"pk\":{\"S\":\"k\"}}", "\"k\"");
		EXAMPLES.add("attributes", records(dynamodb("1", "INSERT", ",\"NewImage\":" + FIVE_EUROS)),
				"!Runtime.InvalidEvent");
	}

	private static void addHeaders() {
		String sqs = expect("messageId=m-1 receiptHandle=r ApproximateReceiveCount=2 SenderId=S kind=gift weight=1.50 "
				+ "eventSource=aws:sqs eventSourceARN=arn:aws:sqs:eu-central-1:1:q");
		EXAMPLES.addBatch("headersOfRecord", records(sqsWithAttributes("m-1", sqs)), records(sqs("m-1", sqs)));
		String raw = "{\"headers\":{\"raw\":\"[%s]\"}}";
		EXAMPLES.addBatch("headersOfRecord", records(sqsWithAttributes("m-1", raw.formatted("1, 2"))),
				records(sqsWithAttributes("m-1", raw.formatted("1, 3"))));
		String topic = expect("messageId=m-1 MessageId=m TopicArn=arn:t Subject=News");
		EXAMPLES.addBatch("headersOfRecord", records(sqs("m-1", topic(topic))), records(sqs("m-1", topic)));
		String sns = expect("MessageId=m TopicArn=arn:t Subject=News Timestamp=2026-01-02T03:04:05.678Z kind=gift");
		EXAMPLES.addBatch("headersOfRecord", records(sns(sns)), records(sqs("m-1", sns)));
		String kinesis = expect(
				"partitionKey=pk sequenceNumber=1 approximateArrivalTimestamp=1545084650.987 eventID=e-1");
		EXAMPLES.addBatch("headersOfRecord", records(kinesis("1", kinesis)), records(kinesis("2", kinesis)));
		String kafka = expect("topic=t partition=0 offset=5 eventTimestamp=1 key=k kind=gift eventSource=aws:kafka");
		EXAMPLES.addBatch("headersOfRecord", kafka(kafka), kafka(null, kafka));
		EXAMPLES.addBatch("headersOfRecord", kafka(raw.formatted("-1, -2")), kafka(raw.formatted("1")));
		EXAMPLES.addBatch("headersOfRecord", activeMq("m", expect("messageID=m priority=4 destination=q kind=gift")),
				activeMq("other", expect("messageID=m")));
		EXAMPLES.addBatch("headersOfRecord",
				rabbitMq("app", expect("queue=q::/ redelivered=false appId=app kind=gift")),
				rabbitMq("other", expect("appId=app")));
		String item = ",\"NewImage\":{\"headers\":{\"M\":{\"eventName\":{\"S\":\"INSERT\"},\"SequenceNumber\":{\"S\":"
				+ "\"1\"},\"StreamViewType\":{\"S\":\"NEW_AND_OLD_IMAGES\"},\"Keys\":{\"S\":\"{\\\"pk\\\":\\\"k\\\"}\"}}}}";
		EXAMPLES.addBatch("headersOfRecord", records(dynamodb("1", "INSERT", item)),
				records(dynamodb("1", "MODIFY", item)));
		String detail = expect("detail-type=Paid source=shop account=1 region=eu-central-1 eventId=e");
		EXAMPLES.add("headersOfRecord", eventBridge(detail), "null");
		EXAMPLES.add("headersOfRecord", eventBridge(detail).replaceFirst("shop", "other"),
				"!java.lang.IllegalStateException");
		EXAMPLES.add("headersAlone", records(sqsWithAttributes("m-1", "x"), sqs("m-2", "x")), failed("m-2"));
		EXAMPLES.addBatch("headersAlone", records(dynamodb("1", "REMOVE", "")), records(dynamodb("1", "INSERT", "")));
		EXAMPLES.addBatch("headersAlone", kafka(null, "x"), kafka(null, "x").replace("kind", "other"));
	}

	private static String expect(String headers) {
		return "{\"headers\":{\"" + headers.replace("=", "\":\"").replace(" ", "\",\"") + "\"}}";
	}

	private static void addReports() {
		EXAMPLES.add("reportOfMessage", records(sqs("m-1", "x"), sqs("m-2", "bad")), failed("m-2"));
		String cents = records(sqs("m-1", TWO), sqs("m-2", ONE));
		EXAMPLES.add("reportOfRecord", cents, failed("m-1"));
		EXAMPLES.add("reportOfAll", cents, failed("m-1"));
		EXAMPLES.add("reportOfAll", records(sqs("m-1", ONE), sqs("m-2", ONE)), DONE);
	}

	private static void addDigits() {
		for (String number : new String[] { "0.1000000000000000055", "100.00", "12345678901234.123456", "1E+400" }) {
			String exact = "{\"amount\":" + number + ",\"text\":\"" + number + "\"}";
			EXAMPLES.add("exact", exact, "null");
			EXAMPLES.add("exact", eventBridge(exact), "null");
			EXAMPLES.add("exact", records(sqs("m-1", exact)), DONE);
			if (!number.contains("E")) {
				EXAMPLES.add("exact", records(dynamodb("1", "INSERT",
						",\"NewImage\":{\"amount\":{\"N\":\"" + number + "\"},\"text\":{\"S\":\"" + number + "\"}}")),
						DONE);
			}
		}
		EXAMPLES.add("exact", eventBridge("{\"amount\":100.0,\"text\":\"100.00\"}"),
				"!java.lang.IllegalStateException");
	}

	private static void addEntities() {
		EXAMPLES.add("account",
				records(dynamodb("1", "REMOVE", ",\"OldImage\":" + FIVE_EUROS),
						dynamodb("2", "INSERT", ",\"NewImage\":" + FIVE_EUROS),
						dynamodb("3", "INSERT", ",\"NewImage\":" + SIX_EUROS)),
				failed("3"));
		EXAMPLES.addBatch("accounts",
				records(dynamodb("1", "INSERT", ",\"NewImage\":" + SIX_EUROS),
						dynamodb("2", "INSERT", ",\"NewImage\":" + FIVE_EUROS)),
				records(dynamodb("1", "INSERT", ",\"NewImage\":" + FIVE_EUROS)));
		String expired = dynamodb("3", "REMOVE", ",\"OldImage\":" + FIVE_EUROS).replace("\"eventID\"",
				"\"userIdentity\":{\"type\":\"Service\",\"principalId\":\"dynamodb.amazonaws.com\"},\"eventID\"");
		EXAMPLES.add("changeOfAccount",
				records(dynamodb("1", "INSERT", ",\"NewImage\":" + FIVE_EUROS),
						dynamodb("2", "MODIFY", ",\"OldImage\":" + FIVE_EUROS + ",\"NewImage\":" + SIX_EUROS), expired,
						dynamodb("4", "REMOVE", ",\"OldImage\":" + FIVE_EUROS)),
				failed("4"));
	}

	@ParameterizedTest
	@EnumSource
	@Timeout(600)
	void handsOverEachRecordWhole(Subject subject) {
		assertThat(EXAMPLES.wrong(subject)).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void namesFieldAndRangeOfANumberThatIsTooBig(Subject subject) {
		try (LocalLambda lambda = subject.application("big").memorySize(512).build()) {
			assertThat(lambda.invoke("{\"count\":9223372036854775807}").payloadAsString()).isEqualTo("null");
			assertThat(lambda.invoke("{\"count\":9223372036854775808}").errorMessage()).contains("count")
				.contains("from -9223372036854775808 to 9223372036854775807");
		}
	}

}
