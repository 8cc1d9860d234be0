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

import dev.kindling.function.corpus.HttpEnvelope;
import dev.kindling.function.corpus.HttpEnvelope.Request;
import dev.kindling.it.Subject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Authorizers get the event that asks, and answer as they return, in the executable as in
 * the jar.
 */
class AuthorizersIntegrationTests {

	private static final String ARN = "arn:aws:execute-api:eu-central-1:123456789012:api/prod/GET/orders";

	private static final String REST = HttpEnvelope.REST_API.event(Request.get().withoutBody())
		.replaceFirst("\\{", "{\"type\":\"REQUEST\",\"methodArn\":\"" + ARN + "\",");

	private static final String HTTP = HttpEnvelope.HTTP_API.event(Request.get().withoutBody())
		.replaceFirst("\\{",
				"{\"type\":\"REQUEST\",\"routeArn\":\"" + ARN + "\",\"identitySource\":[\"user\",\"123\"],");

	private static final String WEBSOCKET = "{\"type\":\"REQUEST\",\"methodArn\":\"" + ARN
			+ "\",\"headers\":{\"Auth\":\"user\"},\"queryStringParameters\":{},\"requestContext\":{\"routeKey\":"
			+ "\"$connect\",\"eventType\":\"CONNECT\",\"stage\":\"prod\",\"connectionId\":\"c\",\"apiId\":\"api\"}}";

	private static final String TOKEN = "{\"type\":\"TOKEN\",\"authorizationToken\":\"user\",\"methodArn\":\"" + ARN
			+ "\"}";

	private static final String APP_SYNC = "{\"authorizationToken\":\"user\",\"requestContext\":{\"apiId\":\"api\","
			+ "\"accountId\":\"1\",\"requestId\":\"r\",\"queryString\":\"query { orders }\",\"operationName\":"
			+ "\"orders\",\"variables\":{}},\"requestHeaders\":{\"application\":\"header\"}}";

	private static final Examples EXAMPLES = new Examples();

	static {
		EXAMPLES.add("authorizerOfAws", HTTP, "{\"isAuthorized\":true}");
		EXAMPLES.add("authorizerOfAws", HTTP.replace("GET/orders", "GET/secrets"), "{\"isAuthorized\":false}");
		EXAMPLES.add("simpleAuthorizer", HTTP, "{\"isAuthorized\":true,\"context\":{\"who\":\"user\"}}");
		EXAMPLES.add("policyAuthorizer", REST, policy("REQUEST", "[\"" + ARN + "\"]"));
		EXAMPLES.add("policyAuthorizer", TOKEN, policy("TOKEN", "[\"" + ARN + "\"]"));
		EXAMPLES.add("ownAuthorizer", REST, policy("REQUEST", "\"" + ARN + "\""));
		EXAMPLES.add("ownAuthorizer", WEBSOCKET, policy("REQUEST", "\"" + ARN + "\""));
		EXAMPLES.add("ownAuthorizer", TOKEN, policy("TOKEN", "\"" + ARN + "\""));
		EXAMPLES.add("appSyncAuthorizer", APP_SYNC, "{\"isAuthorized\":true}");
	}

	private static String policy(String principal, String resource) {
		return "{\"principalId\":\"" + principal + "\",\"policyDocument\":{\"Version\":\"2012-10-17\",\"Statement\":["
				+ "{\"Action\":\"execute-api:Invoke\",\"Effect\":\"Allow\",\"Resource\":" + resource + "}]}}";
	}

	@ParameterizedTest
	@EnumSource
	void answersTheEventThatAsks(Subject subject) {
		assertThat(EXAMPLES.wrong(subject)).isEmpty();
	}

}
