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

package dev.kindling.codec;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class RequestSendingIntegrationTests {

	private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";

	private ScriptedPeer peer;

	@BeforeEach
	void connect() throws IOException {
		this.peer = new ScriptedPeer();
	}

	@AfterEach
	void disconnect() throws IOException {
		this.peer.close();
	}

	@Test
	void sendsHeadAndSmallBodyInOneWrite() throws IOException {
		List<byte[]> writes = new ArrayList<>();
		HttpConnection connection = this.peer.connection(writes);
		connection.send(new HttpRequest("POST", "/a?b=c", HttpHeaders.of("Host", "h", "X-A", "é")), bytes("body"));
		assertThat(writes).hasSize(1);
		assertThat(new String(writes.get(0), StandardCharsets.UTF_8))
			.isEqualTo("POST /a?b=c HTTP/1.1\r\nHost: h\r\nX-A: é\r\nContent-Length: 4\r\n\r\nbody");
	}

	@Test
	void sendsNoLengthForAGetAndZeroForAPostWithoutBody() throws IOException {
		HttpConnection connection = this.peer.connection();
		connection.send(request("GET"), new byte[0]);
		assertThat(this.peer.receivedHead()).isEqualTo("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
		this.peer.answer(OK);
		connection.receive("GET");
		connection.send(request("POST"), new byte[0]);
		assertThat(this.peer.receivedHead()).isEqualTo("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 0\r\n\r\n");
	}

	@Test
	void sendsAGivenContentLengthOnce() throws IOException {
		this.peer.connection().send(new HttpRequest("PUT", "/", HttpHeaders.of("content-length", "2")), bytes("ab"));
		assertThat(this.peer.receivedHead()).isEqualTo("PUT / HTTP/1.1\r\ncontent-length: 2\r\n\r\n");
	}

	@Test
	void refusesFramingHeadersThatContradictTheBody() throws IOException {
		HttpConnection connection = this.peer.connection();
		HttpRequest length = new HttpRequest("PUT", "/", HttpHeaders.of("Content-Length", "3"));
		HttpRequest chunked = new HttpRequest("PUT", "/", HttpHeaders.of("Transfer-Encoding", "chunked"));
		HttpRequest gzip = new HttpRequest("PUT", "/", HttpHeaders.of("Transfer-Encoding", "gzip"));
		assertThatIllegalArgumentException().isThrownBy(() -> connection.send(length, bytes("ab")))
			.withMessage("Content-Length is '3', but the body has 2 bytes");
		assertThatIllegalArgumentException().isThrownBy(() -> connection.send(length, -1));
		assertThatIllegalArgumentException().isThrownBy(() -> connection.send(chunked, bytes("ab")));
		assertThatIllegalArgumentException().isThrownBy(() -> connection.send(gzip, -1));
		assertThat(connection.isReusable()).isTrue();
	}

	@Test
	void sendsALargeBodyExactly() throws Exception {
		byte[] body = new byte[6 * 1024 * 1024];
		new Random(1).nextBytes(body);
		HttpConnection connection = this.peer.connection();
		CompletableFuture<byte[]> received = CompletableFuture.supplyAsync(this::receiveAll);
		connection.send(request("POST"), body);
		connection.close();
		byte[] all = received.get();
		assertThat(new String(all, 0, all.length - body.length, StandardCharsets.US_ASCII))
			.endsWith("Content-Length: 6291456\r\n\r\n");
		assertThat(all).endsWith(body);
	}

	@Test
	void sendsAChunkOnEachFlush() throws IOException {
		HttpConnection connection = this.peer.connection();
		BodyOutputStream body = connection.send(request("POST"), -1);
		body.write(bytes("hello"));
		body.flush();
		assertThat(this.peer.receivedHead())
			.isEqualTo("POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n");
		assertThat(this.peer.received(10)).isEqualTo("5\r\nhello\r\n");
		body.flush();
		body.write(new byte[26]);
		body.finish(HttpHeaders.of("X-Sum", "1"));
		assertThat(this.peer.received(32)).startsWith("1a\r\n");
		assertThat(this.peer.received(15)).isEqualTo("0\r\nX-Sum: 1\r\n\r\n");
	}

	@Test
	void sendsASmallChunkedRequestInOneWrite() throws IOException {
		List<byte[]> writes = new ArrayList<>();
		BodyOutputStream body = this.peer.connection(writes).send(request("POST"), -1);
		body.write('a');
		body.write(bytes("bc"));
		body.finish();
		assertThat(writes).hasSize(1);
		assertThat(ScriptedPeer.concatenated(writes)).endsWith("\r\n\r\n3\r\nabc\r\n0\r\n\r\n");
	}

	@Test
	void splitsABodyOfUnknownLengthIntoChunksThatAddUp() throws Exception {
		byte[] data = new byte[300_000];
		new Random(2).nextBytes(data);
		HttpConnection connection = this.peer.connection();
		CompletableFuture<byte[]> received = CompletableFuture.supplyAsync(this::receiveAll);
		BodyOutputStream body = connection.send(request("POST"), -1);
		int sent = 0;
		for (int size = 1; sent < data.length; size = size * 3 + 1) {
			int count = Math.min(size, data.length - sent);
			body.write(data, sent, count);
			sent += count;
		}
		body.finish();
		connection.close();
		// Read back by the codec itself, as if it were an answer
		byte[] all = received.get();
		String text = new String(all, StandardCharsets.ISO_8859_1);
		try (ScriptedPeer echo = new ScriptedPeer()) {
			HttpConnection reader = echo.connection();
			reader.send(request("GET"), new byte[0]);
			byte[] chunks = text.substring(text.indexOf("\r\n\r\n") + 4).getBytes(StandardCharsets.ISO_8859_1);
			CompletableFuture<Void> answering = CompletableFuture.runAsync(() -> {
				try {
					echo.answer("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n").answer(chunks);
				}
				catch (IOException ex) {
					throw new IllegalStateException(ex);
				}
			});
			assertThat(reader.receive("GET").body().readAllBytes()).isEqualTo(data);
			answering.get();
			assertThat(reader.isReusable()).isTrue();
		}
	}

	@Test
	void refusesABodyThatDoesNotHaveTheAnnouncedLength() throws IOException {
		HttpConnection connection = this.peer.connection();
		BodyOutputStream body = connection.send(request("PUT"), 3);
		body.write(bytes("ab"));
		assertThatExceptionOfType(IOException.class).isThrownBy(body::finish)
			.withMessageContaining("2 of the announced 3");
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> body.write(bytes("cd")))
			.withMessageContaining("longer");
		assertThat(connection.isReusable()).isFalse();
	}

	@Test
	void closesTheConnectionWhenTheBodyIsAbandoned() throws IOException {
		HttpConnection connection = this.peer.connection();
		try (BodyOutputStream body = connection.send(request("PUT"), -1)) {
			body.write(bytes("ab"));
			body.flush();
		}
		assertThat(connection.isOpen()).isFalse();
		assertThat(new String(this.peer.receivedToEnd(), StandardCharsets.ISO_8859_1)).endsWith("2\r\nab\r\n");
	}

	@Test
	void refusesTrailersWithoutChunks() throws IOException {
		BodyOutputStream body = this.peer.connection().send(request("PUT"), 0);
		assertThatIllegalArgumentException().isThrownBy(() -> body.finish(HttpHeaders.of("a", "b")));
	}

	@Test
	void refusesASecondRequestBeforeTheFirstIsAnswered() throws IOException {
		HttpConnection connection = this.peer.connection();
		connection.send(request("GET"), new byte[0]);
		assertThatIllegalStateException().isThrownBy(() -> connection.send(request("GET"), new byte[0]));
	}

	@Test
	void sendsTheBodyOnceTheOtherSideSaysContinue() throws IOException {
		HttpConnection connection = this.peer.connection();
		BodyOutputStream body = connection.send(expecting(), 2);
		assertThat(this.peer.receivedHead()).contains("Expect: 100-continue\r\n");
		this.peer.answer("HTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 100 Continue\r\n\r\n");
		assertThat(connection.awaitContinue("PUT", 10_000)).isNull();
		body.write(bytes("ab"));
		body.finish();
		this.peer.answer(OK);
		assertThat(connection.receive("PUT").status()).isEqualTo(200);
		assertThat(connection.isReusable()).isTrue();
	}

	@Test
	void sendsTheBodyWhenTheOtherSideSaysNothingInTime() throws IOException {
		HttpConnection connection = this.peer.connection();
		BodyOutputStream body = connection.send(expecting(), 2);
		assertThat(connection.awaitContinue("PUT", 20)).isNull();
		body.write(bytes("ab"));
		body.finish();
		this.peer.answer("HTTP/1.1 100 Continue\r\n\r\n" + OK);
		assertThat(connection.receive("PUT").status()).isEqualTo(200);
	}

	@Test
	void keepsTheBodyBackWhenTheOtherSideRefusesIt() throws IOException {
		HttpConnection connection = this.peer.connection();
		connection.send(expecting(), 2);
		this.peer.answer("HTTP/1.1 412 Precondition Failed\r\nContent-Length: 1\r\n\r\nx");
		ReceivedResponse response = connection.awaitContinue("PUT", 10_000);
		assertThat(response).isNotNull();
		assertThat(response.status()).isEqualTo(412);
		assertThat(response.body().readAllBytes()).hasSize(1);
		assertThat(connection.isReusable()).isFalse();
	}

	private byte[] receiveAll() {
		try {
			return this.peer.receivedToEnd();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static HttpRequest expecting() {
		return new HttpRequest("PUT", "/", HttpHeaders.of("Host", "h", "Expect", "100-continue"));
	}

	private static HttpRequest request(String method) {
		return new HttpRequest(method, "/", HttpHeaders.of("Host", "h"));
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
