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

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.server.ResponseStatusException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * HTTP requests and their responses.
 */
class HttpEnvelopeUnitTests {

	private static final String BODY = "{\"id\":\"7\"}";

	private static Functions serving(String name) {
		return Functions.of(Orders.class).serving(name);
	}

	static List<String> requests() {
		return List.of(HttpEvents.v2("POST", BODY), HttpEvents.v1("POST", BODY), HttpEvents.alb("POST", BODY),
				HttpEvents.albMultiValue("POST", BODY));
	}

	@ParameterizedTest
	@MethodSource("requests")
	void handsTheBodyToTheFunctionAndAnswersStatusHeadersAndBody(String request) {
		JsonNode answer = serving("orders").json(request);
		assertThat(answer.path("statusCode").asInt()).isEqualTo(200);
		assertThat(answer.findPath("Content-Type").toString()).contains("application/json");
		assertThat(answer.path("body").asText()).contains("\"id\":\"7\"");
		assertThat(answer.path("isBase64Encoded").asBoolean(true)).isFalse();
		assertThat(answer.has("statusDescription")).isEqualTo(request.contains("targetGroupArn"));
		assertThat(answer.has("multiValueHeaders")).isEqualTo(request.contains("multiValueHeaders"));
	}

	@ParameterizedTest
	@MethodSource("requests")
	void handsTheRequestToAFunctionOfMessages(String request) {
		assertThat(serving("describe").json(request).path("body").asText()).startsWith("7 POST /orders/7 ")
			.contains("b c")
			.contains("sid=1")
			.contains("theme=dark")
			.contains("content-type=[application/json]");
	}

	@Test
	void handsPathVariablesAndClaimsToAFunctionOfMessages() {
		for (String request : List.of(HttpEvents.v2("POST", BODY), HttpEvents.v1("POST", BODY))) {
			assertThat(serving("describe").json(request).path("body").asText()).contains("{id=7}")
				.contains("\"sub\":\"user-1\"");
		}
	}

	@ParameterizedTest
	@MethodSource("requests")
	void answersABrokenBodyWithAProblem(String request) {
		for (String body : List.of("{\\\"id\\\":", "[]", "{\\\"quantity\\\":\\\"secret\\\"}", "")) {
			JsonNode answer = serving("orders").json(request.replace(BODY.replace("\"", "\\\""), body));
			assertThat(answer.path("statusCode").asInt()).isEqualTo(400);
			assertThat(answer.findPath("Content-Type").toString()).contains("application/problem+json");
			assertThat(answer.path("body").asText()).contains("\"status\":400").doesNotContain("secret");
		}
	}

	@Test
	void decodesABodyInBase64AndRefusesABrokenOne() {
		String encoded = HttpEvents.v2("POST", Base64.getEncoder().encodeToString(BODY.getBytes()))
			.replace("\"isBase64Encoded\":false", "\"isBase64Encoded\":true");
		assertThat(serving("orders").json(encoded).path("body").asText()).contains("\"id\":\"7\"");
		String broken = HttpEvents.v2("POST", "%%%").replace("\"isBase64Encoded\":false", "\"isBase64Encoded\":true");
		assertThat(serving("orders").json(broken).path("statusCode").asInt()).isEqualTo(400);
	}

	@Test
	void answersAConsumerWithoutContentAndASupplierWithoutReadingTheBody() {
		assertThat(serving("sink").json(HttpEvents.v2("POST", BODY)).path("statusCode").asInt()).isEqualTo(204);
		assertThat(serving("latest").json(HttpEvents.v2("GET", null)).path("body").asText()).contains("latest");
	}

	@Test
	void setsStatusHeadersAndCookies() {
		JsonNode v2 = serving("created").json(HttpEvents.v2("POST", BODY));
		assertThat(v2.path("statusCode").asInt()).isEqualTo(201);
		assertThat(v2.path("headers").path("X-Tag").asText()).isEqualTo("a, b");
		assertThat(v2.path("cookies").toString()).isEqualTo("[\"sid=2\",\"theme=light\"]");
		JsonNode v1 = serving("created").json(HttpEvents.v1("POST", BODY));
		assertThat(v1.path("multiValueHeaders").path("X-Tag").toString()).isEqualTo("[\"a\",\"b\"]");
		assertThat(v1.path("multiValueHeaders").path("Set-Cookie").toString()).isEqualTo("[\"sid=2\",\"theme=light\"]");
		JsonNode alb = serving("created").json(HttpEvents.alb("POST", BODY));
		assertThat(alb.path("statusDescription").asText()).isEqualTo("201 Created");
		assertThat(alb.path("headers").path("Set-Cookie").asText()).isEqualTo("sid=2");
		assertThat(alb.path("headers").path("set-Cookie").asText()).isEqualTo("theme=light");
	}

	@Test
	void letsAMessageSetStatusAndHeadersAndNothingElseLeave() {
		JsonNode answer = serving("reply").json(HttpEvents.v2("POST", BODY));
		assertThat(answer.path("statusCode").asInt()).isEqualTo(202);
		assertThat(answer.path("headers").toString())
			.isEqualTo("{\"X-Tag\":\"a\",\"Content-Type\":\"text/plain;charset=UTF-8\"}");
	}

	@Test
	void encodesWhatIsBinary() {
		JsonNode answer = serving("binary").json(HttpEvents.v2("POST", BODY));
		assertThat(answer.path("isBase64Encoded").asBoolean()).isTrue();
		assertThat(Base64.getDecoder().decode(answer.path("body").asText())).containsExactly(1, -1);
	}

	@Test
	void refusesAHeaderWithALineBreak() {
		assertThat(serving("split").fail(HttpEvents.v2("POST", BODY))).hasMessageContaining("line break");
	}

	@Test
	void mapsFailuresByAnnotationAndByBean() {
		JsonNode annotated = serving("conflict").json(HttpEvents.v2("POST", BODY));
		assertThat(annotated.path("statusCode").asInt()).isEqualTo(409);
		assertThat(annotated.path("body").asText()).contains("taken");
		assertThat(serving("mapped").json(HttpEvents.v2("POST", BODY)).path("statusCode").asInt()).isEqualTo(418);
		assertThat(serving("broken").fail(HttpEvents.v2("POST", BODY))).isInstanceOf(IllegalStateException.class);
		assertThat(serving("conflict").fail(BODY)).isInstanceOf(Conflict.class);
	}

	@Test
	void leavesAwsOwnResponsesAsTheyAre() {
		JsonNode answer = serving("aws").json(HttpEvents.v2("POST", BODY));
		assertThat(answer.path("statusCode").asInt()).isEqualTo(203);
		assertThat(answer.path("body").asText()).isEqualTo("/orders/7");
		assertThat(answer.path("isBase64Encoded").isBoolean()).isTrue();
	}

	@Test
	void streamsToAFunctionUrlAfterAPrelude() throws Exception {
		for (String name : List.of("stream", "input")) {
			InvocationResponse response = serving(name).respond(HttpEvents.v2("GET", BODY));
			assertThat(response).isInstanceOfSatisfying(InvocationResponse.Streaming.class,
					(streaming) -> assertThat(streaming.contentType())
						.isEqualTo("application/vnd.awslambda.http-integration-response"));
			String text = new String(Functions.bytes(response), StandardCharsets.UTF_8);
			int end = text.indexOf('}', text.indexOf("headers") + 12) + 2;
			assertThat(text.substring(0, end)).startsWith("{\"statusCode\":200,\"headers\":{");
			assertThat(text.substring(end)).isEqualTo("\0".repeat(8) + "streamed");
		}
	}

	@Test
	void answersALoadBalancerAtOnceAndStreamsToOthersWithoutPrelude() throws Exception {
		assertThat(serving("stream").json(HttpEvents.alb("GET", BODY)).path("body").asText()).isEqualTo("streamed");
		assertThat(serving("stream").invoke("{}")).isEqualTo("streamed");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"routeKey\":\"$default\",", "\"rawPath\":\"/orders/7\",", "\"version\":\"2.0\",",
			"\"method\":\"POST\"," })
	void takesAnEventWithoutOneOfTheMarksAsAPayload(String mark) {
		String event = HttpEvents.v2("POST", BODY);
		String other = event.replaceFirst(java.util.regex.Pattern.quote(mark), "");
		assertThat(other).isNotEqualTo(event);
		assertThat(serving("orders").fail(other)).hasMessageContaining("It has", "Order has 'id'");
	}

	@Test
	void takesPayloadsThatLookLikeRequestsAsPayloads() {
		assertThat(serving("orders")
			.json("{\"id\":\"1\",\"headers\":5,\"httpMethod\":\"x\",\"payload\":1," + "\"requestContext\":{}}")
			.path("id")
			.asText()).isEqualTo("1");
	}

	@Test
	void answersWithTheResponseThatAnExceptionDescribes() throws Exception {
		JsonNode missing = serving("missing").json(HttpEvents.v2("POST", BODY));
		assertThat(missing.path("statusCode").asInt()).isEqualTo(404);
		assertThat(missing.path("headers").path("content-type").asText() + missing.path("headers").path("Content-Type"))
			.contains("application/problem+json");
		assertThat(new ObjectMapper().readTree(missing.path("body").asText())).isEqualTo(new ObjectMapper().readTree(
				"{\"type\":\"about:blank\",\"title\":\"Not Found\",\"status\":404," + "\"detail\":\"no order 1\"}"));
		JsonNode limited = serving("limited").json(HttpEvents.v2("POST", BODY));
		assertThat(limited.path("statusCode").asInt()).isEqualTo(429);
		assertThat(limited.path("headers").toString()).containsIgnoringCase("\"retry-after\":\"3\"");
		assertThat(limited.path("body").asText()).contains("\"type\":\"https://example.com/limit\"", "\"limit\":5",
				"\"instance\":\"/orders\"");
		assertThat(serving("missing").fail(BODY)).isInstanceOf(ResponseStatusException.class);
	}

	@Test
	void canBeSwitchedOff() {
		assertThat(serving("orders")
			.with("kindling.function.http.enabled=false", "kindling.function.reject-unknown-events=false")
			.json(HttpEvents.v2("POST", BODY))
			.has("statusCode")).isFalse();
		assertThat(serving("orders").with("kindling.function.http.enabled=maybe").fail("{}"))
			.hasMessage("kindling.function.http.enabled is neither true nor false");
	}

	@Configuration(proxyBeanMethods = false)
	static class Orders {

		@Bean
		Function<Order, Order> orders() {
			return (order) -> order;
		}

		@Bean
		Consumer<Order> sink() {
			return (order) -> {
			};
		}

		@Bean
		Supplier<Order> latest() {
			return () -> new Order("latest", 1, null, null);
		}

		@Bean
		Function<Message<Order>, String> describe() {
			return (message) -> message.getPayload().id() + " " + message.getHeaders().get("httpMethod") + " "
					+ message.getHeaders().get("path") + " " + message.getHeaders();
		}

		@Bean
		Function<Order, HttpResponse<Order>> created() {
			return (order) -> HttpResponse.of(201, order)
				.header("X-Tag", "a", "b")
				.cookie("sid=2")
				.cookie("theme=light");
		}

		@Bean
		Function<Message<Order>, Message<String>> reply() {
			return (message) -> MessageBuilder.withPayload("ok")
				.copyHeaders(message.getHeaders())
				.setHeader("statusCode", 202)
				.setHeader("responseHeaders", Map.of("X-Tag", "a"))
				.build();
		}

		@Bean
		Function<Order, byte[]> binary() {
			return (order) -> new byte[] { 1, -1 };
		}

		@Bean
		Function<Order, HttpResponse<String>> split() {
			return (order) -> HttpResponse.ok("").header("X", "a\r\nSet-Cookie: b");
		}

		@Bean
		Function<Order, String> conflict() {
			return (order) -> {
				throw new Conflict();
			};
		}

		@Bean
		Function<Order, String> missing() {
			return (order) -> {
				throw new ResponseStatusException(HttpStatus.NOT_FOUND, "no order 1");
			};
		}

		@Bean
		Function<Order, String> limited() {
			return (order) -> {
				ErrorResponseException failure = new ErrorResponseException(HttpStatus.TOO_MANY_REQUESTS);
				failure.setType(URI.create("https://example.com/limit"));
				failure.setInstance(URI.create("/orders"));
				failure.getBody().setProperty("limit", 5);
				failure.getHeaders().add("Retry-After", "3");
				throw failure;
			};
		}

		@Bean
		Function<Order, String> mapped() {
			return (order) -> {
				throw new UnsupportedOperationException();
			};
		}

		@Bean
		Function<Order, String> broken() {
			return (order) -> {
				throw new IllegalStateException();
			};
		}

		@Bean
		Function<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> aws() {
			return (event) -> APIGatewayV2HTTPResponse.builder()
				.withStatusCode(203)
				.withBody(event.getRawPath())
				.build();
		}

		@Bean
		Function<Order, StreamingResponse> stream() {
			return (order) -> StreamingResponse.of("text/plain", (output) -> output.write("streamed".getBytes()));
		}

		@Bean
		Function<Order, InputStream> input() {
			return (order) -> new ByteArrayInputStream("streamed".getBytes());
		}

		@Bean
		HttpExceptionMapper teapot() {
			return (failure) -> (failure instanceof UnsupportedOperationException) ? HttpResponse.status(418) : null;
		}

	}

	@ResponseStatus(code = HttpStatus.CONFLICT, reason = "taken")
	static class Conflict extends RuntimeException {

	}

}
