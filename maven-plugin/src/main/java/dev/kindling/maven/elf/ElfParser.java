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

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Goes through the header and the segments. Sections aren't looked at, as a stripped
 * executable may have none.
 */
final class ElfParser {

	private static final int ELF_MAGIC = 0x464c457f;

	private static final int CLASS_64 = 2;

	private static final int LITTLE_ENDIAN = 1;

	private static final int ET_EXEC = 2;

	private static final int ET_DYN = 3;

	private static final long PT_LOAD = 1;

	private static final long PT_DYNAMIC = 2;

	private static final long PT_INTERP = 3;

	private final ElfBytes bytes;

	ElfParser(ElfBytes bytes) {
		this.bytes = bytes;
	}

	ElfFile parse() throws ElfFormatException {
		checkIdentification();
		List<LoadSegment> loaded = new ArrayList<>();
		String interpreter = null;
		long dynamicOffset = -1;
		long dynamicSize = 0;
		long table = this.bytes.longAt(32);
		int entrySize = this.bytes.halfAt(54);
		int entries = this.bytes.halfAt(56);
		for (int i = 0; i < entries; i++) {
			long entry = table + (long) i * entrySize;
			long type = this.bytes.wordAt(entry);
			long offset = this.bytes.longAt(entry + 8);
			if (type == PT_LOAD) {
				loaded.add(new LoadSegment(offset, this.bytes.longAt(entry + 16), this.bytes.longAt(entry + 32)));
			}
			else if (type == PT_INTERP) {
				interpreter = this.bytes.textAt(offset);
			}
			else if (type == PT_DYNAMIC) {
				dynamicOffset = offset;
				dynamicSize = this.bytes.longAt(entry + 32);
			}
		}
		return create(interpreter, dynamicOffset, dynamicSize, loaded);
	}

	private ElfFile create(@Nullable String interpreter, long dynamicOffset, long dynamicSize, List<LoadSegment> loaded)
			throws ElfFormatException {
		Machine machine = Machine.of(this.bytes.halfAt(18));
		if (dynamicOffset < 0) {
			return new ElfFile(machine, interpreter, List.of(), List.of());
		}
		DynamicSection dynamic = new DynamicSection(this.bytes, dynamicOffset, dynamicSize, loaded);
		return new ElfFile(machine, interpreter, dynamic.libraries(), new VersionNeeds(this.bytes, dynamic).read());
	}

	private void checkIdentification() throws ElfFormatException {
		if (this.bytes.size() < 64 || this.bytes.wordAt(0) != ELF_MAGIC) {
			throw new ElfFormatException("it is no executable for Linux" + otherFormat());
		}
		if (this.bytes.byteAt(4) != CLASS_64 || this.bytes.byteAt(5) != LITTLE_ENDIAN) {
			throw new ElfFormatException("it isn't for a 64-bit little-endian processor");
		}
		int type = this.bytes.halfAt(16);
		if (type != ET_EXEC && type != ET_DYN) {
			throw new ElfFormatException("it is an ELF file, but no executable");
		}
	}

	private String otherFormat() throws ElfFormatException {
		if (this.bytes.size() < 4) {
			return "";
		}
		long magic = this.bytes.wordAt(0);
		if (magic == 0xfeedfacfL || magic == 0xbebafecaL) {
			return ", but one for macOS: build it in a Linux container";
		}
		if ((magic & 0xffff) == 0x5a4d) {
			return ", but one for Windows: build it in a Linux container";
		}
		return ((magic & 0xffff) == 0x2123) ? ", but a script" : "";
	}

	/**
	 * A part of the file that is loaded.
	 *
	 * @param offset where it is in the file
	 * @param address where it is in memory
	 * @param size how much of it is in the file
	 */
	record LoadSegment(long offset, long address, long size) {

		boolean contains(long place) {
			return place >= this.address && place < this.address + this.size;
		}

	}

}
