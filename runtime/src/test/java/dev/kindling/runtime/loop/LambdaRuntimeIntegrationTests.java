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

import java.nio.charset.StandardCharsets;
import java.util.Map;

import dev.kindling.fake.ApiRequest;
import dev.kindling.runtime.InvocationResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class LambdaRuntimeIntegrationTests extends RuntimeFixture {

	@Test
	void answersOneInvocationAfterTheOtherOverOneConnection() throws Exception {
		start(RuntimeFixture::echo);
		for (int i = 0; i < 300; i++) {
			String id = deliver("{\"number\":" + i + "}");
			ApiRequest post = this.api.post();
			assertThat(post.path()).isEqualTo("/2018-06-01/runtime/invocation/" + id + "/response");
			assertThat(post.text()).isEqualTo("{\"number\":" + i + "}");
			assertThat(post.headers()).containsEntry("content-type", "application/json");
		}
		assertThat(this.api.connections()).isEqualTo(1);
		assertThat(this.process.lines()).isEmpty();
	}

	@Test
	void reportsAFailureAndGoesOn() throws Exception {
		start((invocation) -> {
			if (invocation.body().length > 2) {
				throw new IllegalStateException("no \"luck\"");
			}
			return echo(invocation);
		});
		String id = deliver("{ }");
		ApiRequest error = this.api.post();
		assertThat(error.path()).isEqualTo("/2018-06-01/runtime/invocation/" + id + "/error");
		assertThat(error.headers()).containsEntry("lambda-runtime-function-error-type",
				"Function.IllegalStateException");
		assertThat(error.text()).startsWith(
				"{\"errorMessage\":\"no \\\"luck\\\"\",\"errorType\":\"java.lang.IllegalStateException\",\"stackTrace\":[\"dev.kindling.runtime.loop.LambdaRuntimeIntegrationTests.");
		assertThat(this.failures).singleElement().isInstanceOf(IllegalStateException.class);
		deliver("{}");
		assertThat(this.api.post().path()).endsWith("/response");
	}

	@Test
	void streamsWhatIsFlushedBeforeTheFunctionEnds() throws Exception {
		start((invocation) -> InvocationResponse.streaming("text/plain", (output) -> {
			output.write("first".getBytes(StandardCharsets.UTF_8));
			output.flush();
			output.write("second".getBytes(StandardCharsets.UTF_8));
		}));
		deliver("{}");
		ApiRequest post = this.api.post();
		assertThat(post.headers()).containsEntry("lambda-runtime-function-response-mode", "streaming")
			.containsEntry("transfer-encoding", "chunked")
			.containsEntry("content-type", "text/plain");
		assertThat(post.text()).isEqualTo("firstsecond");
		assertThat(post.trailers()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(ints = { 500, 403 })
	void endsWithAFailureWhenTheNextInvocationIsRefused(int status) throws Exception {
		start(RuntimeFixture::echo);
		this.api.next((exchange) -> exchange.status(status, ""));
		assertThat(this.process.end()).isEqualTo("halt 1");
		assertThat(this.process.lines()).singleElement()
			.asString()
			.contains("the next invocation with status " + status);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "localhost", "http://127.0.0.1:9001", "127.0.0.1:0", "127.0.0.1:99999", ":9001",
			"127.0.0.1:9001/path", "a b:1", "::1:9001" })
	void endsWithOneLineWhenTheAddressIsMalformed(String address) throws Exception {
		this.runtime = LambdaRuntime.builder(Map.of("AWS_LAMBDA_RUNTIME_API", address))
			.handler(RuntimeFixture::echo)
			.process(this.process)
			.build();
		this.runtime.start();
		assertThat(this.process.end()).isEqualTo("halt 1");
		assertThat(this.process.lines()).singleElement().asString().startsWith("AWS_LAMBDA_RUNTIME_API ");
	}

	@Test
	void endsWithOneLineWhenNobodyIsThere() throws Exception {
		Map<String, String> environment = environment();
		this.api.close();
		this.runtime = LambdaRuntime.builder(environment)
			.handler(RuntimeFixture::echo)
			.process(this.process)
			.shutdownSignal(false)
			.build();
		this.runtime.start();
		assertThat(this.process.end()).isEqualTo("halt 1");
		assertThat(this.process.lines()).singleElement().asString().startsWith("Nobody answers");
	}

}
