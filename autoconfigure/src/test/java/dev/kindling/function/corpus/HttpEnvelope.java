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

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What AWS makes of an HTTP request, and of the answer to it.
 *
 * @see <a href=
 * "https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html">REST
 * APIs</a>
 * @see <a href=
 * "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html">HTTP
 * APIs</a>
 * @see <a href=
 * "https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html">Function URLs</a>
 * @see <a href=
 * "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/lambda-functions.html">Load
 * balancers</a>
 */
public enum HttpEnvelope {

	/** A REST API. */
	REST_API,

	/** An HTTP API with the payload format 2.0. */
	HTTP_API,

	/** A function URL. */
	FUNCTION_URL,

	/** A load balancer. */
	ALB,

	/** A load balancer with multi-value headers. */
	ALB_MULTI_VALUE;

	private static final ObjectMapper MAPPER = new ObjectMapper();

	/**
	 * The event of a request.
	 * @param request what is sent
	 * @return the event
	 */
	public String event(Request request) {
		ObjectNode event = MAPPER.createObjectNode();
		switch (this) {
			case REST_API -> rest(event, request);
			case HTTP_API, FUNCTION_URL -> formatTwo(event, request);
			case ALB, ALB_MULTI_VALUE -> loadBalancer(event, request);
		}
		if (!request.withoutBodyField()) {
			event.put("body", request.body());
			event.put("isBase64Encoded", request.base64());
		}
		return event.toString();
	}

	private void rest(ObjectNode event, Request request) {
		event.put("resource", "/{proxy+}").put("path", request.path()).put("httpMethod", request.method());
		lastValues(event.putObject("headers"), request.headers());
		allValues(event.putObject("multiValueHeaders"), request.headers());
		lastValues(event.putObject("queryStringParameters"), request.query(true));
		allValues(event.putObject("multiValueQueryStringParameters"), request.query(true));
		event.putNull("pathParameters");
		event.putObject("requestContext")
			.put("resourcePath", "/{proxy+}")
			.put("httpMethod", request.method())
			.put("path", "/prod" + request.path())
			.put("stage", "prod")
			.put("requestId", "id");
	}

	private void formatTwo(ObjectNode event, Request request) {
		event.put("version", "2.0")
			.put("routeKey", "$default")
			.put("rawPath", request.path())
			.put("rawQueryString", request.queryString());
		Map<String, List<String>> headers = new LinkedHashMap<>(request.headers());
		List<String> cookies = headers.remove("cookie");
		if (cookies != null) {
			ArrayNode list = event.putArray("cookies");
			cookies.forEach((header) -> List.of(header.split("; ")).forEach(list::add));
		}
		ObjectNode joined = event.putObject("headers");
		headers.forEach((name, values) -> joined.put(name, String.join(",", values)));
		ObjectNode context = event.putObject("requestContext")
			.put("domainName",
					(this == FUNCTION_URL) ? "abc.lambda-url.eu-central-1.on.aws"
							: "abc.execute-api.eu-central-1.amazonaws.com")
			.put("stage", "$default");
		context.putObject("http").put("method", request.method()).put("path", request.path());
	}

	private void loadBalancer(ObjectNode event, Request request) {
		event.putObject("requestContext")
			.putObject("elb")
			.put("targetGroupArn",
					"arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/orders/6d0ecf831eec9f09");
		event.put("httpMethod", request.method()).put("path", request.path());
		if (this == ALB) {
			lastValues(event.putObject("headers"), request.headers());
			lastValues(event.putObject("queryStringParameters"), request.query(false));
		}
		else {
			allValues(event.putObject("multiValueHeaders"), request.headers());
			allValues(event.putObject("multiValueQueryStringParameters"), request.query(false));
		}
	}

	private static void lastValues(ObjectNode target, Map<String, List<String>> source) {
		source.forEach((name, values) -> target.put(name, values.get(values.size() - 1)));
	}

	private static void allValues(ObjectNode target, Map<String, List<String>> source) {
		source.forEach((name, values) -> values.forEach(target.withArray("/" + name)::add));
	}

	/**
	 * What whoever sent the request gets.
	 * @param answer the function's answer
	 * @return the response
	 * @throws IOException if it is no JSON
	 */
	public Response response(byte[] answer) throws IOException {
		JsonNode tree = MAPPER.readTree(answer);
		Map<String, List<String>> headers = new TreeMap<>();
		boolean multiple = this == REST_API || this == ALB_MULTI_VALUE;
		for (Map.Entry<String, JsonNode> header : tree.path(multiple ? "multiValueHeaders" : "headers").properties()) {
			List<String> values = headers.computeIfAbsent(header.getKey().toLowerCase(), (key) -> new ArrayList<>());
			if (multiple) {
				header.getValue().forEach((value) -> values.add(value.textValue()));
			}
			else {
				values.add(header.getValue().textValue());
			}
		}
		tree.path("cookies")
			.forEach((cookie) -> headers.computeIfAbsent("set-cookie", (key) -> new ArrayList<>())
				.add(cookie.textValue()));
		String body = tree.path("body").textValue();
		boolean base64 = tree.path("isBase64Encoded").booleanValue();
		return new Response(tree.path("statusCode").intValue(), headers,
				base64 ? Base64.getDecoder().decode(body) : body.getBytes(StandardCharsets.UTF_8), base64);
	}

	/**
	 * A request as it is sent.
	 *
	 * @param method the method
	 * @param path the path, encoded
	 * @param queryString the query, encoded
	 * @param headers the values, by name in lower case
	 * @param body the body as it is in the event
	 * @param base64 whether that is base64
	 * @param withoutBodyField whether the event has no field for a body
	 */
	public record Request(String method, String path, String queryString, Map<String, List<String>> headers,
			String body, boolean base64, boolean withoutBodyField) {

		/**
		 * A request without a body.
		 * @return the request
		 */
		public static Request get() {
			return new Request("GET", "/orders/7", "", Map.of(), null, false, false);
		}

		/**
		 * A request with text.
		 * @param contentType the header
		 * @param body the text
		 * @return the request
		 */
		public static Request post(String contentType, String body) {
			return get().method("POST").header("content-type", contentType).body(body);
		}

		/**
		 * A request with bytes.
		 * @param contentType the header
		 * @param body the bytes
		 * @return the request
		 */
		public static Request post(String contentType, byte[] body) {
			Request request = post(contentType, (String) null);
			return new Request("POST", request.path, "", request.headers, Base64.getEncoder().encodeToString(body),
					true, false);
		}

		/**
		 * Sets the method.
		 * @param method the method
		 * @return another request
		 */
		public Request method(String method) {
			return new Request(method, this.path, this.queryString, this.headers, this.body, this.base64, false);
		}

		/**
		 * Sets path and query.
		 * @param path the path
		 * @param queryString the query
		 * @return another request
		 */
		public Request uri(String path, String queryString) {
			return new Request(this.method, path, queryString, this.headers, this.body, this.base64, false);
		}

		/**
		 * Sets the body.
		 * @param body text
		 * @return another request
		 */
		public Request body(String body) {
			return new Request(this.method, this.path, this.queryString, this.headers, body, false, false);
		}

		/**
		 * Leaves out the body's field.
		 * @return another request
		 */
		public Request withoutBody() {
			return new Request(this.method, this.path, this.queryString, this.headers, null, false, true);
		}

		/**
		 * Adds a header.
		 * @param name the name in lower case
		 * @param values its values
		 * @return another request
		 */
		public Request header(String name, String... values) {
			Map<String, List<String>> more = new LinkedHashMap<>(this.headers);
			more.put(name, List.of(values));
			return new Request(this.method, this.path, this.queryString, more, this.body, this.base64, false);
		}

		Map<String, List<String>> query(boolean decoded) {
			Map<String, List<String>> query = new LinkedHashMap<>();
			for (String parameter : this.queryString.split("&")) {
				String[] parts = parameter.split("=", 2);
				if (parts.length == 2) {
					query.computeIfAbsent(parts[0], (key) -> new ArrayList<>())
						.add(decoded ? URLDecoder.decode(parts[1], StandardCharsets.UTF_8) : parts[1]);
				}
			}
			return query;
		}

	}

	/**
	 * A response as it arrives.
	 *
	 * @param status the status
	 * @param headers the values, by name in lower case
	 * @param body the body
	 * @param base64 whether it was base64
	 */
	public record Response(int status, Map<String, List<String>> headers, byte[] body, boolean base64) {

		/**
		 * The body as text.
		 * @return the text
		 */
		public String text() {
			return new String(this.body, StandardCharsets.UTF_8);
		}

		/**
		 * A header's values.
		 * @param name the name in lower case
		 * @return the values, joined
		 */
		public String header(String name) {
			return String.join(", ", this.headers.getOrDefault(name, List.of()));
		}

	}

}
