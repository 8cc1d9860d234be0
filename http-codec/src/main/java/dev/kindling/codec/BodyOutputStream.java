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

/**
 * The body of a request while it is sent. It is complete only after {@link #finish}:
 * closing it earlier closes the connection, so that the other side never takes a part for
 * the whole. Not thread-safe.
 */
public abstract class BodyOutputStream extends OutputStream {

	private final HttpConnection connection;

	private boolean finished;

	BodyOutputStream(HttpConnection connection) {
		this.connection = connection;
	}

	/**
	 * Ends the body and sends what is left of it.
	 * @throws IOException if the connection fails, or bytes are missing to the announced
	 * length
	 */
	public final void finish() throws IOException {
		finish(HttpHeaders.empty());
	}

	/**
	 * Ends the body with trailers, and sends what is left of it. The names of trailers
	 * are to be announced in the request's {@code Trailer} header.
	 * @param trailers the trailers; only a chunked body can have some
	 * @throws IOException if the connection fails, or bytes are missing to the announced
	 * length
	 * @throws IllegalArgumentException if the body isn't chunked and there are trailers
	 */
	public final void finish(HttpHeaders trailers) throws IOException {
		if (!this.finished) {
			end(trailers);
			this.finished = true;
			this.connection.requestSent();
		}
	}

	abstract void end(HttpHeaders trailers) throws IOException;

	final void requireOpen() throws IOException {
		if (this.finished) {
			throw new IOException("The request's body is finished already");
		}
	}

	/**
	 * Closes the connection unless the body is finished.
	 */
	@Override
	public final void close() throws IOException {
		if (!this.finished) {
			this.connection.close();
		}
	}

}
