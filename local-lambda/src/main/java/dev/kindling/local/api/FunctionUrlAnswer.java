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

package dev.kindling.local.api;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindling.local.server.Json;
import dev.kindling.local.server.LambdaHttpServer;

/**
 * What a function's answer means to the caller of its URL.
 *
 * @param status the HTTP status
 * @param headers the headers, by name
 * @param cookies the values of {@code Set-Cookie}
 * @param body the body
 * @see <a href=
 * "https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html#urls-response-payload">Function
 * URL responses</a>
 */
record FunctionUrlAnswer(int status, Map<String, String> headers, List<String> cookies, byte[] body) {

	private static final String CONTENT_TYPE = "content-type";

	/**
	 * Understands an answer: an object with a {@code statusCode} says what to answer, any
	 * other JSON is the body.
	 * @param payload the function's answer
	 * @return the meaning
	 * @throws IOException if Lambda wouldn't understand the answer; the message says why
	 */
	static FunctionUrlAnswer of(byte[] payload) throws IOException {
		JsonNode json;
		try {
			json = Json.MAPPER.readTree(payload);
		}
		catch (IOException ex) {
			throw new IOException("it is no JSON");
		}
		if (!json.has("statusCode")) {
			return new FunctionUrlAnswer(200, Map.of(CONTENT_TYPE, LambdaHttpServer.JSON), List.of(), payload);
		}
		FunctionUrlAnswer head = head(json);
		return new FunctionUrlAnswer(head.status(), head.headers(), head.cookies(), body(json));
	}

	/**
	 * Reads status, headers and cookies.
	 */
	static FunctionUrlAnswer head(JsonNode json) throws IOException {
		int status = json.path("statusCode").asInt(json.has("statusCode") ? -1 : 200);
		if (status < 100 || status > 599) {
			throw new IOException("'statusCode' is no HTTP status");
		}
		Map<String, String> headers = new LinkedHashMap<>();
		for (Map.Entry<String, JsonNode> header : json.path("headers").properties()) {
			if (header.getValue().isContainerNode()) {
				throw new IOException("the header '" + header.getKey() + "' is neither string nor number");
			}
			headers.put(header.getKey().toLowerCase(Locale.ROOT), header.getValue().asText());
		}
		headers.putIfAbsent(CONTENT_TYPE, LambdaHttpServer.JSON);
		List<String> cookies = new ArrayList<>();
		json.path("cookies").forEach((cookie) -> cookies.add(cookie.asText()));
		return new FunctionUrlAnswer(status, headers, cookies, new byte[0]);
	}

	private static byte[] body(JsonNode json) throws IOException {
		JsonNode body = json.path("body");
		if (body.isMissingNode() || body.isNull()) {
			return new byte[0];
		}
		if (!body.isTextual()) {
			throw new IOException("'body' is no string");
		}
		if (!json.path("isBase64Encoded").asBoolean()) {
			return body.asText().getBytes(StandardCharsets.UTF_8);
		}
		try {
			return Base64.getDecoder().decode(body.asText());
		}
		catch (IllegalArgumentException ex) {
			throw new IOException("'body' is no base64, but 'isBase64Encoded' is true");
		}
	}

}
