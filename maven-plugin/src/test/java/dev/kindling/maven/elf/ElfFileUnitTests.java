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

package dev.kindling.maven.elf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * Reading executables, those of this machine's compiler among them.
 */
class ElfFileUnitTests {

	@TempDir
	private Path directory;

	private Path compile(String source, String... options) throws Exception {
		assumeThat(Files.isExecutable(Path.of("/usr/bin/gcc"))).as("gcc is installed").isTrue();
		Path code = this.directory.resolve("code.c");
		Path executable = this.directory.resolve("executable");
		Files.writeString(code, source);
		List<String> command = new ArrayList<>(List.of("/usr/bin/gcc", "-o", executable.toString(), code.toString()));
		command.addAll(List.of(options));
		Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		String output = new String(process.getInputStream().readAllBytes());
		assertThat(process.waitFor()).as(output).isZero();
		return executable;
	}

	private Machine thisMachine() {
		return System.getProperty("os.arch").equals("aarch64") ? Machine.ARM64 : Machine.X86_64;
	}

	@Test
	void readsWhatACompiledProgramNeeds() throws Exception {
		Path executable = compile("#include <stdio.h>\nint main() { puts(\"hello\"); return 0; }");
		ElfFile elf = ElfFile.read(executable);
		assertThat(elf.machine()).isEqualTo(thisMachine());
		assertThat(elf.interpreter()).contains("ld-linux");
		assertThat(elf.libraries()).containsExactly("libc.so.6");
		assertVersionsAsObjdumpSays(executable, elf);
	}

	@Test
	void readsAStrippedProgramOfSeveralLibraries() throws Exception {
		Path executable = compile("""
				#include <math.h>
				#include <stdio.h>
				double exported(double x) { return pow(x, x); }
				int main(int c, char **v) { printf("%f", exported(c)); return 0; }""", "-rdynamic", "-lm", "-s",
				"-no-pie");
		ElfFile elf = ElfFile.read(executable);
		assertThat(elf.libraries()).contains("libm.so.6", "libc.so.6");
		assertVersionsAsObjdumpSays(executable, elf);
	}

	private static void assertVersionsAsObjdumpSays(Path executable, ElfFile elf) throws Exception {
		Process process = new ProcessBuilder("objdump", "--private-headers", executable.toString()).start();
		String headers = new String(process.getInputStream().readAllBytes());
		// such as " 0x09691a75 0x00 02 GLIBC_2.2.5"
		List<String> versions = Pattern.compile("0x[0-9a-f]{8} 0x[0-9a-f]{2} \\d+ (\\S+)")
			.matcher(headers)
			.results()
			.map((line) -> line.group(1))
			.toList();
		assertThat(versions).as(headers).isNotEmpty();
		assertThat(elf.versions()).extracting(NeededVersion::version).containsExactlyElementsOf(versions);
		assertThat(elf.versions()).noneMatch(NeededVersion::weak);
	}

	@Test
	void readsAStaticProgram() throws Exception {
		ElfFile elf = ElfFile.read(compile("int main() { return 0; }", "-static"));
		assertThat(elf.interpreter()).isNull();
		assertThat(elf.libraries()).isEmpty();
		assertThat(elf.versions()).isEmpty();
	}

	@Test
	void readsAProgramForAnotherProcessor() throws Exception {
		ElfFile elf = ElfFile.read(CraftedElf.write(this.directory.resolve("arm"), CraftedElf.dynamic(183,
				"/lib/ld-linux-aarch64.so.1", "libc.so.6", "GLIBC_2.38", "__isoc23_strtol", false)));
		assertThat(elf.machine()).isEqualTo(Machine.ARM64);
		assertThat(elf.interpreter()).isEqualTo("/lib/ld-linux-aarch64.so.1");
		assertThat(elf.libraries()).containsExactly("libc.so.6");
		assertThat(elf.versions()).containsExactly(new NeededVersion("libc.so.6", "GLIBC_2.38", false));
	}

	@Test
	void saysWhatAFileIsInstead() throws IOException {
		assertRefused(new byte[] { (byte) 0xcf, (byte) 0xfa, (byte) 0xed, (byte) 0xfe, 0 }, "macOS");
		assertRefused("MZ executable".getBytes(), "Windows");
		assertRefused("#!/bin/sh\n".getBytes(), "a script");
		assertRefused(new byte[0], "no executable for Linux");
		byte[] object = CraftedElf.dynamic(62, "/lib", "libc.so.6", "GLIBC_2.2.5", "puts", false);
		object[16] = 1;
		assertRefused(object, "but no executable");
		object[4] = 1;
		assertRefused(object, "64-bit");
	}

	private void assertRefused(byte[] content, String message) throws IOException {
		Path file = Files.write(this.directory.resolve("file"), content);
		assertThatExceptionOfType(ElfFormatException.class).isThrownBy(() -> ElfFile.read(file))
			.withMessageContaining(message);
	}

	/**
	 * A broken file ends in an {@link ElfFormatException}, or is read: no other
	 * exception, and no endless loop.
	 */
	@Test
	void survivesBrokenFiles() throws IOException {
		byte[] whole = CraftedElf.dynamic(62, "/lib64/ld-linux-x86-64.so.2", "libc.so.6", "GLIBC_2.2.5", "puts", false);
		Random random = new Random(42);
		int refused = 0;
		for (int i = 0; i < 2000; i++) {
			byte[] broken = Arrays.copyOf(whole, 1 + random.nextInt(whole.length));
			for (int j = 0; j < 20; j++) {
				broken[random.nextInt(Math.min(broken.length, 0x400))] = (byte) random.nextInt(256);
			}
			Path file = Files.write(this.directory.resolve("broken"), broken);
			try {
				assertThat(ElfFile.read(file)).isNotNull();
			}
			catch (ElfFormatException ex) {
				refused++;
			}
		}
		assertThat(refused).isPositive();
	}

}
