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

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.function.http.HttpResponse;
import dev.kindling.runtime.InvocationResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.web.server.ResponseStatusException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What functions that take the whole event of an HTTP request get and answer.
 */
class WholeHttpEventsUnitTests {

	private static final String BODY = "{\"id\":\"7\"}";

	private static final String[] SNAKE = { "spring.jackson.property-naming-strategy=SNAKE_CASE",
			"spring.jackson.deserialization.fail-on-unknown-properties=true",
			"spring.jackson.generator.write-numbers-as-strings=true" };

	static List<String> requests() {
		return List.of(HttpEvents.v2("POST", BODY), HttpEvents.v1("POST", BODY), HttpEvents.alb("POST", BODY),
				HttpEvents.albMultiValue("POST", BODY));
	}

	private static Functions serving(String name) {
		return Functions.of(Whole.class).serving(name);
	}

	@ParameterizedTest
	@ValueSource(strings = { "bytes", "text", "map", "tree", "object", "event", "messageOfEvent", "messageOfMap" })
	void answersAnHttpResponseWhateverTheFunctionTakes(String name) {
		JsonNode answer = serving(name).json(HttpEvents.v2("POST", BODY));
		assertThat(answer.path("statusCode").intValue()).isEqualTo(404);
		assertThat(answer.path("headers").path("X-Tag").textValue()).isEqualTo("a");
		assertThat(answer.path("cookies").toString()).isEqualTo("[\"c=1\"]");
		assertThat(answer.path("body").textValue()).isEqualTo("none");
	}

	@ParameterizedTest
	@MethodSource("requests")
	void answersAnHttpResponseInTheFormOfTheRequest(String request) {
		JsonNode answer = serving("map").json(request);
		assertThat(answer.path("statusCode").intValue()).isEqualTo(404);
		assertThat(answer.has("multiValueHeaders")).isEqualTo(request.contains("multiValueHeaders"));
	}

	@Test
	void answersTheBodyAloneToWhatIsNoRequest() {
		assertThat(serving("map").invoke("{\"requestContext\":{}}")).isEqualTo("\"none\"");
		assertThat(serving("bytes").invoke("\"requestContext\" is no JSON")).isEqualTo("none");
		assertThat(serving("map").with("kindling.function.http.enabled=false").invoke(HttpEvents.v2("POST", BODY)))
			.isEqualTo("\"none\"");
	}

	@Test
	void answersTheMessageOfAFunctionOfTheEventThatSetsStatusOrHeaders() {
		JsonNode answer = serving("message").json(HttpEvents.v2("POST", BODY));
		assertThat(answer.path("statusCode").intValue()).isEqualTo(201);
		assertThat(answer.path("body").textValue()).isEqualTo("made");
		assertThat(serving("plainMessage").invoke(HttpEvents.v2("POST", BODY))).isEqualTo("\"made\"");
	}

	@Test
	void streamsWhatAFunctionOfTheEventStreams() throws Exception {
		InvocationResponse response = serving("stream").respond(HttpEvents.v2("GET", null));
		assertThat(new String(Functions.bytes(response), StandardCharsets.UTF_8))
			.startsWith("{\"statusCode\":202,\"headers\":{")
			.endsWith("\0streamed");
		InvocationResponse own = serving("ownPrelude").respond(HttpEvents.v2("GET", null));
		assertThat(new String(Functions.bytes(own), StandardCharsets.UTF_8)).isEqualTo("{}\0\0\0\0\0\0\0\0own");
	}

	@Test
	void leavesWhatAFunctionOfTheEventReturnsAsItIs() {
		assertThat(serving("mapOfMap").invoke(HttpEvents.v2("POST", BODY))).isEqualTo("{\"statusCode\":205}");
		assertThat(serving("bytesOfBytes").invoke(HttpEvents.v2("POST", BODY))).isEqualTo(HttpEvents.v2("POST", BODY));
	}

	@Test
	void answersWhatAFunctionOfTheEventThrows() {
		JsonNode answer = serving("thrower").json(HttpEvents.v1("POST", BODY));
		assertThat(answer.path("statusCode").intValue()).isEqualTo(404);
		assertThat(answer.path("body").textValue()).contains("no order");
		assertThat(serving("thrower").fail("{}")).isInstanceOf(ResponseStatusException.class);
	}

	@Test
	void handsTheRequestToAFunctionOfMessagesOfTheEvent() {
		assertThat(serving("described").json(HttpEvents.v2("POST", BODY)).path("body").textValue())
			.isEqualTo("POST /orders/7 {\"id\":\"7\"}");
	}

	@Test
	void takesATreeWithAStatusForAResponseAsAMapIs() {
		JsonNode answer = serving("responseTree").json(HttpEvents.v2("POST", BODY));
		assertThat(answer.path("statusCode").intValue()).isEqualTo(205);
	}

	@ParameterizedTest
	@ValueSource(strings = { "ownEnvelope", "ownBean", "partOfEnvelope", "headersAndBody", "messageOfOwnEnvelope" })
	void handsTheWholeEventToATypeThatHasItsProperties(String name) {
		for (String event : List.of(HttpEvents.v2("POST", BODY), HttpEvents.v1("POST", BODY))) {
			assertThat(serving(name).json(event).path("body").textValue()).contains("{\"id\":\"7\"}");
			assertThat(serving(name).with(SNAKE).json(event).path("body").textValue()).contains("{\"id\":\"7\"}");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "document", "comment", "pathOfDocument" })
	void handsTheBodyToATypeThatSharesANameWithTheEvent(String name) {
		JsonNode answer = serving(name)
			.json(HttpEvents.v2("POST", "{\"body\":\"text\",\"path\":\"/a\",\"title\":\"t\",\"headers\":\"h\"}"));
		assertThat(answer.path("body").textValue()).contains("text");
	}

	@ParameterizedTest
	@MethodSource("requests")
	void leavesAResponseOfATypeOfTheApplicationAsItIs(String request) {
		for (Functions functions : List.of(serving("ownResponse"), serving("ownResponse").with(SNAKE))) {
			JsonNode answer = functions.json(request);
			assertThat(answer.path("statusCode").intValue()).isEqualTo(409);
			assertThat(answer.path("headers").path("X-Tag").textValue()).isEqualTo("b");
			assertThat(answer.path("isBase64Encoded").isBoolean()).isTrue();
			assertThat(answer.path("body").textValue()).isEqualTo("taken");
		}
	}

	@Test
	void answersATypeThatHasMoreThanAResponseAsABody() throws Exception {
		JsonNode answer = serving("check").json(HttpEvents.v2("POST", BODY));
		assertThat(answer.path("statusCode").intValue()).isEqualTo(200);
		assertThat(new ObjectMapper().readTree(answer.path("body").textValue()).path("statusCode").intValue())
			.isEqualTo(503);
	}

	@ParameterizedTest
	@MethodSource("requests")
	void writesResponsesByAwsRulesWhateverTheApplicationSets(String request) {
		JsonNode answer = serving("map").with(SNAKE).json(request);
		assertThat(answer.path("statusCode").intValue()).isEqualTo(404);
		assertThat(answer.path("body").textValue()).isEqualTo("none");
		JsonNode body = serving("renamed").with(SNAKE).json(request);
		assertThat(body.path("statusCode").intValue()).isEqualTo(200);
		assertThat(body.path("body").textValue()).contains("\"first_name\":");
	}

	@Test
	void handsTheWholeEventToAwsHandlersAndAnswersAsTheyDo() {
		for (Functions functions : List.of(serving("handler"), serving("handler").with(SNAKE))) {
			JsonNode answer = functions.json(HttpEvents.v2("POST", BODY));
			assertThat(answer.path("statusCode").asInt()).isEqualTo(203);
			assertThat(answer.path("body").textValue()).isEqualTo(BODY);
		}
		assertThat(serving("streamHandler").invoke(HttpEvents.v2("POST", BODY)))
			.isEqualTo("{\"statusCode\":204,\"body\":\"\"}");
	}

	@Configuration(proxyBeanMethods = false)
	static class Whole {

		private static HttpResponse<String> missing() {
			return HttpResponse.of(404, "none").header("X-Tag", "a").cookie("c=1");
		}

		@Bean
		Function<byte[], HttpResponse<byte[]>> bytes() {
			return (event) -> HttpResponse.of(404, "none".getBytes())
				.header("Content-Type", "text/plain")
				.header("X-Tag", "a")
				.cookie("c=1");
		}

		@Bean
		Function<String, HttpResponse<String>> text() {
			return (event) -> missing();
		}

		@Bean
		Function<Map<String, Object>, HttpResponse<String>> map() {
			return (event) -> missing();
		}

		@Bean
		Function<JsonNode, HttpResponse<String>> tree() {
			return (event) -> missing();
		}

		@Bean
		Function<Object, Object> object() {
			return (event) -> missing();
		}

		@Bean
		Function<APIGatewayV2HTTPEvent, HttpResponse<String>> event() {
			return (event) -> missing();
		}

		@Bean
		Function<Message<APIGatewayV2HTTPEvent>, HttpResponse<String>> messageOfEvent() {
			return (message) -> missing();
		}

		@Bean
		Function<Message<Map<String, Object>>, HttpResponse<String>> messageOfMap() {
			return (message) -> missing();
		}

		@Bean
		Function<Map<String, Object>, Message<String>> message() {
			return (event) -> MessageBuilder.withPayload("made").setHeader("statusCode", 201).build();
		}

		@Bean
		Function<Map<String, Object>, Message<String>> plainMessage() {
			return (event) -> MessageBuilder.withPayload("made").build();
		}

		@Bean
		Function<JsonNode, StreamingResponse> stream() {
			return (event) -> StreamingResponse.of(HttpResponse.status(202),
					(output) -> output.write("streamed".getBytes()));
		}

		@Bean
		Function<JsonNode, StreamingResponse> ownPrelude() {
			return (event) -> StreamingResponse.of("application/vnd.awslambda.http-integration-response",
					(output) -> output.write("{}\0\0\0\0\0\0\0\0own".getBytes()));
		}

		@Bean
		Function<Map<String, Object>, Map<String, Object>> mapOfMap() {
			return (event) -> new LinkedHashMap<>(Map.of("statusCode", 205));
		}

		@Bean
		Function<byte[], byte[]> bytesOfBytes() {
			return Function.identity();
		}

		@Bean
		Function<Map<String, Object>, Map<String, Object>> thrower() {
			return (event) -> {
				throw new ResponseStatusException(HttpStatus.NOT_FOUND, "no order");
			};
		}

		@Bean
		Function<Message<APIGatewayV2HTTPEvent>, String> described() {
			return (message) -> message.getHeaders().get("httpMethod") + " " + message.getHeaders().get("path") + " "
					+ message.getPayload().getBody();
		}

		@Bean
		Function<Order, ObjectNode> responseTree() {
			return (order) -> JsonNodeFactory.instance.objectNode().put("statusCode", 205);
		}

		@Bean
		Function<OwnEnvelope, String> ownEnvelope() {
			return (event) -> event.requestContext().stage() + event.headers().size() + event.body();
		}

		@Bean
		Function<OwnBean, String> ownBean() {
			return (event) -> event.body;
		}

		@Bean
		Function<Parts, String> partOfEnvelope() {
			return (event) -> event.pathParameters().get("id") + event.body();
		}

		@Bean
		Function<HeadersAndBody, String> headersAndBody() {
			return (event) -> event.headers().size() + event.body();
		}

		@Bean
		Function<Message<OwnEnvelope>, String> messageOfOwnEnvelope() {
			return (message) -> message.getHeaders().get("httpMethod") + message.getPayload().body();
		}

		@Bean
		Function<Document, String> document() {
			return (document) -> document.title() + document.headers() + document.body();
		}

		@Bean
		Function<Comment, String> comment() {
			return Comment::body;
		}

		@Bean
		Function<PathOfDocument, String> pathOfDocument() {
			return (document) -> document.path() + document.body();
		}

		@Bean
		Function<Order, OwnResponse> ownResponse() {
			return (order) -> new OwnResponse(409, Map.of("X-Tag", "b"), "taken", false);
		}

		@Bean
		Function<Order, Check> check() {
			return (order) -> new Check("https://example.com", 503, "down");
		}

		@Bean
		Function<Order, Person> renamed() {
			return (order) -> new Person("Zoe");
		}

		@Bean
		RequestHandler<OwnEnvelope, OwnResponse> handler() {
			return (event, context) -> new OwnResponse(203, Map.of(), event.body(), false);
		}

		@Bean
		RequestStreamHandler streamHandler() {
			return (input, output, context) -> output.write("{\"statusCode\":204,\"body\":\"\"}".getBytes());
		}

	}

	record OwnEnvelope(Context requestContext, Map<String, String> headers, String body) {

		record Context(String stage) {
		}

	}

	static class OwnBean {

		private String body;

		private Object requestContext;

		public void setBody(String body) {
			this.body = body;
		}

		public void setRequestContext(Object requestContext) {
			this.requestContext = requestContext;
		}

	}

	record Parts(Map<String, String> pathParameters, String body) {
	}

	record HeadersAndBody(Map<String, String> headers, String body) {
	}

	record Document(String title, String headers, String body) {
	}

	record Comment(String body) {
	}

	record PathOfDocument(String path, String body) {
	}

	record OwnResponse(int statusCode, Map<String, String> headers, String body, boolean isBase64Encoded) {
	}

	record Check(String url, int statusCode, String body) {
	}

	record Person(String firstName) {
	}

}
