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

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The applications of a module do the same in each of their starts on the JVM.
 */
public abstract class CorpusTests {

	/**
	 * Creates an instance.
	 */
	protected CorpusTests() {
	}

	@TestFactory
	List<DynamicNode> doTheSameOnTheJvm() throws Exception {
		Module module = Module.current();
		List<DynamicNode> tests = new ArrayList<>();
		List<Program> programs = new ArrayList<>();
		for (Program program : module.programs()) {
			String missing = Services.missing(program.services());
			if (missing.isEmpty()) {
				programs.add(program);
			}
			else {
				tests.add(skipped(program, missing));
			}
		}
		Table table = new Table(module);
		try (Services services = new Services()) {
			ClassPath classPath = module.classPath();
			Map<Program, List<Outcome>> runs = new Corpus(module, classPath).run(programs, services);
			for (Map.Entry<Program, List<Outcome>> run : runs.entrySet()) {
				for (Outcome outcome : run.getValue()) {
					table.add(run.getKey(), outcome);
					tests.add(test(run.getKey(), outcome));
				}
			}
			table.write();
			List<String> mistakes = new Document(module).mistakes(runs, classPath);
			tests.add(DynamicTest.dynamicTest("document",
					() -> assertThat(mistakes).as("docs/compatibility.md").isEmpty()));
		}
		return tests;
	}

	static DynamicTest skipped(Program program, String missing) {
		System.out.println("SKIPPED: " + program.name() + ": " + missing);
		return DynamicTest.dynamicTest(program.name(), () -> {
			throw new TestAbortedException(missing);
		});
	}

	static DynamicTest test(Program program, Outcome outcome) {
		return DynamicTest.dynamicTest(program.name() + ": " + outcome.start().title(), () -> {
			List<String> differences = outcome.differences(program);
			if (!differences.isEmpty()) {
				List<String> lines = new ArrayList<>(differences);
				lines.addAll(outcome.failures());
				throw new AssertionFailedError(program.name() + ", " + outcome.start().title() + " " + outcome.note()
						+ "\n  " + String.join("\n  ", lines));
			}
		});
	}

}
