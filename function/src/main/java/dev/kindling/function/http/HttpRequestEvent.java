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

package dev.kindling.function.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP request that came as an event.
 */
public final class HttpRequestEvent {

	private final HttpEventFormat format;

	private final JsonNode event;

	private @Nullable Map<String, List<String>> headers;

	private HttpRequestEvent(HttpEventFormat format, JsonNode event) {
		this.format = format;
		this.event = event;
	}

	/**
	 * Recognises an event.
	 * @param event the event
	 * @return the request, or {@code null} if the event is none
	 */
	public static @Nullable HttpRequestEvent of(JsonNode event) {
		HttpEventFormat format = HttpEventFormat.of(event);
		return (format != null) ? new HttpRequestEvent(format, event) : null;
	}

	/**
	 * In which form it came, and is answered.
	 * @return the form
	 */
	public HttpEventFormat format() {
		return this.format;
	}

	/**
	 * The request's method.
	 * @return the method, as in {@code POST}; of a WebSocket API the type of the event,
	 * as in {@code CONNECT}
	 */
	public String method() {
		return switch (this.format) {
			case API_GATEWAY_V2 -> context().path("http").path("method").asText();
			case WEB_SOCKET -> context().path("eventType").asText();
			default -> this.event.path("httpMethod").asText();
		};
	}

	/**
	 * The request's path.
	 * @return the path, as received; of a WebSocket API the route
	 */
	public String path() {
		return switch (this.format) {
			case API_GATEWAY_V2 -> this.event.path("rawPath").asText();
			case WEB_SOCKET -> context().path("routeKey").asText();
			default -> this.event.path("path").asText();
		};
	}

	/**
	 * The connection of a WebSocket API.
	 * @return its id, or {@code null} if there is none
	 */
	public @Nullable String connectionId() {
		return (this.format == HttpEventFormat.WEB_SOCKET) ? context().path("connectionId").textValue() : null;
	}

	/**
	 * The headers; the cookies of payload format 2.0 are among them again.
	 * @return the values, by lower-case name
	 */
	public Map<String, List<String>> headers() {
		Map<String, List<String>> known = this.headers;
		if (known == null) {
			known = collectHeaders();
			this.headers = known;
		}
		return known;
	}

	private Map<String, List<String>> collectHeaders() {
		Map<String, List<String>> headers = new LinkedHashMap<>();
		collect(this.event.path("headers"), this.event.path("multiValueHeaders"), true, headers);
		JsonNode cookies = this.event.path("cookies");
		if (this.format == HttpEventFormat.API_GATEWAY_V2 && cookies.isArray() && !cookies.isEmpty()) {
			StringBuilder header = new StringBuilder();
			for (JsonNode cookie : cookies) {
				header.append(header.isEmpty() ? "" : "; ").append(cookie.asText());
			}
			headers.put("cookie", List.of(header.toString()));
		}
		return headers;
	}

	/**
	 * Whether the response has no body, whatever the function returns.
	 * @return whether the method is {@code HEAD}
	 */
	public boolean isHead() {
		return method().equals("HEAD");
	}

	/**
	 * The first value of a header.
	 * @param name the name, in lower case
	 * @return the value, or {@code null}
	 */
	public @Nullable String header(String name) {
		List<String> values = headers().get(name);
		return (values != null && !values.isEmpty()) ? values.get(0) : null;
	}

	/**
	 * The query's parameters, decoded.
	 * @return the values, by name
	 */
	public Map<String, List<String>> queryParameters() {
		Map<String, List<String>> parameters = new LinkedHashMap<>();
		if (this.format == HttpEventFormat.API_GATEWAY_V2) {
			QueryStrings.parse(this.event.path("rawQueryString").asText(), parameters);
			return parameters;
		}
		collect(this.event.path("queryStringParameters"), this.event.path("multiValueQueryStringParameters"), false,
				parameters);
		return this.format.isAlb() ? QueryStrings.decode(parameters) : parameters;
	}

	/**
	 * The variables of the route's path.
	 * @return the values, by name
	 */
	public Map<String, String> pathVariables() {
		Map<String, String> variables = new LinkedHashMap<>();
		for (Map.Entry<String, JsonNode> variable : this.event.path("pathParameters").properties()) {
			if (!variable.getValue().isNull()) {
				variables.put(variable.getKey(), variable.getValue().asText());
			}
		}
		return variables;
	}

	/**
	 * The cookies.
	 * @return the values, by name; of a repeated name the first
	 */
	public Map<String, String> cookies() {
		Map<String, String> cookies = new LinkedHashMap<>();
		List<String> headers = headers().get("cookie");
		if (headers != null) {
			for (String header : headers) {
				for (String cookie : QueryStrings.split(header, ';')) {
					int equals = cookie.indexOf('=');
					if (equals > 0) {
						cookies.putIfAbsent(cookie.substring(0, equals).trim(), cookie.substring(equals + 1).trim());
					}
				}
			}
		}
		return cookies;
	}

	/**
	 * What the authorizer found out about the caller: the claims of a JWT, or what a
	 * Lambda authorizer added.
	 * @return the claims; empty without an authorizer
	 */
	public JsonNode claims() {
		JsonNode authorizer = context().path("authorizer");
		JsonNode claims = authorizer.path("jwt").path("claims");
		if (claims.isObject()) {
			return claims;
		}
		claims = authorizer.path("claims");
		if (claims.isObject()) {
			return claims;
		}
		claims = authorizer.path("lambda");
		return claims.isObject() ? claims : authorizer;
	}

	/**
	 * The body.
	 * @return the body; empty if the request has none
	 */
	public HttpBody body() {
		return new HttpBody(this.event, ContentType.of(header("content-type")), header("content-encoding"));
	}

	/**
	 * Whether whoever sent the request takes a streamed response.
	 * @return {@code false} for a load balancer, an HTTP API or a WebSocket API
	 */
	public boolean canStream() {
		return switch (this.format) {
			case API_GATEWAY_V1 -> true;
			case API_GATEWAY_V2 -> context().path("domainName").asText().contains(".lambda-url.");
			case ALB, ALB_MULTI_VALUE, WEB_SOCKET -> false;
		};
	}

	private JsonNode context() {
		return this.event.path("requestContext");
	}

	/**
	 * Collects several values of a name, and the single value of a name that has no
	 * several.
	 */
	private static void collect(JsonNode single, JsonNode multiple, boolean lowerCase,
			Map<String, List<String>> target) {
		add(multiple, lowerCase, target);
		if (target.isEmpty()) {
			add(single, lowerCase, target);
			return;
		}
		Map<String, List<String>> others = new LinkedHashMap<>();
		add(single, lowerCase, others);
		others.forEach(target::putIfAbsent);
	}

	private static void add(JsonNode source, boolean lowerCase, Map<String, List<String>> target) {
		for (Map.Entry<String, JsonNode> entry : source.properties()) {
			String name = lowerCase ? entry.getKey().toLowerCase(Locale.ROOT) : entry.getKey();
			if (entry.getValue().isArray()) {
				for (JsonNode value : entry.getValue()) {
					add(value, name, target);
				}
			}
			else {
				add(entry.getValue(), name, target);
			}
		}
	}

	private static void add(JsonNode value, String name, Map<String, List<String>> target) {
		if (!value.isNull()) {
			target.computeIfAbsent(name, (key) -> new ArrayList<>(1)).add(value.asText());
		}
	}

}
