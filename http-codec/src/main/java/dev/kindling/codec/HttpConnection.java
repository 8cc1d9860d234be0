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
import java.net.Socket;
import java.net.SocketTimeoutException;

import org.jspecify.annotations.Nullable;

/**
 * The client's side of HTTP/1.1 over a connected socket, plain or TLS: one exchange after
 * the other, each a {@code send} and a {@link #receive}. Time-outs are those of the
 * socket. Not thread-safe, but {@link #close()} may be called by any thread and ends what
 * the others do.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9112">RFC 9112, HTTP/1.1</a>
 */
public final class HttpConnection implements Closeable {

	private final HttpTransport transport;

	private final HttpLimits limits;

	private final HttpInput input;

	private final HttpOutput output;

	private final HeadReader head;

	private HttpHeaders trailers = HttpHeaders.empty();

	private boolean requestSent = true;

	private boolean answerReceived = true;

	private boolean keepAlive = true;

	/**
	 * Takes over a connected socket.
	 * @param socket the socket; its {@code TCP_NODELAY} should be set
	 * @param limits what is taken from the other side
	 * @throws IOException if the socket has no streams
	 */
	public HttpConnection(Socket socket, HttpLimits limits) throws IOException {
		this(new SocketTransport(socket), limits);
	}

	/**
	 * Takes over a connected transport.
	 * @param transport the transport
	 * @param limits what is taken from the other side
	 * @throws IOException if the transport is closed
	 */
	public HttpConnection(HttpTransport transport, HttpLimits limits) throws IOException {
		this.transport = transport;
		this.limits = limits;
		this.input = new HttpInput(transport.input(), limits.bufferBytes());
		this.output = new HttpOutput(transport.output(), limits.bufferBytes());
		this.head = new HeadReader(this.input, limits);
	}

	/**
	 * Sends a whole request, in one write if it fits into the buffer.
	 * {@code Content-Length} is added if it is missing and there is a body or the method
	 * calls for one.
	 * @param request the head
	 * @param body all of the body; may be empty
	 * @throws IOException if the connection fails
	 * @throws IllegalArgumentException if the request's own framing headers don't fit
	 */
	public void send(HttpRequest request, byte[] body) throws IOException {
		RequestFraming.requireLength(request, body.length);
		start(request);
		if (body.length > 0 || RequestFraming.expectsBody(request.method())) {
			addLength(request, body.length);
		}
		this.output.endLine();
		this.output.write(body, 0, body.length);
		this.output.flush();
		requestSent();
	}

	/**
	 * Starts a request whose body is written afterwards. With
	 * {@code Expect: 100-continue} the head leaves at once, see {@link #awaitContinue}.
	 * @param request the head
	 * @param contentLength the body's length in bytes, or -1 to send it in chunks
	 * @return takes the body, which must be {@link BodyOutputStream#finish() finished}
	 * before {@link #receive}
	 * @throws IOException if the connection fails
	 * @throws IllegalArgumentException if the request's own framing headers don't fit
	 */
	public BodyOutputStream send(HttpRequest request, long contentLength) throws IOException {
		RequestFraming.requireLength(request, contentLength);
		start(request);
		BodyOutputStream body;
		if (contentLength < 0) {
			if (request.headers().first("Transfer-Encoding") == null) {
				this.output.writeHeader("Transfer-Encoding", "chunked");
			}
			body = new ChunkedBodyOutputStream(this, this.output, this.limits.bufferBytes());
		}
		else {
			addLength(request, contentLength);
			body = new FixedBodyOutputStream(this, this.output, contentLength);
		}
		this.output.endLine();
		if (request.headers().lists("Expect", "100-continue")) {
			this.output.flush();
		}
		return body;
	}

	private void start(HttpRequest request) throws IOException {
		if (!this.requestSent || !this.answerReceived) {
			throw new IllegalStateException("The exchange before this one isn't complete");
		}
		this.requestSent = false;
		this.answerReceived = false;
		this.trailers = HttpHeaders.empty();
		if (request.headers().lists("Connection", "close")) {
			this.keepAlive = false;
		}
		this.input.restart();
		this.output.write(request.method());
		this.output.write(' ');
		this.output.write(request.target());
		this.output.write(" HTTP/1.1\r\n");
		this.output.write(request.headers());
	}

	private void addLength(HttpRequest request, long length) throws IOException {
		if (request.headers().first("Content-Length") == null) {
			this.output.writeHeader("Content-Length", Long.toString(length));
		}
	}

	/**
	 * Waits until the other side says whether it wants the body of a request with
	 * {@code Expect: 100-continue}. It wants it if it says so, or nothing in time.
	 * @param method the request's method
	 * @param timeoutMillis how long to wait, in milliseconds, at least 1
	 * @return {@code null} if the body is to be sent, or else the final answer, after
	 * which the connection can't be used again
	 * @throws IOException if the connection fails or the answer is malformed
	 */
	public @Nullable ReceivedResponse awaitContinue(String method, int timeoutMillis) throws IOException {
		int timeout = this.transport.readTimeout();
		this.transport.readTimeout(timeoutMillis);
		try {
			if (!this.input.await()) {
				throw new HttpCodecException("The connection was closed before an answer");
			}
		}
		catch (SocketTimeoutException ex) {
			return null;
		}
		finally {
			this.transport.readTimeout(timeout);
		}
		for (int interim = 0; interim <= this.limits.maxInterimResponses(); interim++) {
			HttpHeaders headers = this.head.readHead();
			if (this.head.status() == 100) {
				return null;
			}
			if (this.head.status() > 199) {
				return answer(method, headers);
			}
		}
		throw tooManyInterim();
	}

	/**
	 * Reads the head of the final answer; interim ones are skipped.
	 * @param method the request's method: the answer to {@code HEAD} has no body
	 * @return the answer, whose body is read from the connection
	 * @throws HttpCodecException if the answer is malformed or cut short
	 * @throws IOException if the connection fails
	 */
	public ReceivedResponse receive(String method) throws IOException {
		if (this.answerReceived) {
			throw new IllegalStateException("There is no request to receive an answer to");
		}
		for (int interim = 0; interim <= this.limits.maxInterimResponses(); interim++) {
			HttpHeaders headers = this.head.readHead();
			if (this.head.status() == 101) {
				throw new HttpCodecException("The answer switches protocols, which the request didn't ask for");
			}
			if (this.head.status() > 199) {
				return answer(method, headers);
			}
		}
		throw tooManyInterim();
	}

	private HttpCodecException tooManyInterim() {
		return new HttpCodecException(
				"More than " + this.limits.maxInterimResponses() + " interim answers came before the final one");
	}

	private ReceivedResponse answer(String method, HttpHeaders headers) throws HttpCodecException {
		int status = this.head.status();
		boolean listsClose = headers.lists("Connection", "close");
		if (listsClose || (!this.head.isPersistentVersion() && !headers.lists("Connection", "keep-alive"))) {
			this.keepAlive = false;
		}
		long length = ResponseFraming.bodyLength(method, status, headers);
		if (length == ResponseFraming.CHUNKED && headers.first("Content-Length") != null) {
			// Some proxy may see another end than we do: RFC 9112, 6.3
			this.keepAlive = false;
		}
		return new ReceivedResponse(status, this.head.reason(), headers, body(length));
	}

	private InputStream body(long length) {
		if (length == ResponseFraming.CHUNKED) {
			return new ChunkedBodyInputStream(this, this.input, this.head);
		}
		if (length == ResponseFraming.UNTIL_CLOSE) {
			this.keepAlive = false;
			return new UntilCloseBodyInputStream(this, this.input);
		}
		return new FixedBodyInputStream(this, this.input, length);
	}

	void requestSent() {
		this.requestSent = true;
	}

	void answerReceived(HttpHeaders trailers) {
		this.trailers = trailers;
		this.answerReceived = true;
	}

	/**
	 * The trailers of the last answer.
	 * @return the trailers, empty until the body has been read to its end
	 */
	public HttpHeaders trailers() {
		return this.trailers;
	}

	/**
	 * Whether a byte of the answer to the current request has come in. If the connection
	 * fails before, a request on a connection that had been used may be sent once more.
	 * @return {@code true} from the first byte on
	 */
	public boolean isAnswerStarted() {
		return this.input.isStarted();
	}

	/**
	 * Whether the last answer has been read to its end.
	 * @return {@code true} if nothing of it is left
	 */
	public boolean isAnswerComplete() {
		return this.answerReceived;
	}

	/**
	 * Whether another request can be sent: the last exchange is complete, both sides keep
	 * the connection alive, and nothing unasked for came in.
	 * @return {@code true} if so
	 */
	public boolean isReusable() {
		return this.keepAlive && this.requestSent && this.answerReceived && this.input.buffered() == 0 && isOpen();
	}

	/**
	 * Whether this side has not closed the connection.
	 * @return {@code true} until {@link #close()}
	 */
	public boolean isOpen() {
		return this.transport.isOpen();
	}

	/**
	 * Closes the socket. Whatever waits for it ends with an {@link IOException}.
	 */
	@Override
	public void close() throws IOException {
		this.transport.close();
	}

}
