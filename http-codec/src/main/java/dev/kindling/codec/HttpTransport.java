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

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * The two streams that a {@link HttpConnection} speaks over, for connections that are
 * more than one {@link java.net.Socket}.
 */
public interface HttpTransport extends Closeable {

	/**
	 * What comes in. A read that takes longer than the {@link #readTimeout() read
	 * time-out} ends with a {@link java.net.SocketTimeoutException}, after which reading
	 * can go on.
	 * @return the stream, always the same
	 * @throws IOException if the transport is closed
	 */
	InputStream input() throws IOException;

	/**
	 * What goes out, without a buffer.
	 * @return the stream, always the same
	 * @throws IOException if the transport is closed
	 */
	OutputStream output() throws IOException;

	/**
	 * The longest wait for a read.
	 * @return milliseconds, 0 if there is no limit
	 * @throws IOException if the transport is closed
	 */
	int readTimeout() throws IOException;

	/**
	 * Sets the longest wait for a read.
	 * @param millis milliseconds, 0 for no limit
	 * @throws IOException if the transport is closed
	 */
	void readTimeout(int millis) throws IOException;

	/**
	 * Whether this side has not closed it.
	 * @return {@code true} until {@link #close()}
	 */
	boolean isOpen();

	/**
	 * Closes both directions at once, without waiting. Whatever waits for them in other
	 * threads ends with an {@link IOException}.
	 */
	@Override
	void close() throws IOException;

}
