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
package dev.kindling.http.trust;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An element of DER. It refers to the bytes that it was read from.
 *
 * @see <a href="https://www.itu.int/rec/T-REC-X.690">X.690, distinguished encoding
 * rules</a>
 */
final class DerElement {

	static final int OCTET_STRING = 0x04;

	static final int OBJECT_IDENTIFIER = 0x06;

	static final int BMP_STRING = 0x1e;

	static final int SEQUENCE = 0x30;

	static final int SET = 0x31;

	/** Constructed, and tagged by its context with 0. */
	static final int CONTEXT_0 = 0xa0;

	private final byte[] bytes;

	private final int begin;

	private final int content;

	private final int end;

	private DerElement(byte[] bytes, int begin, int limit) throws IOException {
		this.bytes = bytes;
		this.begin = begin;
		int position = begin + 1;
		require(position < limit);
		int length = bytes[position++];
		if (length < 0) {
			int count = length & 0x7f;
			require(count >= 1 && count <= 4 && count <= limit - position);
			length = 0;
			for (int i = 0; i < count; i++) {
				length = (length << 8) | (bytes[position++] & 0xff);
			}
		}
		require(length >= 0 && length <= limit - position);
		this.content = position;
		this.end = position + length;
	}

	/**
	 * Reads what is all of these bytes.
	 * @throws IOException if it isn't
	 */
	static DerElement of(byte[] bytes) throws IOException {
		DerElement element = new DerElement(bytes, 0, bytes.length);
		require(element.end == bytes.length);
		return element;
	}

	boolean is(int tag) {
		return (this.bytes[this.begin] & 0xff) == tag;
	}

	/**
	 * This element, if it has the tag.
	 * @throws IOException if it has another
	 */
	DerElement expect(int tag) throws IOException {
		require(is(tag));
		return this;
	}

	/**
	 * The elements that this one consists of.
	 */
	List<DerElement> children() throws IOException {
		List<DerElement> children = new ArrayList<>();
		for (int position = this.content; position < this.end;) {
			DerElement child = new DerElement(this.bytes, position, this.end);
			children.add(child);
			position = child.end;
		}
		return children;
	}

	/**
	 * The one of the elements at an index.
	 * @throws IOException if there are fewer
	 */
	DerElement child(int index) throws IOException {
		List<DerElement> children = children();
		require(index < children.size());
		return children.get(index);
	}

	/**
	 * The element that is encoded in the content.
	 */
	DerElement nested() throws IOException {
		DerElement element = new DerElement(this.bytes, this.content, this.end);
		require(element.end == this.end);
		return element;
	}

	/**
	 * Puts contents together under a tag.
	 */
	static byte[] encode(int tag, byte[]... contents) {
		int length = 0;
		for (byte[] content : contents) {
			length += content.length;
		}
		int lengthBytes = (length < 0x80) ? 0 : (Integer.SIZE - Integer.numberOfLeadingZeros(length) + 7) / 8;
		ByteBuffer encoded = ByteBuffer.allocate(2 + lengthBytes + length).put((byte) tag);
		encoded.put((byte) ((lengthBytes == 0) ? length : 0x80 | lengthBytes));
		for (int shift = (lengthBytes - 1) * 8; shift >= 0; shift -= 8) {
			encoded.put((byte) (length >> shift));
		}
		for (byte[] content : contents) {
			encoded.put(content);
		}
		return encoded.array();
	}

	String text(Charset charset) {
		return new String(this.bytes, this.content, this.end - this.content, charset);
	}

	boolean contains(byte[] expected) {
		return Arrays.equals(this.bytes, this.content, this.end, expected, 0, expected.length);
	}

	byte[] encoded() {
		return Arrays.copyOfRange(this.bytes, this.begin, this.end);
	}

	private static void require(boolean condition) throws IOException {
		if (!condition) {
			throw new IOException("Not the DER that was expected");
		}
	}

}
