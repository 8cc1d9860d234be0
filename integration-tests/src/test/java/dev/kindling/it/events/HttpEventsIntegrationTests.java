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

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.kindling.function.corpus.HttpEnvelope;
import dev.kindling.function.corpus.HttpEnvelope.Request;
import dev.kindling.function.corpus.HttpEnvelope.Response;
import dev.kindling.function.corpus.HttpExchange;
import dev.kindling.it.Subject;
import dev.kindling.local.invoke.InvokeResult;
import dev.kindling.local.LocalLambda;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A jar and a native executable answer the table of HTTP exchanges alike, by every way
 * that AWS passes a request.
 */
class HttpEventsIntegrationTests {

	@ParameterizedTest
	@EnumSource
	@Timeout(600)
	void answersTheTable(Subject subject) throws IOException {
		Map<String, List<HttpExchange>> functions = HttpExchange.all()
			.stream()
			.collect(Collectors.groupingBy(HttpExchange::function, LinkedHashMap::new, Collectors.toList()));
		List<String> wrong = new ArrayList<>();
		for (Map.Entry<String, List<HttpExchange>> function : functions.entrySet()) {
			try (LocalLambda lambda = subject.application(function.getKey()).memorySize(512).build()) {
				for (HttpExchange exchange : function.getValue()) {
					for (HttpEnvelope envelope : HttpEnvelope.values()) {
						InvokeResult result = lambda.invoke(envelope.event(exchange.request()));
						Response response = envelope.response(result.payload());
						if (result.isError() || response.status() != exchange.status()
								|| !exchange.isAnsweredBy(response.text())) {
							wrong.add(envelope + " " + exchange + ": " + result.payloadAsString());
						}
					}
				}
			}
		}
		assertThat(functions).hasSizeGreaterThan(15);
		assertThat(wrong).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void answersAnAuthorizersEventItself(Subject subject) {
		String event = HttpEnvelope.HTTP_API.event(Request.get().withoutBody())
			.replaceFirst("\\{",
					"{\"type\":\"REQUEST\",\"routeArn\":\"arn:aws:execute-api:eu-central-1:123456789012:api/prod/GET/\",");
		try (LocalLambda lambda = subject.application("webAuthorizer").memorySize(512).build()) {
			assertThat(lambda.invoke(event).payloadAsString()).isEqualTo("{\"isAuthorized\":true}");
		}
	}

}
