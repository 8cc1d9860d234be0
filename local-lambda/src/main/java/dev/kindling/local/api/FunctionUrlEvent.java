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

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.local.server.Json;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Fields;
import org.jspecify.annotations.Nullable;

/**
 * Turns an HTTP request into the event that a function behind a function URL receives:
 * the payload format 2.0 of Amazon API Gateway.
 *
 * @see <a href=
 * "https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html#urls-payloads">Function
 * URL payloads</a>
 */
final class FunctionUrlEvent {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH);

	private FunctionUrlEvent() {
	}

	static byte[] of(Request request, String path, byte[] body, String region) {
		ObjectNode event = Json.MAPPER.createObjectNode();
		String query = request.getHttpURI().getQuery();
		event.put("version", "2.0");
		event.put("routeKey", "$default");
		event.put("rawPath", path);
		event.put("rawQueryString", (query != null) ? query : "");
		putCookies(event, request);
		putHeaders(event, request);
		putQuery(event, request);
		putContext(event.putObject("requestContext"), request, path, region);
		putBody(event, body, request.getHeaders().get("Content-Type"));
		return Json.bytes(event);
	}

	private static void putCookies(ObjectNode event, Request request) {
		ArrayNode cookies = Json.MAPPER.createArrayNode();
		for (String header : request.getHeaders().getValuesList("Cookie")) {
			for (String cookie : header.split(";")) {
				if (!cookie.isBlank()) {
					cookies.add(cookie.strip());
				}
			}
		}
		if (!cookies.isEmpty()) {
			event.set("cookies", cookies);
		}
	}

	private static void putHeaders(ObjectNode event, Request request) {
		Map<String, String> headers = new LinkedHashMap<>();
		for (HttpField field : request.getHeaders()) {
			String name = field.getName().toLowerCase(Locale.ROOT);
			String value = (field.getValue() != null) ? field.getValue() : "";
			if (!name.equals("cookie") && !name.equals("connection") && !name.equals("transfer-encoding")) {
				headers.merge(name, value, (first, next) -> first + "," + next);
			}
		}
		headers.put("x-forwarded-for", Request.getRemoteAddr(request));
		headers.put("x-forwarded-port", Integer.toString(Request.getServerPort(request)));
		headers.put("x-forwarded-proto", "http");
		ObjectNode node = event.putObject("headers");
		headers.forEach(node::put);
	}

	private static void putQuery(ObjectNode event, Request request) {
		Fields parameters = Request.extractQueryParameters(request);
		if (parameters.isEmpty()) {
			return;
		}
		ObjectNode node = event.putObject("queryStringParameters");
		for (Fields.Field parameter : parameters) {
			node.put(parameter.getName(), String.join(",", parameter.getValues()));
		}
	}

	private static void putContext(ObjectNode context, Request request, String path, String region) {
		Instant now = Instant.now();
		context.put("accountId", "anonymous");
		context.put("apiId", "local");
		context.put("domainName", "local.lambda-url." + region + ".on.aws");
		context.put("domainPrefix", "local");
		ObjectNode http = context.putObject("http");
		http.put("method", request.getMethod());
		http.put("path", path);
		http.put("protocol", request.getConnectionMetaData().getHttpVersion().asString());
		http.put("sourceIp", Request.getRemoteAddr(request));
		http.put("userAgent", request.getHeaders().get("User-Agent"));
		context.put("requestId", UUID.randomUUID().toString());
		context.put("routeKey", "$default");
		context.put("stage", "$default");
		context.put("time", TIME.format(now.atOffset(ZoneOffset.UTC)));
		context.put("timeEpoch", now.toEpochMilli());
	}

	private static void putBody(ObjectNode event, byte[] body, @Nullable String contentType) {
		String text = (body.length > 0) ? text(body, contentType) : null;
		if (body.length > 0) {
			event.put("body", (text != null) ? text : Base64.getEncoder().encodeToString(body));
		}
		event.put("isBase64Encoded", body.length > 0 && text == null);
	}

	/**
	 * Lambda passes a body as text if its media type says that it is some.
	 */
	private static @Nullable String text(byte[] body, @Nullable String contentType) {
		String type = (contentType != null) ? contentType.toLowerCase(Locale.ROOT).split(";")[0].strip() : "";
		boolean text = type.startsWith("text/") || type.equals("application/json") || type.equals("application/xml")
				|| type.equals("application/javascript") || type.endsWith("+json") || type.endsWith("+xml");
		if (!text) {
			return null;
		}
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
		}
		catch (CharacterCodingException ex) {
			return null;
		}
	}

}
