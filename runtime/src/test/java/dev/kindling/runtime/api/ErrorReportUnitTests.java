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

package dev.kindling.runtime.api;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import dev.kindling.runtime.LambdaError;
import dev.kindling.runtime.json.JsonReader;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ErrorReportUnitTests {

	private static final String TYPE = "(Runtime|Function)\\.[A-Z][a-zA-Z]+";

	@Test
	void describesMessageTypeStackAndCauses() {
		Map<String, Object> body = body(new IllegalStateException("outer", new IOException("inner")));
		assertThat(body).containsEntry("errorMessage", "outer")
			.containsEntry("errorType", "java.lang.IllegalStateException");
		assertThat((List<?>) body.get("stackTrace")).first()
			.asString()
			.startsWith("dev.kindling.runtime.api.ErrorReportUnitTests.describesMessage");
		Map<?, ?> cause = (Map<?, ?>) body.get("cause");
		assertThat(cause.get("errorMessage")).isEqualTo("inner");
		assertThat(cause.get("errorType")).isEqualTo("java.io.IOException");
		assertThat(cause.containsKey("cause")).isFalse();
	}

	@Test
	void theMessageIsEmptyWhereThereIsNone() {
		assertThat(body(new IllegalStateException())).containsEntry("errorMessage", "");
	}

	@Test
	void aFailureThatNamesItsTypeIsReportedByIt() {
		RuntimeFailure failure = new RuntimeFailure("Runtime.MalformedEvent", "no JSON", null);
		assertThat(new ErrorReport(failure).type()).isEqualTo("Runtime.MalformedEvent");
		assertThat(body(failure)).containsEntry("errorType", "Runtime.MalformedEvent");
	}

	@Test
	void aTypeThatTelemetryWouldNotTakeReachesTheCallerOnly() {
		RuntimeFailure failure = new RuntimeFailure("order.not-found", "none", null);
		assertThat(new ErrorReport(failure).type()).isEqualTo("Function.RuntimeFailure");
		assertThat(body(failure)).containsEntry("errorType", "order.not-found");
	}

	@Property
	void theTypeInTheHeaderIsAlwaysWellFormed(@ForAll String type) {
		for (String named : List.of(type, "Runtime." + type, "Function." + type)) {
			assertThat(new ErrorReport(new RuntimeFailure(named, "", null)).type()).matches(TYPE);
		}
	}

	@Test
	void theTypeIsWellFormedForClassesOfAnyName() {
		class X extends RuntimeException {

		}
		class Ärger_42 extends RuntimeException {

		}
		List<Throwable> failures = List.of(new X(), new RuntimeException() {
		}, new Ärger_42(), new lowerCase(), new StackOverflowError());
		assertThat(failures).extracting((failure) -> new ErrorReport(failure).type())
			.containsExactly("Function.UserException", "Function.UserException", "Function.Rger", "Function.LowerCase",
					"Function.StackOverflowError")
			.allMatch((type) -> type.matches(TYPE));
	}

	@ParameterizedTest
	@ValueSource(strings = { "x", "\u0000", "\ud83d", "\ud83d\ude00", "\"" })
	void aBodyHasAtMostOneMebibyteAndIsValid(String character) {
		Throwable failure = new IllegalStateException(character.repeat(3_000_000));
		for (int i = 0; i < 30; i++) {
			failure = new IllegalStateException(character.repeat(1_000_000), failure);
			failure.setStackTrace(stack(20_000));
		}
		byte[] body = new ErrorReport(failure).body();
		assertThat(body.length).isBetween(500_000, 1024 * 1024);
		assertThat(JsonReader.object(new String(body, StandardCharsets.UTF_8))).isNotNull();
		byte[] brief = new ErrorReport(failure).briefBody();
		assertThat(brief.length).isLessThan(2900);
		assertThat(JsonReader.object(new String(brief, StandardCharsets.UTF_8))).containsKey("stackTrace");
	}

	@Test
	void leavesTheTracingCauseOutAboveOneMebibyte() {
		assertThat(new ErrorReport(new IllegalStateException("x".repeat(1_000_000))).xrayCause()).isNotNull()
			.hasSizeLessThanOrEqualTo(1024 * 1024);
		assertThat(new ErrorReport(new IllegalStateException("x".repeat(1_048_576))).xrayCause()).isNull();
	}

	@Test
	void theTracingCauseFitsAHeaderForAnyMessage() {
		String cause = new ErrorReport(new IllegalStateException("a\r\nb\u0000ä€\ud83d\ude00", new IOException("c")))
			.xrayCause();
		assertThat(cause).matches("[ -~]+");
		Map<String, Object> read = JsonReader.object(cause);
		assertThat(read).containsOnlyKeys("working_directory", "exceptions", "paths");
		List<?> exceptions = (List<?>) read.get("exceptions");
		Map<?, ?> first = (Map<?, ?>) exceptions.get(0);
		assertThat(exceptions).hasSize(2);
		assertThat(first.get("message")).isEqualTo("a\r\nb\u0000ä€\ud83d\ude00");
		assertThat(((Map<?, ?>) ((List<?>) first.get("stack")).get(0)).keySet()).hasToString("[label, path, line]");
		assertThat(((List<?>) read.get("paths")).contains("ErrorReportUnitTests.java")).isTrue();
	}

	@Test
	void aCircleOfCausesEnds() {
		Exception first = new Exception("first");
		first.initCause(new Exception("second", first));
		Map<?, ?> cause = (Map<?, ?>) body(first).get("cause");
		assertThat(cause.get("errorMessage")).isEqualTo("second");
		assertThat(cause.containsKey("cause")).isFalse();
	}

	@Test
	void anExceptionThatFailsItselfIsReportedAllTheSame() {
		Map<String, Object> body = body(new Hostile());
		assertThat(body).containsEntry("errorMessage", "")
			.containsEntry("errorType", Hostile.class.getName())
			.containsEntry("stackTrace", List.of());
		assertThat(new ErrorReport(new Hostile()).type()).isEqualTo("Function.Hostile");
		assertThat(new ErrorReport(new Hostile()).xrayCause()).isNotNull();
	}

	private static StackTraceElement[] stack(int frames) {
		StackTraceElement[] stack = new StackTraceElement[frames];
		for (int i = 0; i < frames; i++) {
			stack[i] = new StackTraceElement("com.example.Deep", "method" + i, "Deep.java", i);
		}
		return stack;
	}

	private static Map<String, Object> body(Throwable failure) {
		String body = new String(new ErrorReport(failure).body(), StandardCharsets.UTF_8);
		Map<String, Object> read = JsonReader.object(body);
		assertThat(read).as(body).isNotNull();
		return read;
	}

	private static final class lowerCase extends RuntimeException {

	}

	private static final class Hostile extends RuntimeException implements LambdaError {

		@Override
		public String errorType() {
			throw new IllegalStateException();
		}

		@Override
		public String getMessage() {
			throw new IllegalStateException();
		}

		@Override
		public synchronized Throwable getCause() {
			throw new IllegalStateException();
		}

		@Override
		public StackTraceElement[] getStackTrace() {
			throw new IllegalStateException();
		}

	}

}
