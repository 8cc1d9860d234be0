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

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

import dev.kindling.function.HttpEnvelope.Request;
import dev.kindling.function.HttpEnvelope.Response;
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
import org.springframework.messaging.Message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * One table of requests and responses, by every way that AWS passes them.
 */
class HttpTableUnitTests {

	private static final HttpApplications APPLICATIONS = new HttpApplications(Web.class);

	private static final Charset LATIN = StandardCharsets.ISO_8859_1;

	private static final String JSON = "application/json";

	private static final String ORDER = "{\"id\":\"Zoë\"}";

	private static final byte[] BINARY = { 0, -1, (byte) 0x80, 13, 10 };

	private static final int SIX_MEGABYTES = 6 * 1024 * 1024;

	@AfterAll
	static void close() {
		APPLICATIONS.close();
	}

	/**
	 * What is sent to which function, and which status and text come back; of {@code *}
	 * any.
	 */
	static Stream<Arguments> exchanges() {
		List<Arguments> cases = List.of(
				// Text
				exchange("text", Request.post("text/csv", "\"1\",\"Zoë\"\n\"2\",\"Max\""), 200,
						"\"1\",\"Zoë\"\n\"2\",\"Max\""),
				exchange("text", Request.post("text/plain", "\"hello\""), 200, "\"hello\""),
				exchange("text", Request.post("TEXT/PLAIN; charset=utf-8", "{\"a\":1"), 200, "{\"a\":1"),
				exchange("text", Request.get().method("POST").body("\"hello\""), 200, "\"hello\""),
				exchange("text", Request.post(JSON, "\"hello\""), 200, "hello"),
				exchange("text", Request.post("application/problem+json;charset=UTF-8", "\"hello\""), 200, "hello"),
				exchange("text", Request.post(JSON, "{\"a\":1}"), 200, "{\"a\":1}"),
				exchange("text", Request.post(JSON, "\"a\",\"b\""), 400, "*"),
				exchange("texts", Request.post("text/csv", "[\"a\",\"b\"]"), 200, "1 [\"a\",\"b\"]"),
				exchange("texts", Request.post(JSON, "[\"a\",\"b\"]"), 200, "2 ab"),
				// Empty bodies
				exchange("text", Request.get(), 200, ""), exchange("text", Request.get().withoutBody(), 200, ""),
				exchange("text", Request.post("text/plain", ""), 200, ""),
				exchange("text", Request.post("text/plain", new byte[0]), 200, ""),
				exchange("text", Request.post("text/plain", "  "), 200, "  "),
				exchange("bytes", Request.get(), 200, ""), exchange("bytes", Request.post("*/*", new byte[0]), 200, ""),
				exchange("nothing", Request.get(), 200, "null GET"),
				exchange("nothing", Request.post(JSON, "ignored"), 200, "null POST"),
				exchange("order", Request.get(), 400, "*The body is empty, but the function takes a Order*"),
				exchange("order", Request.post(JSON, new byte[0]), 400, "*The body is empty*"),
				exchange("order", Request.post(JSON, "null"), 400, "*The body is null*"),
				exchange("orderMessage", Request.get(), 200, "null GET"),
				exchange("orderMessage", Request.get().withoutBody(), 200, "null GET"),
				exchange("orderMessage", Request.post(JSON, ""), 200, "null POST"),
				exchange("orderMessage", Request.post(JSON, " \r\n"), 200, "null POST"),
				exchange("orderMessage", Request.post(JSON, " null "), 200, "null POST"),
				exchange("orderMessage", Request.post(JSON, "nul"), 400, "*no valid JSON*"),
				exchange("orderMessage", Request.post(JSON, ORDER), 200, "Zoë POST"),
				exchange("treeMessage", Request.get(), 200, "null"), exchange("optional", Request.get(), 200, "empty"),
				exchange("optional", Request.post(JSON, new byte[0]), 200, "empty"),
				exchange("optional", Request.post(JSON, "null"), 200, "empty"),
				exchange("optional", Request.post(JSON, ORDER), 200, "Zoë"),
				exchange("optional", Request.post(JSON, "{"), 400, "*no valid JSON*"),
				exchange("optionalMessage", Request.get(), 200, "empty"),
				exchange("consumer", Request.post(JSON, ORDER), 204, ""),
				exchange("latest", Request.get(), 200, "*latest*"),
				// Charsets
				exchange("text", Request.post("text/plain;charset=iso-8859-1", "Zoë".getBytes(LATIN)), 200, "Zoë"),
				exchange("text", Request.post("text/plain; Charset=\"ISO-8859-1\"", "Zoë".getBytes(LATIN)), 200, "Zoë"),
				exchange("text", Request.post("text/plain;charset=iso-8859-1", "Zoë"), 200, "Zoë"),
				exchange("text", Request.post("text/plain;charset=utf-16", "Zoë".getBytes(StandardCharsets.UTF_16)),
						200, "Zoë"),
				exchange("text", Request.post("text/plain", "Zoë".getBytes(StandardCharsets.UTF_8)), 200, "Zoë"),
				exchange("text", Request.post("text/plain", "Zoë".getBytes(LATIN)), 400, "*The body isn't UTF-8*"),
				exchange("text", Request.post("text/plain;charset=klingon", "Zoë".getBytes(LATIN)), 415,
						"*The charset 'klingon' of the content type is unknown*"),
				exchange("text", Request.post("text/plain;charset=:-)", "Zoë".getBytes(LATIN)), 415, "*is unknown*"),
				exchange("text", Request.post("application/json;charset=iso-8859-1", "\"Zoë\"".getBytes(LATIN)), 200,
						"Zoë"),
				exchange("order", Request.post("application/json;charset=iso-8859-1", ORDER.getBytes(LATIN)), 200,
						"*\"id\":\"Zoë\"*"),
				exchange("order",
						Request.post("application/json;charset=utf-16be", ORDER.getBytes(StandardCharsets.UTF_16BE)),
						200, "*\"id\":\"Zoë\"*"),
				exchange("order", Request.post(JSON, ORDER.getBytes(StandardCharsets.UTF_8)), 200, "*\"id\":\"Zoë\"*"),
				exchange("order", Request.post("application/json;charset=klingon", ORDER.getBytes(LATIN)), 415,
						"*klingon*"),
				exchange("bytes", Request.post("text/plain;charset=klingon", "Zoë".getBytes()), 200, "Zoë"),
				exchange("bytes", Request.post("text/plain;charset=us-ascii", "Zoë"), 400, "*The body isn't us-ascii*"),
				// Byte order marks
				exchange("text", Request.post("text/csv", "\uFEFFid,name"), 200, "id,name"),
				exchange("text", Request.post("text/csv", "\uFEFFid,name".getBytes(StandardCharsets.UTF_8)), 200,
						"id,name"),
				exchange("text", Request.post(JSON, "\uFEFF\"hello\""), 200, "hello"),
				exchange("order", Request.post(JSON, "\uFEFF" + ORDER), 200, "*\"id\":\"Zoë\"*"),
				exchange("order", Request.post(JSON, ("\uFEFF" + ORDER).getBytes(StandardCharsets.UTF_8)), 200,
						"*\"id\":\"Zoë\"*"),
				exchange("orderMessage", Request.post(JSON, "\uFEFF"), 200, "null POST"),
				exchange("bytes", Request.post("text/csv", "\uFEFFid".getBytes(StandardCharsets.UTF_8)), 200,
						"\uFEFFid"),
				// Compressed bodies
				exchange("order", Request.post(JSON, gzip(ORDER)).header("content-encoding", "gzip"), 200,
						"*\"id\":\"Zoë\"*"),
				exchange("text", Request.post("text/csv", gzip("\"1\",\"Zoë\"")).header("content-encoding", "GZIP"),
						200, "\"1\",\"Zoë\""),
				exchange("order",
						Request.post(JSON, ORDER.getBytes(StandardCharsets.UTF_8)).header("content-encoding", "gzip"),
						200, "*\"id\":\"Zoë\"*"),
				exchange("order", Request.post(JSON, ORDER).header("content-encoding", "gzip"), 200,
						"*\"id\":\"Zoë\"*"),
				exchange("order",
						Request.post(JSON, ORDER.getBytes(StandardCharsets.UTF_8))
							.header("content-encoding", "identity"),
						200, "*\"id\":\"Zoë\"*"),
				exchange("order", Request.post(JSON, Arrays.copyOf(gzip(ORDER), 15)).header("content-encoding", "gzip"),
						400, "*isn't gzip*"),
				exchange("order", Request.post(JSON, BINARY).header("content-encoding", "br"), 415,
						"*The content encoding 'br' isn't understood*"),
				exchange("text",
						Request.post("text/plain", gzip("a".repeat(16 * 1024 * 1024)))
							.header("content-encoding", "gzip"),
						200, "*aaa*"),
				exchange("text",
						Request.post("text/plain", gzip("a".repeat(16 * 1024 * 1024 + 1)))
							.header("content-encoding", "gzip"),
						413, "*more than 16777216 bytes*"),
				// Paths and queries
				exchange("uri", Request.get().uri("/a%2Fb+c/%C3%AB", "q=a%2Fb+c%2B&p=1%2B1&e="), 200,
						"/a%2Fb+c/%C3%AB {q=[a/b c+], p=[1+1], e=[]}"),
				// Cookies and headers
				exchange("cookies", Request.get().header("cookie", "sid=1=2; theme=dark"), 200,
						"{sid=1=2, theme=dark}"),
				exchange("header", Request.get().header("x-date", "Sat, 28 Nov 2026 15:30:00 GMT"), 200,
						"Sat, 28 Nov 2026 15:30:00 GMT"));
		return Stream.of(HttpEnvelope.values()).flatMap((envelope) -> cases.stream().map((one) -> {
			Object[] values = one.get();
			return Arguments.of(envelope, values[0], values[1], values[2], values[3]);
		}));
	}

	private static Arguments exchange(String function, Request request, int status, String body) {
		return Arguments.of(function, request, status, body);
	}

	private static byte[] gzip(String text) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
			gzip.write(text.getBytes(StandardCharsets.UTF_8));
		}
		catch (java.io.IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	@ParameterizedTest(name = "{0} {1} {3}")
	@MethodSource("exchanges")
	void answersTheRequest(HttpEnvelope envelope, String function, Request request, int status, String body)
			throws Exception {
		Response response = APPLICATIONS.send(envelope, function, request);
		assertThat(response.status()).as(response.text()).isEqualTo(status);
		if (body.startsWith("*")) {
			assertThat(response.text()).contains(body.replace("*", ""));
		}
		else {
			assertThat(response.text()).isEqualTo(body);
		}
	}

	@ParameterizedTest
	@EnumSource
	void handsBytesOverAsTheyAreAndSendsThem(HttpEnvelope envelope) throws Exception {
		byte[] gzip = gzip(ORDER);
		Request compressed = Request.post(JSON, gzip).header("content-encoding", "gzip");
		assertThat(APPLICATIONS.send(envelope, "bytes", compressed).body()).isEqualTo(gzip);
		Response response = APPLICATIONS.send(envelope, "bytes", Request.post("image/png", BINARY));
		assertThat(response.body()).isEqualTo(BINARY);
		assertThat(response.base64()).isTrue();
		assertThat(response.header("content-type")).isEqualTo("application/octet-stream");
		Request latin = Request.post("text/plain;charset=iso-8859-1", "Zoë");
		assertThat(APPLICATIONS.send(envelope, "bytes", latin).body()).isEqualTo("Zoë".getBytes(LATIN));
		Response packed = APPLICATIONS.send(envelope, "packed", Request.get());
		assertThat(packed.base64()).isTrue();
		assertThat(packed.header("content-encoding")).isEqualTo("gzip");
		assertThat(packed.body()).isEqualTo(gzip);
	}

	@ParameterizedTest
	@EnumSource
	void sendsNoBodyWithHeadAndStatusesThatHaveNone(HttpEnvelope envelope) throws Exception {
		for (String function : List.of("latest", "latestText", "stream", "input", "latin")) {
			Response head = APPLICATIONS.send(envelope, function, Request.get().method("HEAD"));
			assertThat(head.status()).isEqualTo(200);
			assertThat(head.body()).as(function).isEmpty();
			assertThat(head.base64()).isFalse();
		}
		assertThat(APPLICATIONS.send(envelope, "latest", Request.get().method("HEAD")).header("content-type"))
			.isEqualTo("application/json");
		for (String function : List.of("noContent", "notModified", "noContentAfterAll", "consumer")) {
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
			assertThat(APPLICATIONS.send(envelope, "text", Request.post("text/plain", text)).body()).hasSize(size);
			byte[] bytes = new byte[size];
			Arrays.fill(bytes, (byte) -1);
			assertThat(APPLICATIONS.send(envelope, "bytes", Request.post("image/png", bytes)).body()).isEqualTo(bytes);
			assertThat(
					APPLICATIONS.send(envelope, "order", Request.post(JSON, "{\"id\":\"" + text + "\"}")).body().length)
				.isGreaterThan(size);
		}
	}

	@Configuration(proxyBeanMethods = false)
	static class Web {

		private static final String LATIN_TEXT = "text/plain;charset=iso-8859-1";

		@Bean
		Function<Message<String>, String> text() {
			return Message::getPayload;
		}

		@Bean
		Function<reactor.core.publisher.Flux<Message<String>>, reactor.core.publisher.Mono<String>> texts() {
			return (messages) -> messages.map(Message::getPayload)
				.collectList()
				.map((list) -> list.size() + " " + String.join("", list));
		}

		@Bean
		Function<Message<byte[]>, byte[]> bytes() {
			return Message::getPayload;
		}

		@Bean
		Function<Message<Void>, String> nothing() {
			return (message) -> message.getPayload() + " " + message.getHeaders().get("httpMethod");
		}

		@Bean
		Function<Order, Order> order() {
			return Function.identity();
		}

		@Bean
		Function<Message<Order>, String> orderMessage() {
			return (message) -> ((message.getPayload() != null) ? message.getPayload().id() : "null") + " "
					+ message.getHeaders().get("httpMethod");
		}

		@Bean
		Function<Message<com.fasterxml.jackson.databind.JsonNode>, String> treeMessage() {
			return (message) -> String.valueOf(message.getPayload());
		}

		@Bean
		Function<Optional<Order>, String> optional() {
			return (order) -> order.map(Order::id).orElse("empty");
		}

		@Bean
		Function<Message<Optional<Order>>, String> optionalMessage() {
			return (message) -> message.getPayload().map(Order::id).orElse("empty");
		}

		@Bean
		Consumer<Order> consumer() {
			return (order) -> {
			};
		}

		@Bean
		Supplier<Order> latest() {
			return () -> new Order("latest", 1, null, null);
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
		Function<Message<String>, String> uri() {
			return (message) -> message.getHeaders().get("path") + " " + message.getHeaders().get("queryParameters");
		}

		@Bean
		Function<Message<String>, String> cookies() {
			return (message) -> String.valueOf(message.getHeaders().get("cookies"));
		}

		@SuppressWarnings("unchecked")
		private static List<String> values(Message<?> message, String name) {
			return ((Map<String, List<String>>) message.getHeaders().get("headers")).get(name);
		}

		@Bean
		Function<Message<String>, String> header() {
			return (message) -> values(message, "x-date").get(0);
		}

		@Bean
		Function<Message<String>, String> values() {
			return (message) -> String.join("|", values(message, "x-multi"));
		}

		@Bean
		Supplier<HttpResponse<byte[]>> packed() {
			return () -> HttpResponse.ok(gzip(ORDER))
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
