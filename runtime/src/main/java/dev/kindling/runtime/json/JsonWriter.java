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

package dev.kindling.runtime.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * Writes JSON as UTF-8, or as ASCII for headers, up to a limit.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8259">RFC 8259, JSON</a>
 */
public final class JsonWriter {

	private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

	private static final String CUT = " ... (cut)";

	/**
	 * The most bytes of one character: a pair of surrogates, both escaped.
	 */
	private static final int MAX_CHARACTER = 12;

	private final boolean ascii;

	private final int limit;

	private byte[] buffer = new byte[512];

	private int length;

	private boolean overflowed;

	/**
	 * Creates a writer.
	 * @param ascii whether to escape all that is no ASCII character
	 * @param limit the most bytes; what exceeds it is dropped
	 */
	public JsonWriter(boolean ascii, int limit) {
		this.ascii = ascii;
		this.limit = limit;
	}

	public int length() {
		return this.length;
	}

	/**
	 * Whether more was written than the limit allows, so that the rest is missing.
	 */
	public boolean overflowed() {
		return this.overflowed;
	}

	/**
	 * Writes ASCII as it is: braces, commas, numbers, names.
	 */
	public JsonWriter raw(String text) {
		for (int i = 0; i < text.length(); i++) {
			put(text.charAt(i));
		}
		return this;
	}

	public JsonWriter field(String name, @Nullable String value) {
		return raw("\"").raw(name).raw("\":").string(value, Integer.MAX_VALUE);
	}

	/**
	 * Writes a string or {@code null}.
	 * @param maxBytes the most bytes its escaped characters may take; a longer one is cut
	 * and says so
	 */
	public JsonWriter string(@Nullable String value, int maxBytes) {
		if (value == null) {
			return raw("null");
		}
		put('"');
		int start = this.length;
		for (int i = 0; i < value.length() && !this.overflowed; i++) {
			if (this.length - start > maxBytes - CUT.length() - MAX_CHARACTER) {
				raw(CUT);
				break;
			}
			char c = value.charAt(i);
			if (c < 0x80) {
				character(c);
			}
			else if (!Character.isSurrogate(c)) {
				codePoint(c);
			}
			else if (Character.isHighSurrogate(c) && i + 1 < value.length()
					&& Character.isLowSurrogate(value.charAt(i + 1))) {
				pair(c, value.charAt(++i));
			}
			else {
				// Half of a pair has no UTF-8
				escape(c);
			}
		}
		put('"');
		return this;
	}

	private void character(char c) {
		switch (c) {
			case '"', '\\' -> {
				put('\\');
				put(c);
			}
			case '\n' -> raw("\\n");
			case '\r' -> raw("\\r");
			case '\t' -> raw("\\t");
			default -> {
				if (c < ' ' || c == 0x7f) {
					escape(c);
				}
				else {
					put(c);
				}
			}
		}
	}

	private void escape(char c) {
		raw("\\u");
		for (int shift = 12; shift >= 0; shift -= 4) {
			put(HEX[(c >> shift) & 0xf]);
		}
	}

	private void pair(char high, char low) {
		if (this.ascii) {
			escape(high);
			escape(low);
		}
		else {
			int c = Character.toCodePoint(high, low);
			put(0xf0 | c >> 18);
			put(0x80 | c >> 12 & 0x3f);
			put(0x80 | c >> 6 & 0x3f);
			put(0x80 | c & 0x3f);
		}
	}

	private void codePoint(char c) {
		if (this.ascii) {
			escape(c);
			return;
		}
		if (c < 0x800) {
			put(0xc0 | c >> 6);
		}
		else {
			put(0xe0 | c >> 12);
			put(0x80 | c >> 6 & 0x3f);
		}
		put(0x80 | c & 0x3f);
	}

	private void put(int b) {
		if (this.length == this.limit) {
			this.overflowed = true;
			return;
		}
		if (this.length == this.buffer.length) {
			this.buffer = Arrays.copyOf(this.buffer, this.length * 2);
		}
		this.buffer[this.length++] = (byte) b;
	}

	public byte[] toBytes() {
		return Arrays.copyOf(this.buffer, this.length);
	}

	@Override
	public String toString() {
		return new String(this.buffer, 0, this.length, StandardCharsets.UTF_8);
	}

}
