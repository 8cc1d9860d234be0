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
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

import dev.kindling.it.Subject;
import dev.kindling.local.invoke.InvokeResult;
import dev.kindling.local.LocalLambda;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The executable takes events of AWS's services apart, and answers them, as the jar does.
 */
class SourcesIntegrationTests {

	private static final String DONE = "{\"batchItemFailures\":[]}";

	/**
	 * Function, event and answer; an answer that begins with an exclamation mark is an
	 * error's type.
	 */
	private static final List<String[]> EXAMPLES = new ArrayList<>();

	static {
		example("sqsMessage", records(sqs("m-1", "body of m-1"), sqs("m-2", "other")),
				"{\"batchItemFailures\":[{\"itemIdentifier\":\"m-2\"}]}");
		example("snsMessage",
				records("{\"EventSource\":\"aws:sns\",\"Sns\":{\"MessageId\":\"m\",\"Message\":\"hello\"}}"), DONE);
		example("kinesisData", records("{\"eventSource\":\"aws:kinesis\",\"kinesis\":{\"sequenceNumber\":\"1\","
				+ "\"partitionKey\":\"pk\",\"data\":\"AQ==\"}}"), DONE);
		example("kafkaRecord", kafka("null"), DONE);
		example("optionalCents", kafka("null"), DONE);
		example("allCents", kafka("null"), DONE);
		String notification = records("{\"eventSource\":\"aws:s3\",\"s3\":{\"object\":{\"key\":\"k\"}}}");
		example("notification", records(sqs("m-1", notification)), DONE);
		example("schedule", eventBridge("\"{}\""), "null");
		String cents = records(sqs("m-1", "{\"cents\":1}"), sqs("m-2", "{\"cents\":2}"));
		example("allCents", cents, DONE);
		example("centsArray", cents, DONE);
		example("centsMessages", cents, DONE);
		example("textOfRecord", records(sqs("m-1", "\"1\",\"Zoe\"")), DONE);
		example("ownEnvelope", eventBridge("{\"amount\":0.1000000000000000055}"), "\"shop 0.1000000000000000055\"");
		example("ownQueue", cents, "2");
		example("changeOfCents",
				records("{\"eventSource\":\"aws:dynamodb\",\"eventName\":\"REMOVE\",\"dynamodb\":{\"SequenceNumber\":"
						+ "\"1\",\"Keys\":{\"pk\":{\"S\":\"k\"}},\"OldImage\":{\"cents\":{\"N\":\"3\"}}}}"),
				DONE);
		example("priceOfCents",
				"{\"invocationId\":\"i\",\"deliveryStreamArn\":\"a\",\"records\":[{\"recordId\":\"r\"," + "\"data\":"
						+ base64("{\"cents\":150}") + "},{\"recordId\":\"s\",\"data\":\"AQ==\"}]}",
				"{\"records\":[{\"recordId\":\"r\",\"result\":\"Ok\",\"data\":" + base64("{\"euros\":\"1.50\"}")
						+ "},{\"recordId\":\"s\",\"result\":\"ProcessingFailed\",\"data\":\"AQ==\"}]}");
		example("priceOfCents", "[" + sqs("m-1", "{\"cents\":100}") + "]", "[{\"euros\":\"1.00\"}]");
		String resolver = "{\"arguments\":{\"cents\":5},\"source\":null,\"info\":{\"fieldName\":\"price\","
				+ "\"parentTypeName\":\"Query\"}}";
		example("priceOfCents", resolver, "{\"euros\":\"0.05\"}");
		example("priceOfCents", "[" + resolver + "]", "[{\"euros\":\"0.05\"}]");
		example("priceOfCents",
				"{\"invocationSchemaVersion\":\"1.0\",\"invocationId\":\"i\",\"tasks\":[{\"taskId\":"
						+ "\"t\",\"s3Key\":\"k\"}]}",
				"{\"invocationSchemaVersion\":\"1.0\",\"treatMissingKeysAs\":\"PermanentFailure\",\"invocationId\":\"i\","
						+ "\"results\":[{\"taskId\":\"t\",\"resultCode\":\"PermanentFailure\",\"resultString\":"
						+ "\"dev.kindling.function.InvalidPayloadException\"}]}");
		example("priceOfCents", "{\"euros\":1}", "!Runtime.InvalidEvent");
		example("priceOfCents", "{\"cents\":2147483648}", "!Runtime.InvalidEvent");
		example("logData", logs("{\"messageType\":\"DATA_MESSAGE\",\"logGroup\":\"g\",\"logEvents\":[{\"id\":\"1\","
				+ "\"timestamp\":1,\"message\":\"line\"}]}"), "\"g line\"");
		example("signUp",
				"{\"triggerSource\":\"PreSignUp_SignUp\",\"userPoolId\":\"p\",\"request\":{\"userAttributes\":{\"email\":"
						+ "\"a\"}},\"response\":{\"autoConfirmUser\":false}}",
				"{\"triggerSource\":\"PreSignUp_SignUp\",\"userPoolId\":\"p\",\"request\":{\"userAttributes\":{\"email\":"
						+ "\"a\"}},\"response\":{\"autoConfirmUser\":true}}");
	}

	private static void example(String function, String event, String answer) {
		EXAMPLES.add(new String[] { function, event, answer });
	}

	private static String records(String... records) {
		return "{\"Records\":[" + String.join(",", records) + "]}";
	}

	private static String sqs(String id, String body) {
		return "{\"messageId\":\"" + id + "\",\"receiptHandle\":\"r\",\"body\":\""
				+ body.replace("\\", "\\\\").replace("\"", "\\\"")
				+ "\",\"eventSource\":\"aws:sqs\",\"eventSourceARN\":\"arn:aws:sqs:eu-central-1:1:q\"}";
	}

	private static String kafka(String value) {
		return "{\"eventSource\":\"aws:kafka\",\"records\":{\"t-0\":[{\"topic\":\"t\",\"partition\":0,\"offset\":5,"
				+ "\"value\":" + value + "}]}}";
	}

	private static String eventBridge(String detail) {
		return "{\"version\":\"0\",\"id\":\"e\",\"detail-type\":\"Paid\",\"source\":\"shop\",\"time\":"
				+ "\"2026-01-02T03:04:05Z\",\"detail\":" + detail + "}";
	}

	private static String base64(String text) {
		return "\"" + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)) + "\"";
	}

	private static String logs(String content) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
			gzip.write(content.getBytes(StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
		return "{\"awslogs\":{\"data\":\"" + Base64.getEncoder().encodeToString(bytes.toByteArray()) + "\"}}";
	}

	@ParameterizedTest
	@EnumSource
	void servesTheEventsOfEachSource(Subject subject) {
		Map<String, List<String[]>> functions = new TreeMap<>();
		for (String[] example : EXAMPLES) {
			functions.computeIfAbsent(example[0], (name) -> new ArrayList<>()).add(example);
		}
		List<String> wrong = new ArrayList<>();
		for (Map.Entry<String, List<String[]>> function : functions.entrySet()) {
			try (LocalLambda lambda = subject.application(function.getKey()).memorySize(512).build()) {
				for (String[] example : function.getValue()) {
					InvokeResult result = lambda.invoke(example[1]);
					String answer = result.isError() ? "!" + result.errorType() : result.payloadAsString();
					if (!answer.equals(example[2])) {
						wrong.add(example[0] + " | " + example[1] + " | " + answer);
					}
				}
			}
		}
		assertThat(wrong).isEmpty();
	}

}
