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
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * An executable for Linux, and what it needs to run.
 *
 * @param machine the processor
 * @param interpreter the dynamic linker's path; {@code null} for a static executable
 * @param libraries the shared libraries that are loaded with it
 * @param versions the versions of their interfaces
 * @see <a href="https://refspecs.linuxfoundation.org/elf/gabi4+/contents.html">System V
 * ABI</a>
 */
public record ElfFile(Machine machine, @Nullable String interpreter, List<String> libraries,
		List<NeededVersion> versions) {

	public ElfFile {
		libraries = List.copyOf(libraries);
		versions = List.copyOf(versions);
	}

	/**
	 * Reads a file.
	 * @param file the executable
	 * @return what it needs
	 * @throws ElfFormatException if it is no executable for 64-bit Linux; the message
	 * says what it is instead
	 * @throws IOException if it can't be read
	 */
	public static ElfFile read(Path file) throws IOException {
		try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
			long size = Files.size(file);
			if (size > Integer.MAX_VALUE) {
				throw new ElfFormatException("it is larger than 2 GB");
			}
			return new ElfParser(new ElfBytes(channel.map(FileChannel.MapMode.READ_ONLY, 0, size))).parse();
		}
	}

}
