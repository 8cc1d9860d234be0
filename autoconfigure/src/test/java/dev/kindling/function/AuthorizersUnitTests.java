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

package dev.kindling.function;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import com.amazonaws.services.lambda.runtime.events.APIGatewayCustomAuthorizerEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2CustomAuthorizerEvent;
import com.amazonaws.services.lambda.runtime.events.AppSyncLambdaAuthorizerEvent;
import com.amazonaws.services.lambda.runtime.events.AppSyncLambdaAuthorizerResponse;
import com.amazonaws.services.lambda.runtime.events.IamPolicyResponse;
import com.amazonaws.services.lambda.runtime.events.SimpleIAMPolicyResponse;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import dev.kindling.function.corpus.PublishedEvent;
import dev.kindling.function.http.HttpEventFormat;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An authorizer gets the event and answers API Gateway or AppSync itself, not a request.
 */
class AuthorizersUnitTests {

	private static final String ARN = "arn:aws:execute-api:eu-central-1:123456789012:api/prod/GET/orders";

	/** A REST API's, and an HTTP API's with the format 1.0. */
	private static final String REQUEST = HttpEvents.v1("GET", null)
		.replaceFirst("\\{", "{\"type\":\"REQUEST\",\"methodArn\":\"" + ARN + "\",")
		.replace(",\"body\":null,\"isBase64Encoded\":false", "");

	private static final String REQUEST_V2 = HttpEvents.v2("GET", null)
		.replaceFirst("\\{",
				"{\"type\":\"REQUEST\",\"routeArn\":\"" + ARN + "\",\"identitySource\":[\"user\",\"123\"],")
		.replace(",\"body\":null,\"isBase64Encoded\":false", "");

	private static final String WEBSOCKET = """
			{"type":"REQUEST","methodArn":"%s","headers":{"Auth":"user"},"multiValueHeaders":{"Auth":["user"]},\
			"queryStringParameters":{},"stageVariables":{},"requestContext":{"routeKey":"$connect",\
			"eventType":"CONNECT","messageDirection":"IN","stage":"prod","requestId":"r","connectionId":"c",\
			"apiId":"api"}}""".formatted(ARN);

	private static final String TOKEN = """
			{"type":"TOKEN","authorizationToken":"user","methodArn":"%s"}""".formatted(ARN);

	private static final String APP_SYNC = """
			{"authorizationToken":"user","requestContext":{"apiId":"api","accountId":"123456789012",\
			"requestId":"r","queryString":"query { orders }","operationName":"orders","variables":{}},\
			"requestHeaders":{"application":"header"}}""";

	private static Functions serving(String name) {
		return Functions.of(Authorizers.class).serving(name);
	}

	private static String event(String name) {
		return switch (name) {
			case "REQUEST" -> REQUEST;
			case "REQUEST_V2" -> REQUEST_V2;
			case "WEBSOCKET" -> WEBSOCKET;
			case "TOKEN" -> TOKEN;
			default -> APP_SYNC;
		};
	}

	@ParameterizedTest
	@CsvSource({ "own, REQUEST", "own, REQUEST_V2", "own, WEBSOCKET", "own, TOKEN", "messageOfOwn, REQUEST",
			"map, REQUEST", "map, REQUEST_V2", "map, WEBSOCKET", "map, TOKEN", "aws, REQUEST", "aws, TOKEN",
			"awsSimple, REQUEST_V2", "awsMap, REQUEST_V2", "ownOfAppSync, APP_SYNC", "awsOfAppSync, APP_SYNC",
			"mapOfSimple, APP_SYNC" })
	void getsTheEventAndAnswersAsItIs(String name, String event) {
		for (Functions functions : List.of(serving(name),
				serving(name).with("spring.jackson.property-naming-strategy=SNAKE_CASE"))) {
			JsonNode answer = functions.json(event(event));
			assertThat(answer.has("statusCode")).isFalse();
			if (answer.has("isAuthorized")) {
				assertThat(answer.path("isAuthorized").booleanValue()).isTrue();
				assertThat(answer.findPath("who").textValue()).isNotBlank().doesNotContain("null");
			}
			else {
				assertThat(answer.path("principalId").textValue()).isNotBlank().isNotEqualTo("null");
				JsonNode statement = answer.path("policyDocument").path("Statement").get(0);
				assertThat(statement.path("Effect").textValue()).isEqualTo("Allow");
				assertThat(statement.path("Resource").toString()).contains(ARN);
			}
		}
	}

	@Test
	void answersByTheApplicationsNamesWhereNobodyAuthorizes() {
		assertThat(serving("ownOfAppSync").with("spring.jackson.property-naming-strategy=SNAKE_CASE")
			.invoke("{\"authorization_token\":\"user\"}")).contains("\"is_authorized\":true");
	}

	/**
	 * A request that was authorized isn't the event that asks for it.
	 */
	@Test
	void answersARequestWhoseBodyOrHeadersSpeakOfATypeAndAnArn() {
		JsonNode answer = serving("order").json(HttpEvents.v2("POST",
				"{\"id\":\"7\",\"type\":\"REQUEST\",\"methodArn\":\"" + ARN + "\",\"routeArn\":\"" + ARN + "\"}"));
		assertThat(answer.path("statusCode").intValue()).isEqualTo(200);
		assertThat(answer.path("body").textValue()).contains("7");
	}

	@ParameterizedTest
	@ValueSource(strings = { "apigw-custom-auth-request-type-request", "apigw-custom-auth-request",
			"apigw-v2-custom-authorizer-v1-request", "apigw-v2-custom-authorizer-v2-request",
			"appsync-lambda-auth-request" })
	void tellsThePublishedEventsFromRequests(String file) throws IOException {
		Assumptions.assumeTrue(Files.isDirectory(PublishedEvent.folder()), "No published events beside the repository");
		String event = Files.readString(PublishedEvent.folder().resolve(file + ".json"));
		assertThat(HttpEventFormat.of(new com.fasterxml.jackson.databind.ObjectMapper().readTree(event))).isNull();
		assertThat(serving("tree").invoke(event)).isEqualTo("{\"isAuthorized\":true,\"context\":{\"who\":\"tree\"}}");
	}

	@Configuration(proxyBeanMethods = false)
	static class Authorizers {

		private static Answer allow(String who, String arn) {
			return new Answer(who,
					new Policy("2012-10-17", List.of(new Statement("execute-api:Invoke", "Allow", List.of(arn)))));
		}

		private static String arn(String methodArn, String routeArn) {
			return (methodArn != null) ? methodArn : routeArn;
		}

		@Bean
		Function<AuthRequest, Answer> own() {
			return (request) -> allow(request.type(), arn(request.methodArn(), request.routeArn()));
		}

		@Bean
		Function<Message<AuthRequest>, Answer> messageOfOwn() {
			return (message) -> allow(message.getPayload().type(), message.getPayload().methodArn());
		}

		@Bean
		Function<Map<String, Object>, Map<String, Object>> map() {
			return (request) -> Map.of("principalId", request.get("type"), "policyDocument",
					Map.of("Version", "2012-10-17", "Statement",
							List.of(Map.of("Action", "execute-api:Invoke", "Effect", "Allow", "Resource",
									arn((String) request.get("methodArn"), (String) request.get("routeArn"))))));
		}

		@Bean
		Function<APIGatewayCustomAuthorizerEvent, IamPolicyResponse> aws() {
			return (request) -> IamPolicyResponse.builder()
				.withPrincipalId(request.getType())
				.withPolicyDocument(IamPolicyResponse.PolicyDocument.builder()
					.withVersion(IamPolicyResponse.VERSION_2012_10_17)
					.withStatement(List.of(IamPolicyResponse.allowStatement(request.getMethodArn())))
					.build())
				.build();
		}

		@Bean
		Function<APIGatewayV2CustomAuthorizerEvent, SimpleIAMPolicyResponse> awsSimple() {
			return (request) -> SimpleIAMPolicyResponse.builder()
				.withIsAuthorized(true)
				.withContext(Map.of("who", request.getType()))
				.build();
		}

		@Bean
		Function<APIGatewayV2CustomAuthorizerEvent, Map<String, Object>> awsMap() {
			return (request) -> Map.of("isAuthorized", request.getRouteArn().equals(ARN), "context",
					Map.of("who", request.getIdentitySource().get(0)));
		}

		@Bean
		Function<AppSyncRequest, Simple> ownOfAppSync() {
			return (request) -> new Simple("user".equals(request.authorizationToken()),
					Map.of("who", String.valueOf(request.requestContext())));
		}

		@Bean
		Function<AppSyncLambdaAuthorizerEvent, AppSyncLambdaAuthorizerResponse> awsOfAppSync() {
			return (request) -> AppSyncLambdaAuthorizerResponse.builder()
				.withIsAuthorized(true)
				.withResolverContext(Map.of("who", request.getRequestContext().getOperationName()))
				.build();
		}

		@Bean
		Function<Map<String, Object>, Simple> mapOfSimple() {
			return (request) -> new Simple(true, Map.of("who", "map"));
		}

		@Bean
		Function<JsonNode, Map<String, Object>> tree() {
			return (request) -> {
				Map<String, Object> answer = new java.util.LinkedHashMap<>();
				answer.put("isAuthorized", true);
				answer.put("context", Map.of("who", "tree"));
				return answer;
			};
		}

		@Bean
		Function<Order, Order> order() {
			return Function.identity();
		}

	}

	record AuthRequest(String type, String methodArn, String routeArn, Map<String, String> headers) {
	}

	record Answer(String principalId, Policy policyDocument) {
	}

	record Policy(@JsonProperty("Version") String version, @JsonProperty("Statement") List<Statement> statement) {
	}

	record Statement(@JsonProperty("Action") String action, @JsonProperty("Effect") String effect,
			@JsonProperty("Resource") List<String> resource) {
	}

	record AppSyncRequest(String authorizationToken, Map<String, Object> requestContext) {
	}

	record Simple(boolean isAuthorized, Map<String, String> context) {
	}

}
