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

package dev.kindling.it.conformance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kindling.fake.ApiRequest;
import dev.kindling.fake.Exchange;
import dev.kindling.fake.FakeRuntimeApi;
import dev.kindling.fake.Reaction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a process has to do that serves Lambda's Runtime API, whatever it is made of.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ConformanceScenarios {

	private static final String OVER = "{\"errorMessage\":\"Invalid request ID\",\"errorType\":\"InvalidRequestID\"}";

	private final Map<String, Served> shared = new HashMap<>();

	private Served own;

	/**
	 * The program and its arguments.
	 */
	abstract List<String> command();

	/**
	 * A process and the Runtime API that it serves.
	 */
	record Served(FakeRuntimeApi api, SubjectProcess process) {

		void close() throws IOException {
			this.process.close();
			this.api.close();
		}

	}

	private Served serve(String... environment) throws IOException {
		this.own = start(new FakeRuntimeApi(), environment);
		return this.own;
	}

	private Served start(FakeRuntimeApi api, String... environment) throws IOException {
		Map<String, String> more = new HashMap<>();
		for (int i = 0; i < environment.length; i += 2) {
			more.put(environment[i], environment[i + 1]);
		}
		return new Served(api, new SubjectProcess(command(), api.authority(), more));
	}

	/**
	 * A process that the scenarios share which don't end it, as Lambda does.
	 */
	private FakeRuntimeApi api() throws IOException {
		return shared("conformance").api();
	}

	private Served shared(String handler) throws IOException {
		Served served = this.shared.get(handler);
		if (served == null || !served.process().isAlive()) {
			if (served != null) {
				served.close();
			}
			served = start(new FakeRuntimeApi(), "_HANDLER", handler);
			this.shared.put(handler, served);
		}
		return served;
	}

	private FakeRuntimeApi streamingApi() throws IOException {
		return shared("conformanceStream").api();
	}

	@AfterEach
	void everyRequestWasCorrect() throws IOException {
		try {
			for (Served served : this.shared.values()) {
				assertThat(served.api().violations()).isEmpty();
				assertThat(served.process().isAlive()).as(() -> served.process().output().toString()).isTrue();
				assertThat(served.api().hasPost()).as("posts left over").isFalse();
				assertNothingSecret(served);
			}
			if (this.own != null) {
				assertThat(this.own.api().violations()).isEmpty();
				assertNothingSecret(this.own);
			}
		}
		finally {
			if (this.own != null) {
				this.own.close();
				this.own = null;
			}
		}
	}

	private static void assertNothingSecret(Served served) {
		assertThat(String.join("\n", served.process().output())).doesNotContain("SECRET-VALUE")
			.doesNotContain("SECRET-PAYLOAD");
	}

	@AfterAll
	void end() throws IOException {
		for (Served served : this.shared.values()) {
			served.close();
		}
	}

	private static byte[] command(String command, byte[] rest) {
		byte[] line = (command + "\n").getBytes(StandardCharsets.UTF_8);
		byte[] event = Arrays.copyOf(line, line.length + rest.length);
		System.arraycopy(rest, 0, event, line.length, rest.length);
		return event;
	}

	private static byte[] command(String command) {
		return command(command, new byte[0]);
	}

	private static byte[] command(String command, String rest) {
		return command(command, rest.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * What a process does that is well.
	 */
	private static void assertServes(FakeRuntimeApi api) throws InterruptedException {
		String id = api.deliver(command("echo", "SECRET-PAYLOAD"));
		ApiRequest post = api.post();
		assertThat(post.isFor(id)).as(post.line()).isTrue();
		assertThat(post.kind()).isEqualTo("response");
		assertThat(post.text()).isEqualTo("SECRET-PAYLOAD");
	}

	// Faults of what is received

	static Stream<Arguments> faults() {
		return Stream.of(Arguments.of("close", (Reaction) Exchange::close),
				Arguments.of("reset", (Reaction) Exchange::reset),
				closing("half a head", "HTTP/1.1 200 OK\r\nLambda-Runtime-Aws-Req"),
				closing("garbage", "\0\1\2\3 no HTTP at all \r\n\r\n"), closing("only line ends", "\r\n\r\n\r\n"),
				closing("another protocol", "220 mail.example.com ESMTP\r\n"),
				closing("a malformed header", "HTTP/1.1 200 OK\r\nno colon\r\n\r\n"),
				closing("a negative length", "HTTP/1.1 200 OK\r\nContent-Length: -2\r\n\r\n{}"),
				closing("two lengths", "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}"),
				closing("an unknown encoding", "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n\r\n{}"),
				closing("a switch of protocols", "HTTP/1.1 101 Switching Protocols\r\n\r\n"),
				closing("endless headers", "HTTP/1.1 200 OK\r\n" + "X-More: and more\r\n".repeat(10_000)), status(400),
				status(404), status(408), status(429), status(502), status(503), status(504),
				Arguments.of("a redirect", (Reaction) (exchange) -> exchange
					.write("HTTP/1.1 301 Moved\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n")));
	}

	private static Arguments closing(String name, String answer) {
		return Arguments.of(name, (Reaction) (exchange) -> {
			exchange.write(answer);
			exchange.close();
		});
	}

	private static Arguments status(int status) {
		return Arguments.of("status " + status, (Reaction) (exchange) -> exchange.status(status, "{}"));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("faults")
	void asksAgainForAnInvocationAfter(String name, Reaction fault) throws Exception {
		FakeRuntimeApi api = api();
		api.next(fault);
		api.next(fault);
		assertServes(api);
		assertServes(api);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("postFaults")
	void deliversTheResponseAfter(String name, Reaction fault) throws Exception {
		FakeRuntimeApi api = api();
		api.onPost(fault);
		String id = api.deliver(command("echo", "once"));
		for (int i = 0; i < 2; i++) {
			ApiRequest post = api.post();
			assertThat(post.isFor(id) && post.kind().equals("response")).isTrue();
			assertThat(post.text()).isEqualTo("once");
		}
		assertServes(api);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("postFaults")
	void deliversTheErrorAfter(String name, Reaction fault) throws Exception {
		FakeRuntimeApi api = api();
		api.onPost(fault);
		String id = api.deliver(command("throw state", "once"));
		for (int i = 0; i < 2; i++) {
			ApiRequest post = api.post();
			assertThat(post.isFor(id) && post.kind().equals("error")).isTrue();
		}
		assertServes(api);
	}

	static Stream<Arguments> postFaults() {
		return Stream.of(Arguments.of("close", (Reaction) Exchange::close),
				Arguments.of("reset", (Reaction) Exchange::reset), closing("half a head", "HTTP/1.1 202 Acc"),
				closing("garbage", "\0\1\2\3\r\n\r\n"), status(429), status(502), status(503));
	}

	static Stream<Arguments> oddities() {
		return Stream.of(Arguments.of("an interim answer", (Reaction) (exchange) -> {
			exchange.write("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n");
			exchange.deliver(exchange.server().newId(), command("echo", "odd"));
		}), Arguments.of("a delay", (Reaction) (exchange) -> {
			Exchange.pause(1_200);
			exchange.deliver(exchange.server().newId(), command("echo", "odd"));
		}), Arguments.of("a slow drip", (Reaction) (exchange) -> {
			String id = exchange.server().newId();
			byte[] event = command("echo", "odd");
			exchange.drip(exchange.open(id, "Content-Length: " + event.length));
			exchange.drip(event);
		}), Arguments.of("chunks", (Reaction) (exchange) -> {
			String id = exchange.server().newId();
			exchange.write(exchange.open(id, "Transfer-Encoding: chunked"));
			exchange.write("5;ext=1\r\necho\n\r\n1\r\no\r\n");
			Exchange.pause(20);
			exchange.write("2\r\ndd\r\n0\r\nX-Trailer: 1\r\n\r\n");
		}), Arguments.of("HTTP/1.0", (Reaction) (exchange) -> {
			String id = exchange.server().newId();
			exchange.server().opened(id);
			exchange.write("HTTP/1.0 200 OK\r\nLambda-Runtime-Aws-Request-Id: " + id + "\r\n\r\necho\nodd");
			exchange.close();
		}), Arguments.of("an announced close", (Reaction) (exchange) -> {
			exchange.deliver(exchange.server().newId(), command("echo", "odd"), "Connection: close");
			exchange.close();
		}), Arguments.of("headers in another case", (Reaction) (exchange) -> {
			String id = exchange.server().newId();
			exchange.server().opened(id);
			exchange.write("HTTP/1.1 200 OK\r\nLAMBDA-RUNTIME-AWS-REQUEST-ID:" + id + "\r\ncontent-length:8  \r\n\r\n"
					+ "echo\nodd");
		}), Arguments.of("repeated headers", (Reaction) (exchange) -> {
			byte[] event = command("echo", "odd");
			exchange.deliver(exchange.server().newId(), event, "Content-Length: " + event.length, "X: 1", "X: 2");
		}), Arguments.of("headers in UTF-8", (Reaction) (exchange) -> exchange.deliver(exchange.server().newId(),
				command("echo", "odd"), "Lambda-Runtime-Client-Context: {\"custom\":{\"n\":\"ä€\"}}")));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("oddities")
	void understands(String name, Reaction oddity) throws Exception {
		FakeRuntimeApi api = api();
		api.next(oddity);
		ApiRequest post = api.post();
		assertThat(post.kind()).isEqualTo("response");
		assertThat(post.text()).isEqualTo("odd");
		assertServes(api);
	}

	@Test
	void survivesFiveLostConnectionsInARow() throws Exception {
		FakeRuntimeApi api = api();
		for (int i = 0; i < 5; i++) {
			api.next(Exchange::reset);
		}
		assertServes(api);
	}

	@Test
	void answersAnEventThatIsCutShortWithAnError() throws Exception {
		FakeRuntimeApi api = api();
		String id = api.newId();
		api.next((exchange) -> {
			exchange.write(exchange.open(id, "Content-Length: 100"));
			exchange.write("echo\nnot all of it");
			exchange.close();
		});
		ApiRequest post = api.post();
		assertThat(post.isFor(id) && post.kind().equals("error")).isTrue();
		assertThat(post.header("Lambda-Runtime-Function-Error-Type")).isEqualTo("Runtime.IncompleteEvent");
		assertServes(api);
	}

	@Test
	void skipsAnInvocationWithoutRequestId() throws Exception {
		FakeRuntimeApi api = api();
		api.next((exchange) -> exchange.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"));
		assertServes(api);
	}

	@Test
	void serves300InvocationsOverOneConnection() throws Exception {
		FakeRuntimeApi api = api();
		assertServes(api);
		int before = api.connections();
		for (int i = 0; i < 300; i++) {
			assertServes(api);
		}
		assertThat(api.connections()).isEqualTo(before);
	}

	// Events

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 255, 8191, 8192, 16_383, 16_384, 16_385, 1_000_000, 6_291_456 })
	void echoesEventsOfAnySizeByteByByte(int size) throws Exception {
		byte[] bytes = new byte[size];
		for (int i = 0; i < size; i++) {
			bytes[i] = (byte) (i + i / 251);
		}
		FakeRuntimeApi api = api();
		api.deliver(command("echo", bytes));
		ApiRequest post = api.post();
		assertThat(post.header("Content-Length")).isEqualTo(Integer.toString(size));
		assertThat(post.body()).isEqualTo(bytes);
	}

	@Test
	void answersAnEventWithoutBody() throws Exception {
		FakeRuntimeApi api = api();
		api.deliver(new byte[0]);
		assertThat(api.post().kind()).isIn("response", "error");
		assertServes(api);
	}

	@Test
	void echoesCharactersOfFourBytes() throws Exception {
		FakeRuntimeApi api = api();
		api.deliver(command("echo", "\"\ud83d\ude00ä€\u2028\""));
		assertThat(api.post().text()).isEqualTo("\"\ud83d\ude00ä€\u2028\"");
	}

	// Context

	@Test
	void knowsAllOfItsContext() throws Exception {
		FakeRuntimeApi api = api();
		String id = api.deliver(command("context"),
				"Lambda-Runtime-Deadline-Ms: " + (System.currentTimeMillis() + 60_000),
				"Lambda-Runtime-Invoked-Function-Arn: arn:aws:lambda:eu-central-1:1:function:conformance",
				"Lambda-Runtime-Trace-Id: Root=1-5;Parent=2;Sampled=1", "Lambda-Runtime-Aws-Tenant-Id: blue",
				"Lambda-Runtime-Client-Context: {\"custom\":{\"a\":\"1\"}}",
				"Lambda-Runtime-Cognito-Identity: {\"cognitoIdentityId\":\"someone\"}");
		String context = api.post().text();
		assertThat(context).contains("requestId=" + id, "arn=arn:aws:lambda:eu-central-1:1:function:conformance",
				"name=conformance", "version=$LATEST", "memory=128", "group=/aws/lambda/conformance",
				"stream=2026/01/01/[$LATEST]0123456789abcdef", "tenant=blue", "trace=Root=1-5;Parent=2;Sampled=1",
				"traceProperty=Root=1-5;Parent=2;Sampled=1", "identity=someone", "custom={a=1}");
		int remaining = Integer.parseInt(context.replaceAll("(?s).*remaining=(\\d+).*", "$1"));
		assertThat(remaining).isBetween(20_000, 60_000);
	}

	@Test
	void keepsNothingOfTheContextBefore() throws Exception {
		FakeRuntimeApi api = api();
		api.deliver(command("interrupt"), "Lambda-Runtime-Trace-Id: Root=1", "Lambda-Runtime-Aws-Tenant-Id: blue",
				"Lambda-Runtime-Client-Context: {\"custom\":{}}");
		api.post();
		api.deliver(command("context"));
		assertThat(api.post().text()).contains("tenant=null", "trace=null", "traceProperty=null", "identity=null",
				"custom=null", "interrupted=false");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Lambda-Runtime-Deadline-Ms: soon", "Lambda-Runtime-Deadline-Ms: -1",
			"Lambda-Runtime-Deadline-Ms:", "Lambda-Runtime-Deadline-Ms: 99999999999999999999",
			"Lambda-Runtime-Client-Context: {\"custom\":", "Lambda-Runtime-Client-Context: []",
			"Lambda-Runtime-Cognito-Identity: nobody", "Lambda-Runtime-Trace-Id:", "X-Unknown: value",
			"Lambda-Runtime-Unknown: value" })
	void worksWithAnUnusualHeader(String header) throws Exception {
		FakeRuntimeApi api = api();
		api.deliver(command("context"), header);
		ApiRequest post = api.post();
		assertThat(post.kind()).isEqualTo("response");
		assertThat(post.text()).contains("name=conformance");
	}

	// Responses

	@Test
	void answersTheLargestResponse() throws Exception {
		FakeRuntimeApi api = api();
		api.deliver(command("size 6291556"));
		assertThat(api.post().body()).hasSize(6_291_556);
		assertServes(api);
	}

	@Test
	void tellsTheCallerOfAResponseThatIsTooLarge() throws Exception {
		FakeRuntimeApi api = api();
		api.onPost((exchange) -> exchange.status(413, "{\"errorType\":\"RequestEntityTooLarge\"}"));
		String id = api.deliver(command("size 6291557"));
		assertThat(api.post().body()).hasSize(6_291_557);
		ApiRequest error = api.post();
		assertThat(error.isFor(id) && error.kind().equals("error")).isTrue();
		assertThat(error.header("Lambda-Runtime-Function-Error-Type")).isEqualTo("Function.ResponseSizeTooLarge");
		assertServes(api);
	}

	@Test
	void goesOnWhereLambdaToldTheCallerItself() throws Exception {
		FakeRuntimeApi api = api();
		api.onPost((exchange) -> exchange.status(413, "{\"errorType\":\"RequestEntityTooLarge\"}"));
		api.onPost((exchange) -> exchange.status(403, "{\"errorType\":\"InvalidStateTransition\"}"));
		api.deliver(command("size 10"));
		api.post();
		assertThat(api.post().kind()).isEqualTo("error");
		assertServes(api);
	}

	@Test
	void goesOnWhenTheInvocationIsOver() throws Exception {
		FakeRuntimeApi api = api();
		api.onPost((exchange) -> exchange.status(400, OVER));
		api.deliver(command("echo", "late"));
		assertThat(api.post().kind()).isEqualTo("response");
		assertServes(api);
	}

	@Test
	void goesOnWhenTheErrorComesTooLate() throws Exception {
		FakeRuntimeApi api = api();
		api.onPost((exchange) -> exchange.status(400, OVER));
		api.deliver(command("throw state", "late"));
		assertThat(api.post().kind()).isEqualTo("error");
		assertServes(api);
	}

	@Test
	void tellsTheCallerOfAResponseThatIsRefused() throws Exception {
		FakeRuntimeApi api = api();
		api.onPost((exchange) -> exchange.status(400, "{\"errorType\":\"TruncatedHTTPRequest\"}"));
		api.deliver(command("echo", "refused"));
		api.post();
		assertThat(api.post().kind()).isEqualTo("error");
		assertServes(api);
	}

	@Test
	void waitsForAnAnswerThatDripsIn() throws Exception {
		FakeRuntimeApi api = api();
		api.onPost((exchange) -> exchange.drip(FakeRuntimeApi.ACCEPTED.getBytes(StandardCharsets.UTF_8)));
		api.deliver(command("echo", "drip"));
		api.post();
		assertServes(api);
	}

	@Test
	void waitsForAnAnswerThatIsLate() throws Exception {
		FakeRuntimeApi api = api();
		api.onPost((exchange) -> {
			Exchange.pause(1_200);
			exchange.write(FakeRuntimeApi.ACCEPTED);
		});
		api.deliver(command("echo", "late"));
		api.post();
		assertServes(api);
	}

	@Test
	void opensAnotherConnectionWhenTheAnswerEndsIt() throws Exception {
		FakeRuntimeApi api = api();
		api.onPost((exchange) -> {
			exchange.write("HTTP/1.1 202 Accepted\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
			exchange.close();
		});
		api.deliver(command("echo", "last"));
		api.post();
		assertServes(api);
	}

	// Errors

	@ParameterizedTest
	@ValueSource(strings = { "state", "checked", "error", "cause", "null" })
	void reportsWhateverIsThrown(String type) throws Exception {
		FakeRuntimeApi api = api();
		String id = api.deliver(command("throw " + type, "what went wrong"));
		ApiRequest error = api.post();
		assertThat(error.isFor(id) && error.kind().equals("error")).isTrue();
		assertThat(error.text()).contains(type.equals("null") ? "\"errorMessage\":\"\"" : "what went wrong");
		assertThat(error.text()).contains(type.equals("cause") ? "\"the cause\"" : "");
		assertServes(api);
	}

	@ParameterizedTest
	@ValueSource(strings = { "two\r\nlines\r\nX-Injected: 1", "quotes \" and \\ and \u0000", "\ud83d\ude00 ä € \u2028",
			"</script>\t\u007f" })
	void reportsAnyMessage(String message) throws Exception {
		FakeRuntimeApi api = api();
		api.deliver(command("throw state", message));
		ApiRequest error = api.post();
		assertThat(error.headers()).doesNotContainKey("x-injected");
		assertThat(new ObjectMapper().readTree(error.body()).get("errorMessage").asText()).isEqualTo(message);
		assertServes(api);
	}

	@Test
	void cutsAMessageOfTwoMegabytes() throws Exception {
		FakeRuntimeApi api = api();
		api.deliver(command("throwSize 2000000"));
		ApiRequest error = api.post();
		assertThat(error.body().length).isBetween(100_000, 1024 * 1024);
		assertThat(error.headers()).doesNotContainKey("lambda-runtime-function-xray-error-cause");
		assertServes(api);
	}

	@ParameterizedTest
	@ValueSource(ints = { 413, 431 })
	void reportsBrieflyWhereTheReportIsTooLarge(int status) throws Exception {
		FakeRuntimeApi api = api();
		api.onPost((exchange) -> exchange.status(status, "{}"));
		api.deliver(command("throw state", "long"));
		api.post();
		ApiRequest brief = api.post();
		assertThat(brief.kind()).isEqualTo("error");
		assertThat(brief.body().length).isLessThan(3_000);
		assertThat(brief.headers()).doesNotContainKey("lambda-runtime-function-xray-error-cause");
		assertServes(api);
	}

	// Streaming

	@Test
	void streamsTheFirstByteBeforeTheFunctionEnds() throws Exception {
		FakeRuntimeApi api = streamingApi();
		api.deliver(command("flush 50", "part"));
		ApiRequest post = api.post();
		assertThat(post.header("Lambda-Runtime-Function-Response-Mode")).isEqualTo("streaming");
		assertThat(post.text()).isEqualTo("partpart");
		assertThat(post.trailers()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 16_384, 7_000_000 })
	void streamsAnySize(int size) throws Exception {
		FakeRuntimeApi api = streamingApi();
		api.deliver(command("size " + size));
		assertThat(api.post().body()).hasSize(size);
	}

	@Test
	void tellsAFailureMidwayInTrailers() throws Exception {
		FakeRuntimeApi api = streamingApi();
		api.deliver(command("failMidway", "part"));
		ApiRequest post = api.post();
		assertThat(post.kind()).isEqualTo("response");
		assertThat(post.text()).isEqualTo("part");
		assertThat(post.trailers()).containsOnlyKeys("lambda-runtime-function-error-type",
				"lambda-runtime-function-error-body");
	}

	@Test
	void reportsAFailureBeforeTheFirstByteAsAnError() throws Exception {
		FakeRuntimeApi api = streamingApi();
		api.deliver(command("fail", "part"));
		ApiRequest post = api.post();
		assertThat(post.kind()).isEqualTo("error");
		assertThat(post.text()).contains("before the first byte");
	}

	@Test
	void tellsTheCallerOfAStreamThatIsRefused() throws Exception {
		FakeRuntimeApi api = streamingApi();
		api.onPost((exchange) -> exchange.status(413, "{}"));
		api.deliver(command("flush 1", "part"));
		api.post();
		assertThat(api.post().kind()).isEqualTo("error");
		api.deliver(command("echo", "well"));
		assertThat(api.post().text()).isEqualTo("well");
	}

	// Ends

	@ParameterizedTest
	@ValueSource(ints = { 500, 403 })
	void endsWhenTheNextInvocationIsRefused(int status) throws Exception {
		Served served = serve();
		assertServes(served.api());
		served.api().next((exchange) -> exchange.status(status, "{}"));
		assertThat(served.process().exitStatus()).isEqualTo(1);
		assertThat(served.process().output()).anyMatch((line) -> line.contains("status " + status));
	}

	@ParameterizedTest
	@ValueSource(ints = { 500, 403 })
	void endsWhenAResponseIsRefused(int status) throws Exception {
		Served served = serve();
		served.api().onPost((exchange) -> exchange.status(status, "{}"));
		served.api().deliver(command("echo"));
		served.api().post();
		assertThat(served.process().exitStatus()).isEqualTo(1);
	}

	@ParameterizedTest
	@ValueSource(ints = { 500, 403 })
	void endsWhenAnErrorIsRefused(int status) throws Exception {
		Served served = serve();
		served.api().onPost((exchange) -> exchange.status(status, "{}"));
		served.api().deliver(command("throw state"));
		served.api().post();
		assertThat(served.process().exitStatus()).isEqualTo(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "oom", "overflow" })
	void reportsThatItIsOutOfMemoryOrStackBeforeItEnds(String command) throws Exception {
		Served served = serve();
		String id = served.api().deliver(command(command));
		ApiRequest error = served.api().post();
		assertThat(error.isFor(id) && error.kind().equals("error")).isTrue();
		assertThat(error.text())
			.contains(command.equals("oom") ? "java.lang.OutOfMemoryError" : "java.lang.StackOverflowError");
		assertThat(served.process().exitStatus()).isEqualTo(1);
	}

	@Test
	void endsWhenTheRuntimeApiIsGone() throws Exception {
		Served served = serve();
		assertServes(served.api());
		served.api().close();
		assertThat(served.process().exitStatus()).isEqualTo(1);
		assertThat(served.process().output()).last().asString().contains("times in a row");
	}

	@Test
	void endsWithOneLineWhenNobodyIsThere() throws Exception {
		FakeRuntimeApi api = new FakeRuntimeApi();
		api.close();
		this.own = start(api);
		assertThat(this.own.process().exitStatus()).isEqualTo(1);
		assertThat(this.own.process().output().stream().filter((line) -> line.startsWith("kindling: "))).singleElement()
			.asString()
			.contains("AWS_LAMBDA_RUNTIME_API");
	}

	@ParameterizedTest
	@ValueSource(strings = { "localhost", "http://127.0.0.1:9001", "127.0.0.1:port", "127.0.0.1:70000" })
	void endsWithOneLineWhenTheAddressIsMalformed(String address) throws Exception {
		Served served = serve("AWS_LAMBDA_RUNTIME_API", address);
		assertThat(served.process().exitStatus()).isEqualTo(1);
		assertThat(served.process().output().stream().filter((line) -> line.startsWith("kindling: "))).singleElement()
			.asString()
			.contains("AWS_LAMBDA_RUNTIME_API", "host:port");
	}

	@Test
	void reportsAStartThatFails() throws Exception {
		Served served = serve("_HANDLER", "conformanceMissing", "SPRING_CLOUD_FUNCTION_DEFINITION",
				"conformanceMissing");
		ApiRequest error = served.api().post();
		assertThat(error.path()).isEqualTo("/2018-06-01/runtime/init/error");
		assertThat(error.text()).contains("conformance");
		assertThat(served.process().exitStatus()).isNotZero();
	}

	// Shutdown

	@Test
	void registersAsAnExtensionWithoutEvents() throws Exception {
		Served served = serve();
		served.api().awaitIdle();
		List<ApiRequest> requests = served.api().extensionRequests();
		assertThat(requests).isNotEmpty();
		assertThat(requests.get(0).line()).startsWith("POST ").contains("/register");
		assertThat(requests.get(0).header("Lambda-Extension-Name")).isEqualTo("kindling");
		assertThat(requests.get(0).text()).isEqualTo("{\"events\":[]}");
		assertServes(served.api());
		assertThat(requests).hasSize(2);
	}

	@Test
	void exitsWithZeroOnSigterm() throws Exception {
		Served served = serve();
		assertServes(served.api());
		served.api().awaitIdle();
		served.process().terminate();
		assertThat(served.process().exitStatus()).isZero();
		assertThat(served.process().output()).anyMatch((line) -> line.contains("application closed"));
	}

	@Test
	void finishesAShortInvocationOnSigterm() throws Exception {
		Served served = serve();
		assertServes(served.api());
		served.api().deliver(command("sleep 60", "finished"));
		Thread.sleep(20);
		served.process().terminate();
		assertThat(served.api().post().text()).isEqualTo("finished");
		assertThat(served.process().exitStatus()).isZero();
	}

	@Test
	void abandonsALongInvocationOnSigterm() throws Exception {
		Served served = serve();
		assertServes(served.api());
		served.api().deliver(command("sleep 60000"));
		Thread.sleep(20);
		served.process().terminate();
		assertThat(served.process().exitStatus()).isZero();
		assertThat(served.process().output()).anyMatch((line) -> line.contains("application closed"));
		assertThat(served.api().hasPost()).isFalse();
	}

	@Test
	void servesWithoutAnExtensionsApi() throws Exception {
		FakeRuntimeApi api = new FakeRuntimeApi();
		api.onExtension((exchange) -> exchange.status(404, ""));
		this.own = start(api);
		assertServes(api);
		this.own.process().terminate();
		assertThat(this.own.process().exitStatus()).isZero();
	}

	// Several invocations at once

	@Test
	void invocationsOverlapWhereLambdaSaysSo() throws Exception {
		Served served = serve("AWS_LAMBDA_MAX_CONCURRENCY", "4");
		Set<String> slow = new HashSet<>();
		for (int i = 0; i < 3; i++) {
			slow.add(served.api().deliver(command("sleep 1500", "slow")));
		}
		for (int i = 0; i < 10; i++) {
			assertServes(served.api());
			served.api().deliver(command("throw state"));
			assertThat(served.api().post().kind()).isEqualTo("error");
		}
		for (int i = 0; i < 3; i++) {
			ApiRequest post = served.api().post();
			assertThat(post.text()).isEqualTo("slow");
			assertThat(slow).anyMatch(post::isFor);
		}
	}

	@Test
	void nothingLeaksBetweenInvocationsAtOnce() throws Exception {
		Served served = serve("AWS_LAMBDA_MAX_CONCURRENCY", "8");
		for (int i = 0; i < 200; i++) {
			served.api()
				.deliver(command("context"), "Lambda-Runtime-Trace-Id: Root=" + i,
						"Lambda-Runtime-Aws-Tenant-Id: tenant-" + i);
		}
		Set<String> tenants = new HashSet<>();
		for (int i = 0; i < 200; i++) {
			ApiRequest post = served.api().post();
			String id = post.text().replaceAll("(?s).*requestId=(\\S+).*", "$1");
			String trace = post.text().replaceAll("(?s).*trace=Root=(\\d+).*", "$1");
			assertThat(post.isFor(id)).isTrue();
			assertThat(post.text()).contains("tenant=tenant-" + trace + "\n", "traceProperty=null");
			tenants.add(trace);
		}
		assertThat(tenants).hasSize(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "many", "0", "-3" })
	void aConcurrencyThatIsNoNumberIsAnInitError(String value) throws Exception {
		Served served = serve("AWS_LAMBDA_MAX_CONCURRENCY", value);
		ApiRequest error = served.api().post();
		assertThat(error.path()).isEqualTo("/2018-06-01/runtime/init/error");
		assertThat(error.text()).contains("AWS_LAMBDA_MAX_CONCURRENCY");
		assertThat(served.process().exitStatus()).isEqualTo(1);
	}

}
