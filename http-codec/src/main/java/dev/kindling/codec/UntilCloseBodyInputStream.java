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
 * A body that ends where the connection ends.
 */
final class UntilCloseBodyInputStream extends BodyInputStream {

	private final HttpInput input;

	UntilCloseBodyInputStream(HttpConnection connection, HttpInput input) {
		super(connection);
		this.input = input;
	}

	@Override
	int readBody(byte[] target, int offset, int length) throws IOException {
		int read = this.input.read(target, offset, length);
		if (read < 0) {
			complete(HttpHeaders.empty());
		}
		return read;
	}

	@Override
	public int available() throws IOException {
		return this.input.available();
	}

	@Override
	void drainBuffered() {
		// Only the connection's end is the body's end
	}

}
