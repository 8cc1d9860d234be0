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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.opentest4j.AssertionFailedError;

/**
 * One executable is started with many variables and arguments, and reads its
 * configuration as Spring Boot does on the JVM with the same ones.
 */
public abstract class ConfigurationTests {

	private final String application;

	private final boolean natively;

	/**
	 * Creates an instance.
	 * @param application the application of the corpus; its configurations are in
	 * {@code configurations/} among the test's resources
	 * @param natively whether the native executable is started, or what was processed
	 * ahead of time on the JVM
	 */
	protected ConfigurationTests(String application, boolean natively) {
		this.application = application;
		this.natively = natively;
	}

	@TestFactory
	List<DynamicTest> readTheSameConfiguration() throws Exception {
		Module module = Module.current();
		List<DynamicTest> tests = new ArrayList<>();
		for (Program program : module.programs()) {
			if (program.name().equals(this.application)) {
				tests.addAll(tests(module, program));
			}
		}
		return tests;
	}

	private List<DynamicTest> tests(Module module, Program program) throws Exception {
		Start start = this.natively ? Start.NATIVE : Start.LEAN;
		Map<Start, Supplier<List<String>>> commands = this.natively ? natively(module)
				: new Corpus(module, module.classPath(), module.folder().resolve("configurations")).commands(program);
		ExecutorService threads = Executors.newFixedThreadPool(2);
		try {
			Map<Configuration, Future<Outcome[]>> outcomes = new LinkedHashMap<>();
			for (Configuration configuration : Configuration
				.readAll(module.target().resolve("test-classes/configurations/" + program.name() + ".json"))) {
				outcomes.put(configuration,
						threads.submit(() -> new Outcome[] {
								run(program, configuration, Start.BOOT, commands.get(Start.BOOT).get()),
								run(program, configuration, start, commands.get(start).get()) }));
			}
			List<DynamicTest> tests = new ArrayList<>();
			for (Map.Entry<Configuration, Future<Outcome[]>> entry : outcomes.entrySet()) {
				tests.add(test(entry.getKey(), entry.getValue().get()));
			}
			return tests;
		}
		finally {
			threads.shutdownNow();
		}
	}

	private static Map<Start, Supplier<List<String>>> natively(Module module) {
		List<String> executable = List.of(NativeCorpusTests.executable(module.executable()));
		return Map.of(Start.BOOT, new JarOfAll(module)::command, Start.NATIVE, () -> executable);
	}

	private static Outcome run(Program program, Configuration configuration, Start start, List<String> command) {
		return Runs.run(program, start, configuration.environment(), configuration.addTo(command));
	}

	private static DynamicTest test(Configuration configuration, Outcome[] outcomes) {
		return DynamicTest.dynamicTest(configuration.name(), () -> {
			List<String> differences = configuration.differences(outcomes[0], outcomes[1]);
			if (!differences.isEmpty()) {
				for (Outcome outcome : outcomes) {
					differences.addAll(outcome.failures());
				}
				throw new AssertionFailedError(configuration + "\n  " + String.join("\n  ", differences));
			}
		});
	}

}
