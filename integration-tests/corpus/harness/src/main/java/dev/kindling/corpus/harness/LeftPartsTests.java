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
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kindling.local.LocalLambda;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a user sees who uses a part of a library all the same that has left the
 * executable, asked of the application {@code leftparts}. That each is there with
 * {@code kindling.aot.keep} is shown by {@code imageparts} of the corpus' module
 * {@code web}.
 */
public abstract class LeftPartsTests {

	private static final ObjectMapper MAPPER = new ObjectMapper();

	private final Map<String, String> seen;

	private final String[] arguments;

	/**
	 * Creates an instance.
	 * @param seen what each part's use is answered with, or how that begins
	 * @param arguments what the executable is given
	 */
	protected LeftPartsTests(Map<String, String> seen, String... arguments) {
		this.seen = seen;
		this.arguments = arguments;
	}

	@TestFactory
	List<DynamicTest> sayWhatIsMissing() {
		String executable = NativeCorpusTests.executable(Module.current().executable());
		return this.seen.entrySet().stream().map((entry) -> DynamicTest.dynamicTest(entry.getKey(), () -> {
			List<String> log = new CopyOnWriteArrayList<>();
			assertThat(use(executable, entry.getKey(), log)).as(() -> String.join("\n", log))
				.startsWith(entry.getValue());
		})).toList();
	}

	private String use(String executable, String part, List<String> log) throws IOException {
		try (LocalLambda lambda = LocalLambda.builder()
			.command(Stream.concat(Stream.of(executable), Stream.of(this.arguments)).toArray(String[]::new))
			.handler("leftparts")
			.timeout(Duration.ofSeconds(30))
			.logs(log::add)
			.build()) {
			String answer = lambda.invoke(MAPPER.writeValueAsString(part)).payloadAsString();
			return MAPPER.readValue(answer, String.class);
		}
	}

}
