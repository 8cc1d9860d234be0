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

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;

import dev.kindling.codec.BodyOutputStream;
import dev.kindling.codec.HttpConnection;
import dev.kindling.codec.HttpLimits;
import dev.kindling.codec.HttpRequest;
import dev.kindling.codec.ReceivedResponse;
import org.jspecify.annotations.Nullable;

/**
 * One kept-alive connection to the Runtime API, opened anew when it is lost. Used by one
 * thread; only {@link #close()} may be called by others.
 */
final class RuntimeApiConnection implements Closeable {

	private static final int CONNECT_TIMEOUT_MILLIS = 5_000;

	private static final int EARLY_ANSWER_MILLIS = 1_000;

	private static final int MAX_ANSWER_BYTES = 64 * 1024;

	private final RuntimeApiAddress address;

	private final HttpLimits limits;

	private final byte[] scratch = new byte[512];

	private volatile @Nullable Socket socket;

	private volatile boolean closed;

	private @Nullable HttpConnection http;

	private boolean reused;

	RuntimeApiConnection(RuntimeApiAddress address, HttpLimits limits) {
		this.address = address;
		this.limits = limits;
	}

	RuntimeApiAddress address() {
		return this.address;
	}

	boolean isClosed() {
		return this.closed;
	}

	/**
	 * Whether the last request went over a connection that had served another before, so
	 * that its loss may be nothing but the end of an idle connection.
	 */
	boolean isReused() {
		return this.reused;
	}

	/**
	 * Sends a request and reads the head of the answer, whose body is to be read next.
	 */
	ReceivedResponse send(HttpRequest request, byte[] body) throws IOException {
		HttpConnection connection = open();
		connection.send(request, body);
		return connection.receive(request.method());
	}

	/**
	 * Sends a request and reads the whole answer. If the request can't be sent to its
	 * end, the answer may be there already and say why.
	 * @param chunked whether to send the body in chunks, without its length
	 */
	ApiAnswer exchange(HttpRequest request, byte[] body, boolean chunked) throws IOException {
		HttpConnection connection = open();
		try {
			if (chunked) {
				BodyOutputStream output = connection.send(request, -1);
				output.write(body);
				output.finish();
			}
			else {
				connection.send(request, body);
			}
		}
		catch (IOException ex) {
			return earlyAnswer(ex);
		}
		return answer(connection);
	}

	/**
	 * Starts a request that is sent in chunks, and so can't be sent again. It goes over a
	 * fresh connection: whether the other side has closed an idle one shows too late.
	 */
	BodyOutputStream start(HttpRequest request) throws IOException {
		drop();
		return open().send(request, -1);
	}

	/**
	 * Reads the whole answer to a request that was {@linkplain #start started} and
	 * finished.
	 */
	ApiAnswer answer() throws IOException {
		HttpConnection connection = this.http;
		if (connection == null) {
			throw new IOException("There is no connection");
		}
		return answer(connection);
	}

	/**
	 * Reads the answer to a request that couldn't be sent to its end.
	 * @param failure what is thrown if there is no answer
	 */
	ApiAnswer earlyAnswer(IOException failure) throws IOException {
		HttpConnection connection = this.http;
		Socket current = this.socket;
		if (connection == null || current == null) {
			throw failure;
		}
		try {
			current.setSoTimeout(EARLY_ANSWER_MILLIS);
			return answer(connection);
		}
		catch (IOException | IllegalStateException ex) {
			throw failure;
		}
		finally {
			drop();
		}
	}

	private ApiAnswer answer(HttpConnection connection) throws IOException {
		ReceivedResponse response = connection.receive("POST");
		InputStream body = response.body();
		boolean wanted = response.status() >= 400;
		byte[] text = wanted ? body.readNBytes(MAX_ANSWER_BYTES) : ApiAnswer.NO_BODY;
		int left = MAX_ANSWER_BYTES;
		int count = 0;
		while (count >= 0 && left > 0) {
			count = body.read(this.scratch, 0, this.scratch.length);
			left -= count;
		}
		body.close();
		return new ApiAnswer(response.status(), text);
	}

	private HttpConnection open() throws IOException {
		HttpConnection current = this.http;
		if (current != null && current.isReusable()) {
			this.reused = true;
			return current;
		}
		drop();
		this.reused = false;
		Socket fresh = new Socket();
		this.socket = fresh;
		if (this.closed) {
			fresh.close();
		}
		try {
			fresh.setTcpNoDelay(true);
			fresh.connect(new InetSocketAddress(this.address.host(), this.address.port()), CONNECT_TIMEOUT_MILLIS);
			current = new HttpConnection(fresh, this.limits);
		}
		catch (IOException ex) {
			fresh.close();
			throw ex;
		}
		this.http = current;
		return current;
	}

	/**
	 * Gives the connection up; the next request opens another one.
	 */
	void drop() {
		Socket current = this.socket;
		this.http = null;
		this.socket = null;
		if (current != null) {
			close(current);
		}
	}

	/**
	 * Ends whatever the connection's thread waits for; no other connection is opened.
	 */
	@Override
	public void close() {
		this.closed = true;
		Socket current = this.socket;
		if (current != null) {
			close(current);
		}
	}

	private static void close(Socket socket) {
		try {
			socket.close();
		}
		catch (IOException ex) {
			// It is given up anyway
		}
	}

}
