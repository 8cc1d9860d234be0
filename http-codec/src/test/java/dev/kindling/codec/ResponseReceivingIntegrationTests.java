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
import java.io.InputStream;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ResponseReceivingIntegrationTests {

	private static final String CHUNKED = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";

	private ScriptedPeer peer;

	private HttpConnection connection;

	@BeforeEach
	void connect() throws IOException {
		this.peer = new ScriptedPeer();
		this.connection = this.peer.connection();
		get();
	}

	@AfterEach
	void disconnect() throws IOException {
		this.peer.close();
	}

	private void get() throws IOException {
		this.connection.send(new HttpRequest("GET", "/", HttpHeaders.of("Host", "h")), new byte[0]);
	}

	@Test
	void readsABodyByItsLength() throws IOException {
		this.peer.answer("HTTP/1.1 200 All right\r\nContent-Length: 5\r\nX-A:  é b\t\r\nx-a: c\r\n\r\nhello");
		assertThat(this.connection.isAnswerStarted()).isFalse();
		ReceivedResponse response = this.connection.receive("GET");
		assertThat(this.connection.isAnswerStarted()).isTrue();
		assertThat(response.status()).isEqualTo(200);
		assertThat(response.reason()).isEqualTo("All right");
		assertThat(response.headers().all("X-A")).hasSize(2).endsWith("c");
		assertThat(this.connection.isReusable()).isFalse();
		assertThat(text(response)).isEqualTo("hello");
		assertThat(this.connection.isReusable()).isTrue();
	}

	@Test
	void readsHeaderValuesAsUtf8() throws IOException {
		this.peer.answer("HTTP/1.1 200\r\nContent-Length: 0\r\nX: ü\r\n\r\n".getBytes(StandardCharsets.UTF_8));
		ReceivedResponse response = this.connection.receive("GET");
		assertThat(response.headers().first("x")).isEqualTo("ü");
		assertThat(response.reason()).isEmpty();
	}

	@Test
	void keepsEveryByteOfValuesThatAreNotUtf8() throws IOException {
		this.peer.answer("HTTP/1.1 200 fran\u00e7ais\r\nContent-Length: 0\r\nX: a\u00fc\u00ff\r\nY: \u00c3\r\n\r\n"
			.getBytes(StandardCharsets.ISO_8859_1));
		ReceivedResponse response = this.connection.receive("GET");
		assertThat(response.reason()).isEqualTo("fran\u00e7ais");
		assertThat(response.headers().first("x")).isEqualTo("a\u00fc\u00ff");
		assertThat(response.headers().first("y")).isEqualTo("\u00c3");
	}

	@Test
	void putsFoldedLinesTogetherWithASpace() throws IOException {
		this.peer
			.answer("HTTP/1.1 200 OK\r\nA: b \r\n\t c\r\n  d\r\nEmpty:\r\n \r\nTransfer-Encoding:\r\n chunked\r\n\r\n"
					+ "2\r\nok\r\n0\r\nSum: 1\r\n 2\r\n\r\n");
		ReceivedResponse response = this.connection.receive("GET");
		assertThat(response.headers().first("A")).isEqualTo("b c d");
		assertThat(response.headers().first("Empty")).isEmpty();
		assertThat(text(response)).isEqualTo("ok");
		assertThat(this.connection.trailers().first("Sum")).isEqualTo("1 2");
		assertThat(this.connection.isReusable()).isTrue();
	}

	@Test
	void countsFoldedLinesAsLines() throws IOException {
		this.peer.answer("HTTP/1.1 200 OK\r\nA: b\r\n" + " c\r\n".repeat(HttpLimits.DEFAULT.maxHeaders()) + "\r\n");
		assertThatExceptionOfType(HttpCodecException.class).isThrownBy(() -> this.connection.receive("GET"))
			.withMessageContaining("more than " + HttpLimits.DEFAULT.maxHeaders() + " lines");
	}

	@Test
	void readsAChunkedBodyWithExtensionsAndTrailers() throws IOException {
		this.peer.answer(CHUNKED + "5;name=value\r\nhello\r\n00A \r\n, world of\r\n0\r\nX-Sum: 1\r\n\r\n");
		ReceivedResponse response = this.connection.receive("GET");
		assertThat(this.connection.trailers().size()).isZero();
		assertThat(text(response)).isEqualTo("hello, world of");
		assertThat(this.connection.trailers().first("x-sum")).isEqualTo("1");
		assertThat(this.connection.isReusable()).isTrue();
	}

	@Test
	void readsABodyThatDripsIn() throws Exception {
		byte[] answer = (CHUNKED + "3\r\nabc\r\n4\r\ndefg\r\n0\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
		CompletableFuture<Void> drip = CompletableFuture.runAsync(() -> {
			try {
				for (byte b : answer) {
					this.peer.answer(new byte[] { b });
					Thread.sleep(1);
				}
			}
			catch (IOException | InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
		});
		assertThat(text(this.connection.receive("GET"))).isEqualTo("abcdefg");
		drip.get();
		assertThat(this.connection.isReusable()).isTrue();
	}

	@Test
	void canBeUsedAgainWhenAReaderStopsAtTheLastByteOfTheBody() throws IOException {
		this.peer.answer(CHUNKED + "2\r\n{}\r\n0\r\n\r\n");
		assertThat(this.connection.receive("GET").body().readNBytes(2)).hasSize(2);
		assertThat(this.connection.isReusable()).isTrue();
	}

	@Test
	void canBeUsedAgainWhenTheRestOfAClosedBodyIsAtHand() throws IOException {
		this.peer.answer(CHUNKED + "2\r\n{}\r\n0\r\n\r\n");
		this.connection.receive("GET").body().close();
		assertThat(this.connection.isReusable()).isTrue();
		get();
		this.peer.answer("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello");
		this.connection.receive("GET").body().close();
		assertThat(this.connection.isReusable()).isTrue();
	}

	@Test
	void closesTheConnectionWhenABodyIsAbandoned() throws IOException {
		this.peer.answer("HTTP/1.1 200 OK\r\nContent-Length: 500000\r\n\r\nhello");
		InputStream body = this.connection.receive("GET").body();
		body.read();
		body.close();
		assertThat(this.connection.isOpen()).isFalse();
		assertThatExceptionOfType(IOException.class).isThrownBy(body::read).withMessageContaining("closed");
	}

	@Test
	void readsUntilTheConnectionEndsWhereThereIsNoLength() throws IOException {
		this.peer.answer("HTTP/1.1 200 OK\r\n\r\nhello").end();
		assertThat(text(this.connection.receive("GET"))).isEqualTo("hello");
		assertThat(this.connection.isReusable()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "HTTP/1.1 204 No Content\r\n\r\n", "HTTP/1.1 304 Not Modified\r\nContent-Length: 9\r\n\r\n",
					"HTTP/1.1 103 Early Hints\r\nLink: a\r\n\r\nHTTP/1.1 204 No Content\r\n\r\n",
					"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n" })
	void readsAnswersWithoutABody(String answer) throws IOException {
		this.peer.answer(answer);
		ReceivedResponse response = this.connection.receive("GET");
		assertThat(response.status()).isGreaterThanOrEqualTo(200);
		assertThat(response.body().read()).isEqualTo(-1);
		assertThat(this.connection.isReusable()).isTrue();
	}

	@Test
	void readsNoBodyAfterHead() throws IOException {
		this.peer.answer("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n");
		assertThat(this.connection.receive("HEAD").body().read()).isEqualTo(-1);
		assertThat(this.connection.isReusable()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: Close\r\n\r\n",
			"HTTP/1.0 200 OK\r\nContent-Length: 0\r\n\r\n",
			"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\nHTTP/1.1 408 Request Timeout\r\n\r\n" })
	void isNotReusableWhenTheOtherSideClosesOrSaysMore(String answer) throws IOException {
		this.peer.answer(answer);
		assertThat(text(this.connection.receive("GET"))).isEmpty();
		assertThat(this.connection.isReusable()).isFalse();
	}

	@Test
	void isReusableWhenAnOlderServerKeepsTheConnectionAlive() throws IOException {
		this.peer.answer("HTTP/1.0 200 OK\r\nContent-Length: 0\r\nConnection: keep-alive\r\n\r\n");
		assertThat(text(this.connection.receive("GET"))).isEmpty();
		assertThat(this.connection.isReusable()).isTrue();
	}

	@Test
	void takesALengthThatIsRepeatedButNotOneThatDiffers() throws IOException {
		this.peer.answer("HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 01\r\n\r\nx");
		assertThat(text(this.connection.receive("GET"))).isEqualTo("x");
		get();
		this.peer.answer("HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nx");
		assertThatExceptionOfType(HttpCodecException.class).isThrownBy(() -> this.connection.receive("GET"))
			.withMessageContaining("differ");
	}

	@ParameterizedTest
	@ValueSource(strings = { "SSH-2.0-OpenSSH\r\n\r\n", "HTTP/2 200 OK\r\n\r\n", "HTTP/1.1 2x0 OK\r\n\r\n",
			"HTTP/1.1 99\r\n\r\n", "HTTP/1.1 099 x\r\n\r\n", "HTTP/1.1 2000 OK\r\n\r\n", "\r\n\r\n",
			"HTTP/1.1 200 OK\r\nNo colon\r\n\r\n", "HTTP/1.1 200 OK\r\n: no name\r\n\r\n",
			"HTTP/1.1 200 OK\r\nName : blank\r\n\r\n", "HTTP/1.1 200 OK\r\n folded: a\r\n\r\n",
			"HTTP/1.1 200 OK\r\nContent-Length: 1\r\n 0\r\n\r\n", "HTTP/1.1 200 OK\r\nA: b\rc\r\n\r\n",
			"HTTP/1.1 200 OK\r\nA: b\0c\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
			"HTTP/1.1 200 OK\r\nContent-Length:\r\n\r\n",
			"HTTP/1.1 200 OK\r\nContent-Length: 9999999999999999999\r\n\r\n",
			"HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n", "HTTP/1.1 101 Switching\r\n\r\n" })
	void refusesAMalformedHead(String answer) throws IOException {
		this.peer.answer(answer);
		assertThatExceptionOfType(HttpCodecException.class).isThrownBy(() -> this.connection.receive("GET"));
		assertThat(this.connection.isReusable()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "x\r\n", "\r\n", "-1\r\n", "1 1\r\nx\r\n", "1\r\nxy\r\n", "0\r\nbad trailer\r\n\r\n",
			"1000000000000000\r\n", "5\r\nhell", "5", "5\r\nhello\r\n", "0\r\n", "0\r\nX: 1\r\n" })
	void refusesAMalformedOrCutChunkedBody(String body) throws IOException {
		this.peer.answer(CHUNKED + body).end();
		ReceivedResponse response = this.connection.receive("GET");
		assertThatExceptionOfType(HttpCodecException.class).isThrownBy(() -> text(response));
		assertThat(this.connection.isReusable()).isFalse();
		assertThat(this.connection.isOpen()).isFalse();
	}

	@Test
	void saysThatABodyIsCutShort() throws IOException {
		this.peer.answer("HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nhello").end();
		ReceivedResponse response = this.connection.receive("GET");
		assertThatExceptionOfType(HttpCodecException.class).isThrownBy(() -> text(response))
			.withMessage("The answer is cut short after 5 of 6 bytes");
	}

	@Test
	void saysThatTheConnectionWasClosedBeforeAnAnswer() throws IOException {
		this.peer.end();
		assertThatExceptionOfType(HttpCodecException.class).isThrownBy(() -> this.connection.receive("GET"))
			.withMessage("The connection was closed before an answer");
		assertThat(this.connection.isAnswerStarted()).isFalse();
	}

	@Test
	void failsWhenTheConnectionIsReset() throws IOException {
		this.peer.reset();
		assertThatExceptionOfType(SocketException.class).isThrownBy(() -> this.connection.receive("GET"));
		assertThat(this.connection.isAnswerStarted()).isFalse();
	}

	@Test
	void refusesAHeadBeyondTheLimits() throws IOException {
		try (ScriptedPeer other = new ScriptedPeer()) {
			HttpConnection limited = other.connection(new HttpLimits(200, 3, 2, 512));
			limited.send(new HttpRequest("GET", "/", HttpHeaders.empty()), new byte[0]);
			other.answer("HTTP/1.1 200 OK\r\nA: " + "x".repeat(200) + "\r\n\r\n");
			assertThatExceptionOfType(HttpCodecException.class).isThrownBy(() -> limited.receive("GET"))
				.withMessageContaining("headers exceeds the limit");
		}
		try (ScriptedPeer other = new ScriptedPeer()) {
			HttpConnection limited = other.connection(new HttpLimits(200, 3, 2, 512));
			limited.send(new HttpRequest("GET", "/", HttpHeaders.empty()), new byte[0]);
			other.answer("HTTP/1.1 200 OK\r\na: 1\r\na: 1\r\na: 1\r\na: 1\r\n\r\n");
			assertThatExceptionOfType(HttpCodecException.class).isThrownBy(() -> limited.receive("GET"))
				.withMessageContaining("more than 3 lines");
		}
		try (ScriptedPeer other = new ScriptedPeer()) {
			HttpConnection limited = other.connection(new HttpLimits(200, 3, 2, 512));
			limited.send(new HttpRequest("GET", "/", HttpHeaders.empty()), new byte[0]);
			other.answer("HTTP/1.1 102 Processing\r\n\r\n".repeat(3));
			assertThatExceptionOfType(HttpCodecException.class).isThrownBy(() -> limited.receive("GET"))
				.withMessageContaining("More than 2 interim answers");
		}
	}

	@Test
	void growsItsBufferForALongHeader() throws IOException {
		String value = "x".repeat(60_000);
		this.peer.answer("HTTP/1.1 200 OK\r\nA: " + value + "\r\nContent-Length: 2\r\n\r\nok");
		ReceivedResponse response = this.connection.receive("GET");
		assertThat(response.headers().first("A")).isEqualTo(value);
		assertThat(text(response)).isEqualTo("ok");
	}

	@Test
	void endsAWaitingReadWhenClosedByAnotherThread() throws Exception {
		CompletableFuture<Void> receiving = CompletableFuture.runAsync(() -> {
			try {
				this.connection.receive("GET");
			}
			catch (IOException ex) {
				throw new IllegalStateException(ex);
			}
		});
		Thread.sleep(50);
		this.connection.close();
		assertThatExceptionOfType(Exception.class).isThrownBy(receiving::get)
			.withRootCauseInstanceOf(IOException.class);
	}

	private static String text(ReceivedResponse response) throws IOException {
		return new String(response.body().readAllBytes(), StandardCharsets.UTF_8);
	}

}
