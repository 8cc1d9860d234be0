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

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.KinesisEvent;
import com.amazonaws.services.lambda.runtime.events.S3Event;
import com.amazonaws.services.lambda.runtime.events.SNSEvent;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kindling.start.FrozenObjectMapper;
import org.joda.time.DateTime;
import org.joda.time.format.DateTimeFormat;
import org.joda.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The classes of AWS's events are read as AWS writes them.
 */
class LambdaEventsUnitTests {

	private static final ObjectMapper MAPPER = LambdaEvents.mapper(FrozenObjectMapper.instance());

	private static final String CLASSES = """
			activemq-event ActiveMQEvent
			alb-lambda-target-request-headers-only ApplicationLoadBalancerRequestEvent
			alb-lambda-target-request-multivalue-headers ApplicationLoadBalancerRequestEvent
			apigw-custom-auth-request-type-request APIGatewayCustomAuthorizerEvent
			apigw-request APIGatewayProxyRequestEvent
			apigw-v2-custom-authorizer-v2-request APIGatewayV2CustomAuthorizerEvent
			apigw-v2-request-iam APIGatewayV2HTTPEvent
			apigw-v2-request-jwt-authorizer APIGatewayV2HTTPEvent
			apigw-v2-request-lambda-authorizer APIGatewayV2HTTPEvent
			apigw-v2-request-no-authorizer APIGatewayV2HTTPEvent
			apigw-websocket-request APIGatewayV2WebSocketEvent
			appsync-lambda-auth-request AppSyncLambdaAuthorizerEvent
			cloudwatch-logs-event CloudWatchLogsEvent
			code-commit-event CodeCommitEvent
			codebuild-state-change ScheduledEvent
			cognito-event CognitoEvent
			cognito-event-userpools-create-auth-challenge CognitoUserPoolCreateAuthChallengeEvent
			cognito-event-userpools-custommessage CognitoUserPoolCustomMessageEvent
			cognito-event-userpools-define-auth-challenge CognitoUserPoolDefineAuthChallengeEvent
			cognito-event-userpools-migrateuser CognitoUserPoolMigrateUserEvent
			cognito-event-userpools-postauthentication CognitoUserPoolPostAuthenticationEvent
			cognito-event-userpools-postconfirmation CognitoUserPoolPostConfirmationEvent
			cognito-event-userpools-preauthentication CognitoUserPoolPreAuthenticationEvent
			cognito-event-userpools-presignup CognitoUserPoolPreSignUpEvent
			cognito-event-userpools-pretokengen CognitoUserPoolPreTokenGenerationEvent
			cognito-event-userpools-pretokengen-v2 CognitoUserPoolPreTokenGenerationEventV2
			cognito-event-userpools-pretokengen-v2_0 CognitoUserPoolPreTokenGenerationEventV2
			cognito-event-userpools-verify-auth-challenge CognitoUserPoolVerifyAuthChallengeResponseEvent
			config-event ConfigEvent
			connect-event ConnectEvent
			dynamodb-event DynamodbEvent
			dynamodb-time-window-event DynamodbTimeWindowEvent
			iot-button-event IoTButtonEvent
			kafka-event KafkaEvent
			kinesis-event KinesisEvent
			kinesis-firehose-event KinesisFirehoseEvent
			kinesis-time-window-event KinesisTimeWindowEvent
			lambda-urls-request APIGatewayV2HTTPEvent
			rabbitmq-event RabbitMQEvent
			s3-event S3Event
			s3-object-lambda-event-get-object-iam S3ObjectLambdaEvent
			secretsmanager-secret-rotation-event SecretsManagerRotationEvent
			sns-event SNSEvent
			sqs-event SQSEvent
			alb-lambda-target-response ApplicationLoadBalancerResponseEvent
			apigw-custom-auth-request APIGatewayCustomAuthorizerEvent
			apigw-response APIGatewayProxyResponseEvent
			apigw-restapi-openapi-request APIGatewayProxyRequestEvent
			apigw-v2-custom-authorizer-v1-request APIGatewayCustomAuthorizerEvent
			apigw-websocket-request-disconnect APIGatewayV2WebSocketEvent
			apigw-websocket-request-send-message APIGatewayV2WebSocketEvent
			appsync-lambda-auth-response AppSyncLambdaAuthorizerResponse
			autoscaling-event-launch-successful ScheduledEvent
			autoscaling-event-launch-unsuccessful ScheduledEvent
			autoscaling-event-lifecycle-action ScheduledEvent
			autoscaling-event-terminate-action ScheduledEvent
			autoscaling-event-terminate-successful ScheduledEvent
			autoscaling-event-terminate-unsuccessful ScheduledEvent
			cloudwatch-alarm-sns-payload-multiple-metrics SNSEvent
			cloudwatch-alarm-sns-payload-single-metric SNSEvent
			codebuild-phase-change ScheduledEvent
			codedeploy-deployment-event ScheduledEvent
			codedeploy-instance-event ScheduledEvent
			codepipeline-action-execution-stage-change-event ScheduledEvent
			codepipeline-execution-stage-change-event ScheduledEvent
			codepipeline-execution-state-change-event ScheduledEvent
			ecr-image-push-event ScheduledEvent
			ecr-image-scan-event ScheduledEvent
			ecs-container-instance-state-change ScheduledEvent
			kinesis-analytics-output-delivery-event KinesisAnalyticsOutputDeliveryEvent
			kinesis-analytics-output-delivery-response KinesisAnalyticsOutputDeliveryResponse
			lambda-urls-response APIGatewayV2HTTPResponse
			lex-event LexEvent
			s3-batch-job-event-request-1.0 S3BatchEvent
			s3-batch-job-event-request-2.0 S3BatchEventV2
			s3-batch-job-event-response S3BatchResponse
			s3-event-with-decoded S3Event
			s3-glacier-event S3Event
			s3-intelligenttier-event S3Event
			s3-lifecycle-event S3Event
			s3-object-lambda-event-get-object-assumed-role S3ObjectLambdaEvent
			s3-object-lambda-event-head-object-iam S3ObjectLambdaEvent
			s3-object-lambda-event-list-objects-iam S3ObjectLambdaEvent
			s3-object-lambda-event-list-objects-v2-iam S3ObjectLambdaEvent
			s3-replication-event S3Event
			s3-restore-event S3Event
			""";

	/**
	 * Every value of an event comes through, except those that the event's class has no
	 * property for: {@code unmodelled-values.txt} lists them, with all that is below, and
	 * none that comes through.
	 */
	@Test
	void readsThePublishedEvents() throws Exception {
		Path folder = Path.of("../../shared/events/aws-lambda-go");
		Assumptions.assumeTrue(Files.isDirectory(folder), "No published events beside the repository");
		Set<String> lost = new TreeSet<>();
		for (String line : CLASSES.lines().toList()) {
			String file = line.substring(0, line.indexOf(' '));
			String type = line.substring(line.indexOf(' ') + 1);
			byte[] json = Files.readAllBytes(folder.resolve(file + ".json"));
			Comparison comparison = new Comparison();
			comparison.compare("", MAPPER.readTree(json), MAPPER.readTree(MAPPER.writeValueAsBytes(read(type, json))));
			System.out.printf("%-60s %-50s %d of %d values%n", file, type, comparison.values - comparison.lost.size(),
					comparison.values);
			comparison.lost.forEach((path) -> lost.add(file + " " + path));
		}
		List<String> unmodelled = unmodelled();
		assertThat(lost).allMatch((path) -> unmodelled.stream().anyMatch((known) -> isWithin(path, known)));
		assertThat(unmodelled).allMatch((known) -> lost.stream().anyMatch((path) -> isWithin(path, known)));
	}

	private static List<String> unmodelled() throws IOException {
		try (InputStream resource = LambdaEventsUnitTests.class.getResourceAsStream("unmodelled-values.txt")) {
			return new String(resource.readAllBytes(), StandardCharsets.UTF_8).lines()
				.filter((line) -> !line.startsWith("#"))
				.toList();
		}
	}

	private static boolean isWithin(String path, String known) {
		return path.equals(known) || path.startsWith(known + "/");
	}

	private static Object read(String type, byte[] json) throws ClassNotFoundException {
		Object event = InputReader
			.of(Class.forName("com.amazonaws.services.lambda.runtime.events." + type), FrozenObjectMapper.instance())
			.read(json, "The event");
		assertThat(event).isNotNull();
		return event;
	}

	@Test
	void readsOddNamesAndDates() throws Exception {
		SNSEvent sns = (SNSEvent) read("SNSEvent", """
				{"Records":[{"EventSource":"aws:sns","Sns":{"MessageId":"m","Message":"hello",\
				"Timestamp":"2026-01-02T03:04:05.678Z","SigningCertUrl":"https://example.com/cert"}}]}""".getBytes());
		assertThat(sns.getRecords().get(0).getSNS().getMessage()).isEqualTo("hello");
		assertThat(sns.getRecords().get(0).getSNS().getTimestamp().getMillis()).isEqualTo(1767323045678L);
		assertThat(sns.getRecords().get(0).getSNS().getSigningCertUrl()).isEqualTo("https://example.com/cert");
		ScheduledEvent scheduled = (ScheduledEvent) read("ScheduledEvent",
				"{\"detail-type\":\"Scheduled Event\",\"time\":\"2026-01-02T03:04:05Z\"}".getBytes());
		assertThat(scheduled.getDetailType()).isEqualTo("Scheduled Event");
		DynamodbEvent dynamodb = (DynamodbEvent) read("DynamodbEvent", """
				{"Records":[{"eventName":"INSERT","dynamodb":{"ApproximateCreationDateTime":1.5,"SizeBytes":7,\
				"NewImage":{"a":{"S":"x"},"b":{"BOOL":true},"c":{"NULL":true},"d":{"NS":["1"]},"e":{"B":"AQ=="}}}}]}"""
			.getBytes());
		var record = dynamodb.getRecords().get(0).getDynamodb();
		assertThat(record.getApproximateCreationDateTime().getTime()).isEqualTo(1500);
		assertThat(record.getNewImage().get("a").getS()).isEqualTo("x");
		assertThat(record.getNewImage().get("b").getBOOL()).isTrue();
		assertThat(record.getNewImage().get("c").getNULL()).isTrue();
		assertThat(record.getNewImage().get("d").getNS()).containsExactly("1");
		assertThat(record.getNewImage().get("e").getB().get(0)).isEqualTo((byte) 1);
		KinesisEvent kinesis = (KinesisEvent) read("KinesisEvent", """
				{"Records":[{"eventSource":"aws:kinesis","kinesis":{"data":"AQ==","sequenceNumber":"1",\
				"approximateArrivalTimestamp":1.25}}]}""".getBytes());
		assertThat(kinesis.getRecords().get(0).getKinesis().getApproximateArrivalTimestamp().getTime()).isEqualTo(1250);
		S3Event s3 = (S3Event) read("S3Event", """
				{"Records":[{"eventTime":"2026-01-02T03:04:05Z","awsRegion":"eu-central-1",\
				"responseElements":{"x-amz-id-2":"i","x-amz-request-id":"r"},"s3":{"bucket":{"name":"b",\
				"arn":"a"},"object":{"key":"k+1","size":9,"eTag":"e"}}}]}""".getBytes());
		assertThat(s3.getRecords().get(0).getResponseElements().getxAmzId2()).isEqualTo("i");
		assertThat(MAPPER.writeValueAsString(s3)).contains("\"x-amz-id-2\":\"i\"", "\"x-amz-request-id\":\"r\"");
		assertThat(s3.getRecords().get(0).getAwsRegion()).isEqualTo("eu-central-1");
		assertThat(s3.getRecords().get(0).getS3().getBucket().getName()).isEqualTo("b");
		assertThat(s3.getRecords().get(0).getS3().getObject().getUrlDecodedKey()).isEqualTo("k 1");
	}

	/**
	 * Finds the values of an event that didn't come through.
	 */
	private static final class Comparison {

		private static final DateTimeFormatter GATEWAY_TIME = DateTimeFormat.forPattern("dd/MMM/yyyy:HH:mm:ss Z");

		private final Set<String> lost = new TreeSet<>();

		private int values;

		private void compare(String path, JsonNode expected, JsonNode actual) {
			if (expected.isObject()) {
				expected.properties()
					.forEach((field) -> compare(path + "/" + field.getKey(), field.getValue(),
							find(actual, field.getKey())));
			}
			else if (expected.isArray() && actual.isTextual()) {
				this.values++;
				compareBytes(path, expected, actual);
			}
			else if (expected.isArray()) {
				for (int i = 0; i < expected.size(); i++) {
					compare(path + "/" + i, expected.get(i), actual.path(i));
				}
			}
			else if (!expected.isNull()) {
				this.values++;
				if (!isSame(expected, actual)) {
					this.lost.add(
							actual.isMissingNode() || actual.isNull() ? path : path + " " + expected + " is " + actual);
				}
			}
		}

		/**
		 * Kafka's headers come as arrays of numbers.
		 */
		private void compareBytes(String path, JsonNode expected, JsonNode actual) {
			byte[] bytes = Base64.getDecoder().decode(actual.asText());
			for (int i = 0; i < Math.max(bytes.length, expected.size()); i++) {
				if (i >= bytes.length || expected.path(i).asInt(-1) != bytes[i]) {
					this.lost.add(path);
				}
			}
		}

		/**
		 * The same value, whether as text, number or time.
		 */
		private static boolean isSame(JsonNode expected, JsonNode actual) {
			if (expected.isNumber() && actual.isNumber()) {
				return expected.decimalValue().compareTo(actual.decimalValue()) == 0;
			}
			return expected.asText().equals(actual.asText()) || isSameTime(expected.asText(), actual.asText());
		}

		private static boolean isSameTime(String expected, String actual) {
			try {
				return millis(expected) == millis(actual);
			}
			catch (IllegalArgumentException ex) {
				return false;
			}
		}

		private static long millis(String time) {
			if (time.matches("[0-9]+")) {
				return Long.parseLong(time);
			}
			return time.contains("/") ? GATEWAY_TIME.parseDateTime(time).getMillis() : DateTime.parse(time).getMillis();
		}

		private static JsonNode find(JsonNode node, String name) {
			for (Map.Entry<String, JsonNode> field : node.properties()) {
				if (field.getKey().equalsIgnoreCase(name)) {
					return field.getValue();
				}
			}
			return node.path(name);
		}

	}

}
