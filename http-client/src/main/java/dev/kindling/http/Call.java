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
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

import javax.net.ssl.SSLException;

import dev.kindling.runtime.http.BodyOutputStream;
import dev.kindling.runtime.http.HttpConnection;
import dev.kindling.runtime.http.HttpHeaders;
import dev.kindling.runtime.http.HttpRequest;
import dev.kindling.runtime.http.HttpResponse;
import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpFullResponse;
import software.amazon.awssdk.metrics.MetricCollector;

/**
 * One request and its answer.
 */
final class Call implements ExecutableHttpRequest {

	private static final byte[] NO_BODY = new byte[0];

	private static final int COPY_BYTES = 16 * 1024;

	private static final int CONTINUE_TIMEOUT_MILLIS = 1000;

	private static final Closeable ABORTED = () -> {
	};

	private final ClientSettings settings;

	private final ConnectionPool pool;

	private final Connector connector;

	private final Openings openings;

	private final @Nullable HttpExecuteRequest request;

	private final AtomicBoolean started = new AtomicBoolean();

	/**
	 * What {@link #abort} closes: a socket or a connection.
	 */
	private final AtomicReference<@Nullable Closeable> active = new AtomicReference<>();

	/**
	 * Whoever takes it out gives it back to the pool, so that this happens once.
	 */
	private final AtomicReference<@Nullable PooledConnection> connection = new AtomicReference<>();

	private boolean contentFailed;

	Call(ClientSettings settings, ConnectionPool pool, Connector connector, Openings openings,
			@Nullable HttpExecuteRequest request) {
		this.settings = settings;
		this.pool = pool;
		this.connector = connector;
		this.openings = openings;
		this.request = request;
	}

	@Override
	public HttpExecuteResponse call() throws IOException {
		HttpExecuteRequest toSend = this.request;
		if (toSend == null || !this.started.compareAndSet(false, true)) {
			throw new IllegalStateException("A request can be called only once: prepare it again");
		}
		Route route = Route.of(toSend.httpRequest());
		ContentStreamProvider content = toSend.contentStreamProvider().orElse(null);
		HttpRequest head = RequestHead.of(toSend.httpRequest(), route, content != null);
		Deadline deadline = Deadline.after(this.settings.callTimeout(), "The call");
		this.openings.await(route, this, deadline);
		PooledConnection first = leaseFirst(toSend, route, deadline);
		try {
			return answer(first, head, content);
		}
		catch (IOException ex) {
			if (!isLost(first, ex)) {
				throw fail(ex);
			}
			giveUp();
			return again(route, deadline, head, content, ex);
		}
		catch (RuntimeException | Error ex) {
			giveUp();
			throw ex;
		}
	}

	private HttpExecuteResponse again(Route route, Deadline deadline, HttpRequest head,
			@Nullable ContentStreamProvider content, IOException reason) throws IOException {
		PooledConnection second;
		try {
			second = lease(route, true, deadline);
		}
		catch (IOException ex) {
			ex.addSuppressed(reason);
			throw ex;
		}
		try {
			return answer(second, head, content);
		}
		catch (IOException ex) {
			ex.addSuppressed(reason);
			throw fail(ex);
		}
		catch (RuntimeException | Error ex) {
			ex.addSuppressed(reason);
			giveUp();
			throw ex;
		}
	}

	/**
	 * Whether the other side had closed a kept connection before it saw the request, as
	 * far as can be told, so that it may be sent once more.
	 */
	private boolean isLost(PooledConnection used, IOException ex) {
		return used.isReused() && !used.http().isAnswerStarted() && !this.contentFailed
				&& !(ex instanceof SocketTimeoutException) && !isStopped();
	}

	private boolean isStopped() {
		return isAborted() || Thread.currentThread().isInterrupted();
	}

	/**
	 * Connects without a request, and gives the connection to the pool.
	 */
	void open(Route route) throws IOException {
		this.openings.await(route, this, Deadline.NONE);
		this.openings.begin(route);
		try {
			lease(route, false, Deadline.NONE);
			complete();
		}
		finally {
			this.openings.end(route);
		}
	}

	private PooledConnection leaseFirst(HttpExecuteRequest toSend, Route route, Deadline deadline) throws IOException {
		MetricCollector collector = Metrics.collector(toSend);
		if (collector == null) {
			return lease(route, false, deadline);
		}
		long start = System.nanoTime();
		PooledConnection leased = lease(route, false, deadline);
		Metrics.report(collector, KindlingHttpClient.NAME, this.pool, System.nanoTime() - start);
		return leased;
	}

	private PooledConnection lease(Route route, boolean fresh, Deadline deadline) throws IOException {
		if (isStopped()) {
			throw stopped(null);
		}
		PooledConnection idle = this.pool.acquire(route, fresh, this, deadline);
		while (idle != null && idle.isStale()) {
			this.pool.discard(idle);
			idle = this.pool.acquire(route, false, this, deadline);
		}
		PooledConnection leased = (idle != null) ? idle : connect(route, deadline);
		leased.deadline(deadline);
		this.connection.set(leased);
		use(leased);
		return leased;
	}

	private PooledConnection connect(Route route, Deadline deadline) throws IOException {
		try {
			return this.connector.connect(route, this, deadline);
		}
		catch (IOException ex) {
			this.pool.discard(null);
			throw isStopped() ? stopped(ex) : ex;
		}
		catch (RuntimeException | Error ex) {
			this.pool.discard(null);
			throw ex;
		}
	}

	private HttpExecuteResponse answer(PooledConnection used, HttpRequest head, @Nullable ContentStreamProvider content)
			throws IOException {
		HttpConnection http = used.http();
		ProxyServer forwarder = used.forwarder();
		HttpResponse response = exchange(http,
				(forwarder != null) ? RequestHead.forwarded(head, used.route(), forwarder) : head, content);
		SdkHttpFullResponse.Builder answer = SdkHttpFullResponse.builder()
			.statusCode(response.status())
			.statusText(response.reason());
		HttpHeaders headers = response.headers();
		for (int i = 0; i < headers.size(); i++) {
			answer.appendHeader(headers.name(i), headers.value(i));
		}
		HttpExecuteResponse.Builder result = HttpExecuteResponse.builder().response(answer.build());
		boolean complete = http.isAnswerComplete();
		if (complete) {
			complete();
		}
		if (!hasNoBody(head.method(), response.status())) {
			InputStream body = complete ? response.body() : new ResponseBody(response.body(), http, this);
			result.responseBody(AbortableInputStream.create(body, this));
		}
		return result.build();
	}

	private static boolean hasNoBody(String method, int status) {
		return status == 204 || status == 304 || "HEAD".equals(method);
	}

	private HttpResponse exchange(HttpConnection http, HttpRequest head, @Nullable ContentStreamProvider content)
			throws IOException {
		try {
			HttpResponse early = send(http, head, content);
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
	private HttpResponse answerDespite(IOException ex, HttpConnection http, HttpRequest head) throws IOException {
		if (!this.contentFailed && !(ex instanceof SocketTimeoutException) && !isStopped() && http.isOpen()) {
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

	private @Nullable HttpResponse send(HttpConnection http, HttpRequest head, @Nullable ContentStreamProvider content)
			throws IOException {
		if (content == null) {
			http.send(head, NO_BODY);
			return null;
		}
		try (InputStream source = content.newStream()) {
			BodyOutputStream body = http.send(head, RequestHead.contentLength(head));
			if (head.headers().lists("Expect", "100-continue")) {
				HttpResponse refusal = http.awaitContinue(head.method(), CONTINUE_TIMEOUT_MILLIS);
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

	/**
	 * Remembers what {@link #abort} is to close from now on.
	 */
	void use(Closeable resource) throws IOException {
		Closeable before = this.active.get();
		if (before == ABORTED || !this.active.compareAndSet(before, resource)) {
			resource.close();
		}
	}

	/**
	 * Ends the use of the connection after an answer: the pool gets it if it can be used
	 * again.
	 */
	void complete() {
		PooledConnection used = this.connection.getAndSet(null);
		if (used != null) {
			boolean mine = this.active.compareAndSet(used, null);
			if (mine && used.http().isReusable()) {
				this.pool.release(used);
			}
			else {
				this.pool.discard(used);
			}
		}
	}

	/**
	 * Gives the connection up, and says why the call ended.
	 */
	IOException fail(IOException ex) {
		giveUp();
		return isStopped() ? stopped(ex) : ex;
	}

	private void giveUp() {
		PooledConnection used = this.connection.getAndSet(null);
		if (used != null) {
			this.pool.discard(used);
		}
	}

	private InterruptedIOException stopped(@Nullable IOException ex) {
		InterruptedIOException stopped = new InterruptedIOException(
				isAborted() ? "The call was aborted" : "The thread was interrupted");
		stopped.initCause(ex);
		return stopped;
	}

	boolean isAborted() {
		return this.active.get() == ABORTED;
	}

	@Override
	public void abort() {
		Closeable resource = this.active.getAndSet(ABORTED);
		if (resource == ABORTED) {
			return;
		}
		if (resource != null) {
			try {
				resource.close();
			}
			catch (IOException ex) {
				// Whoever waits for it has ended all the same
			}
		}
		giveUp();
		this.pool.wakeUp();
		this.openings.wakeUp();
	}

}
