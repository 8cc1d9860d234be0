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

package dev.kindling.maven;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The functions of a shop, each in processes of its own: {@code checkout} takes HTTP and
 * keeps an order, {@code store} takes messages, {@code audit} the changes of the orders,
 * {@code tidy} a schedule. It speaks the Runtime API itself.
 */
final class ShopRuntime {

	private static final ObjectMapper MAPPER = new ObjectMapper();

	private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private ShopRuntime() {
	}

	public static void main(String[] arguments) throws Exception {
		String api = "http://" + System.getenv("AWS_LAMBDA_RUNTIME_API") + "/2018-06-01/runtime/invocation/";
		while (true) {
			HttpResponse<byte[]> next = CLIENT.send(HttpRequest.newBuilder(URI.create(api + "next")).build(),
					HttpResponse.BodyHandlers.ofByteArray());
			String id = next.headers().firstValue("Lambda-Runtime-Aws-Request-Id").orElseThrow();
			try {
				post(api + id + "/response", answer(MAPPER.readTree(next.body())));
			}
			catch (IllegalArgumentException ex) {
				post(api + id + "/error",
						MAPPER.createObjectNode()
							.put("errorType", "IllegalArgumentException")
							.put("errorMessage", ex.getMessage()));
			}
		}
	}

	private static JsonNode answer(JsonNode event) throws Exception {
		return switch (System.getenv("_HANDLER")) {
			case "checkout" -> checkout(event);
			case "store" -> failures(event, (record) -> MAPPER.readTree(record.path("body").asText()), "/messageId");
			case "audit" -> failures(event, ShopRuntime::change, "/dynamodb/SequenceNumber");
			case "tidy" -> MAPPER.createObjectNode().put("tidied", event.path("detail-type").asText());
			default -> throw new IllegalStateException(System.getenv("_HANDLER"));
		};
	}

	private static JsonNode checkout(JsonNode event) throws Exception {
		JsonNode order = MAPPER.readTree(event.path("body").asText());
		if (order.has("gate")) {
			System.out.println("waiting at the gate");
			while (!Files.exists(Path.of(order.path("gate").asText()))) {
				Thread.sleep(20);
			}
		}
		if (order.path("quantity").asInt() < 0) {
			throw new IllegalArgumentException("less than nothing was ordered");
		}
		ObjectNode request = MAPPER.createObjectNode().put("TableName", System.getenv("ORDER_TABLE_NAME"));
		boolean deletes = event.at("/requestContext/http/method").asText().equals("DELETE");
		ObjectNode item = request.putObject(deletes ? "Key" : "Item");
		item.putObject("id").put("S", order.path("id").asText());
		if (!deletes) {
			item.putObject("quantity").put("N", order.path("quantity").asText());
		}
		CLIENT.send(HttpRequest.newBuilder(URI.create(System.getenv("AWS_ENDPOINT_URL_DYNAMODB")))
			.header("X-Amz-Target", "DynamoDB_20120810." + (deletes ? "DeleteItem" : "PutItem"))
			.header("Content-Type", "application/x-amz-json-1.0")
			.header("Authorization",
					"AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/dynamodb/aws4_request, "
							+ "SignedHeaders=host, Signature=local")
			.POST(HttpRequest.BodyPublishers.ofByteArray(MAPPER.writeValueAsBytes(request)))
			.build(), HttpResponse.BodyHandlers.discarding());
		System.out.println("kept order " + order.path("id").asText());
		return MAPPER.createObjectNode().put("statusCode", 201).put("body", order.toString());
	}

	private static JsonNode change(JsonNode record) {
		JsonNode image = record.path("dynamodb").path("NewImage");
		return MAPPER.createObjectNode()
			.put("id", record.at("/dynamodb/Keys/id/S").asText())
			.put("quantity", image.at("/quantity/N").asInt());
	}

	private static JsonNode failures(JsonNode event, Order order, String identifier) throws Exception {
		ObjectNode answer = MAPPER.createObjectNode();
		ArrayNode failures = answer.putArray("batchItemFailures");
		for (JsonNode record : event.path("Records")) {
			JsonNode read = order.of(record);
			System.out.println("got " + read.path("id").asText());
			if (read.path("quantity").asInt() > 100) {
				failures.addObject().put("itemIdentifier", record.at(identifier).asText());
			}
		}
		return answer;
	}

	private static void post(String address, JsonNode body) throws Exception {
		CLIENT.send(HttpRequest.newBuilder(URI.create(address))
			.POST(HttpRequest.BodyPublishers.ofByteArray(MAPPER.writeValueAsBytes(body)))
			.build(), HttpResponse.BodyHandlers.discarding());
	}

	/**
	 * The order that is in a record.
	 */
	@FunctionalInterface
	private interface Order {

		JsonNode of(JsonNode record) throws Exception;

	}

}
