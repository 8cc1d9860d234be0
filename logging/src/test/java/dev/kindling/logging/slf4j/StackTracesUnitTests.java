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

package dev.kindling.logging.slf4j;

import java.io.PrintWriter;
import java.io.StringWriter;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link StackTraces}.
 */
class StackTracesUnitTests {

	@Test
	void writesCausesAndSuppressedExceptionsAsTheJdkDoes() {
		Exception thrown = new IllegalStateException("outer", new RuntimeException("cause"));
		thrown.addSuppressed(new IllegalArgumentException("suppressed"));
		StringWriter expected = new StringWriter();
		thrown.printStackTrace(new PrintWriter(expected));
		assertThat(StackTraces.text(thrown)).isEqualTo(expected.toString().stripTrailing())
			.contains("Caused by: ", "Suppressed: ");
	}

	@Test
	void endsACycleOfCauses() {
		Exception first = new Exception("first");
		Exception second = new Exception("second", first);
		first.initCause(second);
		assertThat(StackTraces.text(first)).contains("first", "second", "CIRCULAR REFERENCE");
	}

	@Test
	void leavesOutTheRestOfAChainThatIsTooLong() {
		Throwable thrown = new Exception("innermost");
		for (int i = 0; i < 100_000; i++) {
			thrown = new Exception("cause " + i, thrown);
		}
		assertThat(StackTraces.text(thrown)).startsWith("java.lang.Exception: cause 99999")
			.endsWith("... the rest is left out")
			.hasSizeLessThan(StackTraces.LIMIT + 50);
	}

	@Test
	void survivesAnExceptionThatCantBePrinted() {
		Exception thrown = new Exception() {
			@Override
			public String getMessage() {
				throw new IllegalStateException("no");
			}
		};
		assertThat(StackTraces.text(thrown)).contains(thrown.getClass().getName(), "IllegalStateException");
		assertThat(StackTraces.message(thrown)).contains("IllegalStateException");
	}

	@Test
	void survivesAnExceptionThatRecurses() {
		Exception thrown = new Exception() {
			@Override
			public String getMessage() {
				return getMessage() + "!";
			}
		};
		assertThat(StackTraces.text(thrown)).contains("StackOverflowError");
	}

}
