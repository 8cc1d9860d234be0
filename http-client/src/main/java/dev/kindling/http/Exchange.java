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

package dev.kindling.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;

import javax.net.ssl.SSLException;

import dev.kindling.codec.BodyOutputStream;
import dev.kindling.codec.HttpConnection;
import dev.kindling.codec.HttpRequest;
import dev.kindling.codec.ReceivedResponse;
import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.http.ContentStreamProvider;

/**
 * Sends a request with its content over a connection, and receives the head of the
 * answer.
 */
final class Exchange {

	private static final byte[] NO_BODY = new byte[0];

	private static final int COPY_BYTES = 16 * 1024;

	private static final int CONTINUE_TIMEOUT_MILLIS = 1000;

	private final @Nullable ContentStreamProvider content;

	private final Abortable abortable;

	private boolean contentFailed;

	Exchange(@Nullable ContentStreamProvider content, Abortable abortable) {
		this.content = content;
		this.abortable = abortable;
	}

	/**
	 * Whether it failed since the content couldn't be read, or is too short.
	 */
	boolean hasContentFailed() {
		return this.contentFailed;
	}

	ReceivedResponse over(HttpConnection http, HttpRequest head) throws IOException {
		try {
			ReceivedResponse early = send(http, head);
			if (early != null) {
				return early;
			}
		}
		catch (IOException ex) {
			return answerDespite(ex, http, head);
		}
		return http.receive(head.method());
	}

	/**
	 * Who refuses a large body often answers and closes, so that sending it fails. Who
	 * refuses the client's certificate under TLS 1.3 says so after the handshake, and
	 * closes.
	 */
	private ReceivedResponse answerDespite(IOException ex, HttpConnection http, HttpRequest head) throws IOException {
		if (!this.contentFailed && !(ex instanceof SocketTimeoutException) && !this.abortable.isStopped()
				&& http.isOpen()) {
			try {
				return http.receive(head.method());
			}
			catch (SSLException refusal) {
				refusal.addSuppressed(ex);
				throw refusal;
			}
			catch (IOException none) {
				ex.addSuppressed(none);
			}
		}
		throw ex;
	}

	private @Nullable ReceivedResponse send(HttpConnection http, HttpRequest head) throws IOException {
		if (this.content == null) {
			http.send(head, NO_BODY);
			return null;
		}
		try (InputStream source = this.content.newStream()) {
			BodyOutputStream body = http.send(head, RequestHead.contentLength(head));
			if (head.headers().lists("Expect", "100-continue")) {
				ReceivedResponse refusal = http.awaitContinue(head.method(), CONTINUE_TIMEOUT_MILLIS);
				if (refusal != null) {
					return refusal;
				}
			}
			copy(source, body, RequestHead.contentLength(head));
			body.finish();
			return null;
		}
	}

	private void copy(InputStream source, BodyOutputStream body, long length) throws IOException {
		long remaining = (length >= 0) ? length : Long.MAX_VALUE;
		if (source.getClass() == ByteArrayInputStream.class && source.available() <= remaining) {
			remaining -= source.transferTo(body);
		}
		else {
			byte[] buffer = new byte[(int) Math.min(remaining, COPY_BYTES)];
			int count = read(source, buffer, remaining);
			while (count > 0) {
				body.write(buffer, 0, count);
				remaining -= count;
				count = read(source, buffer, remaining);
			}
		}
		if (length >= 0 && remaining > 0) {
			this.contentFailed = true;
			throw new IOException("The request's content ends after " + (length - remaining) + " of the " + length
					+ " bytes that its Content-Length announces");
		}
	}

	private int read(InputStream source, byte[] buffer, long remaining) throws IOException {
		if (remaining == 0) {
			return -1;
		}
		try {
			return source.read(buffer, 0, (int) Math.min(buffer.length, remaining));
		}
		catch (IOException ex) {
			this.contentFailed = true;
			throw ex;
		}
	}

}
