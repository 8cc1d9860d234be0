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
import java.util.Objects;

/**
 * The body of an answer. Whoever frames it says when it is complete; the connection can
 * be used again from then on.
 */
abstract class BodyInputStream extends InputStream {

	private final HttpConnection connection;

	private boolean complete;

	private boolean closed;

	BodyInputStream(HttpConnection connection) {
		this.connection = connection;
	}

	@Override
	public final int read() throws IOException {
		byte[] single = new byte[1];
		return (read(single, 0, 1) < 0) ? -1 : single[0] & 0xff;
	}

	@Override
	public final int read(byte[] target, int offset, int length) throws IOException {
		Objects.checkFromIndexSize(offset, length, target.length);
		if (this.closed) {
			throw new IOException("The answer's body is closed");
		}
		if (this.complete) {
			return -1;
		}
		if (length == 0) {
			return 0;
		}
		try {
			return readBody(target, offset, length);
		}
		catch (HttpCodecException ex) {
			this.connection.close();
			throw ex;
		}
	}

	abstract int readBody(byte[] target, int offset, int length) throws IOException;

	/**
	 * Takes what is left of the body if that can be done without waiting.
	 */
	abstract void drainBuffered() throws IOException;

	final void complete(HttpHeaders trailers) {
		this.complete = true;
		this.connection.answerReceived(trailers);
	}

	@Override
	public int available() throws IOException {
		return 0;
	}

	@Override
	public final void close() throws IOException {
		if (!this.closed) {
			this.closed = true;
			try {
				if (!this.complete) {
					drainBuffered();
				}
			}
			finally {
				if (!this.complete) {
					this.connection.close();
				}
			}
		}
	}

}
