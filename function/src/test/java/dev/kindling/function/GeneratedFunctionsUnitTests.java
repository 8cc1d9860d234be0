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

package dev.kindling.function;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.kindling.function.bind.GeneratedFunctions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What an executable is built with.
 */
class GeneratedFunctionsUnitTests {

	@TempDir
	private Path classes;

	private boolean uses(String feature, String type, boolean building) throws IOException {
		try (URLClassLoader loader = new URLClassLoader(new URL[] { this.classes.toUri().toURL() },
				getClass().getClassLoader())) {
			return GeneratedFunctions.uses(feature, type, loader, building);
		}
	}

	private void write(String features) throws IOException {
		Path resource = this.classes.resolve(GeneratedFunctions.RESOURCE);
		Files.createDirectories(resource.getParent());
		Files.writeString(resource, features);
	}

	@Test
	void hasWhatAheadOfTimeProcessingFound() throws IOException {
		write("publishers\n");
		assertThat(uses("publishers", "java.lang.String", true)).isTrue();
		assertThat(uses("messages", "java.lang.String", true)).isFalse();
		write("");
		assertThat(uses("publishers", "java.lang.String", true)).isFalse();
	}

	@Test
	void hasEverythingOnTheJvmAndWithoutAheadOfTimeProcessing() throws IOException {
		assertThat(uses("messages", "java.lang.String", true)).isTrue();
		write("");
		assertThat(uses("messages", "java.lang.String", false)).isTrue();
	}

	@Test
	void hasNothingThatIsNotOnTheClassPath() throws IOException {
		write("messages\n");
		assertThat(uses("messages", "com.example.Missing", true)).isFalse();
		assertThat(uses("messages", "com.example.Missing", false)).isFalse();
	}

}
