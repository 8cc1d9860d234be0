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

import java.util.List;
import java.util.Map;
import java.util.function.Function;

import com.amazonaws.services.lambda.runtime.events.APIGatewayCustomAuthorizerEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2CustomAuthorizerEvent;
import com.amazonaws.services.lambda.runtime.events.IamPolicyResponse;
import com.amazonaws.services.lambda.runtime.events.SimpleIAMPolicyResponse;
import com.fasterxml.jackson.annotation.JsonProperty;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Functions that say whether a request is allowed, in AWS's classes and the
 * application's.
 */
@Configuration(proxyBeanMethods = false)
class AuthorizersConfiguration {

	@Bean
	Function<APIGatewayV2CustomAuthorizerEvent, Map<String, Object>> authorizerOfAws() {
		return (request) -> Map.of("isAuthorized", request.getRouteArn().endsWith("GET/orders"));
	}

	@Bean
	Function<APIGatewayV2CustomAuthorizerEvent, SimpleIAMPolicyResponse> simpleAuthorizer() {
		return (request) -> SimpleIAMPolicyResponse.builder()
			.withIsAuthorized(true)
			.withContext(Map.of("who", request.getIdentitySource().get(0)))
			.build();
	}

	@Bean
	Function<APIGatewayCustomAuthorizerEvent, IamPolicyResponse> policyAuthorizer() {
		return (request) -> IamPolicyResponse.builder()
			.withPrincipalId(request.getType())
			.withPolicyDocument(IamPolicyResponse.PolicyDocument.builder()
				.withVersion(IamPolicyResponse.VERSION_2012_10_17)
				.withStatement(List.of(IamPolicyResponse.allowStatement(request.getMethodArn())))
				.build())
			.build();
	}

	@Bean
	Function<AuthRequest, AuthAnswer> ownAuthorizer() {
		return (request) -> new AuthAnswer(request.type(),
				new Policy("2012-10-17", List.of(new Statement("execute-api:Invoke", "Allow", request.methodArn()))));
	}

	@Bean
	Function<AppSyncRequest, Simple> appSyncAuthorizer() {
		return (request) -> new Simple("user".equals(request.authorizationToken()));
	}

	record AuthRequest(String type, String methodArn) {
	}

	record AuthAnswer(String principalId, Policy policyDocument) {
	}

	record Policy(@JsonProperty("Version") String version, @JsonProperty("Statement") List<Statement> statements) {
	}

	record Statement(@JsonProperty("Action") String action, @JsonProperty("Effect") String effect,
			@JsonProperty("Resource") String resource) {
	}

	record AppSyncRequest(String authorizationToken, Map<String, Object> requestContext) {
	}

	record Simple(boolean isAuthorized) {
	}

}
