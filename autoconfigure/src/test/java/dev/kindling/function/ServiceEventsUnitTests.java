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

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.zip.GZIPOutputStream;

import com.amazonaws.services.lambda.runtime.events.CloudFormationCustomResourceEvent;
import com.amazonaws.services.lambda.runtime.events.KinesisFirehoseEvent;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import dev.kindling.function.corpus.PublishedEvent;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;

import static dev.kindling.function.SourceEvents.base64;
import static dev.kindling.function.SourceEvents.dynamodb;
import static dev.kindling.function.SourceEvents.eventBridge;
import static dev.kindling.function.SourceEvents.records;
import static dev.kindling.function.SourceEvents.sqs;
import static dev.kindling.function.SourceEvents.text;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The services with a form of event and answer of their own.
 */
class ServiceEventsUnitTests {

	private static final List<String> handled = new ArrayList<>();

	@BeforeEach
	void forget() {
		handled.clear();
	}

	private static Functions serving(String name) {
		return Functions.of(Beans.class).serving(name);
	}

	private static String firehose(String... data) {
		StringBuilder records = new StringBuilder();
		for (int i = 0; i < data.length; i++) {
			records.append((i > 0) ? "," : "")
				.append("{\"recordId\":\"r" + i + "\",\"approximateArrivalTimestamp\":1,\"data\":")
				.append(base64(data[i]))
				.append('}');
		}
		return "{\"invocationId\":\"i\",\"deliveryStreamArn\":\"arn:f\",\"region\":\"eu-central-1\",\"records\":["
				+ records + "]}";
	}

	@Test
	void transformsEachRecordOfFirehose() {
		JsonNode records = serving("price")
			.json(firehose("{\"cents\":150}", "{\"cents\":0}", "no json", "{\"cents\":-1}"))
			.path("records");
		assertThat(records)
			.extracting((record) -> record.path("recordId").asText() + " " + record.path("result").asText() + " "
					+ new String(Base64.getDecoder().decode(record.path("data").asText())))
			.containsExactly("r0 Ok {\"euros\":\"1.50\"}", "r1 Dropped {\"cents\":0}", "r2 ProcessingFailed no json",
					"r3 ProcessingFailed {\"cents\":-1}");
		assertThat(serving("shout").json(firehose("hello")).path("records").path(0).path("data").asText())
			.isEqualTo(Base64.getEncoder().encodeToString("HELLO\n".getBytes()));
		assertThat(serving("watch").json(firehose("{\"cents\":1}")).path("records").path(0).toString())
			.isEqualTo("{\"recordId\":\"r0\",\"result\":\"Ok\",\"data\":" + base64("{\"cents\":1}") + "}");
		assertThat(serving("firehoseRecord").json(firehose("x")).path("records").path(0).path("data").asText())
			.isEqualTo(Base64.getEncoder().encodeToString("r0".getBytes()));
		assertThat(serving("partition").json(firehose("x")).path("records").path(0).path("metadata").toString())
			.isEqualTo("{\"partitionKeys\":{\"country\":\"de\"}}");
	}

	private static String logs(String content) throws Exception {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
			gzip.write(content.getBytes());
		}
		return "{\"awslogs\":{\"data\":\"" + Base64.getEncoder().encodeToString(bytes.toByteArray()) + "\"}}";
	}

	@Test
	void unzipsCloudWatchLogs() throws Exception {
		String event = logs("{\"messageType\":\"DATA_MESSAGE\",\"owner\":\"1\",\"logGroup\":\"g\",\"logStream\":\"s\","
				+ "\"subscriptionFilters\":[\"f\"],\"logEvents\":[{\"id\":\"1\",\"timestamp\":2,\"message\":"
				+ text("{\"cents\":7}") + "},{\"id\":\"2\",\"timestamp\":3,\"message\":\"{\\\"cents\\\":8}\"}]}");
		serving("logData").invoke(event);
		serving("logLine").invoke(event);
		serving("logText").invoke(event);
		serving("watch").invoke(event);
		assertThat(handled).containsExactly("g 2", "1 {\"cents\":7}", "2 {\"cents\":8}", "{\"cents\":7} g",
				"{\"cents\":8} g", "7", "8");
		handled.clear();
		serving("watch").invoke(logs("{\"messageType\":\"CONTROL_MESSAGE\",\"logEvents\":[{\"message\":\"x\"}]}"));
		assertThat(handled).isEmpty();
		assertThat(serving("watch").fail(logs("{\"logEvents\":[{\"id\":\"1\",\"message\":\"plain\"}]}")))
			.isInstanceOf(BatchFailedException.class);
	}

	@Test
	void takesTheArraysOfPipes() {
		String pipe = "[" + sqs("1", "{\"cents\":1}") + "," + sqs("2", "{\"cents\":-1}") + "]";
		assertThat(serving("watch").invoke(pipe)).isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"2\"}]}");
		assertThat(serving("price").invoke("[" + sqs("1", "{\"cents\":100}") + "," + sqs("2", "{\"cents\":0}") + "]"))
			.isEqualTo("[{\"euros\":\"1.00\"},null]");
		serving("watch").invoke("[{\"eventSource\":\"aws:kinesis\",\"sequenceNumber\":\"1\",\"partitionKey\":\"p\","
				+ "\"data\":" + base64("{\"cents\":2}") + "}]");
		serving("watch").invoke("[" + dynamodb("1", "INSERT", ",\"NewImage\":{\"cents\":{\"N\":\"3\"}}") + "]");
		serving("watch")
			.invoke("[{\"eventSource\":\"aws:kafka\",\"topic\":\"t\",\"partition\":0,\"offset\":1,\"value\":"
					+ base64("{\"cents\":4}") + "}]");
		assertThat(handled).containsExactly("1", "-1", "2", "3", "4");
	}

	@Test
	void answersForEachTaskOfS3BatchOperations() {
		String job = "{\"invocationSchemaVersion\":\"1.0\",\"invocationId\":\"i\",\"job\":{\"id\":\"j\"},\"tasks\":[";
		String task = "{\"taskId\":\"%s\",\"s3Key\":\"%s\",\"s3VersionId\":\"1\",\"s3BucketArn\":\"arn:b\"}";
		assertThat(
				serving("task").invoke(job + task.formatted("t1", "a.txt") + "," + task.formatted("t2", "bad") + "]}"))
			.isEqualTo("{\"invocationSchemaVersion\":\"1.0\",\"treatMissingKeysAs\":\"PermanentFailure\","
					+ "\"invocationId\":\"i\",\"results\":[{\"taskId\":\"t1\",\"resultCode\":\"Succeeded\",\"resultString\":"
					+ "\"read a.txt\"},{\"taskId\":\"t2\",\"resultCode\":\"TemporaryFailure\",\"resultString\":"
					+ "\"java.lang.IllegalStateException\"}]}");
		assertThat(serving("watch").json(job + task.formatted("t1", "a") + "]}")
			.path("results")
			.path(0)
			.path("resultCode")
			.asText()).isEqualTo("PermanentFailure");
	}

	private static String resolver(String arguments, String source) {
		return "{\"arguments\":" + arguments + ",\"identity\":null,\"source\":" + source
				+ ",\"request\":{\"headers\":{}},\"prev\":null,\"info\":{\"fieldName\":\"price\",\"parentTypeName\":"
				+ "\"Query\",\"variables\":{}},\"stash\":{}}";
	}

	@Test
	void resolvesFieldsOfAppSync() {
		assertThat(serving("price").invoke(resolver("{\"cents\":150}", "null"))).isEqualTo("{\"euros\":\"1.50\"}");
		assertThat(serving("price").invoke(resolver("{}", "{\"cents\":250}"))).isEqualTo("{\"euros\":\"2.50\"}");
		assertThat(serving("price")
			.invoke("[" + resolver("{\"cents\":100}", "null") + "," + resolver("{\"cents\":0}", "null") + "]"))
			.isEqualTo("[{\"euros\":\"1.00\"},null]");
		assertThat(serving("sum")
			.invoke("[" + resolver("{\"cents\":100}", "null") + "," + resolver("{\"cents\":1}", "null") + "]"))
			.isEqualTo("101");
		assertThat(serving("resolver").invoke(resolver("{\"cents\":5}", "null"))).isEqualTo("\"price 5\"");
		assertThat(serving("fieldName").invoke(resolver("{\"cents\":5}", "null"))).isEqualTo("\"price\"");
		assertThat(serving("price").fail(resolver("{\"cents\":-1}", "null"))).hasMessage("negative");
	}

	@Test
	void returnsTheEventOfACognitoTriggerWithWhatChanged() {
		String event = "{\"version\":\"1\",\"triggerSource\":\"PreSignUp_SignUp\",\"region\":\"eu-central-1\",\"userPoolId\":"
				+ "\"p\",\"userName\":\"ada\",\"callerContext\":{\"clientId\":\"c\"},\"request\":{\"userAttributes\":{\"email\":"
				+ "\"a@b\"},\"validationData\":null},\"response\":{\"autoConfirmUser\":false,\"autoVerifyEmail\":false}}";
		String changed = event.replace("\"autoConfirmUser\":false", "\"autoConfirmUser\":true");
		assertThat(serving("signUp").json(event).toString()).isEqualTo(changed);
		assertThat(serving("signUpRequest").json(event).toString()).isEqualTo(changed);
		assertThat(serving("signedUp").json(event).toString()).isEqualTo(event);
		assertThat(handled).containsExactly("ada");
	}

	@Test
	void takesCustomResourcesOfCloudFormation() {
		String event = "{\"RequestType\":\"Create\",\"ResponseURL\":\"https://example.com/r\",\"StackId\":\"s\",\"RequestId\":"
				+ "\"r\",\"ResourceType\":\"Custom::Seed\",\"LogicalResourceId\":\"l\",\"ResourceProperties\":{\"Table\":\"t\"}}";
		assertThat(serving("resource").invoke(event)).isEqualTo("{\"PhysicalResourceId\":\"Create t\"}");
		assertThat(serving("awsResource").invoke(event)).isEqualTo("\"Create https://example.com/r\"");
		assertThat(serving("price").fail(event)).hasMessageContaining("It has 'RequestType', 'ResponseURL'");
	}

	@Test
	void takesWhatRulesOfIotAndStepFunctionsSend() {
		assertThat(serving("price").invoke("{\"cents\":120}")).isEqualTo("{\"euros\":\"1.20\"}");
		assertThat(serving("sum").invoke("[{\"cents\":1},{\"cents\":2}]")).isEqualTo("3");
		assertThat(serving("twice").invoke("21")).isEqualTo("42");
		assertThat(serving("not").invoke("true")).isEqualTo("false");
	}

	@Test
	void takesSchedules() {
		serving("schedule").invoke(eventBridge("\"{}\""));
		serving("schedule").invoke(eventBridge("{\"a\":1}"));
		serving("watch").invoke(eventBridge("\"{\\\"cents\\\":3}\""));
		assertThat(handled).containsExactly("e-1 {}", "e-1 {a=1}", "3");
		assertThat(serving("schedule").fail(eventBridge("\"text\""))).isInstanceOf(InvalidPayloadException.class);
	}

	@Test
	void takesMailsAndThePublishedEventsOfQueues() throws Exception {
		serving("mail").invoke("{\"Records\":[{\"eventSource\":\"aws:ses\",\"eventVersion\":\"1.0\",\"ses\":{\"mail\":"
				+ "{\"messageId\":\"m\",\"source\":\"a@b\"},\"receipt\":{}}}]}");
		assertThat(handled).containsExactly("m");
		Assumptions.assumeTrue(Files.isDirectory(PublishedEvent.folder()), "No published events beside the repository");
		Path events = PublishedEvent.folder();
		serving("queued").invoke(Files.readString(events.resolve("activemq-event.json")));
		serving("queued").invoke(Files.readString(events.resolve("rabbitmq-event.json")));
		serving("mail").invoke(Files.readString(events.resolve("ses-lambda-event.json")));
		assertThat(handled).hasSize(4);
		assertThat(handled.get(1)).startsWith("Enter some text").contains("testKey=testValue", "destination=testQueue");
		assertThat(handled.get(2)).startsWith("{\"timeout\":0")
			.contains("header1=value1", "numberInHeader=10", "queue=test::/");
	}

	record Cents(int cents) {
	}

	record Price(String euros) {
	}

	record LogData(String logGroup, List<LogLine> logEvents) {
	}

	record LogLine(String id, long timestamp, String message) {
	}

	record Task(String taskId, String s3Key, String s3BucketArn) {
	}

	record Resolver(Cents arguments, Info info) {
	}

	record Info(String fieldName, String parentTypeName) {
	}

	record SignUp(String triggerSource, String userName, SignUpRequest request, SignUpResponse response) {
	}

	record SignUpRequest(Map<String, String> userAttributes) {
	}

	record SignUpResponse(boolean autoConfirmUser) {
	}

	record Resource(@JsonProperty("RequestType") String requestType,
			@JsonProperty("ResourceProperties") Map<String, String> properties) {
	}

	record Created(@JsonProperty("PhysicalResourceId") String id) {
	}

	record Ses(Mail mail) {
	}

	record Mail(String messageId, String source) {
	}

	@Configuration(proxyBeanMethods = false)
	static class Beans {

		@Bean
		Function<Cents, Price> price() {
			return (cents) -> {
				if (cents.cents() < 0) {
					throw new IllegalStateException("negative");
				}
				return (cents.cents() > 0) ? new Price(java.math.BigDecimal.valueOf(cents.cents(), 2).toString())
						: null;
			};
		}

		@Bean
		Function<Message<String>, String> shout() {
			return (message) -> message.getPayload().toUpperCase() + "\n";
		}

		@Bean
		Consumer<Cents> watch() {
			return (cents) -> {
				handled.add("" + cents.cents());
				if (cents.cents() < 0) {
					throw new IllegalStateException("negative");
				}
			};
		}

		@Bean
		Function<KinesisFirehoseEvent.Record, String> firehoseRecord() {
			return KinesisFirehoseEvent.Record::getRecordId;
		}

		@Bean
		Function<Message<byte[]>, Message<byte[]>> partition() {
			return (message) -> MessageBuilder.withPayload(message.getPayload())
				.setHeader(FunctionMessageHeaders.PARTITION_KEYS, Map.of("country", "de"))
				.build();
		}

		@Bean
		Consumer<LogData> logData() {
			return (data) -> handled.add(data.logGroup() + " " + data.logEvents().size());
		}

		@Bean
		Consumer<LogLine> logLine() {
			return (line) -> handled.add(line.id() + " " + line.message());
		}

		@Bean
		Consumer<Message<String>> logText() {
			return (line) -> handled.add(line.getPayload() + " " + line.getHeaders().get("logGroup"));
		}

		@Bean
		Function<Task, String> task() {
			return (task) -> {
				if (task.s3Key().equals("bad")) {
					throw new IllegalStateException("secret");
				}
				return "read " + task.s3Key();
			};
		}

		@Bean
		Function<Resolver, String> resolver() {
			return (resolver) -> resolver.info().fieldName() + " " + resolver.arguments().cents();
		}

		@Bean
		Function<Message<Cents>, Object> fieldName() {
			return (message) -> message.getHeaders().get("fieldName");
		}

		@Bean
		Function<SignUp, SignUp> signUp() {
			return (event) -> new SignUp(event.triggerSource(), event.userName(), event.request(),
					new SignUpResponse(true));
		}

		@Bean
		Function<SignUpRequest, SignUpResponse> signUpRequest() {
			return (request) -> new SignUpResponse(request.userAttributes().containsKey("email"));
		}

		@Bean
		Consumer<SignUp> signedUp() {
			return (event) -> handled.add(event.userName());
		}

		@Bean
		Function<Resource, Created> resource() {
			return (resource) -> new Created(resource.requestType() + " " + resource.properties().get("Table"));
		}

		@Bean
		Function<CloudFormationCustomResourceEvent, String> awsResource() {
			return (event) -> event.getRequestType() + " " + event.getResponseUrl();
		}

		@Bean
		Function<List<Cents>, Integer> sum() {
			return (list) -> list.stream().mapToInt(Cents::cents).sum();
		}

		@Bean
		Function<Integer, Integer> twice() {
			return (number) -> 2 * number;
		}

		@Bean
		Function<Boolean, Boolean> not() {
			return (value) -> !value;
		}

		@Bean
		Consumer<ScheduledEvent> schedule() {
			return (event) -> handled.add(event.getId() + " " + event.getDetail());
		}

		@Bean
		Consumer<Ses> mail() {
			return (ses) -> handled.add(ses.mail().messageId());
		}

		@Bean
		Consumer<Message<String>> queued() {
			return (message) -> {
				StringBuilder text = new StringBuilder(message.getPayload()).append('\n');
				message.getHeaders().forEach((name, value) -> text.append(name + "=" + value + "\n"));
				handled.add(text.toString());
			};
		}

	}

}
