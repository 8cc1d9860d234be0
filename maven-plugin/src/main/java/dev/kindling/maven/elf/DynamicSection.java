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

	private static final long DT_HASH = 4;

	private static final long DT_STRTAB = 5;

	private static final long DT_SYMTAB = 6;

	private static final long DT_GNU_HASH = 0x6ffffef5L;

	private static final long DT_VERSYM = 0x6ffffff0L;

	private static final long DT_VERNEED = 0x6ffffffeL;

	private static final long DT_VERNEEDNUM = 0x6fffffffL;

	private final ElfBytes bytes;

	private final List<ElfParser.LoadSegment> loaded;

	private final List<Long> needed = new ArrayList<>();

	private long strings = -1;

	private long symbols = -1;

	private long hash = -1;

	private long gnuHash = -1;

	private long symbolVersions = -1;

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
		else if (tag == DT_SYMTAB) {
			this.symbols = fileOffset(value);
		}
		else if (tag == DT_HASH) {
			this.hash = fileOffset(value);
		}
		else if (tag == DT_GNU_HASH) {
			this.gnuHash = fileOffset(value);
		}
		else if (tag == DT_VERSYM) {
			this.symbolVersions = fileOffset(value);
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

	boolean hasSymbolVersions() {
		return this.symbols >= 0 && this.symbolVersions >= 0;
	}

	long symbol(long index) {
		return this.symbols + index * 24;
	}

	int symbolVersion(long index) throws ElfFormatException {
		return this.bytes.halfAt(this.symbolVersions + index * 2) & 0x7fff;
	}

	long versionNeeds() {
		return this.versionNeeds;
	}

	long versionNeedCount() {
		return this.versionNeedCount;
	}

	/**
	 * Counts the symbols. The number is written nowhere; the hash tables tell.
	 */
	long symbolCount() throws ElfFormatException {
		if (this.hash >= 0) {
			return this.bytes.wordAt(this.hash + 4);
		}
		return (this.gnuHash >= 0) ? symbolCountOfGnuHash() : 0;
	}

	private long symbolCountOfGnuHash() throws ElfFormatException {
		long buckets = this.bytes.wordAt(this.gnuHash);
		long firstHashed = this.bytes.wordAt(this.gnuHash + 4);
		long bloom = this.bytes.wordAt(this.gnuHash + 8);
		long bucketTable = this.gnuHash + 16 + bloom * 8;
		long last = 0;
		for (long i = 0; i < buckets; i++) {
			last = Math.max(last, this.bytes.wordAt(bucketTable + i * 4));
		}
		if (last < firstHashed) {
			return firstHashed;
		}
		long chain = bucketTable + buckets * 4;
		while ((this.bytes.wordAt(chain + (last - firstHashed) * 4) & 1) == 0) {
			last++;
		}
		return last + 1;
	}

}
