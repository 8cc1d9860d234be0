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
import java.util.Objects;

/**
 * A body of unknown length. A chunk leaves when the buffer is full or on {@link #flush}.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9112#section-7.1">RFC 9112, chunked</a>
 */
final class ChunkedBodyOutputStream extends BodyOutputStream {

	private final HttpOutput output;

	private final byte[] chunk;

	private int length;

	ChunkedBodyOutputStream(HttpConnection connection, HttpOutput output, int bufferBytes) {
		super(connection);
		this.output = output;
		this.chunk = new byte[bufferBytes];
	}

	@Override
	public void write(int b) throws IOException {
		requireOpen();
		if (this.length == this.chunk.length) {
			writeChunk(this.chunk, 0, this.length);
			this.length = 0;
		}
		this.chunk[this.length++] = (byte) b;
	}

	@Override
	public void write(byte[] bytes, int offset, int count) throws IOException {
		Objects.checkFromIndexSize(offset, count, bytes.length);
		requireOpen();
		if (count > this.chunk.length - this.length) {
			writePending();
			if (count >= this.chunk.length) {
				writeChunk(bytes, offset, count);
				return;
			}
		}
		System.arraycopy(bytes, offset, this.chunk, this.length, count);
		this.length += count;
	}

	@Override
	public void flush() throws IOException {
		writePending();
		this.output.flush();
	}

	private void writePending() throws IOException {
		// An empty chunk would end the body
		if (this.length > 0) {
			int count = this.length;
			this.length = 0;
			writeChunk(this.chunk, 0, count);
		}
	}

	private void writeChunk(byte[] bytes, int offset, int count) throws IOException {
		this.output.writeHex(count);
		this.output.endLine();
		this.output.write(bytes, offset, count);
		this.output.endLine();
	}

	@Override
	void end(HttpHeaders trailers) throws IOException {
		writePending();
		this.output.write('0');
		this.output.endLine();
		this.output.write(trailers);
		this.output.endLine();
		this.output.flush();
	}

}
