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

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

import dev.kindling.function.corpus.HttpEnvelope;
import dev.kindling.function.corpus.HttpEnvelope.Request;
import dev.kindling.function.corpus.HttpEnvelope.Response;
import dev.kindling.function.corpus.HttpExchange;
import dev.kindling.function.corpus.HttpFunctions;
import dev.kindling.function.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.messaging.Message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * One table of requests and responses, by every way that AWS passes them.
 */
class HttpExchangeTableUnitTests {

	private static final HttpApplications APPLICATIONS = new HttpApplications(Web.class);

	private static final Charset LATIN = StandardCharsets.ISO_8859_1;

	private static final String JSON = "application/json";

	private static final String ORDER = "{\"id\":\"Zoë\"}";

	private static final byte[] BINARY = { 0, -1, (byte) 0x80, 13, 10 };

	private static final int LIMIT = 16 * 1024 * 1024;

	private static final int SIX_MEGABYTES = 6 * 1024 * 1024;

	@AfterAll
	static void close() {
		APPLICATIONS.close();
	}

	static Stream<Arguments> exchanges() {
		return Stream.of(HttpEnvelope.values())
			.flatMap((envelope) -> HttpExchange.all().stream().map((exchange) -> Arguments.of(envelope, exchange)));
	}

	@ParameterizedTest(name = "{0} {1}")
	@MethodSource("exchanges")
	void answersTheRequest(HttpEnvelope envelope, HttpExchange exchange) throws Exception {
		Response response = APPLICATIONS.send(envelope, exchange.function(), exchange.request());
		assertThat(response.status()).as(response.text()).isEqualTo(exchange.status());
		assertThat(response.text()).matches(exchange::isAnsweredBy, exchange.body());
	}

	@ParameterizedTest
	@EnumSource
	void decompressesUpToALimit(HttpEnvelope envelope) throws Exception {
		for (int size : new int[] { LIMIT, LIMIT + 1 }) {
			Request request = Request.post("text/plain", HttpExchange.gzip("a".repeat(size)))
				.header("content-encoding", "gzip");
			Response response = APPLICATIONS.send(envelope, "webText", request);
			assertThat(response.status()).isEqualTo((size == LIMIT) ? 200 : 413);
			assertThat(response.text()).contains((size == LIMIT) ? "aaa" : "more than 16777216 bytes");
		}
	}

	@ParameterizedTest
	@EnumSource
	void handsBytesOverAsTheyAreAndSendsThem(HttpEnvelope envelope) throws Exception {
		byte[] gzip = HttpExchange.gzip(ORDER);
		Request compressed = Request.post(JSON, gzip).header("content-encoding", "gzip");
		assertThat(APPLICATIONS.send(envelope, "webBytes", compressed).body()).isEqualTo(gzip);
		Response response = APPLICATIONS.send(envelope, "webBytes", Request.post("image/png", BINARY));
		assertThat(response.body()).isEqualTo(BINARY);
		assertThat(response.base64()).isTrue();
		assertThat(response.header("content-type")).isEqualTo("application/octet-stream");
		Request latin = Request.post("text/plain;charset=iso-8859-1", "Zoë");
		assertThat(APPLICATIONS.send(envelope, "webBytes", latin).body()).isEqualTo("Zoë".getBytes(LATIN));
		Response packed = APPLICATIONS.send(envelope, "packed", Request.get());
		assertThat(packed.base64()).isTrue();
		assertThat(packed.header("content-encoding")).isEqualTo("gzip");
		assertThat(packed.body()).isEqualTo(gzip);
	}

	@ParameterizedTest
	@EnumSource
	void sendsNoBodyWithHeadAndStatusesThatHaveNone(HttpEnvelope envelope) throws Exception {
		for (String function : List.of("webLatest", "latestText", "stream", "input", "latin")) {
			Response head = APPLICATIONS.send(envelope, function, Request.get().method("HEAD"));
			assertThat(head.status()).isEqualTo(200);
			assertThat(head.body()).as(function).isEmpty();
			assertThat(head.base64()).isFalse();
		}
		assertThat(APPLICATIONS.send(envelope, "webLatest", Request.get().method("HEAD")).header("content-type"))
			.isEqualTo("application/json");
		for (String function : List.of("noContent", "notModified", "noContentAfterAll", "webConsumer")) {
			Response response = APPLICATIONS.send(envelope, function, Request.post(JSON, ORDER));
			assertThat(response.status()).isIn(204, 304);
			assertThat(response.body()).as(function).isEmpty();
			assertThat(response.headers()).doesNotContainKey("content-type");
		}
		assertThat(APPLICATIONS.send(envelope, "notModified", Request.get()).header("etag")).isEqualTo("\"7\"");
	}

	@ParameterizedTest
	@EnumSource
	void sendsEachCookieAndHeader(HttpEnvelope envelope) throws Exception {
		Response response = APPLICATIONS.send(envelope, "headers", Request.get());
		assertThat(response.headers().get("set-cookie"))
			.containsExactlyInAnyOrder("a=1; Expires=Sat, 28 Nov 2026 15:30:00 GMT", "b=2", "c=3");
		assertThat(response.header("x-tag")).isEqualTo("a, b,c");
		assertThat(response.header("x-date")).isEqualTo("Sat, 28 Nov 2026 15:30:00 GMT");
	}

	@ParameterizedTest
	@EnumSource
	void handsOverEachValueThatArrives(HttpEnvelope envelope) throws Exception {
		String values = APPLICATIONS.send(envelope, "values", Request.get().header("X-Multi", "a", "b,c")).text();
		assertThat(values).isEqualTo(switch (envelope) {
			case REST_API, ALB_MULTI_VALUE -> "a|b,c";
			case HTTP_API, FUNCTION_URL -> "a,b,c";
			case ALB -> "b,c";
		});
	}

	@ParameterizedTest
	@EnumSource
	void encodesTextInTheCharsetThatTheContentTypeNames(HttpEnvelope envelope) throws Exception {
		for (String function : List.of("latin", "latinJson")) {
			Response response = APPLICATIONS.send(envelope, function, Request.get());
			assertThat(new String(response.body(), LATIN)).contains("Zoë");
			assertThat(response.header("content-type")).contains("iso-8859-1");
		}
		Response ascii = APPLICATIONS.send(envelope, "latinAscii", Request.get());
		assertThat(ascii.base64()).isFalse();
		assertThat(ascii.text()).isEqualTo("Zoe");
		assertThatIllegalArgumentException().isThrownBy(() -> APPLICATIONS.send(envelope, "latinEuro", Request.get()))
			.withMessageContaining("ISO-8859-1");
		assertThatIllegalArgumentException().isThrownBy(() -> APPLICATIONS.send(envelope, "klingon", Request.get()))
			.withMessageContaining("'Content-Type'")
			.withMessageContaining("'klingon'");
	}

	@ParameterizedTest
	@ValueSource(strings = { "application/graphql", "application/sql", "application/x-yaml", "application/yaml",
			"application/x-javascript", "multipart/mixed; boundary=x", "application/vnd.api+json", "image/svg+xml",
			"message/http", "application/xml; charset=utf-8", "application/x-ndjson", "text/calendar" })
	void sendsTextAsText(String contentType) throws Exception {
		for (String function : List.of("typedText", "typedBytes")) {
			Response response = APPLICATIONS.send(HttpEnvelope.REST_API, function,
					Request.get().header("x-type", contentType));
			assertThat(response.base64()).as(function).isFalse();
			assertThat(response.text()).isEqualTo("Zoë");
			assertThat(response.header("content-type")).isEqualTo(contentType);
		}
	}

	@Test
	void sendsAStringAsTextWhateverItsType() throws Exception {
		Request request = Request.get().header("x-type", "application/vnd.example");
		assertThat(APPLICATIONS.send(HttpEnvelope.REST_API, "typedText", request).base64()).isFalse();
		assertThat(APPLICATIONS.send(HttpEnvelope.REST_API, "typedBytes", request).base64()).isTrue();
	}

	@ParameterizedTest
	@EnumSource
	void passesSixMegabytesAndOneByteMore(HttpEnvelope envelope) throws Exception {
		for (int size : new int[] { SIX_MEGABYTES, SIX_MEGABYTES + 1 }) {
			String text = "x".repeat(size);
			assertThat(APPLICATIONS.send(envelope, "webText", Request.post("text/plain", text)).body()).hasSize(size);
			byte[] bytes = new byte[size];
			Arrays.fill(bytes, (byte) -1);
			assertThat(APPLICATIONS.send(envelope, "webBytes", Request.post("image/png", bytes)).body())
				.isEqualTo(bytes);
			assertThat(APPLICATIONS.send(envelope, "webOrder", Request.post(JSON, "{\"id\":\"" + text + "\"}"))
				.body().length).isGreaterThan(size);
		}
	}

	@Configuration(proxyBeanMethods = false)
	@Import(HttpFunctions.class)
	static class Web {

		private static final String LATIN_TEXT = "text/plain;charset=iso-8859-1";

		@SuppressWarnings("unchecked")
		private static List<String> values(Message<?> message, String name) {
			return ((Map<String, List<String>>) message.getHeaders().get("headers")).get(name);
		}

		@Bean
		Supplier<String> latestText() {
			return () -> "latest";
		}

		@Bean
		Supplier<StreamingResponse> stream() {
			return () -> StreamingResponse.of("text/plain", (output) -> output.write(1));
		}

		@Bean
		Supplier<java.io.InputStream> input() {
			return () -> new java.io.ByteArrayInputStream(BINARY);
		}

		@Bean
		Function<Message<String>, String> values() {
			return (message) -> String.join("|", values(message, "x-multi"));
		}

		@Bean
		Supplier<HttpResponse<byte[]>> packed() {
			return () -> HttpResponse.ok(HttpExchange.gzip(ORDER))
				.header("Content-Type", "application/json")
				.header("Content-Encoding", "gzip");
		}

		@Bean
		Supplier<HttpResponse<Void>> noContent() {
			return () -> HttpResponse.status(204);
		}

		@Bean
		Supplier<HttpResponse<Order>> noContentAfterAll() {
			return () -> HttpResponse.of(204, new Order("7", 1, null, null));
		}

		@Bean
		Supplier<HttpResponse<String>> notModified() {
			return () -> HttpResponse.of(304, "body").header("ETag", "\"7\"");
		}

		@Bean
		Supplier<HttpResponse<String>> headers() {
			return () -> HttpResponse.ok("")
				.header("X-Tag", "a", "b,c")
				.header("X-Date", "Sat, 28 Nov 2026 15:30:00 GMT")
				.header("Set-Cookie", "c=3")
				.cookie("a=1; Expires=Sat, 28 Nov 2026 15:30:00 GMT")
				.cookie("b=2");
		}

		@Bean
		Supplier<HttpResponse<String>> latin() {
			return () -> HttpResponse.ok("Zoë").header("Content-Type", LATIN_TEXT);
		}

		@Bean
		Supplier<HttpResponse<Order>> latinJson() {
			return () -> HttpResponse.ok(new Order("Zoë", 1, null, null))
				.header("content-type", "application/json; charset=\"iso-8859-1\"");
		}

		@Bean
		Supplier<HttpResponse<String>> latinAscii() {
			return () -> HttpResponse.ok("Zoe").header("Content-Type", LATIN_TEXT);
		}

		@Bean
		Supplier<HttpResponse<String>> latinEuro() {
			return () -> HttpResponse.ok("5 €").header("Content-Type", LATIN_TEXT);
		}

		@Bean
		Supplier<HttpResponse<String>> klingon() {
			return () -> HttpResponse.ok("Zoë").header("Content-Type", "text/plain;charset=klingon");
		}

		@Bean
		Function<Message<String>, HttpResponse<String>> typedText() {
			return (message) -> HttpResponse.ok("Zoë").header("Content-Type", values(message, "x-type").get(0));
		}

		@Bean
		Function<Message<String>, HttpResponse<byte[]>> typedBytes() {
			return (message) -> HttpResponse.ok("Zoë".getBytes(StandardCharsets.UTF_8))
				.header("Content-Type", values(message, "x-type").get(0));
		}

	}

}
