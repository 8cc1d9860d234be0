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

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * The forms in which AWS passes an HTTP request to a function.
 *
 * @see <a href=
 * "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html">Payload
 * formats of Amazon API Gateway</a>
 * @see <a href=
 * "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/lambda-functions.html">Lambda
 * functions as targets of an Application Load Balancer</a>
 */
public enum HttpEventFormat {

	/** A REST API, or an HTTP API with payload format 1.0. */
	API_GATEWAY_V1,

	/** An HTTP API with payload format 2.0, or a function URL. */
	API_GATEWAY_V2,

	/** An Application Load Balancer. */
	ALB,

	/** An Application Load Balancer with multi-value headers. */
	ALB_MULTI_VALUE,

	/** A WebSocket API: a connection, a message or the end of a connection. */
	WEB_SOCKET;

	/**
	 * Recognises the format by all its marks together: a single key can be in any
	 * payload.
	 * @param event the event
	 * @return the format, or {@code null} if the event is no HTTP request
	 */
	public static @Nullable HttpEventFormat of(JsonNode event) {
		JsonNode context = event.path("requestContext");
		if (!context.isObject() || !isTextOrAbsent(event.path("body"))
				|| !isBooleanOrAbsent(event.path("isBase64Encoded")) || AuthorizerEvents.isApiGateway(event)) {
			return null;
		}
		if (event.path("version").asText().equals("2.0")) {
			JsonNode http = context.path("http");
			return (event.path("rawPath").isTextual() && event.path("rawQueryString").isTextual()
					&& event.path("routeKey").isTextual() && event.path("headers").isObject()
					&& http.path("method").isTextual() && http.path("path").isTextual()) ? API_GATEWAY_V2 : null;
		}
		if (!event.path("httpMethod").isTextual() || !event.path("path").isTextual()) {
			return isWebSocket(context) ? WEB_SOCKET : null;
		}
		if (context.path("elb").path("targetGroupArn").isTextual()) {
			if (event.path("multiValueHeaders").isObject()) {
				return ALB_MULTI_VALUE;
			}
			return event.path("headers").isObject() ? ALB : null;
		}
		return (event.path("resource").isTextual() && event.has("headers") && context.path("httpMethod").isTextual()
				&& context.path("resourcePath").isTextual() && context.path("requestId").isTextual()
				&& context.path("stage").isTextual()) ? API_GATEWAY_V1 : null;
	}

	private static boolean isWebSocket(JsonNode context) {
		return context.path("connectionId").isTextual() && context.path("eventType").isTextual()
				&& context.path("routeKey").isTextual() && context.path("messageDirection").isTextual();
	}

	private static boolean isTextOrAbsent(JsonNode node) {
		return node.isTextual() || node.isNull() || node.isMissingNode();
	}

	private static boolean isBooleanOrAbsent(JsonNode node) {
		return node.isBoolean() || node.isNull() || node.isMissingNode();
	}

	boolean isMultiValue() {
		return this == API_GATEWAY_V1 || this == ALB_MULTI_VALUE || this == WEB_SOCKET;
	}

	boolean isAlb() {
		return this == ALB || this == ALB_MULTI_VALUE;
	}

}
