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

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Reads numbers and names at places that the file itself names, and doesn't trust them.
 */
final class ElfBytes {

	private final ByteBuffer bytes;

	ElfBytes(ByteBuffer bytes) {
		this.bytes = bytes.order(ByteOrder.LITTLE_ENDIAN);
	}

	int size() {
		return this.bytes.capacity();
	}

	int byteAt(long offset) throws ElfFormatException {
		return this.bytes.get(check(offset, 1)) & 0xff;
	}

	int halfAt(long offset) throws ElfFormatException {
		return this.bytes.getShort(check(offset, 2)) & 0xffff;
	}

	long wordAt(long offset) throws ElfFormatException {
		return this.bytes.getInt(check(offset, 4)) & 0xffffffffL;
	}

	long longAt(long offset) throws ElfFormatException {
		return this.bytes.getLong(check(offset, 8));
	}

	String textAt(long offset) throws ElfFormatException {
		int start = check(offset, 1);
		int end = start;
		while (byteAt(end) != 0) {
			end++;
		}
		byte[] text = new byte[end - start];
		this.bytes.get(start, text);
		return new String(text, StandardCharsets.UTF_8);
	}

	private int check(long offset, int length) throws ElfFormatException {
		if (offset < 0 || offset > this.bytes.capacity() - length) {
			throw new ElfFormatException("it is cut short or broken: it refers to byte " + Long.toUnsignedString(offset)
					+ " of " + this.bytes.capacity());
		}
		return (int) offset;
	}

}
