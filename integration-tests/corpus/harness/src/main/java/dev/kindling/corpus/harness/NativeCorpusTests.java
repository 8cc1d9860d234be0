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

package dev.kindling.corpus.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The applications of a module do natively what they do through Spring Boot. All of them
 * are in one executable. Where that makes an application answer differently, the truth is
 * the jar of all of them.
 */
public abstract class NativeCorpusTests {

	/**
	 * Creates an instance.
	 */
	protected NativeCorpusTests() {
	}

	@TestFactory
	List<DynamicTest> doTheSameNatively() throws Exception {
		Module module = Module.current();
		String executable = executable(module.executable());
		List<DynamicTest> tests = new ArrayList<>();
		List<String> mistakes = new ArrayList<>();
		Document document = new Document(module);
		Table table = new Table(module);
		try (Services services = new Services()) {
			// each of them has the beans of all
			List<String> shared = module.programs()
				.stream()
				.map(Program::services)
				.flatMap(List::stream)
				.filter(Services::isForAll)
				.distinct()
				.toList();
			for (Program program : module.programs()) {
				String missing = Services.missing(program.services());
				if (missing.isEmpty()) {
					Map<String, String> environment = services
						.start(Stream.concat(shared.stream(), program.services().stream()).distinct().toList());
					Outcome outcome = run(module, program, Start.NATIVE, environment, List.of(executable));
					if (!outcome.differences(program).isEmpty()) {
						outcome = outcome.withNote(compareToJar(module, program, environment, outcome));
					}
					table.add(program, outcome);
					tests.add(CorpusTests.test(program, outcome));
					if (outcome.differences(program).isEmpty() && !document.natively(program).equals("same")) {
						mistakes.add(program.name() + " is the same natively");
					}
				}
				else {
					tests.add(CorpusTests.skipped(program, missing));
				}
			}
		}
		table.write();
		tests
			.add(DynamicTest.dynamicTest("document", () -> assertThat(mistakes).as("docs/compatibility.md").isEmpty()));
		return tests;
	}

	private static String compareToJar(Module module, Program program, Map<String, String> environment, Outcome outcome)
			throws IOException {
		Outcome jar = run(module, program, Start.BOOT, environment, new JarOfAll(module).command());
		return jar.answers().equals(outcome.answers()) ? "the same as the jar of all"
				: "the jar of all answers " + jar.answers();
	}

	private static Outcome run(Module module, Program program, Start start, Map<String, String> environment,
			List<String> command) throws IOException {
		Outcome outcome = Runs.run(program, start, environment, command);
		Path folder = Files.createDirectories(module.folder().resolve("together").resolve(program.name()));
		Files.write(folder.resolve(start.name().toLowerCase(Locale.ROOT) + ".log"), outcome.log());
		return outcome;
	}

	/**
	 * The native executable, without which the test is left out, or fails.
	 */
	static String executable(Path path) {
		if (Files.isExecutable(path)) {
			return path.toString();
		}
		String message = "There is no native executable " + path + ": build it with -Pnative";
		if ("required".equals(System.getProperty("kindling.test.native"))) {
			throw new AssertionFailedError(message);
		}
		System.out.println("SKIPPED: " + message);
		throw new TestAbortedException(message);
	}

}
