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

import java.net.URI;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

import dev.kindling.function.corpus.HttpEnvelope;
import dev.kindling.function.corpus.HttpEnvelope.Request;
import dev.kindling.function.corpus.HttpEnvelope.Response;
import dev.kindling.function.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Mono;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * What messages and responses say about status and headers, and what they can't say.
 */
class HttpResponsesUnitTests {

	private static final HttpApplications APPLICATIONS = new HttpApplications(Responses.class);

	@AfterAll
	static void close() {
		APPLICATIONS.close();
	}

	@ParameterizedTest
	@CsvSource({ "number, 418", "text, 418", "status, 201", "code, 299", "unset, 200", "longNumber, 202" })
	void takesTheStatusOfAMessage(String function, int status) throws Exception {
		assertThat(APPLICATIONS.send(HttpEnvelope.HTTP_API, function, Request.get()).status()).isEqualTo(status);
	}

	@ParameterizedTest
	@CsvSource({ "wordStatus, 'statusCode'", "listStatus, 'statusCode'", "outOfRange, 42",
			"listOfHeaders, 'responseHeaders'" })
	void refusesWhatIsNoStatusAndNoHeaders(String function, String message) {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> APPLICATIONS.send(HttpEnvelope.HTTP_API, function, Request.get()))
			.withMessageContaining(message)
			.withMessageNotContaining("secret");
	}

	@ParameterizedTest
	@EnumSource
	void takesOneOrManyValuesOfAHeaderAndLeavesOutWhatIsNull(HttpEnvelope envelope) throws Exception {
		Response response = APPLICATIONS.send(envelope, "headers", Request.get());
		for (String name : List.of("x-array", "x-list", "x-set", "x-numbers", "x-holes", "x-objects")) {
			assertThat(response.header(name)).as(name).isEqualTo("1, 2");
		}
		assertThat(response.header("x-text")).isEqualTo("1");
		assertThat(response.headers()).doesNotContainKeys("x-null", "x-none", "x-nulls");
		assertThat(response.headers().get("set-cookie")).containsExactlyInAnyOrder("a=1", "b=2");
	}

	@ParameterizedTest
	@EnumSource
	void takesAResponseEntityForTheResponseThatItDescribes(HttpEnvelope envelope) throws Exception {
		for (String function : List.of("entity", "entityLater", "composed|entity")) {
			Response response = APPLICATIONS.send(envelope, function, Request.get());
			assertThat(response.status()).as(function).isEqualTo(201);
			assertThat(response.header("location")).isEqualTo("/orders/7");
			assertThat(response.header("x-tag")).isEqualTo("1, 2");
			assertThat(response.header("content-type")).isEqualTo("application/json");
			assertThat(response.headers().get("set-cookie")).containsExactlyInAnyOrder("a=1", "b=2");
			assertThat(response.body()).asString().isEqualTo("{\"id\":7}");
		}
	}

	@Test
	void takesAnEntityWithoutStatusOrBody() throws Exception {
		Response plain = APPLICATIONS.send(HttpEnvelope.HTTP_API, "plainEntity", Request.get());
		assertThat(plain.status()).isEqualTo(200);
		assertThat(plain.body()).asString().isEqualTo("yes");
		Response empty = APPLICATIONS.send(HttpEnvelope.HTTP_API, "emptyEntity", Request.get());
		assertThat(empty.status()).isEqualTo(404);
		assertThat(empty.body()).isEmpty();
	}

	@Test
	void answersTheMessageThatItGotThoughItHasNoPayload() throws Exception {
		assertThat(APPLICATIONS.send(HttpEnvelope.ALB, "same", Request.get()).status()).isEqualTo(200);
		assertThat(APPLICATIONS.send(HttpEnvelope.ALB, "same", Request.get()).body()).isEmpty();
	}

	@Test
	@SuppressWarnings("DataFlowIssue")
	void namesWhatIsNullInAResponse() {
		HttpResponse<String> response = HttpResponse.ok("");
		refuses(() -> response.header("X-Tag", (String) null), "'X-Tag'");
		refuses(() -> response.header("X-Tag", (String[]) null), "'X-Tag'");
		refuses(() -> response.header(null, "a"), "name");
		refuses(() -> response.cookie(null), "cookie");
		Map<String, List<String>> values = new HashMap<>();
		values.put("X-Tag", Arrays.asList("a", null));
		refuses(() -> new HttpResponse<>(200, values, List.of(), ""), "'X-Tag'");
		values.put("X-Tag", null);
		refuses(() -> new HttpResponse<>(200, values, List.of(), ""), "'X-Tag'");
		refuses(() -> new HttpResponse<>(200, null, List.of(), ""), "'headers'");
		refuses(() -> new HttpResponse<>(200, Map.of(), null, ""), "'cookies'");
		refuses(() -> new HttpResponse<>(200, Map.of(), Collections.singletonList(null), ""), "cookie");
		refuses(() -> HttpResponse.status(99), "99");
	}

	private static void refuses(Runnable call, String message) {
		assertThatIllegalArgumentException().isThrownBy(call::run).withMessageContaining(message);
	}

	record Created(int id) {
	}

	@Configuration(proxyBeanMethods = false)
	static class Responses {

		private static final ResponseEntity<Created> CREATED = ResponseEntity.created(URI.create("/orders/7"))
			.header("X-Tag", "1", "2")
			.header("Set-Cookie", "a=1", "b=2")
			.body(new Created(7));

		@Bean
		Supplier<String> composed() {
			return () -> "";
		}

		@Bean
		Function<String, ResponseEntity<Created>> entity() {
			return (body) -> CREATED;
		}

		@Bean
		Function<String, Mono<ResponseEntity<Created>>> entityLater() {
			return (body) -> Mono.just(CREATED);
		}

		@Bean
		Supplier<HttpEntity<String>> plainEntity() {
			return () -> new HttpEntity<>("yes");
		}

		@Bean
		Supplier<ResponseEntity<Void>> emptyEntity() {
			return () -> ResponseEntity.notFound().build();
		}

		private static Supplier<Message<String>> saying(String name, Object value) {
			return () -> MessageBuilder.withPayload("made").setHeader(name, value).build();
		}

		@Bean
		Supplier<Message<String>> number() {
			return saying("statusCode", 418);
		}

		@Bean
		Supplier<Message<String>> longNumber() {
			return saying("statusCode", 202L);
		}

		@Bean
		Supplier<Message<String>> text() {
			return saying("statusCode", "418");
		}

		@Bean
		Supplier<Message<String>> status() {
			return saying("statusCode", HttpStatus.CREATED);
		}

		@Bean
		Supplier<Message<String>> code() {
			return saying("statusCode", HttpStatusCode.valueOf(299));
		}

		@Bean
		Supplier<Message<String>> unset() {
			return saying("other", 418);
		}

		@Bean
		Supplier<Message<String>> wordStatus() {
			return saying("statusCode", "secret");
		}

		@Bean
		Supplier<Message<String>> listStatus() {
			return saying("statusCode", List.of("secret"));
		}

		@Bean
		Supplier<Message<String>> outOfRange() {
			return saying("statusCode", "42");
		}

		@Bean
		Supplier<Message<String>> listOfHeaders() {
			return saying("responseHeaders", List.of("secret"));
		}

		@Bean
		Supplier<Message<String>> headers() {
			Map<String, Object> headers = new LinkedHashMap<>();
			headers.put("X-Array", new String[] { "1", "2" });
			headers.put("X-List", List.of("1", "2"));
			headers.put("X-Set", new LinkedHashSet<>(List.of("1", "2")));
			headers.put("X-Numbers", new int[] { 1, 2 });
			headers.put("X-Holes", Arrays.asList(null, "1", null, "2"));
			headers.put("X-Objects", new Object[] { 1, "2" });
			headers.put("X-Text", 1);
			headers.put("X-Null", null);
			headers.put("X-None", List.of());
			headers.put("X-Nulls", new String[] { null });
			headers.put("Set-Cookie", List.of("a=1", "b=2"));
			return saying("responseHeaders", headers);
		}

		@Bean
		Function<Message<Order>, Message<Order>> same() {
			return Function.identity();
		}

	}

}
