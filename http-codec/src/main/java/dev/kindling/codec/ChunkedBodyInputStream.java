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

/**
 * A chunked body.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9112#section-7.1">RFC 9112, chunked</a>
 */
final class ChunkedBodyInputStream extends BodyInputStream {

	private static final int MAX_SIZE_LINE = 1024;

	private static final int MAX_SIZE_DIGITS = 15;

	private final HttpInput input;

	private final HeadReader head;

	private long remaining;

	private boolean first = true;

	ChunkedBodyInputStream(HttpConnection connection, HttpInput input, HeadReader head) {
		super(connection);
		this.input = input;
		this.head = head;
	}

	@Override
	int readBody(byte[] target, int offset, int count) throws IOException {
		if (this.remaining == 0 && !nextChunk()) {
			return -1;
		}
		int read = this.input.read(target, offset, (int) Math.min(count, this.remaining));
		if (read < 0) {
			throw cutShort();
		}
		this.remaining -= read;
		// Whoever knows the body's end (a JSON parser) doesn't ask for the rest of it
		if (this.remaining == 0 && this.input.skipBuffered("\r\n0\r\n\r\n")) {
			complete(HttpHeaders.empty());
		}
		return read;
	}

	private boolean nextChunk() throws IOException {
		readSize();
		if (this.remaining == 0) {
			complete(this.head.readTrailers());
			return false;
		}
		return true;
	}

	private void readSize() throws IOException {
		if (!this.first) {
			readSizeLine(2);
			if (this.input.lineStart() != this.input.lineEnd()) {
				throw new HttpCodecException("A chunk of the answer is longer than its size says");
			}
		}
		this.first = false;
		readSizeLine(MAX_SIZE_LINE);
		this.remaining = parseSize(this.input.buffer(), this.input.lineStart(), this.input.lineEnd());
	}

	private void readSizeLine(int max) throws IOException {
		if (this.input.readLine(max, "chunk framing") < 0) {
			throw cutShort();
		}
	}

	private static HttpCodecException cutShort() {
		return new HttpCodecException("The answer is cut short: its last chunk is missing");
	}

	private static long parseSize(byte[] line, int start, int end) throws HttpCodecException {
		long size = 0;
		int i = start;
		for (; i < end; i++) {
			int digit = Character.digit(line[i], 16);
			if (digit < 0) {
				break;
			}
			size = size * 16 + digit;
			if (i - start == MAX_SIZE_DIGITS) {
				throw new HttpCodecException("A chunk size of the answer has more than 15 digits");
			}
		}
		if (i == start) {
			throw new HttpCodecException("A chunk of the answer has no size");
		}
		while (i < end && HttpSyntax.isBlank(line[i])) {
			i++;
		}
		// A semicolon starts chunk extensions, which have no meaning here
		if (i < end && line[i] != ';') {
			throw new HttpCodecException("A chunk size of the answer is no hexadecimal number");
		}
		return size;
	}

	@Override
	public int available() throws IOException {
		return (int) Math.min(this.remaining, this.input.available());
	}

	@Override
	void drainBuffered() throws IOException {
		while (true) {
			int skipped = (int) Math.min(this.remaining, this.input.buffered());
			this.input.skipBuffered(skipped);
			this.remaining -= skipped;
			if (this.remaining > 0 || !this.input.holdsLines(this.first ? 1 : 2)) {
				return;
			}
			readSize();
			if (this.remaining == 0) {
				if (this.input.skipBuffered("\r\n")) {
					complete(HttpHeaders.empty());
				}
				return;
			}
		}
	}

}
