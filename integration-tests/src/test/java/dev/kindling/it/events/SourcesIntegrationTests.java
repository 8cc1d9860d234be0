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
import static dev.kindling.it.events.SourceEvents.base64;
import static dev.kindling.it.events.SourceEvents.dynamodb;
import static dev.kindling.it.events.SourceEvents.eventBridge;
import static dev.kindling.it.events.SourceEvents.failed;
import static dev.kindling.it.events.SourceEvents.firehose;
import static dev.kindling.it.events.SourceEvents.kafka;
import static dev.kindling.it.events.SourceEvents.kinesis;
import static dev.kindling.it.events.SourceEvents.logs;
import static dev.kindling.it.events.SourceEvents.mail;
import static dev.kindling.it.events.SourceEvents.rabbitMq;
import static dev.kindling.it.events.SourceEvents.records;
import static dev.kindling.it.events.SourceEvents.resolver;
import static dev.kindling.it.events.SourceEvents.s3;
import static dev.kindling.it.events.SourceEvents.sns;
import static dev.kindling.it.events.SourceEvents.sqs;
import static dev.kindling.it.events.SourceEvents.tasks;
import static dev.kindling.it.events.SourceEvents.text;
import static dev.kindling.it.events.SourceEvents.topic;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The executable takes events of AWS's services apart, and answers them, as the jar does.
 */
class SourcesIntegrationTests {

	private static final String ONE = "{\"cents\":1}";

	private static final String TWO = "{\"cents\":2}";

	private static final Examples EXAMPLES = new Examples();

	static {
		addRecords();
		addOnePayload();
		addTransformations();
		addResolversAndTriggers();
	}

	private static void addRecords() {
		EXAMPLES.add("sqsMessage", records(sqs("m-1", "body of m-1"), sqs("m-2", "other")), failed("m-2"));
		EXAMPLES.addBatch("snsMessage", records(sns("hello")), records(sns("other")));
		EXAMPLES.addBatch("kinesisData", records(kinesis("1", "x")), records(kinesis("1", "x").replace("pk", "other")));
		EXAMPLES.addBatch("kafkaRecord", kafka((String) null), kafka("x"));
		EXAMPLES.add("optionalCents", kafka((String) null), DONE);
		EXAMPLES.add("allCents", kafka((String) null), DONE);
		EXAMPLES.add("notification", records(sqs("m-1", records(s3("k")))), DONE);
		EXAMPLES.addBatch("notification", records(sqs("m-1", topic(records(s3("k"))))),
				records(sqs("m-1", topic(records(s3("other"))))));
		EXAMPLES.add("notification",
				records(sqs("m-1", "{\"Service\":\"Amazon S3\",\"Event\":\"s3:TestEvent\",\"Bucket\":\"b\"}")), DONE);
		String cents = records(sqs("m-1", ONE), sqs("m-2", TWO));
		EXAMPLES.add("allCents", cents, DONE);
		EXAMPLES.add("centsArray", cents, DONE);
		EXAMPLES.add("centsMessages", cents, DONE);
		EXAMPLES.add("textOfRecord", records(sqs("m-1", "\"1\",\"Zoe\"")), DONE);
		EXAMPLES.add("ownQueue", cents, "2");
		EXAMPLES.add("changeOfCents", records(dynamodb("1", "REMOVE", ",\"OldImage\":{\"cents\":{\"N\":\"3\"}}")),
				DONE);
		// What is inside, of each source, and what a failure does
		EXAMPLES.add("cent", cents, failed("m-2"));
		String fifo = records(sqs("m-1", ONE), sqs("m-2", TWO), sqs("m-3", ONE)).replace("1:q\"", "1:q.fifo\"");
		EXAMPLES.add("cent", fifo, failed("m-2", "m-3"));
		EXAMPLES.add("cent", records(kinesis("1", ONE), kinesis("2", TWO), kinesis("3", ONE)), failed("2", "3"));
		EXAMPLES.add("cent",
				records(dynamodb("1", "REMOVE", ",\"OldImage\":{\"cents\":{\"N\":\"2\"}}"),
						dynamodb("2", "INSERT", ",\"NewImage\":{\"cents\":{\"N\":\"1\"}}"),
						dynamodb("3", "INSERT", ",\"NewImage\":{\"cents\":{\"N\":\"2\"}}")),
				failed("3"));
		EXAMPLES.addBatch("cent", kafka(null, ONE), kafka(ONE, null, TWO));
		EXAMPLES.addBatch("cent", activeMq("m", ONE), activeMq("m", TWO));
		EXAMPLES.addBatch("cent", rabbitMq("a", ONE), rabbitMq("a", TWO));
		EXAMPLES.addBatch("cent", records(sns(ONE)), records(sns(TWO)));
		EXAMPLES.addBatch("cent", records(sqs("m-1", topic(ONE))), records(sqs("m-1", topic(TWO))));
		EXAMPLES.addBatch("cent", records(sqs("m-1", eventBridge(ONE))), records(sqs("m-1", eventBridge(TWO))));
		EXAMPLES.addBatch("mail", records(mail("a@example.com")), records(mail("b@example.com")));
	}

	private static void addOnePayload() {
		EXAMPLES.add("schedule", eventBridge("\"{}\""), "null");
		EXAMPLES.add("cent", eventBridge(text(ONE)), "null");
		EXAMPLES.add("cent", eventBridge(TWO), "!java.lang.IllegalStateException");
		EXAMPLES.add("ownEnvelope", eventBridge("{\"amount\":0.1000000000000000055}"),
				"\"shop 0.1000000000000000055\"");
		EXAMPLES.add("logData", logs("line"), "\"g line\"");
		EXAMPLES.add("textsOfCoins", "[" + ONE + "," + TWO + "]", "[\"1 ct\",\"2 ct\"]");
		EXAMPLES.add("twice", "21", "42");
		EXAMPLES.add("not", "true", "false");
		String event = "{\"RequestType\":\"Create\",\"ResponseURL\":\"https://example.com/r\",\"StackId\":\"s\","
				+ "\"RequestId\":\"r\",\"ResourceType\":\"Custom::Seed\",\"LogicalResourceId\":\"l\","
				+ "\"ResourceProperties\":{\"Table\":\"t\"}}";
		EXAMPLES.add("resource", event, "{\"PhysicalResourceId\":\"Create t\"}");
		EXAMPLES.add("resourceOfAws", event, "\"Create https://example.com/r\"");
		EXAMPLES.add("priceOfCents", event, "!Runtime.InvalidEvent");
		EXAMPLES.add("priceOfCents", "{\"cents\":150}", "{\"euros\":\"1.50\"}");
		EXAMPLES.add("priceOfCents", "{\"euros\":1}", "!Runtime.InvalidEvent");
		EXAMPLES.add("priceOfCents", "{\"cents\":2147483648}", "!Runtime.InvalidEvent");
	}

	private static void addTransformations() {
		EXAMPLES.add("priceOfCents", firehose("{\"cents\":150}", "{\"cents\":0}", "no json"),
				"{\"records\":[{\"recordId\":\"r0\",\"result\":\"Ok\",\"data\":" + base64("{\"euros\":\"1.50\"}")
						+ "},{\"recordId\":\"r1\",\"result\":\"Dropped\",\"data\":" + base64("{\"cents\":0}")
						+ "},{\"recordId\":\"r2\",\"result\":\"ProcessingFailed\",\"data\":" + base64("no json")
						+ "}]}");
		EXAMPLES.add("cent", firehose(ONE, TWO),
				"{\"records\":[{\"recordId\":\"r0\",\"result\":\"Ok\",\"data\":" + base64(ONE)
						+ "},{\"recordId\":\"r1\",\"result\":\"ProcessingFailed\",\"data\":" + base64(TWO) + "}]}");
		EXAMPLES.add("firehoseRecord", firehose("x"),
				"{\"records\":[{\"recordId\":\"r0\",\"result\":\"Ok\",\"data\":" + base64("r0") + "}]}");
		EXAMPLES.add("partition", firehose("x"), "{\"records\":[{\"recordId\":\"r0\",\"result\":\"Ok\",\"data\":"
				+ base64("x") + ",\"metadata\":{\"partitionKeys\":{\"country\":\"de\"}}}]}");
		EXAMPLES.add("priceOfCents", "[" + sqs("m-1", "{\"cents\":100}") + "," + sqs("m-2", "{\"cents\":0}") + "]",
				"[{\"euros\":\"1.00\"},null]");
		EXAMPLES.add("cent", "[" + sqs("m-1", ONE) + "," + sqs("m-2", TWO) + "]", failed("m-2"));
		EXAMPLES.add("cent", "[" + dynamodb("1", "INSERT", ",\"NewImage\":{\"cents\":{\"N\":\"1\"}}") + "]", DONE);
		EXAMPLES.add("cent", "[{\"eventSource\":\"aws:kinesis\",\"sequenceNumber\":\"1\",\"partitionKey\":\"p\","
				+ "\"data\":" + base64(ONE) + "}]", DONE);
		String job = "{\"invocationSchemaVersion\":\"1.0\",\"treatMissingKeysAs\":\"PermanentFailure\","
				+ "\"invocationId\":\"i\",\"results\":[";
		EXAMPLES.add("priceOfCents", tasks("k"),
				job + "{\"taskId\":\"t0\",\"resultCode\":\"PermanentFailure\",\"resultString\":"
						+ "\"dev.kindling.function.InvalidPayloadException\"}]}");
		EXAMPLES.add("task", tasks("a.txt", "b"),
				job + "{\"taskId\":\"t0\",\"resultCode\":\"Succeeded\",\"resultString\":\"read a.txt\"},"
						+ "{\"taskId\":\"t1\",\"resultCode\":\"TemporaryFailure\",\"resultString\":"
						+ "\"java.lang.IllegalStateException\"}]}");
	}

	private static void addResolversAndTriggers() {
		String resolver = resolver("{\"cents\":5}", "null");
		EXAMPLES.add("priceOfCents", resolver, "{\"euros\":\"0.05\"}");
		EXAMPLES.add("priceOfCents", resolver("{}", "{\"cents\":250}"), "{\"euros\":\"2.50\"}");
		EXAMPLES.add("priceOfCents", "[" + resolver + "," + resolver("{\"cents\":0}", "null") + "]",
				"[{\"euros\":\"0.05\"},null]");
		EXAMPLES.add("textsOfCoins", "[" + resolver + "," + resolver + "]", "[\"5 ct\",\"5 ct\"]");
		EXAMPLES.add("field", resolver, "\"price 5\"");
		String trigger = "{\"triggerSource\":\"PreSignUp_SignUp\",\"userPoolId\":\"p\",\"request\":{\"userAttributes\":{"
				+ "\"email\":\"a\"}},\"response\":{\"autoConfirmUser\":false,\"autoVerifyEmail\":false}}";
		String confirmed = trigger.replace("\"autoConfirmUser\":false", "\"autoConfirmUser\":true");
		EXAMPLES.add("signUp", trigger, confirmed);
		EXAMPLES.add("trigger", trigger, confirmed);
		EXAMPLES.add("triggered", trigger, trigger);
	}

	@ParameterizedTest
	@EnumSource
	@Timeout(600)
	void servesTheEventsOfEachSource(Subject subject) {
		assertThat(EXAMPLES.wrong(subject)).isEmpty();
	}

	/**
	 * What goes back doesn't count, but what is read does.
	 */
	@ParameterizedTest
	@EnumSource
	void takesEachLineOfALog(Subject subject) {
		try (LocalLambda lambda = subject.application("logLine").memorySize(512).build()) {
			assertThat(lambda.invoke(logs("line")).isError()).isFalse();
			assertThat(lambda.invoke(logs("other")).isError()).isTrue();
		}
		try (LocalLambda lambda = subject.application("cent").memorySize(512).build()) {
			assertThat(lambda.invoke(logs(ONE)).isError()).isFalse();
			assertThat(lambda.invoke(logs(TWO)).isError()).isTrue();
		}
	}

	@ParameterizedTest
	@EnumSource
	void takesWhatItDoesNotKnowIfItIsToldTo(Subject subject) {
		try (LocalLambda lambda = subject.application("priceOfCents")
			.memorySize(512)
			.environment("KINDLING_FUNCTION_REJECT_UNKNOWN_EVENTS", "false")
			.build()) {
			assertThat(lambda.invoke("{\"euros\":1}").payloadAsString()).isEqualTo("null");
		}
	}

}
