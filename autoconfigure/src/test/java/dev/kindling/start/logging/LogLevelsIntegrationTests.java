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

package dev.kindling.start.logging;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that the same properties give the same levels, whether they are read by Spring
 * Boot and set through {@link LambdaLoggingSystem} or by {@link LogLevels}.
 */
class LogLevelsIntegrationTests {

	@ParameterizedTest
	@ValueSource(strings = { "boot", "lean" })
	void setsNothingWithoutProperties(String start) throws Exception {
		assertThat(run(start, Map.of())).contains("levels [INFO, INFO, INFO, INFO, INFO]")
			.doesNotContain("SLF4J(W)", "No effect");
	}

	@ParameterizedTest
	@ValueSource(strings = { "boot", "lean" })
	void setsLevelsOfLoggersAndGroups(String start) throws Exception {
		assertThat(run(start, Map.of(), "--logging.level.root=warn", "--logging.level.com.example=debug",
				"--logging.level.com.example.web.Page=off", "--logging.level.web=trace"))
			.contains("levels [WARN, DEBUG, OFF, TRACE, WARN]");
	}

	@ParameterizedTest
	@ValueSource(strings = { "boot", "lean" })
	void setsLevelsOfAGroupOfItsOwn(String start) throws Exception {
		assertThat(run(start, Map.of(), "--logging.group.shop=com.example.Orders,com.example.web",
				"--logging.level.shop=error"))
			.contains("levels [INFO, ERROR, ERROR, INFO, INFO]");
	}

	@ParameterizedTest
	@ValueSource(strings = { "boot", "lean" })
	void debugIsForSpringBootAndTheWeb(String start) throws Exception {
		assertThat(run(start, Map.of(), "--debug")).contains("levels [INFO, INFO, INFO, DEBUG, DEBUG]");
		assertThat(run(start, Map.of(), "--trace")).contains("levels [INFO, INFO, INFO, TRACE, TRACE]");
	}

	@ParameterizedTest
	@ValueSource(strings = { "boot", "lean" })
	void takesLambdasLevelUnlessAPropertySetsTheRootsLevel(String start) throws Exception {
		Map<String, String> lambda = Map.of("AWS_LAMBDA_LOG_LEVEL", "ERROR");
		assertThat(run(start, lambda)).contains("levels [ERROR, ERROR, ERROR, ERROR, ERROR]");
		assertThat(run(start, lambda, "--logging.level.com.example=info"))
			.contains("levels [ERROR, INFO, INFO, ERROR, ERROR]");
		assertThat(run(start, lambda, "--logging.level.root=info")).contains("levels [INFO, INFO, INFO, INFO, INFO]");
	}

	@ParameterizedTest
	@ValueSource(strings = { "boot", "lean" })
	void takesLevelsFromEnvironmentVariables(String start) throws Exception {
		assertThat(run(start, Map.of("LOGGING_LEVEL_COM_EXAMPLE", "DEBUG")))
			.contains("levels [INFO, DEBUG, DEBUG, INFO, INFO]");
	}

	@ParameterizedTest
	@ValueSource(strings = { "boot", "lean" })
	void refusesWhatIsNoLevel(String start) throws Exception {
		assertThat(run(start, Map.of(), "--logging.level.com.example=loud"))
			.contains("logging.level.com.example", "loud")
			.doesNotContain("levels [");
	}

	@ParameterizedTest
	@ValueSource(strings = { "boot", "lean" })
	void warnsAboutPropertiesThatHaveNoEffect(String start) throws Exception {
		assertThat(run(start, Map.of(), "--logging.pattern.console=%m%n")).contains("levels [",
				"No effect have [logging.pattern.console]");
	}

	@ParameterizedTest
	@ValueSource(strings = "boot")
	void isSpringBootsLoggingSystem(String start) throws Exception {
		assertThat(run(start, Map.of())).contains("system class " + LambdaLoggingSystem.class.getName(),
				"Started LoggingApplication");
	}

	private static String run(String start, Map<String, String> environment, String... arguments)
			throws IOException, InterruptedException {
		String separator = System.getProperty("path.separator");
		List<String> classPath = new ArrayList<>();
		for (String entry : System.getProperty("java.class.path").split(separator)) {
			String file = Path.of(entry).getFileName().toString();
			if (!file.startsWith("logback") && !file.startsWith("jul-to-slf4j")) {
				classPath.add(entry);
			}
		}
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
						"-cp", String.join(separator, classPath), LoggingApplication.class.getName(), start));
		command.addAll(List.of(arguments));
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
		builder.environment().clear();
		builder.environment().putAll(environment);
		Process process = builder.start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		process.waitFor();
		return output;
	}

}
