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

package dev.kindling.image;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Tests for {@link ReadAheadSource}: compiled, linked and run, with a {@code madvise}
 * that prints what it is asked for.
 */
@EnabledOnOs(OS.LINUX)
class ReadAheadSourceUnitTests {

	private static final Path COMPILER = Path.of("/usr/bin/cc");

	private static final long BLOCK = 65_536;

	private static final String CODE = "char __svm_code_section[] __attribute__((aligned(65536), section(\".data\"))) = { 1 };";

	@TempDir
	Path folder;

	@BeforeEach
	void needsCompiler() {
		if (!Files.isExecutable(COMPILER)) {
			System.out.println("SKIPPED: there is no C compiler " + COMPILER);
		}
		assumeTrue(Files.isExecutable(COMPILER));
	}

	@Test
	void asksForTheUsedCodeByWholeBlocks() throws Exception {
		UsedRanges ranges = new UsedRanges();
		ranges.addCode(0, 100);
		ranges.addCode(200_000, BLOCK);
		assertThat(requests(ranges, CODE)).containsExactly("code 0 + 65536: 3", "code 196608 + 131072: 3");
	}

	@Test
	void findsTheImageHeapAtTheEndOfTheData() throws Exception {
		UsedRanges ranges = new UsedRanges();
		ranges.heapSize(10 * BLOCK);
		ranges.addHeap(4 * BLOCK, 5 * BLOCK);
		assertThat(requests(ranges, CODE.replace("\".data\"", "\".svm_heap\"").replace("[]", "[655360]")))
			.containsExactly("code 262144 + 327680: 3");
	}

	@Test
	void asksForNothingWhereTheLinkerKnowsNoCode() throws Exception {
		UsedRanges ranges = new UsedRanges();
		ranges.addCode(0, 100);
		assertThat(requests(ranges, "")).isEmpty();
	}

	private List<String> requests(UsedRanges ranges, String more) throws IOException, InterruptedException {
		Path source = Files.writeString(this.folder.resolve("read-ahead.c"), ReadAheadSource.of(ranges));
		Path program = Files.writeString(this.folder.resolve("program.c"),
				"""
						#include <stdio.h>

						%s
						extern char __svm_code_section[] __attribute__((weak)), _edata[];

						int madvise(void *address, unsigned long size, int advice) {
							long code = (char *) address - __svm_code_section;
							int is_code = code >= 0 && code < 1 << 20;
							printf("%%s %%ld + %%lu: %%d\\n", is_code ? "code" : "data", is_code ? code : (char *) address - _edata,
									size, advice);
							return (unsigned long) address %% 65536 ? 1 : 0;
						}

						int main(void) {
							return 0;
						}
						"""
					.formatted(more));
		Path executable = this.folder.resolve("program");
		run(COMPILER.toString(), "-Wall", "-Werror", "-no-pie", "-o", executable.toString(), program.toString(),
				source.toString());
		return run(executable.toString()).lines().toList();
	}

	private String run(String... command) throws IOException, InterruptedException {
		Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor()).as(output).isZero();
		return output;
	}

}
