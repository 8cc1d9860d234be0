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

package dev.kindling.runtime.api;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;

import dev.kindling.codec.BodyOutputStream;
import dev.kindling.codec.HttpHeaders;
import dev.kindling.codec.HttpRequest;
import org.jspecify.annotations.Nullable;

/**
 * The body of a streamed answer. Nothing is sent before the first flush or the first full
 * buffer, so that a failure up to then is an ordinary error.
 *
 * @see <a href=
 * "https://docs.aws.amazon.com/lambda/latest/dg/runtimes-custom.html#runtimes-custom-response-streaming">Response
 * streaming in a custom runtime</a>
 */
public final class StreamedBody extends OutputStream {

	static final String ERROR_TYPE = "Lambda-Runtime-Function-Error-Type";

	static final String ERROR_BODY = "Lambda-Runtime-Function-Error-Body";

	private static final int BUFFER_BYTES = 16 * 1024;

	private final RuntimeApiConnection connection;

	private final HttpRequest request;

	private byte[] buffer = new byte[512];

	private int buffered;

	private long length;

	private @Nullable BodyOutputStream sent;

	private @Nullable IOException lost;

	private boolean finished;

	StreamedBody(RuntimeApiConnection connection, HttpRequest request) {
		this.connection = connection;
		this.request = request;
	}

	HttpRequest request() {
		return this.request;
	}

	/**
	 * How many bytes have been written.
	 */
	long length() {
		return this.length;
	}

	/**
	 * Whether any of the answer has been sent.
	 */
	public boolean isStarted() {
		return this.sent != null || this.lost != null;
	}

	/**
	 * What has been written while nothing has been sent.
	 */
	byte[] toBytes() {
		this.finished = true;
		return Arrays.copyOf(this.buffer, this.buffered);
	}

	@Override
	public void write(int b) throws IOException {
		write(new byte[] { (byte) b }, 0, 1);
	}

	@Override
	public void write(byte[] bytes, int offset, int count) throws IOException {
		Objects.checkFromIndexSize(offset, count, bytes.length);
		requireOpen();
		this.length += count;
		if (this.sent == null) {
			if (count <= BUFFER_BYTES - this.buffered) {
				keep(bytes, offset, count);
				return;
			}
			start();
		}
		try {
			this.sent.write(bytes, offset, count);
		}
		catch (IOException ex) {
			throw lost(ex);
		}
	}

	private void keep(byte[] bytes, int offset, int count) {
		if (count > this.buffer.length - this.buffered) {
			this.buffer = Arrays.copyOf(this.buffer, Math.max(this.buffered + count, this.buffer.length * 4));
		}
		System.arraycopy(bytes, offset, this.buffer, this.buffered, count);
		this.buffered += count;
	}

	@Override
	public void flush() throws IOException {
		requireOpen();
		if (this.sent == null) {
			start();
		}
		try {
			this.sent.flush();
		}
		catch (IOException ex) {
			throw lost(ex);
		}
	}

	/**
	 * Does nothing: the answer ends when its writer returns.
	 */
	@Override
	public void close() {
	}

	private void requireOpen() throws IOException {
		if (this.finished) {
			throw new IOException("The invocation has been answered already");
		}
		if (this.lost != null) {
			throw new IOException("The connection to the Runtime API is lost", this.lost);
		}
	}

	private void start() throws IOException {
		try {
			this.sent = this.connection.start(this.request);
			this.sent.write(this.buffer, 0, this.buffered);
		}
		catch (IOException ex) {
			throw lost(ex);
		}
	}

	private IOException lost(IOException ex) {
		this.lost = ex;
		return ex;
	}

	/**
	 * Ends an answer that has been started.
	 * @param failure why it isn't complete, or {@code null} if it is
	 * @return what the Runtime API says
	 * @throws IOException if it can't be asked
	 */
	ApiAnswer finish(@Nullable ErrorReport failure) throws IOException {
		this.finished = true;
		if (this.lost != null) {
			return this.connection.earlyAnswer(this.lost);
		}
		try {
			Objects.requireNonNull(this.sent).finish((failure != null) ? trailers(failure) : HttpHeaders.empty());
		}
		catch (IOException ex) {
			return this.connection.earlyAnswer(ex);
		}
		return this.connection.answer();
	}

	private static HttpHeaders trailers(ErrorReport failure) {
		byte[] body = Base64.getEncoder().encode(failure.briefBody());
		return HttpHeaders.of(ERROR_TYPE, failure.type(), ERROR_BODY, new String(body, StandardCharsets.US_ASCII));
	}

}
