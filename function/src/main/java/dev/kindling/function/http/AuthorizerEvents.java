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

/**
 * Recognises the events by which API Gateway and AppSync ask whether a request may pass.
 * Those of the type {@code REQUEST} hold the request, but no function answers it there.
 *
 * @see <a href=
 * "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-lambda-authorizer-input.html">Input
 * of a REST or WebSocket API's authorizer</a>
 * @see <a href=
 * "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html">Input
 * of an HTTP API's authorizer</a>
 * @see <a href=
 * "https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html">Authorization
 * of AppSync</a>
 */
public final class AuthorizerEvents {

	private AuthorizerEvents() {
	}

	/**
	 * Whether an event asks for an authorization.
	 * @param event the event
	 * @return whether it does
	 */
	public static boolean isAuthorizer(JsonNode event) {
		return isApiGateway(event) || isAppSync(event);
	}

	static boolean isApiGateway(JsonNode event) {
		String type = event.path("type").asText();
		return (type.equals("REQUEST") || type.equals("TOKEN"))
				&& (event.path("methodArn").isTextual() || event.path("routeArn").isTextual());
	}

	private static boolean isAppSync(JsonNode event) {
		JsonNode context = event.path("requestContext");
		return event.path("authorizationToken").isTextual() && context.path("apiId").isTextual()
				&& context.path("requestId").isTextual() && context.has("queryString");
	}

}
