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

package dev.kindling.maven.profile;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import dev.kindling.maven.nested.Program;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * <code>profile.c</code> in a small program that maps a heap and runs methods as an
 * executable of GraalVM does.
 */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64", disabledReason = "profile.c counts there only")
@Timeout(60)
class CountingIntegrationTests {

	private static final int PAGE = 4096;

	/**
	 * In two pages that are read only, one that is written, and one that isn't touched.
	 */
	private static final List<Place> OBJECTS = List.of(new Place(16, 32, "java.lang.String", "a"),
			new Place(48, 32, "java.lang.String", "b"), new Place(PAGE - 8, 16, "byte[]", "c"),
			new Place(2 * PAGE, 64, "java.util.HashMap", "d"), new Place(2 * PAGE + 64, 64, "java.util.HashMap", "e"),
			new Place(4 * PAGE - 8, 8, "java.lang.Object", "f"));

	@TempDir
	private Path directory;

	private Path program;

	private List<Place> methods;

	private Process process;

	private BufferedReader answers;

	private Counters counters;

	@BeforeAll
	static void findACompiler() throws InterruptedException {
		try {
			Program.run(List.of("cc", "--version"));
		}
		catch (IOException ex) {
			System.out.println("SKIPPED: CountingIntegrationTests need a C compiler, cc, in the path");
			throw new TestAbortedException("There is no C compiler", ex);
		}
	}

	@BeforeEach
	void start() throws Exception {
		Path file = this.directory.resolve("counters");
		this.program = compile(file);
		Counters.create(file, List.of(), List.of());
		String[] offsets = Program.run(List.of(this.program.toString())).output().split(" ");
		this.methods = List.of(new Place(Integer.parseInt(offsets[0]), 0, "com.acme.Orders", "first"),
				new Place(Integer.parseInt(offsets[1]), 0, "com.acme.Orders", "second"));
		this.counters = Counters.create(file, this.methods, OBJECTS);
		Path heap = Files.write(this.directory.resolve("heap"), new byte[4 * PAGE]);
		this.process = Program.start(List.of(this.program.toString(), heap.toString()));
		this.answers = new BufferedReader(
				new InputStreamReader(this.process.getInputStream(), StandardCharsets.US_ASCII));
	}

	@AfterEach
	void stop() throws Exception {
		this.process.getOutputStream().close();
		assertThat(this.process.waitFor()).isZero();
	}

	private Path compile(Path counters) throws Exception {
		Path source = this.directory.resolve("application.c");
		try (InputStream resource = getClass().getResourceAsStream("/profile/application.c")) {
			Files.copy(Objects.requireNonNull(resource), source);
		}
		Path compiled = this.directory.resolve("application");
		List<String> command = new ArrayList<>(List.of("cc", "-O1", "-fno-toplevel-reorder", "-o", compiled.toString(),
				source.toString(), "-Wl,--defsym=__svm_code_section=code"));
		CountingObject.options(this.directory, counters)
			.forEach((option) -> command.add(option.substring("-H:NativeLinkerOption=".length())));
		Program.Result result = Program.run(command);
		assertThat(result.status()).as(result.output()).isZero();
		return compiled;
	}

	private String use(String what) throws IOException {
		this.process.getOutputStream().write((what + '\n').getBytes(StandardCharsets.US_ASCII));
		this.process.getOutputStream().flush();
		return this.answers.readLine();
	}

	private boolean first(int object) {
		return this.counters.first(this.counters.object(object));
	}

	private int later(int object) {
		return this.counters.later(this.counters.object(object));
	}

	@Test
	void methodsAreCountedOnceAnEpoch() throws Exception {
		assertThat(use("m 1")).isEqualTo("3");
		assertThat(use("m 1")).isEqualTo("3");
		this.counters.beginNext();
		assertThat(use("m 1")).isEqualTo("3");
		this.counters.beginNext();
		assertThat(use("m 1")).isEqualTo("3");
		assertThat(use("m 2")).isEqualTo("4");
		assertThat(this.counters.first(0)).isTrue();
		assertThat(this.counters.later(0)).isEqualTo(2);
		assertThat(this.counters.first(1)).isFalse();
		assertThat(this.counters.later(1)).isOne();
	}

	@Test
	void anObjectIsTheOneThatWasReadAndNoneBesideIt() throws Exception {
		assertThat(use("r 79")).isEqualTo("0");
		this.counters.beginNext();
		assertThat(use("r 47")).isEqualTo("0");
		assertThat(use("r 16")).isEqualTo("0");
		assertThat(use("r 8")).as("before the first").isEqualTo("0");
		assertThat(this.counters.watchesObjects()).isTrue();
		assertThat(first(0)).isFalse();
		assertThat(later(0)).isOne();
		assertThat(first(1)).isTrue();
		assertThat(later(1)).isZero();
		assertThat(later(5)).isZero();
	}

	@Test
	void anObjectOnTwoPagesIsSeenOnBoth() throws Exception {
		use("r " + (PAGE + 7));
		this.counters.beginNext();
		use("r " + (PAGE - 1));
		assertThat(first(2)).isTrue();
		assertThat(later(2)).isOne();
	}

	@Test
	void whatIsWrittenIsWritten() throws Exception {
		assertThat(use("w " + 2 * PAGE)).isEqualTo("1");
		assertThat(use("r " + (2 * PAGE + 64))).isEqualTo("0");
		this.counters.beginNext();
		assertThat(use("w " + 2 * PAGE)).isEqualTo("2");
		assertThat(this.counters.written(this.counters.object(3))).isTrue();
		assertThat(this.counters.written(this.counters.object(4))).isFalse();
		assertThat(first(4)).isTrue();
	}

	@Test
	void whatIsReadOftenCostsNoSignalEachTime() throws Exception {
		assertThat(use("c 16")).isEqualTo("0");
		assertThat(use("r 48")).isEqualTo("0");
		this.counters.beginNext();
		assertThat(use("c 16")).isEqualTo("0");
		assertThat(first(0)).isTrue();
		assertThat(later(0)).isOne();
		assertThat(first(1)).as("on a page that is quiet").isFalse();
	}

	@Test
	void theListsHaveWhatEachUseIsFor() throws Exception {
		use("m 1");
		use("m 2");
		use("r 16");
		use("r 48");
		use("w " + 2 * PAGE);
		for (int call = 0; call < 20; call++) {
			this.counters.beginNext();
			use("m 2");
			use("r 48");
		}
		UsedLists lists = new UsedLists();
		lists.add(this.counters, this.methods, OBJECTS, 2);
		Path written = this.directory.resolve("lists");
		lists.write(written);
		assertThat(lists.describe()).isEqualTo("2 methods and 3 objects");
		assertThat(written.resolve("methods-of-a-start.txt")).hasContent("com.acme.Orders first");
		assertThat(written.resolve("methods-of-a-call.txt")).hasContent("com.acme.Orders second");
		assertThat(written.resolve("objects-of-a-start.txt")).hasContent("java.lang.String a");
		assertThat(written.resolve("objects-of-a-call.txt")).hasContent("java.lang.String b");
		assertThat(written.resolve("objects-written.txt")).hasContent("java.util.HashMap d");
	}

	@Test
	void whatOneOfManyEventsUsesBelongsToCalls() {
		assertThat(CountingRun.often(20, 1)).isEqualTo(2);
		assertThat(CountingRun.often(20, 2)).isEqualTo(2);
		assertThat(CountingRun.often(20, 15)).isOne();
		assertThat(CountingRun.often(1, 2)).isOne();
		assertThat(CountingRun.often(200, 3)).isEqualTo(20);
	}

}
