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

package dev.kindling.start.environment.aot;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.javapoet.TypeSpec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * What of a configuration file generated code can hold, and what Spring Boot has to read.
 */
class FrozenConfigurationUnitTests {

	@TempDir
	Path folder;

	private FrozenConfiguration read(String name, String text) throws IOException {
		Files.writeString(this.folder.resolve(name), text);
		try (URLClassLoader classLoader = new URLClassLoader(new URL[] { this.folder.toUri().toURL() },
				getClass().getClassLoader())) {
			return FrozenConfiguration.of(classLoader);
		}
	}

	@Test
	void holdsTextsNumbersAndSwitches() throws IOException {
		FrozenConfiguration configuration = read("application.yml",
				"a: [text, 1, 3000000000, 12345678901234567890, 1.5, .inf, true, null, 2001-12-14]\n");
		assertThat(configuration.reason()).isNull();
		assertThat(configuration.addDocuments(TypeSpec.classBuilder("Documents"))).hasSize(1);
	}

	@Test
	void leavesWhatDoesNotFitIntoCodeToBoot() throws IOException {
		assertThat(read("application.yml", "a: !!binary aGVsbG8=\n").reason())
			.contains("doesn't fit into generated code");
		assertThat(read("application.yml", "a: " + "x".repeat(21_001) + "\n").reason())
			.contains("doesn't fit into generated code");
		assertThat(read("application.yml", "a: " + "x".repeat(21_000) + "\n").reason()).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "spring.profiles: prod", "spring.profiles: [prod, dev]", "spring.config.activate: prod" })
	void leavesWhatBootRefusesToBoot(String property) throws IOException {
		assertThat(read("application-eu.yml", property + "\n").reason())
			.contains("a condition that Spring Boot refuses");
	}

	@Test
	void failsForAFileThatCanNotBeReadWhateverItsProfile() {
		assertThatIllegalStateException().isThrownBy(() -> read("application-eu.yml", "a: [\n"))
			.withMessageContaining("application-eu.yml")
			.withMessageContaining("can't be read");
	}

}
