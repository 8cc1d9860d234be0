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

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes ELF files that no compiler on this machine would.
 */
public final class CraftedElf {

	private static final int DYNAMIC = 0x100;

	private static final int SYMBOLS = 0x200;

	private static final int VERSIONS = 0x280;

	private static final int NEEDS = 0x300;

	private static final int HASH = 0x380;

	private static final int STRINGS = 0x400;

	private static final int SIZE = 0x800;

	private final ByteBuffer bytes = ByteBuffer.allocate(SIZE).order(ByteOrder.LITTLE_ENDIAN);

	private final ByteArrayOutputStream strings = new ByteArrayOutputStream();

	private CraftedElf() {
		this.strings.write(0);
	}

	/**
	 * An executable that needs one symbol in one version of one library.
	 * @param machine the code of the processor
	 * @param interpreter the dynamic linker
	 * @param library the library
	 * @param version the version
	 * @param symbol the symbol
	 * @param weak whether the version is weak
	 * @return the file's content
	 */
	public static byte[] dynamic(int machine, String interpreter, String library, String version, String symbol,
			boolean weak) {
		return new CraftedElf().build(machine, interpreter, library, version, symbol, weak);
	}

	/**
	 * Writes a file and makes it executable.
	 * @param file where
	 * @param content what
	 * @return the file
	 * @throws IOException if it can't be written
	 */
	public static Path write(Path file, byte[] content) throws IOException {
		Files.write(file, content);
		if (!file.toFile().setExecutable(true)) {
			throw new IOException(file + " can't be made executable");
		}
		return file;
	}

	private byte[] build(int machine, String interpreter, String library, String version, String symbol, boolean weak) {
		int libraryName = string(library);
		int versionName = string(version);
		int symbolName = string(symbol);
		int interpreterName = string(interpreter);
		header(machine, 3);
		segment(0, 1, 0, SIZE);
		segment(1, 2, DYNAMIC, 8 * 16);
		segment(2, 3, STRINGS + interpreterName, interpreter.length() + 1);
		long[] dynamic = { 1, libraryName, 4, HASH, 5, STRINGS, 6, SYMBOLS, 0x6ffffff0L, VERSIONS, 0x6ffffffeL, NEEDS,
				0x6fffffffL, 1, 0, 0 };
		for (int i = 0; i < dynamic.length; i++) {
			this.bytes.putLong(DYNAMIC + i * 8, dynamic[i]);
		}
		this.bytes.putInt(SYMBOLS + 24, symbolName);
		this.bytes.putShort(VERSIONS + 2, (short) 2);
		this.bytes.putInt(HASH + 4, 2);
		this.bytes.putShort(NEEDS + 2, (short) 1).putInt(NEEDS + 4, libraryName).putInt(NEEDS + 8, 16);
		this.bytes.putShort(NEEDS + 20, (short) (weak ? 2 : 0))
			.putShort(NEEDS + 22, (short) 2)
			.putInt(NEEDS + 24, versionName);
		this.bytes.put(STRINGS, this.strings.toByteArray());
		return this.bytes.array();
	}

	private void header(int machine, int segments) {
		this.bytes.putInt(0, 0x464c457f).put(4, (byte) 2).put(5, (byte) 1);
		this.bytes.putShort(16, (short) 3).putShort(18, (short) machine);
		this.bytes.putLong(32, 64).putShort(54, (short) 56).putShort(56, (short) segments);
	}

	private void segment(int index, int type, int offset, int size) {
		int place = 64 + index * 56;
		this.bytes.putInt(place, type).putLong(place + 8, offset).putLong(place + 16, offset).putLong(place + 32, size);
	}

	private int string(String text) {
		int offset = this.strings.size();
		this.strings.writeBytes(text.getBytes(StandardCharsets.UTF_8));
		this.strings.write(0);
		return offset;
	}

}
