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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@SuppressWarnings("try")
class CountingBuildUnitTests {

	@TempDir
	private Path target;

	private Path executable;

	private Path kept;

	@BeforeEach
	void name() {
		this.executable = this.target.resolve("bootstrap");
		this.kept = this.target.resolve("bootstrap.kept");
	}

	@Test
	void theApplicationsExecutableComesBack() throws IOException {
		Files.writeString(this.executable, "the application's");
		try (CountingBuild build = new CountingBuild(this.executable)) {
			assertThat(this.executable).doesNotExist();
			Files.writeString(this.executable, "counts");
		}
		assertThat(this.executable).hasContent("the application's");
		assertThat(this.kept).doesNotExist();
	}

	@Test
	void whereThereWasNoneNoneStays() throws IOException {
		try (CountingBuild build = new CountingBuild(this.executable)) {
			Files.writeString(this.executable, "counts");
		}
		assertThat(this.target).isEmptyDirectory();
	}

	@Test
	void whatAnEarlierRunHasKeptAndCouldNotPutBackComesBack() throws IOException {
		Files.writeString(this.kept, "the application's");
		Files.writeString(this.executable, "counts");
		try (CountingBuild build = new CountingBuild(this.executable)) {
			assertThat(this.kept).hasContent("the application's");
		}
		assertThat(this.executable).hasContent("the application's");
		assertThat(this.kept).doesNotExist();
	}

}
