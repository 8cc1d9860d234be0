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

package dev.kindling.runtime.loop;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

import dev.kindling.fake.ApiRequest;
import dev.kindling.fake.Exchange;
import dev.kindling.fake.FakeRuntimeApi;
import dev.kindling.fake.Reaction;
import dev.kindling.runtime.api.Backoff;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The loop goes on whatever the connection does. In Spring Cloud Function's adapter a
 * failed poll ends the loop's thread by a {@code NullPointerException}, a failed error
 * post ends it as well, and other failures of a poll are swallowed without a trace.
 */
class LostConnectionIntegrationTests extends RuntimeFixture {

	enum Fault implements Reaction {

		CLOSE("") {
			@Override
			public void to(Exchange exchange) throws IOException {
				exchange.close();
			}
		},

		RESET("") {
			@Override
			public void to(Exchange exchange) throws IOException {
				exchange.reset();
			}
		},

		HALF_A_HEAD("HTTP/1.1 200 OK\r\nLambda-Runt"),

		GARBAGE("\0\1\2 this is not HTTP \r\n\r\n"),

		TLS_ALERT("\25\3\3\0\2\2\50"),

		NO_VERSION("200 OK\r\n\r\n"),

		BAD_LENGTH("HTTP/1.1 200 OK\r\nLambda-Runtime-Aws-Request-Id: x\r\nContent-Length: -1\r\n\r\n"),

		BAD_ENCODING("HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n\r\n"),

		STATUS_400("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n"),

		STATUS_404("HTTP/1.1 404 Not Found\r\nContent-Length: 2\r\n\r\n{}"),

		STATUS_429("HTTP/1.1 429 Too Many Requests\r\nContent-Length: 0\r\n\r\n"),

		STATUS_502("HTTP/1.1 502 Bad Gateway\r\nConnection: close\r\n\r\nwhatever"),

		STATUS_204("HTTP/1.1 204 No Content\r\n\r\n"),

		NO_REQUEST_ID("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");

		private final String text;

		Fault(String text) {
			this.text = text;
		}

		@Override
		public void to(Exchange exchange) throws IOException {
			exchange.write(this.text);
			if (!this.text.startsWith("HTTP/1.1 4") && !this.text.startsWith("HTTP/1.1 20")) {
				exchange.close();
			}
			else if (this == HALF_A_HEAD || this == BAD_LENGTH) {
				exchange.close();
			}
		}

	}

	@ParameterizedTest
	@EnumSource
	void asksAgainForTheNextInvocation(Fault fault) throws Exception {
		start(RuntimeFixture::echo);
		assertServes();
		for (int i = 0; i < 3; i++) {
			this.api.next(fault);
		}
		assertServes();
		assertThat(this.process.hasEnded()).isFalse();
	}

	@ParameterizedTest
	@EnumSource(names = { "CLOSE", "STATUS_404" })
	void endsWhenThereIsNothingElseAnyMore(Fault fault) throws Exception {
		AtomicInteger requests = new AtomicInteger();
		for (int i = 0; i < 1000; i++) {
			this.api.next((exchange) -> {
				requests.incrementAndGet();
				fault.to(exchange);
			});
		}
		start(RuntimeFixture::echo);
		assertThat(this.process.end()).isEqualTo("halt 1");
		assertThat(this.process.lines()).last().asString().contains("12 times in a row");
		// Never a busy loop
		assertThat(requests.get()).isLessThanOrEqualTo(Backoff.MAX_FAILURES);
	}

	@ParameterizedTest
	@EnumSource(names = { "CLOSE", "RESET", "GARBAGE", "HALF_A_HEAD", "STATUS_429", "STATUS_502" })
	void postsTheResponseAgain(Fault fault) throws Exception {
		start(RuntimeFixture::echo);
		this.api.onPost(fault);
		this.api.onPost(fault);
		deliver("{\"a\":1}");
		for (int i = 0; i < 3; i++) {
			ApiRequest post = this.api.post();
			assertThat(post.path()).endsWith("/id-1/response");
			assertThat(post.text()).isEqualTo("{\"a\":1}");
		}
		assertServes();
		assertThat(this.process.lines()).isEmpty();
	}

	@ParameterizedTest
	@EnumSource(names = { "CLOSE", "RESET", "GARBAGE", "HALF_A_HEAD", "STATUS_429", "STATUS_502" })
	void postsTheErrorAgain(Fault fault) throws Exception {
		AtomicInteger calls = new AtomicInteger();
		start((invocation) -> {
			if (calls.incrementAndGet() == 1) {
				throw new IOException("failed");
			}
			return echo(invocation);
		});
		this.api.onPost(fault);
		deliver("{}");
		assertThat(this.api.post().path()).endsWith("/id-1/error");
		assertThat(this.api.post().path()).endsWith("/id-1/error");
		assertServes();
	}

	@Test
	void anInvocationWhoseAnswerWasLostIsNotAnsweredTwice() throws Exception {
		start(RuntimeFixture::echo);
		this.api.onPost(Fault.RESET);
		this.api.onPost((exchange) -> exchange.status(400, "{\"errorType\":\"InvalidRequestID\"}"));
		deliver("{}");
		assertThat(this.api.post().path()).endsWith("/id-1/response");
		assertThat(this.api.post().path()).endsWith("/id-1/response");
		assertServes();
		assertThat(this.process.lines()).isEmpty();
	}

	@Test
	void tellsTheCallerWhenTheResponseCannotBePostedAtAll() throws Exception {
		start(RuntimeFixture::echo);
		for (int i = 0; i < 7; i++) {
			this.api.onPost(Fault.CLOSE);
		}
		deliver("{}");
		for (int i = 0; i < 7; i++) {
			assertThat(this.api.post().path()).endsWith("/id-1/response");
		}
		ApiRequest error = this.api.post();
		assertThat(error.path()).endsWith("/id-1/error");
		assertThat(error.headers()).containsEntry("lambda-runtime-function-error-type", "Runtime.ResponseNotSent");
		assertServes();
	}

	@Test
	void goesOnWhenNothingCanBePostedAtAll() throws Exception {
		start(RuntimeFixture::echo);
		for (int i = 0; i < 14; i++) {
			this.api.onPost(Fault.CLOSE);
		}
		deliver("{}");
		for (int i = 0; i < 14; i++) {
			this.api.post();
		}
		assertServes();
		assertThat(this.process.hasEnded()).isFalse();
	}

	@Test
	void reportsAnEventThatIsCutShort() throws Exception {
		AtomicInteger calls = new AtomicInteger();
		start((invocation) -> {
			calls.incrementAndGet();
			return echo(invocation);
		});
		this.api.next((exchange) -> {
			exchange.write(exchange.open("cut", "Content-Length: 30"));
			exchange.write("{\"name\":\"a long ev");
			exchange.close();
		});
		ApiRequest error = this.api.post();
		assertThat(error.path()).endsWith("/cut/error");
		assertThat(error.headers()).containsEntry("lambda-runtime-function-error-type", "Runtime.IncompleteEvent");
		assertThat(calls).hasValue(0);
		assertServes();
	}

	@Test
	void reportsAnEventThatNeverEnds() throws Exception {
		start(RuntimeFixture::echo);
		this.api.next((exchange) -> {
			exchange.write(exchange.open("huge", "Content-Length: 99999999999999999"));
			byte[] block = new byte[1024 * 1024];
			while (true) {
				exchange.write(block);
			}
		});
		ApiRequest error = this.api.post();
		assertThat(error.path()).endsWith("/huge/error");
		assertThat(error.headers()).containsEntry("lambda-runtime-function-error-type", "Runtime.EventTooLarge");
		assertServes();
	}

	@Test
	void readsChunkedEventsOfAnyBytes() throws Exception {
		byte[] event = new byte[6 * 1024 * 1024];
		for (int i = 0; i < event.length; i++) {
			event[i] = (byte) (i * 31 + i / 256);
		}
		start(RuntimeFixture::echo);
		this.api.next((exchange) -> {
			exchange.write(exchange.open("chunked", "Transfer-Encoding: chunked"));
			int offset = 0;
			for (int size = 1; offset < event.length; size = Math.min(size * 3, event.length - offset)) {
				exchange.write(Integer.toHexString(size) + "\r\n");
				exchange.write(Arrays.copyOfRange(event, offset, offset + size));
				exchange.write("\r\n");
				offset += size;
			}
			exchange.write("0\r\n\r\n");
		});
		assertThat(this.api.post().body()).isEqualTo(event);
		assertThat(this.api.connections()).isEqualTo(1);
	}

	@Test
	void waitsForAnEventThatDripsIn() throws Exception {
		start(RuntimeFixture::echo);
		this.api.next((exchange) -> {
			exchange.drip(exchange.open("drip", "Content-Length: 7"));
			exchange.drip("{\"a\":1}".getBytes(StandardCharsets.UTF_8));
		});
		assertThat(this.api.post().text()).isEqualTo("{\"a\":1}");
	}

	@Test
	void opensAnotherConnectionWhereTheOtherSideClosesIt() throws Exception {
		start(RuntimeFixture::echo);
		this.api.onPost((exchange) -> exchange
			.write("HTTP/1.1 202 Accepted\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"));
		assertServes();
		assertServes();
		assertThat(this.api.connections()).isEqualTo(2);
	}

	@Test
	void ignoresWhatComesWithoutHavingBeenAskedFor() throws Exception {
		start(RuntimeFixture::echo);
		this.api.onPost((exchange) -> exchange.write(FakeRuntimeApi.ACCEPTED + FakeRuntimeApi.ACCEPTED));
		assertServes();
		assertServes();
	}

}
