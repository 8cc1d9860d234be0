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

package dev.kindling.console.events;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.amazonaws.services.lambda.runtime.events.APIGatewayCustomAuthorizerEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2CustomAuthorizerEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketEvent;
import com.amazonaws.services.lambda.runtime.events.ActiveMQEvent;
import com.amazonaws.services.lambda.runtime.events.AppSyncLambdaAuthorizerEvent;
import com.amazonaws.services.lambda.runtime.events.ApplicationLoadBalancerRequestEvent;
import com.amazonaws.services.lambda.runtime.events.CloudFormationCustomResourceEvent;
import com.amazonaws.services.lambda.runtime.events.CloudWatchLogsEvent;
import com.amazonaws.services.lambda.runtime.events.CodeCommitEvent;
import com.amazonaws.services.lambda.runtime.events.CognitoUserPoolPreSignUpEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.KafkaEvent;
import com.amazonaws.services.lambda.runtime.events.KinesisEvent;
import com.amazonaws.services.lambda.runtime.events.KinesisFirehoseEvent;
import com.amazonaws.services.lambda.runtime.events.RabbitMQEvent;
import com.amazonaws.services.lambda.runtime.events.S3BatchEvent;
import com.amazonaws.services.lambda.runtime.events.S3Event;
import com.amazonaws.services.lambda.runtime.events.SNSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.kindling.local.LocalLambda;
import dev.kindling.local.invoke.InvokeResult;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whether the console's events are what the services send: AWS's classes read them, and a
 * function of an application's own type gets what is inside.
 */
class SampleEventsIntegrationTests {

	private static final JsonMapper MAPPER = new JsonMapper();

	private static final String ORDER = "{\"id\":\"o-1\",\"quantity\":2}";

	private static final Map<String, Class<?>> CLASSES = Map.ofEntries(Map.entry("http", APIGatewayV2HTTPEvent.class),
			Map.entry("rest", APIGatewayProxyRequestEvent.class),
			Map.entry("load-balancer", ApplicationLoadBalancerRequestEvent.class),
			Map.entry("websocket-message", APIGatewayV2WebSocketEvent.class),
			Map.entry("websocket-connect", APIGatewayV2WebSocketEvent.class),
			Map.entry("websocket-disconnect", APIGatewayV2WebSocketEvent.class),
			Map.entry("authorizer", APIGatewayV2CustomAuthorizerEvent.class),
			Map.entry("appsync-authorizer", AppSyncLambdaAuthorizerEvent.class),
			Map.entry("token-authorizer", APIGatewayCustomAuthorizerEvent.class), Map.entry("sqs", SQSEvent.class),
			Map.entry("sqs-fifo", SQSEvent.class), Map.entry("sns", SNSEvent.class),
			Map.entry("kinesis", KinesisEvent.class), Map.entry("dynamodb-insert", DynamodbEvent.class),
			Map.entry("dynamodb-modify", DynamodbEvent.class), Map.entry("dynamodb-remove", DynamodbEvent.class),
			Map.entry("s3", S3Event.class), Map.entry("schedule", ScheduledEvent.class),
			Map.entry("eventbridge", ScheduledEvent.class), Map.entry("kafka", KafkaEvent.class),
			Map.entry("activemq", ActiveMQEvent.class), Map.entry("rabbitmq", RabbitMQEvent.class),
			Map.entry("codecommit", CodeCommitEvent.class), Map.entry("logs", CloudWatchLogsEvent.class),
			Map.entry("firehose", KinesisFirehoseEvent.class), Map.entry("s3-batch", S3BatchEvent.class),
			Map.entry("cognito", CognitoUserPoolPreSignUpEvent.class),
			Map.entry("cloudformation", CloudFormationCustomResourceEvent.class));

	private static LocalLambda lambda;

	private static JsonNode events;

	@BeforeAll
	static void start() throws Exception {
		events = new SampleEvents().of("any", null, MAPPER.readTree(ORDER), "orders");
		lambda = LocalLambda.builder()
			.mainClass(OrderApplication.class)
			.initTimeout(Duration.ofMinutes(1))
			.timeout(Duration.ofMinutes(1))
			.logs((line) -> {
			})
			.build();
	}

	@AfterAll
	static void stop() {
		lambda.close();
	}

	private static String json(String id) {
		for (JsonNode event : events) {
			if (event.get("id").asText().equals(id)) {
				return event.get("json").asText();
			}
		}
		throw new AssertionError("There is no event " + id);
	}

	@ParameterizedTest
	@ValueSource(strings = { "direct", "http", "rest", "load-balancer", "websocket-message", "sqs", "sqs-fifo", "sns",
			"kinesis", "dynamodb-insert", "dynamodb-modify", "eventbridge", "scheduler", "pipe", "kafka", "activemq",
			"rabbitmq", "logs", "firehose", "analytics", "appsync", "appsync-batch" })
	void bringAFunctionWhatItTakes(String id) {
		InvokeResult result = lambda.invoke(json(id));
		assertThat(result.isError()).as(result.payloadAsString()).isFalse();
		assertThat(result.logs()).contains("got Order[id=o-1, quantity=2]");
	}

	static Stream<String> readable() {
		return CLASSES.keySet().stream().sorted();
	}

	@ParameterizedTest
	@MethodSource("readable")
	void areReadByTheClassesOfAws(String id) throws Exception {
		List<String> unread = unread(id, CLASSES.get(id));
		if (id.equals("authorizer")) {
			// AWS's class reads both of its times, and writes neither
			unread.removeAll(List.of(at(id, "/requestContext/time"), at(id, "/requestContext/timeEpoch")));
		}
		if (id.equals("appsync-authorizer")) {
			// AppSync's documentation has this name, and AWS's class another
			unread.remove(at(id, "/requestContext/queryString"));
		}
		assertThat(unread).isEmpty();
	}

	private static String at(String id, String pointer) throws Exception {
		return MAPPER.readTree(json(id)).at(pointer).asText();
	}

	private static <T> List<String> unread(String id, Class<T> type) throws Exception {
		PojoSerializer<T> serializer = LambdaEventSerializers.serializerFor(type, type.getClassLoader());
		T read = serializer.fromJson(json(id));
		ByteArrayOutputStream written = new ByteArrayOutputStream();
		serializer.toJson(read, written);
		Set<String> values = new HashSet<>();
		leaves(MAPPER.readTree(written.toByteArray()), values);
		Set<String> sent = new HashSet<>();
		leaves(MAPPER.readTree(json(id)), sent);
		List<String> missing = new ArrayList<>(sent);
		missing.removeAll(values);
		return missing;
	}

	private static void leaves(JsonNode node, Set<String> values) {
		if (node.isContainerNode()) {
			node.forEach((element) -> leaves(element, values));
		}
		else if (!node.isNull()) {
			values.add(canonical(node));
		}
	}

	/**
	 * AWS's classes write numbers and times in another form than they read them.
	 */
	private static String canonical(JsonNode value) {
		if (value.isNumber()) {
			return value.decimalValue().stripTrailingZeros().toPlainString();
		}
		try {
			return OffsetDateTime.parse(value.asText()).toInstant().toString();
		}
		catch (DateTimeParseException ex) {
			return value.asText();
		}
	}

	@Test
	void areOfEverySourceAndBeginWithTheFunctionsOwn() {
		assertThat(events).hasSizeGreaterThan(30);
		assertThat(events.findValuesAsText("id")).doesNotHaveDuplicates();
		for (Map.Entry<String, String> kind : Map
			.of("sqs", "sqs", "http", "http", "rest", "rest", "dynamodb", "dynamodb-insert", "schedule", "schedule",
					"websocket", "websocket-message", "any", "direct")
			.entrySet()) {
			JsonNode sorted = new SampleEvents().of(kind.getKey(), null, null, "f");
			assertThat(sorted.at("/0/id").asText()).isEqualTo(kind.getValue());
			assertThat(sorted.at("/0/fits").asBoolean()).isTrue();
		}
		assertThat(new SampleEvents().of("other", "KafkaEvent", null, "f").at("/0/id").asText()).isEqualTo("kafka");
		assertThat(StreamSupport.stream(events.spliterator(), false).filter((event) -> event.get("fits").asBoolean()))
			.hasSize(1);
	}

}
