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
 * A body of the length that {@code Content-Length} gives.
 */
final class FixedBodyInputStream extends BodyInputStream {

	private final HttpInput input;

	private final long length;

	private long remaining;

	FixedBodyInputStream(HttpConnection connection, HttpInput input, long length) {
		super(connection);
		this.input = input;
		this.length = length;
		this.remaining = length;
		if (length == 0) {
			complete(HttpHeaders.empty());
		}
	}

	@Override
	int readBody(byte[] target, int offset, int count) throws IOException {
		int read = this.input.read(target, offset, (int) Math.min(count, this.remaining));
		if (read < 0) {
			throw new HttpCodecException("The answer is cut short after " + (this.length - this.remaining) + " of "
					+ this.length + " bytes");
		}
		take(read);
		return read;
	}

	private void take(long count) {
		this.remaining -= count;
		if (this.remaining == 0) {
			complete(HttpHeaders.empty());
		}
	}

	@Override
	public int available() throws IOException {
		return (int) Math.min(this.remaining, this.input.available());
	}

	@Override
	void drainBuffered() {
		if (this.remaining <= this.input.buffered()) {
			this.input.skipBuffered((int) this.remaining);
			take(this.remaining);
		}
	}

}
