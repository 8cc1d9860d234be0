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
 * A body of a length that is known beforehand.
 */
final class FixedBodyOutputStream extends BodyOutputStream {

	private final HttpOutput output;

	private final long length;

	private long remaining;

	FixedBodyOutputStream(HttpConnection connection, HttpOutput output, long length) {
		super(connection);
		this.output = output;
		this.length = length;
		this.remaining = length;
	}

	@Override
	public void write(int b) throws IOException {
		take(1);
		this.output.write(b);
	}

	@Override
	public void write(byte[] bytes, int offset, int count) throws IOException {
		Objects.checkFromIndexSize(offset, count, bytes.length);
		take(count);
		this.output.write(bytes, offset, count);
	}

	private void take(int count) throws IOException {
		requireOpen();
		if (count > this.remaining) {
			throw new IOException("The request's body is longer than the announced " + this.length + " bytes");
		}
		this.remaining -= count;
	}

	@Override
	public void flush() throws IOException {
		this.output.flush();
	}

	@Override
	void end(HttpHeaders trailers) throws IOException {
		if (trailers.size() > 0) {
			throw new IllegalArgumentException("Trailers need a chunked body, but this one has a length");
		}
		if (this.remaining > 0) {
			throw new IOException("The request's body ends after " + (this.length - this.remaining)
					+ " of the announced " + this.length + " bytes");
		}
		this.output.flush();
	}

}
