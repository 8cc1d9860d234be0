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

package dev.kindling.codec;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * A write buffer: what fits leaves in one write.
 */
final class HttpOutput {

	private final OutputStream target;

	private final byte[] buffer;

	private int length;

	HttpOutput(OutputStream target, int size) {
		this.target = target;
		this.buffer = new byte[size];
	}

	void write(int b) throws IOException {
		if (this.length == this.buffer.length) {
			flush();
		}
		this.buffer[this.length++] = (byte) b;
	}

	void write(byte[] bytes, int offset, int count) throws IOException {
		if (count > this.buffer.length - this.length) {
			if (this.length > 0) {
				int first = this.buffer.length - this.length;
				System.arraycopy(bytes, offset, this.buffer, this.length, first);
				this.length += first;
				flush();
				offset += first;
				count -= first;
			}
			if (count >= this.buffer.length) {
				this.target.write(bytes, offset, count);
				return;
			}
		}
		System.arraycopy(bytes, offset, this.buffer, this.length, count);
		this.length += count;
	}

	void write(String text) throws IOException {
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		write(bytes, 0, bytes.length);
	}

	void write(HttpHeaders headers) throws IOException {
		for (int i = 0; i < headers.size(); i++) {
			writeHeader(headers.name(i), headers.value(i));
		}
	}

	void writeHeader(String name, String value) throws IOException {
		write(name);
		write(':');
		write(' ');
		write(value);
		endLine();
	}

	void writeHex(int value) throws IOException {
		int shift = 28;
		while (shift > 0 && (value >>> shift) == 0) {
			shift -= 4;
		}
		for (; shift >= 0; shift -= 4) {
			int digit = (value >>> shift) & 0xf;
			write((digit < 10) ? '0' + digit : 'a' + digit - 10);
		}
	}

	void endLine() throws IOException {
		write('\r');
		write('\n');
	}

	void flush() throws IOException {
		if (this.length > 0) {
			int count = this.length;
			this.length = 0;
			this.target.write(this.buffer, 0, count);
		}
		this.target.flush();
	}

}
