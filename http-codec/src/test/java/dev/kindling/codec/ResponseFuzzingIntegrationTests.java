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

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/**
 * Answers of any kind are read to an end or refused: no hang, no other exception, no more
 * memory than what came in and the buffers.
 */
class ResponseFuzzingIntegrationTests {

	private static final HttpLimits LIMITS = new HttpLimits(4096, 32, 4, 512);

	private static final String[] LINES = { "HTTP/1.1 200 OK", "HTTP/1.0 200", "HTTP/1.1 100 Continue",
			"HTTP/1.1 204 None", "HTTP/1.1 999 ?", "HTTP/2 200", "Content-Length: 5", "Content-Length: 0",
			"Content-Length: 99999999999999999", "Content-Length: 5, 5", "Content-Length: -5", "Content-Length:",
			"Transfer-Encoding: chunked", "Transfer-Encoding: gzip, chunked", "Connection: close",
			"Connection: keep-alive, close", "Lambda-Runtime-Aws-Request-Id: 1", "5", "hello", "0", "ffffffffffffffff",
			"7fffffff", "-1", "5;ext=1", "1\r\nx", "", "", "", " folded", ": no name", "name", "X: \0", "X: é",
			"a: b" };

	@Property(tries = 50_000, shrinking = ShrinkingMode.OFF)
	void survivesAnswersMadeOfKnownLines(@ForAll("seeds") long seed) {
		Random random = new Random(seed);
		ByteArrayOutputStream answer = new ByteArrayOutputStream();
		int lines = random.nextInt(24);
		for (int i = 0; i < lines; i++) {
			String line = (i == 0 && random.nextInt(4) > 0) ? LINES[0] : LINES[random.nextInt(LINES.length)];
			answer.writeBytes(line.getBytes(StandardCharsets.UTF_8));
			answer.writeBytes(new byte[] { '\r', '\n' });
		}
		byte[] bytes = answer.toByteArray();
		mutate(bytes, random);
		read(bytes, random);
	}

	@Property(tries = 50_000, shrinking = ShrinkingMode.OFF)
	void survivesAnswersThatWereValidOnce(@ForAll("seeds") long seed) {
		Random random = new Random(seed);
		byte[] body = new byte[random.nextInt(2000)];
		random.nextBytes(body);
		byte[] bytes = random.nextBoolean() ? fixed(body) : chunked(body, random);
		mutate(bytes, random);
		int length = random.nextInt(4) == 0 ? random.nextInt(bytes.length) : bytes.length;
		read(Arrays.copyOf(bytes, length), random);
	}

	@Property(tries = 5_000, shrinking = ShrinkingMode.OFF)
	void survivesAnyBytes(@ForAll byte[] bytes) {
		read(bytes, new Random(bytes.length));
	}

	@Property(tries = 5_000, shrinking = ShrinkingMode.OFF)
	void readsEveryValidAnswerHoweverItIsCut(@ForAll("seeds") long seed) throws IOException {
		Random random = new Random(seed);
		byte[] body = new byte[random.nextInt(5000)];
		random.nextBytes(body);
		Bytes source = new Bytes(random.nextBoolean() ? fixed(body) : chunked(body, random), random);
		HttpConnection connection = connection(source);
		connection.send(new HttpRequest("GET", "/", HttpHeaders.empty()), new byte[0]);
		assertThat(connection.receive("GET").body().readAllBytes()).isEqualTo(body);
		assertThat(connection.isReusable()).isTrue();
	}

	@Provide
	Arbitrary<Long> seeds() {
		return Arbitraries.longs();
	}

	@Test
	void endlessHeadersAndChunkSizesAreRefused() {
		for (String start : new String[] { "", "HTTP/1.1 200 ", "HTTP/1.1 200 OK\r\nX: ", "HTTP/1.1 200 OK\r\n",
				"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
				"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n", "HTTP/1.1 100 Continue\r\n\r\n" }) {
			for (String more : new String[] { "a", "X: y\r\n", "HTTP/1.1 100 Continue\r\n\r\n", "\0", "0" }) {
				Endless source = new Endless(start, more);
				assertTimeoutPreemptively(Duration.ofSeconds(20), () -> drain(connection(source)));
				assertThat(source.taken).as(start + more).isLessThan(100_000);
			}
		}
	}

	private static void mutate(byte[] bytes, Random random) {
		for (int i = random.nextInt(4); i > 0 && bytes.length > 0; i--) {
			bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
		}
	}

	private static byte[] fixed(byte[] body) {
		ByteArrayOutputStream answer = new ByteArrayOutputStream();
		answer.writeBytes(("HTTP/1.1 200 OK\r\nX: y\r\nContent-Length: " + body.length + "\r\n\r\n").getBytes());
		answer.writeBytes(body);
		return answer.toByteArray();
	}

	private static byte[] chunked(byte[] body, Random random) {
		ByteArrayOutputStream answer = new ByteArrayOutputStream();
		answer.writeBytes("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n".getBytes());
		int offset = 0;
		while (offset < body.length) {
			int size = Math.min(1 + random.nextInt(700), body.length - offset);
			answer.writeBytes((Integer.toHexString(size) + (random.nextBoolean() ? "" : "; a=b") + "\r\n").getBytes());
			answer.write(body, offset, size);
			answer.writeBytes("\r\n".getBytes());
			offset += size;
		}
		answer.writeBytes((random.nextBoolean() ? "0\r\n\r\n" : "00\r\nTrailer: x\r\n\r\n").getBytes());
		return answer.toByteArray();
	}

	private static void read(byte[] bytes, Random random) {
		Bytes source = new Bytes(bytes, random);
		long read = drain(connection(source));
		assertThat(read).isLessThanOrEqualTo(bytes.length);
	}

	/**
	 * Reads answers until the source ends or is refused.
	 * @return how many bytes of bodies there were
	 */
	private static long drain(HttpConnection connection) {
		long read = 0;
		byte[] buffer = new byte[700];
		try {
			for (int i = 0; i < 100; i++) {
				connection.send(new HttpRequest("GET", "/", HttpHeaders.empty()), new byte[0]);
				ReceivedResponse response = connection.receive("GET");
				assertThat(response.status()).isBetween(200, 999);
				InputStream body = response.body();
				for (int count = body.read(buffer); count >= 0 && read < 50_000; count = body.read(buffer)) {
					assertThat(count).isPositive();
					read += count;
				}
				body.close();
				if (!connection.isReusable() && !connection.isAnswerComplete()) {
					return read;
				}
			}
		}
		catch (IOException ex) {
			// Refused, which is the other way to end
		}
		return read;
	}

	private static HttpConnection connection(InputStream source) {
		try {
			return new HttpConnection(new Socket() {
				@Override
				public InputStream getInputStream() {
					return source;
				}

				@Override
				public OutputStream getOutputStream() {
					return OutputStream.nullOutputStream();
				}
			}, LIMITS);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Bytes that arrive in pieces of any size.
	 */
	private static final class Bytes extends InputStream {

		private final ByteArrayInputStream bytes;

		private final Random random;

		Bytes(byte[] bytes, Random random) {
			this.bytes = new ByteArrayInputStream(bytes);
			this.random = random;
		}

		@Override
		public int read() {
			return this.bytes.read();
		}

		@Override
		public int read(byte[] target, int offset, int length) {
			return this.bytes.read(target, offset, Math.min(length, 1 + this.random.nextInt(400)));
		}

	}

	/**
	 * A start, and then the same over and over.
	 */
	private static final class Endless extends InputStream {

		private final byte[] start;

		private final byte[] more;

		private int taken;

		Endless(String start, String more) {
			this.start = start.getBytes(StandardCharsets.ISO_8859_1);
			this.more = more.getBytes(StandardCharsets.ISO_8859_1);
		}

		@Override
		public int read() {
			int index = this.taken++;
			return (index < this.start.length) ? this.start[index]
					: this.more[(index - this.start.length) % this.more.length];
		}

		@Override
		public int read(byte[] target, int offset, int length) {
			for (int i = 0; i < length; i++) {
				target[offset + i] = (byte) read();
			}
			return length;
		}

	}

}
