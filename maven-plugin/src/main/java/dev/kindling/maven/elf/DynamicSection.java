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

/**
 * What the dynamic linker is told.
 */
final class DynamicSection {

	private static final long DT_NULL = 0;

	private static final long DT_NEEDED = 1;

	private static final long DT_STRTAB = 5;

	private static final long DT_VERNEED = 0x6ffffffeL;

	private static final long DT_VERNEEDNUM = 0x6fffffffL;

	private final ElfBytes bytes;

	private final List<ElfParser.LoadSegment> loaded;

	private final List<Long> needed = new ArrayList<>();

	private long strings = -1;

	private long versionNeeds = -1;

	private long versionNeedCount;

	DynamicSection(ElfBytes bytes, long offset, long size, List<ElfParser.LoadSegment> loaded)
			throws ElfFormatException {
		this.bytes = bytes;
		this.loaded = loaded;
		for (long entry = offset; entry < offset + size; entry += 16) {
			long tag = bytes.longAt(entry);
			if (tag == DT_NULL) {
				break;
			}
			take(tag, bytes.longAt(entry + 8));
		}
	}

	private void take(long tag, long value) throws ElfFormatException {
		if (tag == DT_NEEDED) {
			this.needed.add(value);
		}
		else if (tag == DT_VERNEEDNUM) {
			this.versionNeedCount = value;
		}
		else if (tag == DT_STRTAB) {
			this.strings = fileOffset(value);
		}
		else if (tag == DT_VERNEED) {
			this.versionNeeds = fileOffset(value);
		}
	}

	private long fileOffset(long address) throws ElfFormatException {
		for (ElfParser.LoadSegment segment : this.loaded) {
			if (segment.contains(address)) {
				return address - segment.address() + segment.offset();
			}
		}
		throw new ElfFormatException("it is broken: nothing is loaded at address 0x" + Long.toHexString(address));
	}

	List<String> libraries() throws ElfFormatException {
		List<String> names = new ArrayList<>();
		for (long offset : this.needed) {
			names.add(string(offset));
		}
		return names;
	}

	String string(long offset) throws ElfFormatException {
		if (this.strings < 0) {
			throw new ElfFormatException("it is broken: it has no table of strings");
		}
		return this.bytes.textAt(this.strings + offset);
	}

	long versionNeeds() {
		return this.versionNeeds;
	}

	long versionNeedCount() {
		return this.versionNeedCount;
	}

}
