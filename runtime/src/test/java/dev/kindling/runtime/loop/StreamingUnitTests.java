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
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import dev.kindling.runtime.InvocationResponse;
import dev.kindling.runtime.json.JsonReader;
import dev.kindling.runtime.loop.FakeRuntimeApi.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class StreamingUnitTests extends RuntimeFixture {

	private void stream(InvocationResponse.BodyWriter writer) {
		start((invocation) -> (invocation.body().length == 2) ? InvocationResponse.streaming("text/plain", writer)
				: echo(invocation));
	}

	@Test
	void theFirstByteIsOutBeforeTheFunctionEnds() throws Exception {
		CountDownLatch received = new CountDownLatch(1);
		try (FirstByte first = new FirstByte(received)) {
			LambdaRuntime streaming = LambdaRuntime.builder(Map.of("AWS_LAMBDA_RUNTIME_API", first.authority()))
				.handler((invocation) -> InvocationResponse.streaming("text/plain", (output) -> {
					output.write("first".getBytes(StandardCharsets.UTF_8));
					output.flush();
					assertThat(received.await(20, TimeUnit.SECONDS)).isTrue();
				}))
				.shutdownSignal(false)
				.process(this.process)
				.build();
			streaming.start();
			assertThat(received.await(20, TimeUnit.SECONDS)).isTrue();
			streaming.close();
		}
	}

	@Test
	void sendsWhatWasNeverFlushed() throws Exception {
		stream((output) -> output.write("small".getBytes(StandardCharsets.UTF_8)));
		this.api.invoke("{}");
		Exchange post = this.api.post();
		assertThat(post.text()).isEqualTo("small");
		assertThat(post.headers()).containsEntry("lambda-runtime-function-response-mode", "streaming")
			.containsEntry("trailer", "Lambda-Runtime-Function-Error-Type, Lambda-Runtime-Function-Error-Body");
		assertServes();
	}

	@Test
	void sendsAnEmptyStream() throws Exception {
		stream((output) -> {
		});
		this.api.invoke("{}");
		assertThat(this.api.post().body()).isEmpty();
		assertServes();
	}

	@Test
	void sendsALargeStreamExactly() throws Exception {
		byte[] block = new byte[77_777];
		for (int i = 0; i < block.length; i++) {
			block[i] = (byte) i;
		}
		stream((output) -> {
			for (int i = 0; i < 150; i++) {
				output.write(block);
				output.write(i);
			}
		});
		this.api.invoke("{}");
		byte[] body = this.api.post().body();
		assertThat(body).hasSize(150 * 77_778);
		assertThat(body).endsWith(149).startsWith(block);
		assertServes();
	}

	@Test
	void aFailureMidwayIsToldInTrailers() throws Exception {
		stream((output) -> {
			output.write("part".getBytes(StandardCharsets.UTF_8));
			output.flush();
			throw new IllegalStateException("midway ä\r\n" + "x".repeat(5000));
		});
		this.api.invoke("{}");
		Exchange post = this.api.post();
		assertThat(post.path()).endsWith("/response");
		assertThat(post.text()).isEqualTo("part");
		assertThat(post.trailers()).containsEntry("lambda-runtime-function-error-type",
				"Function.IllegalStateException");
		String encoded = post.trailers().get("lambda-runtime-function-error-body");
		// Go's HTTP server refuses trailers of more than 4 KiB
		assertThat(encoded).hasSizeLessThan(4000);
		Map<String, Object> error = JsonReader
			.object(new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8));
		assertThat(error).containsEntry("errorType", "java.lang.IllegalStateException");
		assertThat((String) error.get("errorMessage")).startsWith("midway ä\r\n");
		assertThat((List<?>) error.get("stackTrace")).isNotEmpty();
		assertThat(this.failures).hasSize(1);
		assertServes();
	}

	@Test
	void aFailureBeforeTheFirstByteIsAnOrdinaryError() throws Exception {
		stream((output) -> {
			output.write("never sent".getBytes(StandardCharsets.UTF_8));
			throw new IllegalStateException("early");
		});
		this.api.invoke("{}");
		Exchange post = this.api.post();
		assertThat(post.path()).endsWith("/error");
		assertThat(post.text()).contains("early").doesNotContain("never sent");
		assertServes();
	}

	@Test
	void aFailureOfTheVirtualMachineMidwayEndsTheProcessAfterTheTrailers() throws Exception {
		stream((output) -> {
			output.flush();
			throw new OutOfMemoryError("midway");
		});
		this.api.invoke("{}");
		assertThat(this.api.post().trailers()).containsEntry("lambda-runtime-function-error-type",
				"Function.OutOfMemoryError");
		assertThat(this.process.end()).isEqualTo("halt 1");
	}

	@Test
	void nothingCanBeWrittenAfterTheAnswer() throws Exception {
		OutputStream[] kept = new OutputStream[1];
		stream((output) -> {
			output.flush();
			kept[0] = output;
		});
		this.api.invoke("{}");
		this.api.post();
		assertServes();
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> kept[0].write(1));
	}

	@Test
	void closingTheStreamEarlyIsNoHarm() throws Exception {
		stream((output) -> {
			output.write('a');
			output.close();
			output.write('b');
			output.flush();
			output.close();
		});
		this.api.invoke("{}");
		assertThat(this.api.post().text()).isEqualTo("ab");
		assertServes();
	}

	@ParameterizedTest
	@ValueSource(strings = { "413 Request Entity Too Large", "404 Not Found" })
	void aStreamThatIsRefusedBecomesAnError(String status) throws Exception {
		stream((output) -> {
			output.write('a');
			output.flush();
		});
		this.api.answerPost(status);
		this.api.invoke("{}");
		assertThat(this.api.post().path()).endsWith("/id-1/response");
		assertThat(this.api.post().path()).endsWith("/id-1/error");
		assertServes();
	}

	@Test
	void aLostConnectionIsToldToTheFunctionAndTheCaller() throws Exception {
		try (ImpatientApi impatient = new ImpatientApi()) {
			CountDownLatch told = new CountDownLatch(1);
			LambdaRuntime streaming = LambdaRuntime.builder(Map.of("AWS_LAMBDA_RUNTIME_API", impatient.authority()))
				.handler((invocation) -> InvocationResponse.streaming("text/plain", (output) -> {
					try {
						while (true) {
							output.write(new byte[10_000]);
						}
					}
					catch (IOException ex) {
						told.countDown();
						throw ex;
					}
				}))
				.shutdownSignal(false)
				.onFailure((invocation, failure) -> {
				})
				.process(this.process)
				.build();
			streaming.start();
			assertThat(told.await(20, TimeUnit.SECONDS)).isTrue();
			assertThat(impatient.secondPost()).startsWith("POST /2018-06-01/runtime/invocation/id-1/error ");
			streaming.close();
		}
	}

	/**
	 * Says when the first bytes of an answer have come in, and accepts it only then.
	 */
	private static final class FirstByte extends RawApi {

		private final CountDownLatch received;

		FirstByte(CountDownLatch received) throws IOException {
			this.received = received;
		}

		@Override
		void serve() throws IOException {
			Socket socket = this.server.accept();
			readTo(socket, "\r\n\r\n");
			write(socket, FakeRuntimeApi.event("id-1", "{}"));
			Socket post = this.server.accept();
			readTo(post, "5\r\nfirst\r\n");
			this.received.countDown();
			readTo(post, "0\r\n\r\n");
			write(post, FakeRuntimeApi.ACCEPTED);
			readTo(post, "\r\n\r\n");
		}

	}

	/**
	 * Resets the connection within a streamed answer.
	 */
	private static final class ImpatientApi extends RawApi {

		private final CompletableFuture<String> secondPost = new CompletableFuture<>();

		ImpatientApi() throws IOException {
		}

		@Override
		void serve() throws IOException {
			Socket socket = this.server.accept();
			readTo(socket, "\r\n\r\n");
			write(socket, FakeRuntimeApi.event("id-1", "{}"));
			Socket post = this.server.accept();
			readTo(post, "\r\n\r\n");
			post.setSoLinger(true, 0);
			post.close();
			Socket second = this.server.accept();
			this.secondPost.complete(readTo(second, "\r\n\r\n"));
			write(second, FakeRuntimeApi.ACCEPTED);
			readTo(second, "GET /2018-06-01/runtime/invocation/next");
		}

		String secondPost() throws Exception {
			return this.secondPost.get(20, TimeUnit.SECONDS);
		}

	}

}
