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

package dev.kindling.local;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindling.local.server.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The function URL, called by the JDK's HTTP client.
 */
class FunctionUrlIntegrationTests {

	private final List<String> logs = new CopyOnWriteArrayList<>();

	private final HttpClient client = HttpClient.newHttpClient();

	private LocalLambda lambda;

	@AfterEach
	void close() {
		this.lambda.close();
	}

	private LocalLambdaBuilder plain() {
		return LocalLambda.builder().mainClass(PlainRuntime.class).timeout(Duration.ofSeconds(20)).logs(this.logs::add);
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create(this.lambda.functionUrl() + path));
	}

	private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
		return this.client.send(request.build(), HttpResponse.BodyHandlers.ofString());
	}

	@Test
	void turnsARequestIntoAnEvent() throws Exception {
		this.lambda = plain().build();
		HttpResponse<String> response = send(request("a%20b/c?x=1&x=2&y=%26").header("Content-Type", "application/json")
			.header("Cookie", "a=1; b=2")
			.header("X-Twice", "one")
			.header("X-Twice", "two")
			.POST(HttpRequest.BodyPublishers.ofString("{\"name\":\"mamezou ☃\"}")));
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
		JsonNode event = Json.MAPPER.readTree(response.body());
		assertThat(event.path("version").asText()).isEqualTo("2.0");
		assertThat(event.path("rawPath").asText()).isEqualTo("/a%20b/c");
		assertThat(event.path("rawQueryString").asText()).isEqualTo("x=1&x=2&y=%26");
		assertThat(event.at("/queryStringParameters/x").asText()).isEqualTo("1,2");
		assertThat(event.at("/queryStringParameters/y").asText()).isEqualTo("&");
		assertThat(event.path("cookies").toString()).isEqualTo("[\"a=1\",\"b=2\"]");
		assertThat(event.at("/headers/x-twice").asText()).isEqualTo("one,two");
		assertThat(event.at("/requestContext/http/method").asText()).isEqualTo("POST");
		assertThat(event.path("body").asText()).isEqualTo("{\"name\":\"mamezou ☃\"}");
		assertThat(event.path("isBase64Encoded").asBoolean()).isFalse();
	}

	@Test
	void encodesABodyThatIsNoText() throws Exception {
		this.lambda = plain().build();
		JsonNode event = Json.MAPPER
			.readTree(send(request("").PUT(HttpRequest.BodyPublishers.ofByteArray(new byte[] { 0, 1, 2 }))).body());
		assertThat(event.path("body").asText()).isEqualTo("AAEC");
		assertThat(event.path("isBase64Encoded").asBoolean()).isTrue();
	}

	@Test
	void takesABodyInChunks() throws Exception {
		this.lambda = plain().build();
		HttpResponse<String> response = send(request("").header("Content-Type", "text/plain")
			.POST(HttpRequest.BodyPublishers
				.ofInputStream(() -> new java.io.ByteArrayInputStream("x".repeat(100_000).getBytes()))));
		assertThat(Json.MAPPER.readTree(response.body()).path("body").asText()).hasSize(100_000);
	}

	@Test
	void answersWithStatusHeadersAndBytes() throws Exception {
		this.lambda = plain().build();
		HttpResponse<byte[]> response = this.client.send(request("?do=url").build(),
				HttpResponse.BodyHandlers.ofByteArray());
		assertThat(response.statusCode()).isEqualTo(201);
		assertThat(response.headers().firstValue("Content-Type")).hasValue("application/octet-stream");
		assertThat(response.body()).containsExactly(0, 1, 2);
	}

	@Test
	void answersAFailureWithoutDetails() throws Exception {
		this.lambda = plain().build();
		HttpResponse<String> response = send(request("?do=error"));
		assertThat(response.statusCode()).isEqualTo(502);
		assertThat(response.body()).isEqualTo("Internal Server Error");
	}

	@Test
	void passesEachPieceOfAStreamOnAsItComes(@TempDir Path directory) throws Exception {
		Path gate = directory.resolve("gate");
		this.lambda = plain().environment("GATE", gate.toString()).build();
		HttpResponse<InputStream> response = this.client.send(request("?do=stream").build(),
				HttpResponse.BodyHandlers.ofInputStream());
		try (InputStream body = response.body()) {
			assertThat(response.statusCode()).isEqualTo(200);
			assertThat(response.headers().firstValue("Transfer-Encoding")).hasValue("chunked");
			assertThat(new String(body.readNBytes(4), StandardCharsets.UTF_8)).isEqualTo("one,");
			assertThat(body.available()).isZero();
			Files.createFile(gate);
			assertThat(new String(body.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("two,three");
		}
	}

	@Test
	void takesStatusHeadersAndCookiesFromAStreamsPrelude() throws Exception {
		this.lambda = plain().build();
		HttpResponse<String> response = send(request("?do=streamForUrl"));
		assertThat(response.statusCode()).isEqualTo(201);
		assertThat(response.headers().firstValue("X-Made-By")).hasValue("plain");
		assertThat(response.headers().firstValue("Content-Type")).hasValue("text/plain");
		assertThat(response.headers().firstValue("Set-Cookie")).hasValue("a=1");
		assertThat(response.body()).isEqualTo("first,second");
	}

	@Test
	void endsAStreamThatFailsSoThatTheCallerSeesIt() {
		this.lambda = plain().build();
		assertThatExceptionOfType(java.io.IOException.class).isThrownBy(() -> send(request("?do=streamFailing")));
	}

	@Test
	void keepsTheFunctionWhenACallerLeaves(@TempDir Path directory) throws Exception {
		Path gate = directory.resolve("gate");
		this.lambda = plain().environment("GATE", gate.toString()).build();
		HttpResponse<InputStream> response = this.client.send(request("?do=stream").build(),
				HttpResponse.BodyHandlers.ofInputStream());
		response.body().readNBytes(4);
		response.body().close();
		Files.createFile(gate);
		assertThat(this.lambda.invoke("{}").isError()).isFalse();
		assertThat(this.lambda.coldStarts()).isEqualTo(1);
	}

}
