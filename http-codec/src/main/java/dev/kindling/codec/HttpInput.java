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
import java.io.InputStream;
import java.util.Arrays;

/**
 * A read buffer that finds lines without copying them.
 */
final class HttpInput {

	private final InputStream source;

	private byte[] buffer;

	private int position;

	private int limit;

	private int lineStart;

	private int lineEnd;

	private boolean started;

	HttpInput(InputStream source, int size) {
		this.source = source;
		this.buffer = new byte[size];
	}

	/**
	 * Marks the start of an exchange: {@link #isStarted()} is false until a byte comes
	 * in.
	 */
	void restart() {
		this.started = this.position < this.limit;
	}

	boolean isStarted() {
		return this.started;
	}

	int buffered() {
		return this.limit - this.position;
	}

	int available() throws IOException {
		return buffered() + this.source.available();
	}

	/**
	 * Reads up to the next LF. The line, without its ending, lies between
	 * {@link #lineStart()} and {@link #lineEnd()} until the next read.
	 * @return how many bytes were taken, line ending included, or -1 if the stream ended
	 * before the first of them
	 */
	int readLine(int maxBytes, String what) throws IOException {
		int scanned = 0;
		while (true) {
			for (int i = this.position + scanned; i < this.limit; i++) {
				if (this.buffer[i] == '\n') {
					return takeLine(i, maxBytes, what);
				}
			}
			scanned = this.limit - this.position;
			if (scanned >= maxBytes) {
				throw tooLarge(what);
			}
			if (!fill()) {
				if (scanned == 0) {
					return -1;
				}
				throw new HttpCodecException("The connection was closed within the answer's " + what);
			}
		}
	}

	private int takeLine(int lineFeed, int maxBytes, String what) throws HttpCodecException {
		int taken = lineFeed + 1 - this.position;
		if (taken > maxBytes) {
			throw tooLarge(what);
		}
		this.lineStart = this.position;
		this.lineEnd = (lineFeed > this.lineStart && this.buffer[lineFeed - 1] == '\r') ? lineFeed - 1 : lineFeed;
		this.position = lineFeed + 1;
		return taken;
	}

	private static HttpCodecException tooLarge(String what) {
		return new HttpCodecException("The answer's " + what + " exceeds the limit");
	}

	byte[] buffer() {
		return this.buffer;
	}

	int lineStart() {
		return this.lineStart;
	}

	int lineEnd() {
		return this.lineEnd;
	}

	/**
	 * Waits for one byte without taking it.
	 * @return {@code false} if the stream has ended
	 */
	boolean await() throws IOException {
		return buffered() > 0 || fill();
	}

	int read(byte[] target, int offset, int length) throws IOException {
		if (buffered() == 0) {
			if (length >= this.buffer.length) {
				int count = this.source.read(target, offset, length);
				this.started |= count > 0;
				return count;
			}
			if (!fill()) {
				return -1;
			}
		}
		int count = Math.min(length, buffered());
		System.arraycopy(this.buffer, this.position, target, offset, count);
		this.position += count;
		return count;
	}

	/**
	 * Takes {@code expected} if it is what lies in the buffer next.
	 */
	boolean skipBuffered(String expected) {
		if (buffered() < expected.length()) {
			return false;
		}
		for (int i = 0; i < expected.length(); i++) {
			if (this.buffer[this.position + i] != expected.charAt(i)) {
				return false;
			}
		}
		this.position += expected.length();
		return true;
	}

	/**
	 * Whether that many lines can be read without waiting.
	 */
	boolean holdsLines(int count) {
		int found = 0;
		for (int i = this.position; i < this.limit && found < count; i++) {
			if (this.buffer[i] == '\n') {
				found++;
			}
		}
		return found == count;
	}

	void skipBuffered(int count) {
		this.position += count;
	}

	private boolean fill() throws IOException {
		if (this.position == this.limit) {
			this.position = 0;
			this.limit = 0;
		}
		else if (this.limit == this.buffer.length) {
			makeRoom();
		}
		int count = this.source.read(this.buffer, this.limit, this.buffer.length - this.limit);
		if (count <= 0) {
			return false;
		}
		this.limit += count;
		this.started = true;
		return true;
	}

	private void makeRoom() {
		if (this.position > 0) {
			System.arraycopy(this.buffer, this.position, this.buffer, 0, buffered());
			this.limit -= this.position;
			this.position = 0;
		}
		else {
			this.buffer = Arrays.copyOf(this.buffer, this.buffer.length * 2);
		}
	}

}
