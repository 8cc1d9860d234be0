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

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LambdaLogger}.
 */
class LambdaLoggerUnitTests {

	private final PrintStream before = System.out;

	private final Writes writes = new Writes();

	private final Logger logger = new LambdaLogger("com.example.Orders");

	@BeforeEach
	void capture() {
		System.setOut(new PrintStream(this.writes));
	}

	@AfterEach
	void release() {
		System.setOut(this.before);
	}

	@Test
	void writesEachRecordAtOnce() {
		this.logger.info("first");
		this.logger.error("second", new IllegalStateException("x".repeat(20_000)));
		assertThat(this.writes.all).hasSize(2);
		assertThat(this.writes.all).allMatch((text) -> text.endsWith("\n"));
	}

	@Test
	void takesAnExceptionAfterTheArguments() {
		this.logger.info("{} and {}", 1, 2, new IllegalStateException("three"));
		this.logger.atInfo().log("{} and {}", 1, 2, new IllegalStateException("four"));
		this.logger.atInfo().setCause(new IllegalStateException("five")).log("1 and 2");
		assertThat(this.writes.all).hasSize(3)
			.allMatch((text) -> text.contains(": 1 and 2\njava.lang.IllegalStateException: "));
	}

	@Test
	void evaluatesNothingBelowItsLevel() {
		this.logger.debug("{}", new Failing());
		this.logger.atDebug().addKeyValue("key", () -> {
			throw new IllegalStateException();
		}).log(() -> {
			throw new IllegalStateException();
		});
		assertThat(this.writes.all).isEmpty();
	}

	@Test
	void survivesArgumentsThatFailOrContainThemselves() {
		Object[] cycle = new Object[1];
		cycle[0] = cycle;
		this.logger.info("{} {}", new Failing(), cycle);
		assertThat(this.writes.all.get(0)).contains("[FAILED toString()]");
	}

	@Test
	void namesThreadsThatHaveNoName() throws Exception {
		Thread thread = new Thread(() -> this.logger.info("hello"), "");
		thread.start();
		thread.join();
		assertThat(this.writes.all.get(0)).contains("[thread-" + thread.getId() + "]");
	}

	@Test
	void canBeSerialized() throws Exception {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		new ObjectOutputStream(bytes).writeObject(this.logger);
		Object copy = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
		assertThat(((Logger) copy).getName()).isEqualTo("com.example.Orders");
	}

	private static final class Failing {

		@Override
		public String toString() {
			throw new IllegalStateException("no");
		}

	}

	/**
	 * Tells the writes apart, as a file descriptor sees them.
	 */
	private static final class Writes extends ByteArrayOutputStream {

		private final List<String> all = new ArrayList<>();

		@Override
		public synchronized void write(byte[] bytes, int offset, int length) {
			this.all.add(new String(bytes, offset, length, StandardCharsets.UTF_8));
		}

		@Override
		public void write(byte[] bytes) throws IOException {
			write(bytes, 0, bytes.length);
		}

	}

}
