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

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import dev.kindling.codec.HttpLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * What goes out for a request, and what comes back for an answer.
 */
class HttpMessageIntegrationTests {

	private static byte[] random(int length) {
		byte[] bytes = new byte[length];
		new Random(length).nextBytes(bytes);
		return bytes;
	}

	private static SdkHttpRequest request(URI uri, SdkHttpMethod method, Consumer<SdkHttpRequest.Builder> settings) {
		SdkHttpRequest.Builder builder = SdkHttpRequest.builder().uri(uri).method(method);
		settings.accept(builder);
		return builder.build();
	}

	/**
	 * Sends a request to a server that gives a fixed answer, and returns what the server
	 * received.
	 */
	private static TestServer.Received received(Consumer<SdkHttpRequest.Builder> settings, SdkHttpMethod method,
			byte[] body) throws Exception {
		AtomicReference<TestServer.Received> received = new AtomicReference<>();
		try (TestServer server = Tls.server(false, (peer) -> {
			received.set(peer.receive());
			peer.answer("");
		}); KindlingHttpClient client = Tls.client()) {
			Requests
				.prepare(client, request(server.uri(), method, settings),
						(body != null) ? () -> new ByteArrayInputStream(body) : null)
				.call();
		}
		return received.get();
	}

	private static HttpExecuteResponse answered(KindlingHttpClient client, TestServer server) throws IOException {
		return Requests.get(client, server.uri()).call();
	}

	private static TestServer answering(String... parts) throws IOException {
		return Tls.server(false, (peer) -> {
			while (peer.receiveHead() != null) {
				for (String part : parts) {
					peer.send(part);
				}
			}
		});
	}

	private static TestServer answeringAndClosing(String answer) throws IOException {
		return Tls.server(false, (peer) -> {
			peer.receiveHead();
			peer.send(answer);
		});
	}

	@ParameterizedTest
	@EnumSource(SdkHttpMethod.class)
	void sendsEachMethodWithItsBody(SdkHttpMethod method) throws Exception {
		TestServer.Received received = received((builder) -> builder.putHeader("Content-Length", "4"), method,
				"body".getBytes());
		assertThat(received.method()).isEqualTo(method.name());
		assertThat(received.body()).asString().isEqualTo("body");
	}

	@ParameterizedTest
	@ValueSource(strings = { "POST", "PUT", "PATCH" })
	void announcesThatThereIsNoBodyWhereOneIsExpected(String method) throws Exception {
		assertThat(received((builder) -> {
		}, SdkHttpMethod.valueOf(method), null).header("Content-Length")).isEqualTo("0");
	}

	@Test
	void sendsPathQueryAndHeaders() throws Exception {
		TestServer.Received received = received((builder) -> builder.encodedPath("/a%20b/c")
			.putRawQueryParameter("name", "a value&more")
			.putRawQueryParameter("empty", "")
			.putHeader("X-Several", List.of("one", "two")), SdkHttpMethod.GET, null);
		assertThat(received.target()).isEqualTo("/a%20b/c?name=a%20value%26more&empty=");
		assertThat(received.head()).contains("X-Several: one\r\nX-Several: two\r\n");
	}

	@Test
	void sendsTheHostOnceWithAPortThatIsNotTheSchemes() throws Exception {
		TestServer.Received received = received((builder) -> {
		}, SdkHttpMethod.GET, null);
		assertThat(received.header("Host")).matches("localhost:[0-9]+");
		TestServer.Received given = received((builder) -> builder.putHeader("host", "example.com"), SdkHttpMethod.GET,
				null);
		assertThat(given.head()).containsOnlyOnce("ost: ").contains("host: example.com");
	}

	@Test
	void sendsContentWithoutLengthInChunks() throws Exception {
		byte[] body = random(100_000);
		TestServer.Received received = received((builder) -> {
		}, SdkHttpMethod.PUT, body);
		assertThat(received.header("Transfer-Encoding")).isEqualTo("chunked");
		assertThat(received.body()).isEqualTo(body);
	}

	@Test
	void sendsASmallRequestInOneWrite() throws Exception {
		List<Integer> reads = new ArrayList<>();
		try (TestServer server = Tls.server(false, (peer) -> {
			byte[] buffer = new byte[64 * 1024];
			for (int i = 0; i < 20; i++) {
				reads.add(peer.socket().getInputStream().read(buffer));
				peer.answer("");
			}
		}); KindlingHttpClient client = Tls.client()) {
			for (int i = 0; i < 20; i++) {
				Requests.post(client, server.uri(), new byte[10_000]).call();
			}
		}
		assertThat(reads).allMatch((count) -> count > 10_000);
	}

	@Test
	void refusesLineBreaksInAHeader() {
		try (KindlingHttpClient client = Tls.client()) {
			SdkHttpRequest request = request(URI.create("http://localhost:1"), SdkHttpMethod.GET,
					(builder) -> builder.putHeader("X-Bad", "secret\r\nX-Injected: 1"));
			assertThatIllegalArgumentException().isThrownBy(() -> Requests.prepare(client, request, null).call())
				.withMessageContaining("X-Bad")
				.withMessageContaining("CR")
				.withMessageNotContaining("secret");
		}
	}

	@Test
	void saysThatContentIsShorterThanAnnounced() throws Exception {
		try (TestServer server = answering(); KindlingHttpClient client = Tls.client()) {
			SdkHttpRequest request = request(server.uri(), SdkHttpMethod.PUT,
					(builder) -> builder.putHeader("Content-Length", "10"));
			assertThatThrownBy(
					() -> Requests.prepare(client, request, () -> new ByteArrayInputStream(new byte[4])).call())
				.isInstanceOf(IOException.class)
				.hasMessageContaining("4 of the 10 bytes");
		}
	}

	@Test
	void passesOnTheFailureOfTheContentAndDoesNotSendAgain() throws Exception {
		try (TestServer server = answering("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
				KindlingHttpClient client = Tls.client()) {
			answered(client, server);
			SdkHttpRequest request = request(server.uri(), SdkHttpMethod.PUT, (builder) -> {
			});
			assertThatThrownBy(() -> Requests.prepare(client, request, () -> new InputStream() {
				@Override
				public int read() throws IOException {
					throw new IOException("the disk is gone");
				}
			}).call()).hasMessage("the disk is gone");
			assertThat(server.accepted()).isOne();
		}
	}

	@Test
	void givesStatusReasonAndHeaders() throws Exception {
		try (TestServer server = answering(
				"HTTP/1.1 418 Short and stout\r\nContent-Length: 3\r\nX-Two: 1\r\nx-two: 2\r\nEmpty:\r\n\r\ntea");
				KindlingHttpClient client = Tls.client()) {
			HttpExecuteResponse response = answered(client, server);
			assertThat(response.httpResponse().statusCode()).isEqualTo(418);
			assertThat(response.httpResponse().statusText()).contains("Short and stout");
			assertThat(response.httpResponse().matchingHeaders("X-Two")).containsExactly("1", "2");
			assertThat(response.httpResponse().matchingHeaders("empty")).containsExactly("");
			assertThat(Requests.text(response)).isEqualTo("tea");
		}
	}

	@Test
	void skipsInterimAnswers() throws Exception {
		try (TestServer server = answering("HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n",
				"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"); KindlingHttpClient client = Tls.client()) {
			HttpExecuteResponse response = answered(client, server);
			assertThat(response.httpResponse().firstMatchingHeader("Link")).isEmpty();
			assertThat(Requests.text(response)).isEqualTo("ok");
		}
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "HTTP/1.1 204 No Content\r\n\r\n", "HTTP/1.1 304 Not Modified\r\nContent-Length: 9\r\n\r\n" })
	void expectsNoBodyWhereThereIsNone(String answer) throws Exception {
		try (TestServer server = answering(answer); KindlingHttpClient client = Tls.client()) {
			for (int i = 0; i < 3; i++) {
				assertThat(answered(client, server).responseBody()).isEmpty();
			}
			assertThat(server.accepted()).isOne();
		}
	}

	@Test
	void expectsNoBodyOfAnAnswerToHead() throws Exception {
		try (TestServer server = answering("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n");
				KindlingHttpClient client = Tls.client()) {
			SdkHttpRequest request = request(server.uri(), SdkHttpMethod.HEAD, (builder) -> {
			});
			for (int i = 0; i < 3; i++) {
				HttpExecuteResponse response = Requests.prepare(client, request, null).call();
				assertThat(response.responseBody()).isEmpty();
				assertThat(response.httpResponse().firstMatchingHeader("Content-Length")).contains("1000");
			}
			assertThat(server.accepted()).isOne();
		}
	}

	@Test
	void readsChunksAndKeepsTheConnection() throws Exception {
		try (TestServer server = answering("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", "3\r\nabc\r\n",
				"4;x=y\r\ndefg\r\n", "0\r\nTrailer: 1\r\n\r\n"); KindlingHttpClient client = Tls.client()) {
			for (int i = 0; i < 3; i++) {
				assertThat(Requests.text(answered(client, server))).isEqualTo("abcdefg");
			}
			assertThat(server.accepted()).isOne();
		}
	}

	@Test
	void readsUntilTheEndOfTheConnectionWithoutALength() throws Exception {
		try (TestServer server = answeringAndClosing("HTTP/1.1 200 OK\r\n\r\nall of it");
				KindlingHttpClient client = Tls.client()) {
			assertThat(Requests.text(answered(client, server))).isEqualTo("all of it");
			assertThat(Requests.text(answered(client, server))).isEqualTo("all of it");
			assertThat(server.accepted()).isEqualTo(2);
		}
	}

	@Test
	void doesNotUseAConnectionAgainThatTheAnswerCloses() throws Exception {
		try (TestServer server = answering("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
				KindlingHttpClient client = Tls.client()) {
			answered(client, server);
			answered(client, server);
			assertThat(server.accepted()).isEqualTo(2);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nshort",
			"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nshort\r\n",
			"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nff\r\nshort" })
	void takesAnAnswerCutShortForAnError(String answer) throws Exception {
		try (TestServer server = answeringAndClosing(answer); KindlingHttpClient client = Tls.client()) {
			HttpExecuteResponse response = answered(client, server);
			assertThatThrownBy(() -> Requests.bytes(response)).isInstanceOf(IOException.class)
				.hasMessageContaining("cut short");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "garbage\r\n\r\n", "HTTP/1.1 abc OK\r\n\r\n", "HTTP/2.0 200 OK\r\n\r\n", "\r\n\r\n\r\n",
			"HTTP/1.1 200 OK\r\nno colon\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n",
			"HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
			"HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n\r\n", "HTTP/1.1 101 Switching Protocols\r\n\r\n",
			"HTTP/1.1 200 OK\r\nContent-Length: 3\r\n" })
	void refusesGarbage(String answer) throws Exception {
		try (TestServer server = answeringAndClosing(answer); KindlingHttpClient client = Tls.client()) {
			assertThatThrownBy(() -> answered(client, server)).isInstanceOf(IOException.class);
			assertThat(server.accepted()).isOne();
		}
	}

	@Test
	void limitsTheSizeOfTheHead() throws Exception {
		try (TestServer server = answeringAndClosing("HTTP/1.1 200 OK\r\nX-Large: " + "x".repeat(5000) + "\r\n\r\n");
				KindlingHttpClient client = Tls
					.client((builder) -> builder.limits(new HttpLimits(4096, 256, 16, 1024)))) {
			assertThatThrownBy(() -> answered(client, server)).hasMessageContaining("exceeds the limit");
		}
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void carriesSixMegabytesEitherWay(boolean secure) throws Exception {
		byte[] body = random(6 * 1024 * 1024);
		try (TestServer server = Tls.server(secure, (peer) -> {
			for (TestServer.Received request = peer.receive(); request != null; request = peer.receive()) {
				peer.send("HTTP/1.1 200 OK\r\nContent-Length: " + request.body().length + "\r\n\r\n");
				peer.send(request.body());
			}
		}); KindlingHttpClient client = Tls.client()) {
			for (int i = 0; i < 3; i++) {
				assertThat(Requests.bytes(Requests.post(client, server.uri(), body).call())).isEqualTo(body);
			}
			assertThat(server.accepted()).isOne();
		}
	}

	@Test
	void streamsContentAsItComes() throws Exception {
		CountDownLatch arrived = new CountDownLatch(1);
		try (TestServer server = Tls.server(false, (peer) -> {
			peer.receiveHead();
			peer.input().readNBytes(32 * 1024);
			arrived.countDown();
			peer.input().readNBytes(96 * 1024);
			peer.answer("");
		}); KindlingHttpClient client = Tls.client()) {
			SdkHttpRequest request = request(server.uri(), SdkHttpMethod.PUT,
					(builder) -> builder.putHeader("Content-Length", Integer.toString(128 * 1024)));
			Requests.prepare(client, request, () -> new InputStream() {

				private int position;

				@Override
				public int read() throws IOException {
					// Half of it comes only when the server has got the first quarter
					if (this.position == 64 * 1024) {
						try {
							if (!arrived.await(10, TimeUnit.SECONDS)) {
								throw new IOException("Nothing arrived");
							}
						}
						catch (InterruptedException ex) {
							throw new IOException(ex);
						}
					}
					return (this.position++ < 128 * 1024) ? 'x' : -1;
				}

			}).call();
		}
	}

	@Test
	void streamsTheAnswerAsItComes() throws Exception {
		CountDownLatch read = new CountDownLatch(1);
		try (TestServer server = Tls.server(true, (peer) -> {
			peer.receiveHead();
			peer.send("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nab");
			assertThat(read.await(10, TimeUnit.SECONDS)).isTrue();
			peer.send("cd");
		}); KindlingHttpClient client = Tls.client()) {
			try (InputStream body = answered(client, server).responseBody().orElseThrow()) {
				assertThat(body.readNBytes(2)).asString().isEqualTo("ab");
				read.countDown();
				assertThat(body.readAllBytes()).asString().isEqualTo("cd");
			}
		}
	}

	private static SdkHttpRequest expecting(TestServer server) {
		return request(server.uri(), SdkHttpMethod.PUT,
				(builder) -> builder.putHeader("Expect", "100-continue").putHeader("Content-Length", "4"));
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void sendsTheBodyWhenTheServerSaysContinue(boolean secure) throws Exception {
		try (TestServer server = Tls.server(secure, (peer) -> {
			String head = peer.receiveHead();
			assertThat(peer.input().available()).isZero();
			peer.send("HTTP/1.1 100 Continue\r\n\r\n");
			peer.answer(new String(peer.receiveBody(head)));
		}); KindlingHttpClient client = Tls.client()) {
			assertThat(Requests
				.text(Requests.prepare(client, expecting(server), () -> new ByteArrayInputStream("body".getBytes()))
					.call()))
				.isEqualTo("body");
		}
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void sendsTheBodyWhenTheServerDoesNotKnowExpectations(boolean secure) throws Exception {
		try (TestServer server = Tls.server(secure, (peer) -> peer.answer(new String(peer.receive().body())));
				KindlingHttpClient client = Tls.client()) {
			assertThat(Requests
				.text(Requests.prepare(client, expecting(server), () -> new ByteArrayInputStream("body".getBytes()))
					.call()))
				.isEqualTo("body");
		}
	}

	@Test
	void keepsTheBodyWhenTheServerRefuses() throws Exception {
		try (TestServer server = Tls.server(false, (peer) -> {
			peer.receiveHead();
			peer.send("HTTP/1.1 307 Temporary Redirect\r\nContent-Length: 2\r\n\r\nno");
			assertThat(peer.input().read()).isEqualTo(-1);
		}); KindlingHttpClient client = Tls.client()) {
			HttpExecuteResponse response = Requests
				.prepare(client, expecting(server), () -> new ByteArrayInputStream("body".getBytes()))
				.call();
			assertThat(response.httpResponse().statusCode()).isEqualTo(307);
			assertThat(Requests.text(response)).isEqualTo("no");
		}
	}

	@Test
	void givesTheAnswerOfAServerThatRefusesALargeBodyAndCloses() throws Exception {
		try (TestServer server = Tls.server(false, (peer) -> {
			peer.receiveHead();
			peer.send("HTTP/1.1 413 Content Too Large\r\nContent-Length: 3\r\nConnection: close\r\n\r\nbig");
		}); KindlingHttpClient client = Tls.client()) {
			HttpExecuteResponse response = Requests.post(client, server.uri(), new byte[20_000_000]).call();
			assertThat(response.httpResponse().statusCode()).isEqualTo(413);
			assertThat(Requests.text(response)).isEqualTo("big");
		}
	}

}
