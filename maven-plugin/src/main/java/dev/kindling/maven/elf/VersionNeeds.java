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
 * Reads which versions of which libraries are needed.
 *
 * @see <a href=
 * "https://refspecs.linuxfoundation.org/LSB_5.0.0/LSB-Core-generic/LSB-Core-generic/symversion.html">Symbol
 * versioning</a>
 */
final class VersionNeeds {

	private static final int WEAK = 2;

	private final ElfBytes bytes;

	private final DynamicSection dynamic;

	VersionNeeds(ElfBytes bytes, DynamicSection dynamic) {
		this.bytes = bytes;
		this.dynamic = dynamic;
	}

	List<NeededVersion> read() throws ElfFormatException {
		List<NeededVersion> needs = new ArrayList<>();
		if (this.dynamic.versionNeeds() < 0) {
			return needs;
		}
		long library = this.dynamic.versionNeeds();
		for (long i = 0; i < this.dynamic.versionNeedCount(); i++) {
			String name = this.dynamic.string(this.bytes.wordAt(library + 4));
			long version = library + this.bytes.wordAt(library + 8);
			int count = this.bytes.halfAt(library + 2);
			for (int j = 0; j < count; j++) {
				boolean weak = (this.bytes.halfAt(version + 4) & WEAK) != 0;
				needs.add(new NeededVersion(name, this.dynamic.string(this.bytes.wordAt(version + 8)), weak));
				version = next(version, this.bytes.wordAt(version + 12), j == count - 1);
			}
			library = next(library, this.bytes.wordAt(library + 12), i == this.dynamic.versionNeedCount() - 1);
		}
		return needs;
	}

	/**
	 * Follows a chain; a broken one that goes round in circles ends here.
	 */
	private static long next(long place, long distance, boolean last) throws ElfFormatException {
		if (distance == 0 && !last) {
			throw new ElfFormatException("it is broken: its list of versions ends early");
		}
		return place + distance;
	}

}
