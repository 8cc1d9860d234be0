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
import java.nio.charset.StandardCharsets;
import java.util.List;

import dev.kindling.function.corpus.HttpEnvelope;
import dev.kindling.function.corpus.HttpEnvelope.Request;
import dev.kindling.function.corpus.HttpEnvelope.Response;
import dev.kindling.it.Subject;
import dev.kindling.local.LocalLambda;
import dev.kindling.local.invoke.InvokeResult;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Status, headers, cookies and charset of a response leave the executable as they leave
 * the jar, by every way that AWS passes a request.
 */
class ResponsesIntegrationTests {

	private static LocalLambda serving(Subject subject, String function) {
		return subject.application(function).memorySize(512).build();
	}

	private static Response send(LocalLambda lambda, HttpEnvelope envelope, Request request) throws IOException {
		InvokeResult result = lambda.invoke(envelope.event(request));
		assertThat(result.isError()).as("%s: %s", envelope, result.payloadAsString()).isFalse();
		return envelope.response(result.payload());
	}

	private static Request choosing(int status, String type) {
		return Request.get().header("x-status", String.valueOf(status)).header("x-type", type);
	}

	@ParameterizedTest
	@EnumSource
	void answersAnHttpResponseWhateverTheFunctionTakes(Subject subject) throws IOException {
		for (String function : List.of("answerToMap", "answerToTree", "answerToBytes", "answerToMessageOfEvent")) {
			try (LocalLambda lambda = serving(subject, function)) {
				for (HttpEnvelope envelope : HttpEnvelope.values()) {
					if (function.equals("answerToMessageOfEvent") && envelope != HttpEnvelope.HTTP_API) {
						continue; // the class is that of an HTTP API's events
					}
					Response response = send(lambda, envelope, Request.get());
					assertThat(response.status()).as("%s %s", function, envelope).isEqualTo(404);
					assertThat(response.header("x-tag")).isEqualTo("a");
					assertThat(response.header("set-cookie")).isEqualTo("c=1");
					assertThat(response.text()).isEqualTo("none");
				}
			}
		}
	}

	@ParameterizedTest
	@EnumSource
	void takesStatusAndHeadersOfAMessage(Subject subject) throws IOException {
		try (LocalLambda lambda = serving(subject, "statusOfMessage")) {
			for (HttpEnvelope envelope : HttpEnvelope.values()) {
				Response response = send(lambda, envelope, Request.post("text/plain", "text"));
				assertThat(response.status()).as("%s", envelope).isEqualTo(418);
				assertThat(response.header("x-array")).isEqualTo("s, t");
				assertThat(response.header("x-set")).isEqualTo("s, t");
				assertThat(response.headers()).doesNotContainKey("x-null");
				assertThat(send(lambda, envelope, Request.post("text/plain", "status")).status()).isEqualTo(201);
			}
		}
	}

	@ParameterizedTest
	@EnumSource
	void sendsTextInItsCharsetAndEachHeader(Subject subject) throws IOException {
		try (LocalLambda lambda = serving(subject, "chosenResponse")) {
			for (HttpEnvelope envelope : HttpEnvelope.values()) {
				Response latin = send(lambda, envelope, choosing(200, "text/plain;charset=iso-8859-1"));
				assertThat(latin.body()).as("%s", envelope).isEqualTo("Zoë".getBytes(StandardCharsets.ISO_8859_1));
				assertThat(latin.header("content-type")).isEqualTo("text/plain;charset=iso-8859-1");
				assertThat(latin.header("x-tag")).isEqualTo("a, b,c");
				assertThat(latin.headers().get("set-cookie"))
					.containsExactlyInAnyOrder("a=1; Expires=Sat, 28 Nov 2026 15:30:00 GMT", "b=2");
				for (String type : List.of("application/graphql", "application/sql", "application/x-yaml",
						"application/x-javascript", "multipart/mixed; boundary=x")) {
					Response text = send(lambda, envelope, choosing(200, type));
					assertThat(text.base64()).as(type).isFalse();
					assertThat(text.text()).isEqualTo("Zoë");
				}
			}
		}
	}

	@ParameterizedTest
	@EnumSource
	void sendsNoBodyWithHeadAndStatusesThatHaveNone(Subject subject) throws IOException {
		try (LocalLambda lambda = serving(subject, "chosenResponse")) {
			for (HttpEnvelope envelope : HttpEnvelope.values()) {
				Request request = choosing(200, "text/plain");
				assertThat(send(lambda, envelope, request).text()).isEqualTo("Zoë");
				assertThat(send(lambda, envelope, request.method("HEAD")).body()).as("%s", envelope).isEmpty();
				for (int status : new int[] { 204, 304 }) {
					Response response = send(lambda, envelope, choosing(status, "text/plain"));
					assertThat(response.status()).isEqualTo(status);
					assertThat(response.body()).as("%s", envelope).isEmpty();
				}
			}
		}
	}

	@ParameterizedTest
	@EnumSource
	void namesAHeaderThatIsNull(Subject subject) {
		try (LocalLambda lambda = serving(subject, "nullHeader")) {
			InvokeResult result = lambda.invoke(HttpEnvelope.HTTP_API.event(Request.get()));
			assertThat(result.errorType()).isEqualTo("java.lang.IllegalArgumentException");
			assertThat(result.errorMessage()).contains("'X-Tag'");
		}
	}

	@ParameterizedTest
	@EnumSource
	void handsTheWholeEventToTypesThatAreForIt(Subject subject) throws IOException {
		Request request = Request.post("application/json", "{\"a\":1}");
		try (LocalLambda lambda = serving(subject, "httpHandler")) {
			String answer = lambda.invoke(HttpEnvelope.HTTP_API.event(request)).payloadAsString();
			assertThat(answer).isEqualTo("{\"statusCode\":203,\"body\":\"{\\\"a\\\":1}\"}");
		}
		try (LocalLambda lambda = serving(subject, "partOfRequest")) {
			String event = HttpEnvelope.REST_API.event(request)
				.replace("\"pathParameters\":null", "\"pathParameters\":{\"id\":\"7\"}");
			Response response = HttpEnvelope.REST_API.response(lambda.invoke(event).payload());
			assertThat(response.text()).isEqualTo("7 {\"a\":1}");
		}
	}

}
