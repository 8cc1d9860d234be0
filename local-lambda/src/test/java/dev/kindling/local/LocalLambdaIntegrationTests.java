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

package dev.kindling.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindling.local.invoke.InvokeRequest;
import dev.kindling.local.invoke.InvokeResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The local Lambda around a real process.
 */
class LocalLambdaIntegrationTests {

	private final List<String> logs = new CopyOnWriteArrayList<>();

	private LocalLambda lambda;

	@AfterEach
	void close() {
		if (this.lambda != null) {
			this.lambda.close();
		}
	}

	private LocalLambdaBuilder plain() {
		return LocalLambda.builder()
			.mainClass(PlainRuntime.class)
			.functionName("plain")
			.timeout(Duration.ofSeconds(20))
			.logs(this.logs::add);
	}

	private static String event(String what) {
		return PlainRuntime.event(what).toString();
	}

	@Test
	void handsTheEventOverAndAnswersWithWhatTheFunctionAnswers() {
		this.lambda = plain().build();
		InvokeResult result = this.lambda.invoke("{\"name\":\"mamezou ☃ 𝄞\"}");
		assertThat(result.isError()).isFalse();
		assertThat(result.json().path("name").asText()).isEqualTo("mamezou ☃ 𝄞");
		assertThat(result.contentType()).isEqualTo("application/json");
	}

	@Test
	void setsTheEnvironmentThatLambdaSets() {
		this.lambda = plain().memorySize(256).handler("uppercase").environment("EXAMPLE_TABLE_NAME", "people").build();
		JsonNode environment = this.lambda.invoke(event("environment")).json();
		assertThat(environment.path("EXAMPLE_TABLE_NAME").asText()).isEqualTo("people");
		assertThat(environment.path("_HANDLER").asText()).isEqualTo("uppercase");
		assertThat(environment.path("AWS_LAMBDA_FUNCTION_NAME").asText()).isEqualTo("plain");
		assertThat(environment.path("AWS_LAMBDA_FUNCTION_MEMORY_SIZE").asText()).isEqualTo("256");
		assertThat(environment.path("AWS_LAMBDA_FUNCTION_VERSION").asText()).isEqualTo("$LATEST");
		assertThat(environment.path("AWS_LAMBDA_LOG_GROUP_NAME").asText()).isEqualTo("/aws/lambda/plain");
		assertThat(environment.path("AWS_LAMBDA_LOG_STREAM_NAME").asText()).contains("[$LATEST]");
		assertThat(environment.path("AWS_LAMBDA_INITIALIZATION_TYPE").asText()).isEqualTo("on-demand");
		assertThat(environment.path("TZ").asText()).isEqualTo(":UTC");
		assertThat(environment.path("AWS_REGION").asText()).isEqualTo("us-east-1");
		assertThat(environment.path("AWS_SECRET_ACCESS_KEY").asText()).isNotEmpty();
		assertThat(environment.has("AWS_LAMBDA_MAX_CONCURRENCY")).isFalse();
		assertThat(environment.has("HOME")).as("this machine's own variables").isFalse();
	}

	@Test
	void setsTheHeadersOfAnInvocation() {
		this.lambda = plain().build();
		JsonNode headers = this.lambda
			.invoke(InvokeRequest.of(event("headers"))
				.withClientContext("{\"custom\":{}}")
				.withCognitoIdentity("{\"cognitoIdentityId\":\"me\"}")
				.withTraceId("Root=1-2-3")
				.withTenantId("blue"))
			.json();
		assertThat(headers.path("lambda-runtime-aws-request-id").asText()).isNotEmpty();
		assertThat(headers.path("lambda-runtime-deadline-ms").asLong()).isGreaterThan(System.currentTimeMillis());
		assertThat(headers.path("lambda-runtime-invoked-function-arn").asText())
			.isEqualTo("arn:aws:lambda:us-east-1:123456789012:function:plain");
		assertThat(headers.path("lambda-runtime-client-context").asText()).isEqualTo("{\"custom\":{}}");
		assertThat(headers.path("lambda-runtime-cognito-identity").asText())
			.isEqualTo("{\"cognitoIdentityId\":\"me\"}");
		assertThat(headers.path("lambda-runtime-trace-id").asText()).isEqualTo("Root=1-2-3");
		assertThat(headers.path("lambda-runtime-aws-tenant-id").asText()).isEqualTo("blue");
	}

	@Test
	void keepsOneProcessAndReportsItsInitOnce() {
		this.lambda = plain().build();
		InvokeResult first = this.lambda.invoke("{}");
		InvokeResult second = this.lambda.invoke("{}");
		assertThat(first.report().initDuration()).isPositive();
		assertThat(first.report().toString()).startsWith("REPORT RequestId: " + first.requestId() + "\tDuration: ")
			.contains(" ms\tBilled Duration: ", "\tMemory Size: 128 MB\tMax Memory Used: ", "\tInit Duration: ");
		assertThat(first.report().maxMemoryUsed()).isPositive();
		assertThat(second.report().initDuration()).isNull();
		assertThat(this.lambda.coldStarts()).isEqualTo(1);
	}

	@Test
	void keepsTheOutputOfEachInvocationApart() {
		this.lambda = plain().build();
		InvokeResult first = this.lambda.invoke(event("print"));
		InvokeResult second = this.lambda.invoke("{}");
		assertThat(first.logs()).containsSubsequence("START RequestId: " + first.requestId() + " Version: $LATEST",
				"one ☃", "two", "unfinished", "END RequestId: " + first.requestId(), first.report().toString());
		assertThat(second.logs()).containsExactly("START RequestId: " + second.requestId() + " Version: $LATEST",
				"END RequestId: " + second.requestId(), second.report().toString());
		assertThat(this.logs).containsAll(first.logs()).containsAll(second.logs());
	}

	/**
	 * Lambda's separators within a record would overprint its lines on a terminal.
	 */
	@Test
	void handsARecordOfSeveralLinesOverAsOneLogEventWithLineFeeds() {
		this.lambda = plain().build();
		assertThat(this.lambda.invoke(event("trace")).logs()).contains("It failed\n\tat one\n\tat two");
	}

	@Test
	void passesTheErrorThatTheRuntimeReportsAndKeepsTheProcess() {
		this.lambda = plain().build();
		InvokeResult result = this.lambda.invoke(event("error"));
		assertThat(result.functionError()).isEqualTo("Unhandled");
		assertThat(result.errorType()).isEqualTo("Odd");
		assertThat(result.errorMessage()).isEqualTo("it went wrong");
		assertThat(this.lambda.invoke("{}").isError()).isFalse();
		assertThat(this.lambda.coldStarts()).isEqualTo(1);
	}

	@Test
	void reportsACrashAndStartsAnotherProcess() {
		this.lambda = plain().build();
		InvokeResult result = this.lambda.invoke("{\"do\":\"exit\",\"status\":42}");
		assertThat(result.errorType()).isEqualTo("Runtime.ExitError");
		assertThat(result.errorMessage())
			.isEqualTo("RequestId: " + result.requestId() + " Error: Runtime exited with error: exit status 42");
		assertThat(result.report().toString()).endsWith("\tStatus: error\tError Type: Runtime.ExitError");
		assertThat(this.lambda.invoke("{}").isError()).isFalse();
		assertThat(this.lambda.coldStarts()).isEqualTo(2);
	}

	@Test
	void saysThatAProcessLeftWithoutReason() {
		this.lambda = plain().build();
		InvokeResult result = this.lambda.invoke("{\"do\":\"exit\",\"status\":0}");
		assertThat(result.errorMessage()).endsWith("Error: Runtime exited without providing a reason");
	}

	@Test
	void namesTheSignalThatEndedTheProcess() {
		this.lambda = plain().build();
		CompletableFuture<InvokeResult> running = CompletableFuture
			.supplyAsync(() -> this.lambda.invoke("{\"do\":\"sleep\",\"millis\":15000}"));
		while (this.logs.stream().noneMatch((line) -> line.startsWith("START"))) {
			Thread.onSpinWait();
		}
		ProcessHandle.of(this.lambda.pid()).orElseThrow().destroyForcibly();
		assertThat(running.join().errorMessage()).endsWith("Error: Runtime exited with error: signal: killed");
	}

	@Test
	void startsAnotherProcessAfterOneThatLeftBetweenInvocations() {
		this.lambda = plain().build();
		assertThat(this.lambda.invoke(event("exitAfterAnswer")).isError()).isFalse();
		assertThat(this.lambda.invoke("{}").isError()).isFalse();
		assertThat(this.lambda.coldStarts()).isEqualTo(2);
	}

	@Test
	void endsAFunctionThatNeedsMoreMemoryThanItHas() {
		this.lambda = plain().memorySize(256).enforceMemorySize().build();
		InvokeResult result = this.lambda.invoke("{\"do\":\"allocate\",\"megabytes\":400}");
		assertThat(result.errorType()).isEqualTo("Runtime.OutOfMemory");
		assertThat(result.errorMessage())
			.isEqualTo("RequestId: " + result.requestId() + " Error: Runtime exited with error: signal: killed");
		assertThat(result.report().maxMemoryUsed()).isGreaterThanOrEqualTo(256);
		assertThat(this.lambda.invoke("{}").isError()).isFalse();
	}

	/**
	 * An invocation is over when the runtime asks for the next event: what the process
	 * writes before is part of it.
	 */
	@Test
	void waitsForAProcessThatIsBusyAfterItsAnswer() {
		this.lambda = plain().build();
		InvokeResult result = this.lambda.invoke("{\"do\":\"sleepAfterAnswer\",\"millis\":300}");
		assertThat(result.isError()).isFalse();
		assertThat(result.logs()).contains("slept");
		assertThat(this.lambda.invoke("{}").isError()).isFalse();
		assertThat(this.lambda.coldStarts()).isEqualTo(1);
	}

	@Test
	void endsAProcessThatIsBusyForTooLongAfterItsAnswer() {
		this.lambda = plain().timeout(Duration.ofMillis(1500)).build();
		InvokeResult result = this.lambda.invoke("{\"do\":\"sleepAfterAnswer\",\"millis\":60000}");
		assertThat(result.isError()).isFalse();
		assertThat(result.logs()).anyMatch((line) -> line.endsWith(" Task timed out after 1.50 seconds"));
		assertThat(this.lambda.invoke("{}").isError()).isFalse();
		assertThat(this.lambda.coldStarts()).isEqualTo(2);
	}

	@Test
	void endsAFunctionThatTakesTooLong() {
		this.lambda = plain().timeout(Duration.ofMillis(1500)).build();
		InvokeResult result = this.lambda.invoke("{\"do\":\"sleep\",\"millis\":60000}");
		assertThat(result.functionError()).isEqualTo("Unhandled");
		assertThat(result.errorType()).isEqualTo("Sandbox.Timedout");
		assertThat(result.errorMessage())
			.isEqualTo("RequestId: " + result.requestId() + " Error: Task timed out after 1.50 seconds");
		assertThat(result.logs())
			.anyMatch((line) -> line.endsWith(result.requestId() + " Task timed out after 1.50 seconds"));
		assertThat(result.logs()).anyMatch((line) -> line.contains("the limit of an invocation is 1.5 s"));
		assertThat(result.report().toString()).endsWith("\tStatus: timeout");
		assertThat(ProcessHandle.of(this.lambda.pid()).filter(ProcessHandle::isAlive)).isEmpty();
		assertThat(this.lambda.invoke("{}").isError()).isFalse();
	}

	/**
	 * Spring Cloud Function #1206: a context that can't start leaves the caller waiting
	 * until the time-out.
	 */
	@Test
	void answersWithTheErrorOfAnInitThatFails() {
		this.lambda = plain().environment("INIT", "error").build();
		InvokeResult result = this.lambda.invoke("{}");
		assertThat(result.errorType()).isEqualTo("com.example.NoBean");
		assertThat(result.errorMessage()).isEqualTo("no bean");
		assertThat(result.report().initDuration()).isNull();
		assertThat(this.logs).anyMatch((line) -> line.startsWith("INIT_REPORT Init Duration: ")
				&& line.endsWith("\tPhase: init\tStatus: error\tError Type: Runtime.NoSuchBean"));
		assertThat(this.logs).anyMatch((line) -> line.contains("\tPhase: invoke\tStatus: error"));
	}

	/**
	 * What an init that fails prints last is the reason.
	 */
	@Test
	void letsAProcessThatCanNotStartFinishWhatItPrints() {
		this.lambda = plain().environment("INIT", "errorFirst").build();
		InvokeResult result = this.lambda.invoke("{}");
		assertThat(result.errorType()).isEqualTo("com.example.NoBean");
		assertThat(this.logs).filteredOn("APPLICATION FAILED TO START"::equals).hasSize(2);
	}

	@Test
	void answersWithAnErrorWhenTheProcessLeavesDuringInit() {
		this.lambda = plain().environment("INIT", "exit").build();
		InvokeResult result = this.lambda.invoke("{}");
		assertThat(result.errorType()).isEqualTo("Runtime.ExitError");
		assertThat(result.errorMessage()).isEqualTo("Error: Runtime exited with error: exit status 7");
	}

	@Test
	void repeatsAFailedInitWithinTheFirstInvocation(@TempDir Path directory) {
		this.lambda = plain().environment("INIT", "once")
			.environment("MARKER", directory.resolve("marker").toString())
			.build();
		InvokeResult result = this.lambda.invoke("{\"name\":\"mamezou\"}");
		assertThat(result.isError()).isFalse();
		assertThat(result.report().initDuration()).isNull();
		assertThat(this.lambda.coldStarts()).isEqualTo(2);
	}

	@Test
	void endsAnInitThatTakesTooLong() {
		this.lambda = plain().environment("INIT", "sleep")
			.initTimeout(Duration.ofMillis(700))
			.timeout(Duration.ofMillis(700))
			.build();
		InvokeResult result = this.lambda.invoke("{}");
		assertThat(result.errorType()).isEqualTo("Sandbox.Timedout");
		assertThat(result.errorMessage()).contains("the limit of an invocation is 0.7 s", "-Dkindling.timeout");
		assertThat(this.logs).anyMatch((line) -> line.endsWith("\tPhase: init\tStatus: timeout"))
			.anyMatch((line) -> line.contains("the limit is 0.7 s") && line.contains("-Dkindling.initTimeout=")
					&& line.contains("@LambdaTest(initTimeoutSeconds"));
	}

	@Test
	void refusesAnAnswerThatIsTooLargeAndKeepsTheProcess() {
		this.lambda = plain().build();
		InvokeResult result = this.lambda.invoke("{\"do\":\"large\",\"size\":6291557}");
		assertThat(result.errorType()).isEqualTo("Function.ResponseSizeTooLarge");
		assertThat(this.lambda.invoke("{}").isError()).isFalse();
		assertThat(this.logs).contains("response answered 413");
		assertThat(this.lambda.coldStarts()).isEqualTo(1);
	}

	@Test
	void takesAnAnswerOfTheLargestSize() {
		this.lambda = plain().build();
		assertThat(this.lambda.invoke("{\"do\":\"large\",\"size\":6291556}").payload()).hasSize(6291556);
	}

	@Test
	void takesOnlyOneAnswer() {
		this.lambda = plain().build();
		assertThat(this.lambda.invoke(event("answerTwice")).isError()).isFalse();
		assertThat(this.lambda.invoke("{}").isError()).isFalse();
		assertThat(this.logs).contains("second answered 400");
	}

	@Test
	void collectsAStreamedAnswer() {
		this.lambda = plain().build();
		InvokeResult result = this.lambda.invoke(event("stream"));
		assertThat(result.payloadAsString()).isEqualTo("one,two,three");
		assertThat(result.contentType()).isEqualTo("text/plain");
	}

	@Test
	void readsTheErrorInAStreamsTrailers() {
		this.lambda = plain().build();
		InvokeResult result = this.lambda.invoke(event("streamFailing"));
		assertThat(result.functionError()).isEqualTo("Unhandled");
		assertThat(result.errorType()).isEqualTo("Late");
		assertThat(this.lambda.invoke("{}").isError()).isFalse();
	}

	@Test
	void reportsAStreamThatIsCutShort() {
		this.lambda = plain().build();
		InvokeResult result = this.lambda.invoke(event("streamCutShort"));
		assertThat(result.errorType()).isIn("Runtime.TruncatedResponse", "Runtime.ExitError");
		assertThat(this.lambda.invoke("{}").isError()).isFalse();
		assertThat(this.lambda.coldStarts()).isEqualTo(2);
	}

	/**
	 * aws-lambda-extensions #63: without an extension there is no SIGTERM.
	 */
	@Test
	void sendsSigtermOnlyWhenAnExtensionIsRegistered() {
		this.lambda = plain().environment("EXTENSION", "{\"events\":[]}").build();
		this.lambda.invoke("{}");
		this.lambda.close();
		assertThat(this.logs).contains("received SIGTERM");
		this.logs.clear();
		this.lambda = plain().build();
		this.lambda.invoke("{}");
		this.lambda.close();
		assertThat(this.logs).doesNotContain("received SIGTERM");
		assertThat(ProcessHandle.of(this.lambda.pid()).filter(ProcessHandle::isAlive)).isEmpty();
	}

	/**
	 * A server that is stopped while its threads write, or that can't stop them, prints
	 * stack traces into whatever its user reads. How often is a system property, since
	 * one run doesn't show it.
	 */
	@Test
	void stopsWithoutAWordHoweverManyTimes() {
		int times = Integer.getInteger("kindling.test.invocations", 10);
		try (StandardOutput output = StandardOutput.capture()) {
			for (int i = 0; i < times; i++) {
				this.lambda = plain().environment("EXTENSION", "{\"events\":[]}")
					.initTimeout(Duration.ofMinutes(1))
					.build();
				assertThat(this.lambda.invoke("{}").isError()).isFalse();
				this.lambda.close();
			}
			assertThat(output.text()).doesNotContain(" WARN ", " ERROR ", "Exception");
		}
	}

	@Test
	void tellsAnExtensionOfInvocations() {
		this.lambda = plain().environment("EXTENSION", "{\"events\":[\"INVOKE\"]}").build();
		this.lambda.invoke("{\"do\":\"sleep\",\"millis\":300}");
		assertThat(this.logs).contains("extension event INVOKE")
			.anyMatch((line) -> line.startsWith("registered 200") && line.contains("\"functionName\":\"plain\""));
	}

	@Test
	void refusesShutdownEventsForAnInternalExtension() {
		this.lambda = plain().environment("EXTENSION", "{\"events\":[\"SHUTDOWN\"]}").build();
		this.lambda.invoke("{}");
		assertThat(this.logs).anyMatch((line) -> line.startsWith("registered 403")
				&& line.contains("ShutdownEventNotSupportedForInternalExtension"));
	}

	@Test
	void startsTheProcessAheadOfTheFirstCall() {
		this.lambda = plain().build().start();
		assertThat(this.lambda.coldStarts()).isEqualTo(1);
		assertThat(this.lambda.invoke("{}").report().initDuration()).isPositive();
		assertThat(this.lambda.coldStarts()).isEqualTo(1);
	}

	@Test
	void serves500InvocationsInOneProcess() {
		this.lambda = plain().build();
		for (int i = 0; i < 500; i++) {
			assertThat(this.lambda.invoke("{\"n\":" + i + "}").json().path("n").asInt()).isEqualTo(i);
		}
		assertThat(this.lambda.coldStarts()).isEqualTo(1);
	}

}
