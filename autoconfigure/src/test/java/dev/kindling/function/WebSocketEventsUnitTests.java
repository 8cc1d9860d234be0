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

import java.util.Map;
import java.util.function.Function;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketResponse;
import com.fasterxml.jackson.databind.JsonNode;
import dev.kindling.function.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Connections and messages of WebSocket APIs.
 */
class WebSocketEventsUnitTests {

	private static final String CONTEXT = """
			"requestContext":{"routeKey":"%s","eventType":"%s","messageDirection":"IN","stage":"prod",\
			"connectionId":"c-1","requestId":"r","apiId":"api","domainName":"api.execute-api.eu-central-1.amazonaws.com"}""";

	private static final String CONNECT = """
			{"headers":{"Auth":"user"},"multiValueHeaders":{"Auth":["user"]},%s,"isBase64Encoded":false}"""
		.formatted(CONTEXT.formatted("$connect", "CONNECT"));

	private static final String MESSAGE = """
			{%s,"body":"{\\"id\\":\\"7\\"}","isBase64Encoded":false}"""
		.formatted(CONTEXT.formatted("order", "MESSAGE"));

	private static Functions serving(String name) {
		return Functions.of(Sockets.class).serving(name);
	}

	@ParameterizedTest
	@ValueSource(strings = { "refuse", "refuseByMessage", "refuseByEvent" })
	void refusesAConnection(String name) {
		assertThat(serving(name).json(CONNECT).path("statusCode").intValue()).isEqualTo(403);
	}

	@Test
	void handsTheMessageAndItsConnectionToAFunctionOfMessages() {
		assertThat(serving("describe").json(MESSAGE).path("body").textValue()).isEqualTo("7 MESSAGE order c-1");
		assertThat(serving("describe").json(CONNECT).path("body").textValue()).isEqualTo("null CONNECT $connect c-1");
	}

	@Test
	void handsTheMessageToAFunctionOfIt() {
		JsonNode answer = serving("order").json(MESSAGE);
		assertThat(answer.path("statusCode").intValue()).isEqualTo(200);
		assertThat(answer.path("body").textValue()).contains("\"id\":\"7\"");
		assertThat(answer.path("multiValueHeaders").path("Content-Type").get(0).textValue())
			.isEqualTo("application/json");
	}

	@Test
	void leavesAwsOwnClassesAsTheyAre() {
		JsonNode answer = serving("aws").json(MESSAGE);
		assertThat(answer.path("statusCode").intValue()).isEqualTo(202);
		assertThat(answer.path("body").textValue()).isEqualTo("c-1");
	}

	@Configuration(proxyBeanMethods = false)
	static class Sockets {

		@Bean
		Function<Map<String, Object>, HttpResponse<Void>> refuse() {
			return (event) -> HttpResponse.status(403);
		}

		@Bean
		Function<Message<Order>, HttpResponse<Void>> refuseByMessage() {
			return (message) -> HttpResponse.status(403);
		}

		@Bean
		Function<APIGatewayV2WebSocketEvent, HttpResponse<Void>> refuseByEvent() {
			return (event) -> HttpResponse.status(403);
		}

		@Bean
		Function<Message<Order>, String> describe() {
			return (message) -> ((message.getPayload() != null) ? message.getPayload().id() : "null") + " "
					+ message.getHeaders().get("httpMethod") + " " + message.getHeaders().get("path") + " "
					+ message.getHeaders().get("connectionId");
		}

		@Bean
		Function<Order, Order> order() {
			return Function.identity();
		}

		@Bean
		Function<APIGatewayV2WebSocketEvent, APIGatewayV2WebSocketResponse> aws() {
			return (event) -> {
				APIGatewayV2WebSocketResponse response = new APIGatewayV2WebSocketResponse();
				response.setStatusCode(202);
				response.setBody(event.getRequestContext().getConnectionId());
				return response;
			};
		}

	}

}
