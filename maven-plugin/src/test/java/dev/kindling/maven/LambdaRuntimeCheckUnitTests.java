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

package dev.kindling.maven;

import java.util.List;
import java.util.Set;

import dev.kindling.maven.elf.ElfFile;
import dev.kindling.maven.elf.Machine;
import dev.kindling.maven.elf.NeededVersion;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What can't run on {@code provided.al2023}.
 */
class LambdaRuntimeCheckUnitTests {

	private static final String LINKER = "/lib64/ld-linux-x86-64.so.2";

	private static List<String> problems(ElfFile file) {
		return new LambdaRuntimeCheck(Set.of()).problems(file, null);
	}

	private static ElfFile needing(String version, boolean weak) {
		return new ElfFile(Machine.X86_64, LINKER, List.of("libc.so.6"),
				List.of(new NeededVersion("libc.so.6", version, weak)));
	}

	@Test
	void acceptsWhatTheRuntimeHas() {
		assertThat(problems(needing("GLIBC_2.34", false))).isEmpty();
		assertThat(problems(needing("GLIBC_2.2.5", false))).isEmpty();
		assertThat(problems(needing("GLIBCXX_3.4.29", false))).isEmpty();
		assertThat(problems(new ElfFile(Machine.ARM64, null, List.of(), List.of()))).isEmpty();
		assertThat(problems(new ElfFile(Machine.X86_64, LINKER, List.of("libz.so.1", "libc.so.6"), List.of())))
			.isEmpty();
	}

	/**
	 * The executable of a newer build machine: "GLIBC not found" only at run time.
	 */
	@Test
	void namesTheVersionThatIsTooNew() {
		assertThat(problems(needing("GLIBC_2.36", false))).singleElement()
			.asString()
			.startsWith("It needs GLIBC_2.36 of libc.so.6, and the runtime has glibc 2.34.");
		assertThat(problems(needing("GLIBC_3.0", false))).hasSize(1);
		assertThat(problems(needing("GLIBC_ABI_DT_RELR", false))).hasSize(1);
		assertThat(problems(needing("GLIBC_PRIVATE", false))).hasSize(1);
		assertThat(problems(needing("GLIBCXX_3.4.30", false))).hasSize(1);
	}

	@Test
	void acceptsAWeakNeed() {
		assertThat(problems(needing("GLIBC_2.36", true))).isEmpty();
	}

	@Test
	void namesLibrariesThatTheRuntimeLacks() {
		ElfFile file = new ElfFile(Machine.X86_64, LINKER, List.of("libfreetype.so.6", "libc.so.6"), List.of());
		assertThat(problems(file)).singleElement().asString().contains("libfreetype.so.6");
		assertThat(new LambdaRuntimeCheck(Set.of("libfreetype.so.6")).problems(file, null)).isEmpty();
	}

	@Test
	void refusesMusl() {
		assertThat(problems(new ElfFile(Machine.X86_64, "/lib/ld-musl-x86_64.so.1", List.of("libc.so"), List.of())))
			.singleElement()
			.asString()
			.contains("ld-musl-x86_64.so.1");
	}

	@Test
	void comparesTheArchitecture() {
		LambdaRuntimeCheck check = new LambdaRuntimeCheck(Set.of());
		ElfFile file = new ElfFile(Machine.X86_64, LINKER, List.of(), List.of());
		assertThat(check.problems(file, "x86_64")).isEmpty();
		assertThat(check.problems(file, "arm64")).singleElement()
			.asString()
			.startsWith("It is for x86_64, but the function's architecture is arm64.");
		assertThat(check.problems(new ElfFile(Machine.OTHER, LINKER, List.of(), List.of()), null)).hasSize(1);
	}

}
