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
package dev.kindling.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.HttpExecuteResponse;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever a server sends, a call ends: with an answer or with an {@link IOException}.
 */
class FuzzedAnswersIntegrationTests {

	private static final AtomicReference<byte[]> ANSWER = new AtomicReference<>(new byte[0]);

	private static final String[] LINE_ENDS = { "\r\n", "\r\n", "\r\n", "\r\n", "\n", "\r", "" };

	private static final String[] STATUS_LINES = { "HTTP/1.1 200 OK", "HTTP/1.1 200 OK", "HTTP/1.1 204 None",
			"HTTP/1.1 304 Same", "HTTP/1.0 200 OK", "HTTP/1.1 404 Not Found", "HTTP/1.1 200", "HTTP/1.1 99 Low",
			"HTTP/2 200", "ICY 200 OK", "HTTP/1.1 999 High", "HTTP/1.1 101 Switch", "" };

	private static final String[] HEADERS = { "Content-Length: 0", "Content-Length: 5", "Content-Length: 10!",
			"Content-Length: 999999999999999999", "Content-Length: -1", "Content-Length: 5, 5",
			"Transfer-Encoding: chunked", "Transfer-Encoding: chunked", "Transfer-Encoding: gzip, chunked",
			"Connection: close", "Connection: keep-alive", "Connection: Upgrade, close", "X-Empty:", ": no name",
			"No colon", " folded: value", "X-Long: " + "x".repeat(3000), "Trailer: X", "Content-Type: text/plain" };

	private static final String[] BODIES = { "hello", "5\r\nhello\r\n", "0\r\n\r\n", "0\r\nX: y\r\n\r\n",
			"fffffffffffffff\r\n", "5;ext=\"a\"\r\nhello\r\n", "-1\r\n", "5\nhello\n", "x".repeat(20000), "!" };

	private static TestServer server;

	private static KindlingHttpClient client;

	@BeforeContainer
	static void start() throws IOException {
		server = new TestServer((peer) -> {
			while (peer.receiveHead() != null) {
				peer.socket().setSoTimeout(2);
				byte[] answer = ANSWER.get();
				peer.send(answer);
				// Some connections stay open for a moment, so that they may be used again
				if (answer.length == 0 || answer[answer.length - 1] != '!') {
					return;
				}
			}
		});
		client = KindlingHttpClient.builder().maxConnections(1).readTimeout(Duration.ofSeconds(20)).build();
	}

	@AfterContainer
	static void stop() throws IOException {
		client.close();
		server.close();
	}

	@Property(tries = 100_000, shrinking = ShrinkingMode.OFF)
	void endsEveryCall(@ForAll("answers") byte[] answer) {
		ANSWER.set(answer);
		try {
			HttpExecuteResponse response = Requests.get(client, URI.create("http://127.0.0.1:" + server.port())).call();
			assertThat(response.httpResponse().statusCode()).isBetween(200, 999);
			InputStream body = response.responseBody().orElseGet(AbortableInputStream::createEmpty);
			try (body) {
				assertThat(body.readAllBytes().length).isLessThanOrEqualTo(answer.length);
			}
		}
		catch (SocketTimeoutException ex) {
			throw new AssertionError("The call hung", ex);
		}
		catch (IOException ex) {
			assertThat(ex.getMessage()).isNotEmpty();
		}
	}

	@Provide
	Arbitrary<byte[]> answers() {
		return Arbitraries.randomValue(FuzzedAnswersIntegrationTests::answer);
	}

	/**
	 * An answer of plausible and odd parts, of which some bytes are changed and the end
	 * is sometimes cut off.
	 */
	private static byte[] answer(Random random) {
		StringBuilder text = new StringBuilder();
		int interim = random.nextInt(8) == 0 ? random.nextInt(20) : 0;
		for (int i = 0; i < interim; i++) {
			text.append("HTTP/1.1 10").append(random.nextInt(4)).append(" Interim\r\n\r\n");
		}
		text.append(pick(random, STATUS_LINES)).append(pick(random, LINE_ENDS));
		for (int i = random.nextInt(6); i > 0; i--) {
			text.append(pick(random, HEADERS)).append(pick(random, LINE_ENDS));
		}
		text.append("\r\n");
		for (int i = random.nextInt(5); i > 0; i--) {
			text.append(pick(random, BODIES));
		}
		byte[] bytes = text.toString().getBytes(StandardCharsets.ISO_8859_1);
		for (int i = (random.nextInt(2) == 0) ? random.nextInt(6) : 0; i > 0; i--) {
			bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
		}
		return (random.nextInt(4) == 0) ? Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)) : bytes;
	}

	private static String pick(Random random, String[] from) {
		return from[random.nextInt(from.length)];
	}

}
