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
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Map;

import dev.kindling.fake.ApiRequest;
import dev.kindling.fake.Exchange;
import dev.kindling.runtime.LambdaError;
import dev.kindling.runtime.api.InitErrorReporter;
import dev.kindling.runtime.api.RuntimeEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Spring Cloud Function's adapter reports no failed start at all: the caller waits for a
 * time-out.
 */
class InitErrorReporterIntegrationTests extends RuntimeFixture {

	@Test
	void reportsTypeMessageAndStack() throws Exception {
		assertThat(
				InitErrorReporter.report(environment(), new IllegalStateException("no bean", new IOException("cause"))))
			.isTrue();
		ApiRequest error = this.api.post();
		assertThat(error.line()).isEqualTo("POST /2018-06-01/runtime/init/error HTTP/1.1");
		assertThat(error.headers())
			.containsEntry("lambda-runtime-function-error-type", "Function.IllegalStateException")
			.containsEntry("content-type", "application/vnd.aws.lambda.error+json");
		assertThat(error.text()).contains("\"errorMessage\":\"no bean\"", "\"stackTrace\":[\"", "\"cause\":{");
	}

	@Test
	void takesTheTypeFromTheFirstInTheChainThatNamesOne() throws Exception {
		InitErrorReporter.report(environment(),
				new IllegalStateException("no bean", new IOException("wrapped", new Named())));
		ApiRequest error = this.api.post();
		assertThat(error.headers()).containsEntry("lambda-runtime-function-error-type", "Runtime.NoName");
		assertThat(error.text()).startsWith("{\"errorMessage\":\"no bean\",\"errorType\":\"Runtime.NoName\"")
			.contains("\"errorMessage\":\"wrapped\",\"errorType\":\"java.io.IOException\"");
	}

	private static final class Named extends RuntimeException implements LambdaError {

		@Override
		public String errorType() {
			return "Runtime.NoName";
		}

	}

	@Test
	void aRuntimeReportsItAsWell() throws Exception {
		start(RuntimeFixture::echo);
		assertThat(this.runtime.initError(new IllegalStateException("late"))).isTrue();
		assertThat(this.api.post().path()).endsWith("/init/error");
	}

	@Test
	void reportsAgainAfterALostConnection() throws Exception {
		this.api.onPost(Exchange::reset);
		assertThat(InitErrorReporter.report(environment(), new IllegalStateException())).isTrue();
		this.api.post();
		this.api.post();
	}

	@ParameterizedTest
	@ValueSource(ints = { 403, 500, 404 })
	void saysWhenTheReportIsRefused(int status) {
		refusePost(status);
		assertThat(InitErrorReporter.report(new RuntimeEnvironment(environment()), new IllegalStateException(),
				this.process))
			.isFalse();
		assertThat(this.process.lines()).containsExactly("The Runtime API took no report of the failed start");
		assertThat(this.process.hasEnded()).isFalse();
	}

	@Test
	void saysWhenNobodyIsThere() throws Exception {
		// Bound, so that nobody else gets the port, but not listening
		try (Socket nobody = new Socket()) {
			nobody.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
			Map<String, String> environment = Map.of("AWS_LAMBDA_RUNTIME_API", "127.0.0.1:" + nobody.getLocalPort());
			assertThat(InitErrorReporter.report(new RuntimeEnvironment(environment), new IllegalStateException(),
					this.process))
				.isFalse();
			assertThat(this.process.lines()).hasSize(1);
		}
	}

	@Test
	void saysWhenThereIsNoAddress() {
		assertThat(
				InitErrorReporter.report(new RuntimeEnvironment(Map.of()), new IllegalStateException(), this.process))
			.isFalse();
		assertThat(this.process.lines()).singleElement().asString().startsWith("AWS_LAMBDA_RUNTIME_API isn't set");
	}

}
