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
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import dev.kindling.fake.ApiRequest;
import dev.kindling.fake.Exchange;
import dev.kindling.runtime.InvocationResponse;
import dev.kindling.runtime.json.JsonReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class StreamingIntegrationTests extends RuntimeFixture {

	private void stream(InvocationResponse.BodyWriter writer) {
		start((invocation) -> (invocation.body().length == 2) ? InvocationResponse.streaming("text/plain", writer)
				: echo(invocation));
	}

	@Test
	void theFirstByteIsOutBeforeTheFunctionEnds() throws Exception {
		CountDownLatch received = new CountDownLatch(1);
		CountDownLatch ended = new CountDownLatch(1);
		this.api.onUnreadPost((exchange) -> {
			exchange.readTo("5\r\nfirst\r\n");
			received.countDown();
			exchange.readTo("0\r\n\r\n");
			ended.countDown();
			exchange.accept();
		});
		stream((output) -> {
			output.write("first".getBytes(StandardCharsets.UTF_8));
			output.flush();
			assertThat(received.await(20, TimeUnit.SECONDS)).isTrue();
			assertThat(ended.getCount()).isEqualTo(1);
		});
		deliver("{}");
		assertThat(ended.await(20, TimeUnit.SECONDS)).isTrue();
		assertServes();
		assertThat(this.failures).isEmpty();
	}

	@Test
	void sendsWhatWasNeverFlushed() throws Exception {
		stream((output) -> output.write("small".getBytes(StandardCharsets.UTF_8)));
		deliver("{}");
		ApiRequest post = this.api.post();
		assertThat(post.text()).isEqualTo("small");
		assertThat(post.headers()).containsEntry("lambda-runtime-function-response-mode", "streaming")
			.containsEntry("trailer", "Lambda-Runtime-Function-Error-Type, Lambda-Runtime-Function-Error-Body");
		assertServes();
	}

	@Test
	void sendsAnEmptyStream() throws Exception {
		stream((output) -> {
		});
		deliver("{}");
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
		deliver("{}");
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
		deliver("{}");
		ApiRequest post = this.api.post();
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
		deliver("{}");
		ApiRequest post = this.api.post();
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
		deliver("{}");
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
		deliver("{}");
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
		deliver("{}");
		assertThat(this.api.post().text()).isEqualTo("ab");
		assertServes();
	}

	@ParameterizedTest
	@ValueSource(ints = { 413, 404 })
	void aStreamThatIsRefusedBecomesAnError(int status) throws Exception {
		stream((output) -> {
			output.write('a');
			output.flush();
		});
		refusePost(status);
		deliver("{}");
		assertThat(this.api.post().path()).endsWith("/id-1/response");
		assertThat(this.api.post().path()).endsWith("/id-1/error");
		assertServes();
	}

	@Test
	void aLostConnectionIsToldToTheFunctionAndTheCaller() throws Exception {
		CountDownLatch told = new CountDownLatch(1);
		this.api.onUnreadPost(Exchange::reset);
		stream((output) -> {
			try {
				while (true) {
					output.write(new byte[10_000]);
				}
			}
			catch (IOException ex) {
				told.countDown();
				throw ex;
			}
		});
		String id = deliver("{}");
		assertThat(told.await(20, TimeUnit.SECONDS)).isTrue();
		ApiRequest error = this.api.post();
		assertThat(error.isFor(id)).isTrue();
		assertThat(error.kind()).isEqualTo("error");
		assertServes();
	}

}
