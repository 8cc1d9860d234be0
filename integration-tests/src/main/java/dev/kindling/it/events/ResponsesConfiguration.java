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

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.fasterxml.jackson.databind.JsonNode;
import dev.kindling.function.http.HttpResponse;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;

/**
 * Functions that answer HTTP requests in every way that an answer can be given.
 */
@Configuration(proxyBeanMethods = false)
class ResponsesConfiguration {

	private static HttpResponse<String> missing() {
		return HttpResponse.of(404, "none").header("X-Tag", "a").cookie("c=1");
	}

	@Bean
	Function<Map<String, Object>, HttpResponse<String>> answerToMap() {
		return (event) -> missing();
	}

	@Bean
	Function<JsonNode, HttpResponse<String>> answerToTree() {
		return (event) -> missing();
	}

	@Bean
	Function<byte[], HttpResponse<String>> answerToBytes() {
		return (event) -> missing();
	}

	@Bean
	Function<Message<APIGatewayV2HTTPEvent>, HttpResponse<String>> answerToMessageOfEvent() {
		return (message) -> "/orders/7".equals(message.getPayload().getRawPath()) ? missing()
				: HttpResponse.status(500);
	}

	@Bean
	RequestHandler<OwnRequest, OwnResponse> httpHandler() {
		return (request, context) -> new OwnResponse(203, request.body());
	}

	@Bean
	Function<PartOfRequest, String> partOfRequest() {
		return (request) -> request.pathParameters().get("id") + " " + request.body();
	}

	/**
	 * The body says which kind of status.
	 */
	@Bean
	Function<Message<String>, Message<String>> statusOfMessage() {
		return (message) -> MessageBuilder.withPayload("made")
			.setHeader("statusCode", message.getPayload().equals("text") ? "418" : HttpStatus.CREATED)
			.setHeader("responseHeaders", headers())
			.build();
	}

	private static Map<String, Object> headers() {
		Map<String, Object> headers = new LinkedHashMap<>();
		headers.put("X-Null", null);
		headers.put("X-Array", new String[] { "s", "t" });
		headers.put("X-Set", new LinkedHashSet<>(List.of("s", "t")));
		return headers;
	}

	/**
	 * The request says which status and which type.
	 */
	@Bean
	Function<Message<String>, HttpResponse<String>> chosenResponse() {
		return (message) -> HttpResponse.of(Integer.parseInt(header(message, "x-status")), "Zoë")
			.header("Content-Type", header(message, "x-type"))
			.header("X-Tag", "a", "b,c")
			.cookie("a=1; Expires=Sat, 28 Nov 2026 15:30:00 GMT")
			.cookie("b=2");
	}

	@SuppressWarnings("unchecked")
	private static String header(Message<?> message, String name) {
		Map<String, List<String>> headers = (Map<String, List<String>>) message.getHeaders().get("headers");
		return headers.get(name).get(0);
	}

	@Bean
	Function<Message<String>, HttpResponse<String>> nullHeader() {
		return (message) -> HttpResponse.ok("").header("X-Tag", (String) null);
	}

	record OwnRequest(Map<String, Object> requestContext, String rawPath, String body) {
	}

	record OwnResponse(int statusCode, String body) {
	}

	record PartOfRequest(Map<String, String> pathParameters, String body) {
	}

}
