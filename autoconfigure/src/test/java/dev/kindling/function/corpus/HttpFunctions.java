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

package dev.kindling.function.corpus;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindling.function.http.HttpResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;

/**
 * Functions that {@link HttpExchange}s are sent to.
 */
@Configuration(proxyBeanMethods = false)
public class HttpFunctions {

	@Bean
	Function<Message<String>, String> webText() {
		return Message::getPayload;
	}

	@Bean
	Function<Flux<Message<String>>, Mono<String>> webTexts() {
		return (messages) -> messages.map(Message::getPayload)
			.collectList()
			.map((list) -> list.size() + " " + String.join("", list));
	}

	@Bean
	Function<Message<byte[]>, byte[]> webBytes() {
		return Message::getPayload;
	}

	@Bean
	Function<Message<Void>, String> webNothing() {
		return (message) -> message.getPayload() + " " + message.getHeaders().get("httpMethod");
	}

	@Bean
	Function<Order, Order> webOrder() {
		return Function.identity();
	}

	@Bean
	Function<Message<Order>, String> webOrderMessage() {
		return (message) -> ((message.getPayload() != null) ? message.getPayload().id() : "null") + " "
				+ message.getHeaders().get("httpMethod");
	}

	@Bean
	Function<Message<JsonNode>, String> webTreeMessage() {
		return (message) -> String.valueOf(message.getPayload());
	}

	@Bean
	Function<Optional<Order>, String> webOptional() {
		return (order) -> order.map(Order::id).orElse("empty");
	}

	@Bean
	Function<Message<Optional<Order>>, String> webOptionalMessage() {
		return (message) -> message.getPayload().map(Order::id).orElse("empty");
	}

	@Bean
	Consumer<Order> webConsumer() {
		return (order) -> {
		};
	}

	@Bean
	Supplier<Order> webLatest() {
		return () -> new Order("latest");
	}

	@Bean
	Function<Message<String>, String> webUri() {
		return (message) -> message.getHeaders().get("path") + " " + message.getHeaders().get("queryParameters");
	}

	@Bean
	Function<Message<String>, String> webCookies() {
		return (message) -> String.valueOf(message.getHeaders().get("cookies"));
	}

	@Bean
	Function<Message<String>, String> webHeader() {
		return (message) -> values(message, "x-date").get(0);
	}

	@SuppressWarnings("unchecked")
	private static List<String> values(Message<?> message, String name) {
		return ((Map<String, List<String>>) message.getHeaders().get("headers")).get(name);
	}

	@Bean
	Function<Map<String, Object>, HttpResponse<String>> webMap() {
		return (event) -> HttpResponse.of(404, "no " + event.get("body"));
	}

	@Bean
	Function<byte[], HttpResponse<byte[]>> webEvent() {
		return (event) -> HttpResponse.of(404, "none".getBytes(StandardCharsets.UTF_8))
			.header("Content-Type", "text/plain");
	}

	@Bean
	Function<Envelope, Answer> webEnvelope() {
		return (event) -> new Answer(409, Map.of(), event.body(), event.isBase64Encoded());
	}

	@Bean
	Function<Message<String>, Message<String>> webMessage() {
		return (message) -> MessageBuilder.withPayload("made")
			.setHeader("statusCode", "201")
			.setHeader("responseHeaders", Map.of("X-Tag", new String[] { "a" }))
			.build();
	}

	@Bean
	Function<AuthorizerRequest, Map<String, Object>> webAuthorizer() {
		return (request) -> Map.of("isAuthorized", request.routeArn() != null);
	}

	/**
	 * What some functions take.
	 *
	 * @param id the order's id
	 */
	public record Order(String id) {
	}

	/**
	 * A request as its event has it.
	 *
	 * @param requestContext anything
	 * @param body the body
	 * @param isBase64Encoded whether it is encoded
	 */
	public record Envelope(Map<String, Object> requestContext, String body, boolean isBase64Encoded) {
	}

	/**
	 * A response as AWS wants it.
	 *
	 * @param statusCode the status
	 * @param headers the headers
	 * @param body the body
	 * @param isBase64Encoded whether it is encoded
	 */
	public record Answer(int statusCode, Map<String, String> headers, String body, boolean isBase64Encoded) {
	}

	/**
	 * What an HTTP API asks an authorizer.
	 *
	 * @param type the type of the authorizer
	 * @param routeArn what shall be called
	 */
	public record AuthorizerRequest(String type, String routeArn) {
	}

}
