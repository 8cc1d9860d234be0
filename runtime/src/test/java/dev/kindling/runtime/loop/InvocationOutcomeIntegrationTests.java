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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

import dev.kindling.fake.ApiRequest;
import dev.kindling.fake.Exchange;
import dev.kindling.runtime.CurrentInvocation;
import dev.kindling.runtime.Invocation;
import dev.kindling.runtime.InvocationResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class InvocationOutcomeIntegrationTests extends RuntimeFixture {

	@Test
	void handsOverAllThatLambdaSaysOfAnInvocation() throws Exception {
		AtomicReference<Invocation> seen = new AtomicReference<>();
		start((invocation) -> {
			seen.set(invocation);
			return echo(invocation);
		});
		deliver("{}", "lambda-runtime-deadline-ms: 1767225600123",
				"LAMBDA-RUNTIME-INVOKED-FUNCTION-ARN: arn:aws:lambda:eu-west-1:1:function:f",
				"Lambda-Runtime-Trace-Id: Root=1-5;Parent=2;Sampled=1",
				"Lambda-Runtime-Client-Context: {\"custom\":{}}",
				"Lambda-Runtime-Cognito-Identity: {\"cognitoIdentityId\":\"i\"}", "Lambda-Runtime-Aws-Tenant-Id: blue",
				"X-Unknown: one", "x-unknown: two");
		this.api.post();
		Invocation invocation = seen.get();
		assertThat(invocation.requestId()).isEqualTo("id-1");
		assertThat(invocation.deadline()).isEqualTo(Instant.ofEpochMilli(1767225600123L));
		assertThat(invocation.invokedFunctionArn()).isEqualTo("arn:aws:lambda:eu-west-1:1:function:f");
		assertThat(invocation.traceId()).isEqualTo("Root=1-5;Parent=2;Sampled=1");
		assertThat(invocation.clientContext()).isEqualTo("{\"custom\":{}}");
		assertThat(invocation.cognitoIdentity()).isEqualTo("{\"cognitoIdentityId\":\"i\"}");
		assertThat(invocation.tenantId()).isEqualTo("blue");
		assertThat(invocation.contentType()).isEqualTo("application/json");
		assertThat(invocation.headers()).containsEntry("x-unknown", "one")
			.containsEntry("lambda-runtime-trace-id", "Root=1-5;Parent=2;Sampled=1");
		assertThat(invocation).hasToString("Invocation[id-1, 2 bytes]");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "soon", "-1", "0", "99999999999999999999", "1767225600123.5", "0x1" })
	void aBadDeadlineIsNone(String deadline) throws Exception {
		AtomicReference<Instant> seen = new AtomicReference<>(Instant.EPOCH);
		start((invocation) -> {
			seen.set(invocation.deadline());
			return echo(invocation);
		});
		deliver("{}", "Lambda-Runtime-Deadline-Ms: " + deadline);
		assertThat(this.api.post().path()).endsWith("/response");
		assertThat(seen.get()).isNull();
	}

	@Test
	void answersAnEventThatIsEmpty() throws Exception {
		start(RuntimeFixture::echo);
		deliver("");
		ApiRequest post = this.api.post();
		assertThat(post.path()).endsWith("/response");
		assertThat(post.headers()).containsEntry("content-length", "0");
		assertThat(this.api.connections()).isEqualTo(1);
	}

	@Test
	void answersNullWhereTheHandlerDoes() throws Exception {
		start((invocation) -> (invocation.body().length == 2) ? null : InvocationResponse.of(null));
		deliver("{}");
		assertThat(this.api.post().text()).isEqualTo("null");
		deliver("{ }");
		assertThat(this.api.post().text()).isEqualTo("null");
	}

	@Test
	void encodesAnUnusualRequestId() throws Exception {
		start(RuntimeFixture::echo);
		this.api.next((exchange) -> exchange
			.write("HTTP/1.1 200 OK\r\nLambda-Runtime-Aws-Request-Id: a b/../ä?#%\r\nContent-Length: 2\r\n\r\n{}"
				.getBytes(StandardCharsets.ISO_8859_1)));
		this.api.onPost(Exchange::accept);
		assertThat(this.api.post().path())
			.isEqualTo("/2018-06-01/runtime/invocation/a%20b%2F..%2F%C3%A4%3F%23%25/response");
	}

	/**
	 * Spring Cloud Function's adapter catches exceptions only: an error ends its loop.
	 */
	@Test
	void anErrorIsReportedAndTheLoopGoesOn() throws Exception {
		List<Throwable> errors = new ArrayList<>(List.of(new NoClassDefFoundError("com/example/Missing"),
				new AssertionError("wrong"), new ExceptionInInitializerError(), new IOException("disk")));
		start((invocation) -> {
			if (!errors.isEmpty()) {
				throw errors.remove(0);
			}
			return echo(invocation);
		});
		for (String type : List.of("NoClassDefFoundError", "AssertionError", "ExceptionInInitializerError",
				"IOException")) {
			deliver("{}");
			ApiRequest error = this.api.post();
			assertThat(error.path()).endsWith("/error");
			assertThat(error.headers()).containsEntry("lambda-runtime-function-error-type", "Function." + type)
				.containsEntry("content-type", "application/vnd.aws.lambda.error+json");
			assertThat(error.headers().get("lambda-runtime-function-xray-error-cause")).contains("\"exceptions\":[");
		}
		assertServes();
	}

	@ParameterizedTest
	@ValueSource(classes = { OutOfMemoryError.class, StackOverflowError.class, InternalError.class })
	void anErrorOfTheVirtualMachineIsReportedBeforeTheProcessEnds(Class<? extends Error> type) throws Exception {
		Error error = type.getDeclaredConstructor().newInstance();
		start((invocation) -> {
			throw error;
		});
		deliver("{}");
		assertThat(this.api.post().text()).contains("\"errorType\":\"" + type.getName() + "\"");
		assertThat(this.process.end()).isEqualTo("halt 1");
		assertThat(this.process.lines()).singleElement().asString().contains(type.getName());
	}

	@Test
	void aResponseThatIsTooLargeBecomesAnError() throws Exception {
		start((invocation) -> InvocationResponse.of(new byte[6_291_557]));
		refusePost(413);
		deliver("{}");
		assertThat(this.api.post().body()).hasSize(6_291_557);
		ApiRequest error = this.api.post();
		assertThat(error.path()).endsWith("/id-1/error");
		assertThat(error.headers()).containsEntry("lambda-runtime-function-error-type",
				"Function.ResponseSizeTooLarge");
		assertThat(error.text()).contains("6291557 bytes");
		assertThat(this.process.hasEnded()).isFalse();
	}

	/**
	 * Lambda answers the caller itself when a response is too large, and takes no error
	 * for that invocation any more.
	 */
	@ParameterizedTest
	@ValueSource(ints = { 403, 400 })
	void goesOnWhereTheErrorOfATooLargeResponseIsNotAllowed(int status) throws Exception {
		start(RuntimeFixture::echo);
		refusePost(413);
		refusePost(status);
		deliver("{}");
		this.api.post();
		assertThat(this.api.post().path()).endsWith("/id-1/error");
		assertServes();
	}

	@Test
	void goesOnWhenTheInvocationIsOver() throws Exception {
		start(RuntimeFixture::echo);
		refusePost(400);
		deliver("{}");
		this.api.post();
		assertServes();
		assertThat(this.process.lines()).singleElement().asString().contains("invocation id-1 is over");
	}

	@Test
	void tellsTheCallerWhenTheResponseIsRefusedForAnotherReason() throws Exception {
		start(RuntimeFixture::echo);
		String body = "{\"errorType\":\"InvalidFunctionResponseMode\"}";
		this.api.onPost((exchange) -> exchange.status(400, body));
		deliver("{}");
		this.api.post();
		ApiRequest error = this.api.post();
		assertThat(error.path()).endsWith("/id-1/error");
		assertThat(error.headers()).containsEntry("lambda-runtime-function-error-type", "Runtime.ResponseRefused");
		assertServes();
	}

	@ParameterizedTest
	@ValueSource(ints = { 500, 403 })
	void endsWhenAResponseOrAnErrorIsRefusedForGood(int status) throws Exception {
		start((invocation) -> {
			if (status == 500) {
				throw new IllegalStateException();
			}
			return echo(invocation);
		});
		refusePost(status);
		deliver("{}");
		this.api.post();
		assertThat(this.process.end()).isEqualTo("halt 1");
		assertThat(this.api.hasPost()).isFalse();
	}

	@Test
	void reportsBrieflyWhereTheHeadersAreTooLarge() throws Exception {
		start((invocation) -> {
			throw new IllegalStateException("x".repeat(10_000));
		});
		refusePost(431);
		deliver("{}");
		assertThat(this.api.post().headers()).containsKey("lambda-runtime-function-xray-error-cause");
		ApiRequest brief = this.api.post();
		assertThat(brief.path()).endsWith("/id-1/error");
		assertThat(brief.headers()).doesNotContainKey("lambda-runtime-function-xray-error-cause")
			.containsEntry("lambda-runtime-function-error-type", "Function.IllegalStateException");
		assertThat(brief.body().length).isLessThan(3000);
	}

	@Test
	void aMediaTypeThatWouldEndItsHeaderIsAnError() throws Exception {
		start((invocation) -> (invocation.body().length == 2)
				? new InvocationResponse.Buffered("text/plain\r\nX-Injected: 1", invocation.body())
				: InvocationResponse.streaming("text/plain\nX-Injected: 1", (output) -> output.write('x')));
		for (String event : List.of("{}", "{ }")) {
			deliver(event);
			ApiRequest error = this.api.post();
			assertThat(error.path()).endsWith("/error");
			assertThat(error.text()).contains("Content-Type");
		}
	}

	@Test
	void aHandlerThatWasInterruptedDoesNotDisturbTheNext() throws Exception {
		List<Boolean> interrupted = new CopyOnWriteArrayList<>();
		start((invocation) -> {
			interrupted.add(Thread.currentThread().isInterrupted());
			Thread.currentThread().interrupt();
			return echo(invocation);
		});
		assertServes();
		assertServes();
		assertThat(interrupted).containsExactly(false, false);
	}

	@Test
	void aListenerThatFailsDoesNotKeepTheErrorBack() throws Exception {
		start((invocation) -> {
			throw new IllegalStateException("handler");
		}, (builder) -> builder.shutdownSignal(false).onFailure((invocation, failure) -> {
			throw new IllegalStateException("listener");
		}));
		deliver("{}");
		assertThat(this.api.post().text()).contains("\"errorMessage\":\"handler\"");
	}

	/**
	 * Spring Cloud Function's adapter never clears the trace header after an invocation.
	 */
	@Test
	void invocationAndTraceAreKnownDuringTheInvocationOnly() throws Exception {
		List<String> seen = new CopyOnWriteArrayList<>();
		start((invocation) -> {
			seen.add(CurrentInvocation.get().requestId() + " " + System.getProperty("com.amazonaws.xray.traceHeader"));
			Thread child = new Thread(() -> seen.add("child " + CurrentInvocation.get()));
			child.start();
			child.join();
			return InvocationResponse.streaming("text/plain",
					(output) -> seen.add("writer " + CurrentInvocation.get().requestId()));
		});
		deliver("{}", "Lambda-Runtime-Trace-Id: Root=1");
		this.api.post();
		deliver("{}");
		this.api.post();
		assertThat(seen).containsExactly("id-1 Root=1", "child null", "writer id-1", "id-2 null", "child null",
				"writer id-2");
		assertThat(System.getProperty("com.amazonaws.xray.traceHeader")).isNull();
		assertThat(CurrentInvocation.get()).isNull();
	}

}
