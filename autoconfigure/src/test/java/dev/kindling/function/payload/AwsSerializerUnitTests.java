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

package dev.kindling.function.payload;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kindling.function.corpus.PublishedEvent;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * AWS's own serializer is the judge of how AWS's classes are read and written.
 */
class AwsSerializerUnitTests {

	private static final String EVENTS = "com.amazonaws.services.lambda.runtime.events.";

	private static final ObjectMapper TREES = new ObjectMapper();

	@SuppressWarnings("unchecked")
	private static PojoSerializer<Object> aws(Class<?> type) {
		return LambdaEventSerializers.isLambdaSupportedEvent(type.getName())
				? (PojoSerializer<Object>) LambdaEventSerializers.serializerFor(type, type.getClassLoader())
				: (PojoSerializer<Object>) JacksonFactory.getInstance().getSerializer(type);
	}

	private static JsonNode awsWrites(Object event) throws Exception {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		aws(event.getClass()).toJson(event, bytes);
		return TREES.readTree(bytes.toByteArray());
	}

	private static JsonNode written(Object event) throws Exception {
		return TREES.readTree(new ResultWriter(event.getClass(), snakes()).write(event));
	}

	/**
	 * What the application configures for its own classes.
	 */
	private static ObjectMapper snakes() {
		return com.fasterxml.jackson.databind.json.JsonMapper.builder()
			.propertyNamingStrategy(com.fasterxml.jackson.databind.PropertyNamingStrategies.SNAKE_CASE)
			.enable(com.fasterxml.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
			.build();
	}

	@Test
	void writesEveryPublishedEventAsAwsDoes() throws Exception {
		Assumptions.assumeTrue(Files.isDirectory(PublishedEvent.folder()), "No published events beside the repository");
		List<String> differences = new ArrayList<>();
		for (PublishedEvent event : PublishedEvent.all()) {
			compare(event.file(), event.type(), event.json(), differences);
		}
		assertThat(differences).isEmpty();
	}

	@Test
	void writesTheEventsOfTheSampleAsAwsDoes() throws Exception {
		Map<String, String> types = Map.of("sqs", "SQSEvent", "sns", "SNSEvent", "s3", "S3Event", "kinesis",
				"KinesisEvent", "kafka", "KafkaEvent", "dynamodb-stream", "DynamodbEvent", "eventbridge",
				"ScheduledEvent", "alb", "ApplicationLoadBalancerRequestEvent", "apigateway-rest",
				"APIGatewayProxyRequestEvent", "apigateway-http", "APIGatewayV2HTTPEvent");
		List<String> differences = new ArrayList<>();
		for (Map.Entry<String, String> type : types.entrySet()) {
			compare(type.getKey(), type.getValue(),
					Files.readAllBytes(Path.of("../sam/events/" + type.getKey() + ".json")), differences);
		}
		assertThat(differences).isEmpty();
	}

	private static void compare(String name, String type, byte[] json, List<String> differences) throws Exception {
		Class<?> raw = Class.forName(EVENTS + type);
		Object ours = InputReader.of(raw, snakes()).read(json, "The event");
		assertThat(ours).isNotNull();
		try {
			Object theirs = aws(raw).fromJson(new ByteArrayInputStream(json));
			lost(name + " read", "", awsWrites(theirs), awsWrites(ours), differences);
		}
		catch (RuntimeException ex) {
			System.out.println(name + ": AWS's serializer can't: " + ex.getMessage());
		}
		lost(name + " written", "", awsWrites(ours), written(ours), differences);
		more(name + " written", "", awsWrites(ours), written(ours), differences);
	}

	private static void more(String name, String path, JsonNode aws, JsonNode actual, List<String> differences) {
		for (String field : new TreeSet<>(actual.properties().stream().map(Map.Entry::getKey).toList())) {
			if (!aws.has(field)) {
				differences.add(name + " " + path + "/" + field + " isn't written by AWS");
			}
			else {
				more(name, path + "/" + field, aws.path(field), actual.path(field), differences);
			}
		}
		for (int i = 0; i < actual.size() && actual.isArray(); i++) {
			more(name, path + "/" + i, aws.path(i), actual.path(i), differences);
		}
	}

	private static void lost(String name, String path, JsonNode aws, JsonNode actual, List<String> differences) {
		if (aws.isObject()) {
			aws.properties()
				.forEach((field) -> lost(name, path + "/" + field.getKey(), field.getValue(),
						actual.path(field.getKey()), differences));
		}
		else if (aws.isArray()) {
			for (int i = 0; i < aws.size(); i++) {
				lost(name, path + "/" + i, aws.get(i), actual.path(i), differences);
			}
		}
		else if (!aws.isNull() && !isSame(aws, actual)) {
			differences.add(name + " " + path + " " + aws + " is " + actual);
		}
	}

	private static boolean isSame(JsonNode aws, JsonNode actual) {
		return (aws.isNumber() && actual.isNumber()) ? aws.decimalValue().compareTo(actual.decimalValue()) == 0
				: aws.equals(actual);
	}

}
