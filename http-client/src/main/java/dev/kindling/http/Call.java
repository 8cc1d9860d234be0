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

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

import dev.kindling.codec.HttpConnection;
import dev.kindling.codec.HttpHeaders;
import dev.kindling.codec.HttpRequest;
import dev.kindling.codec.ReceivedResponse;
import dev.kindling.http.channel.Deadline;
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

	private final ClientSettings settings;

	private final ConnectionPool pool;

	private final Connector connector;

	private final Openings openings;

	private final @Nullable HttpExecuteRequest request;

	private final AtomicBoolean started = new AtomicBoolean();

	private final Abortable abortable = new Abortable();

	/**
	 * Whoever takes it out gives it back to the pool, so that this happens once.
	 */
	private final AtomicReference<@Nullable PooledConnection> connection = new AtomicReference<>();

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
		Exchange exchange = new Exchange(content, this.abortable);
		Deadline deadline = Deadline.after(this.settings.callTimeout(), "The call");
		this.openings.await(route, this.abortable, deadline);
		PooledConnection first = leaseFirst(toSend, route, deadline);
		try {
			return answer(first, head, exchange);
		}
		catch (IOException ex) {
			if (!isLost(first, exchange, ex)) {
				throw fail(ex);
			}
			giveUp();
			return again(route, deadline, head, exchange, ex);
		}
		catch (RuntimeException | Error ex) {
			giveUp();
			throw ex;
		}
	}

	private HttpExecuteResponse again(Route route, Deadline deadline, HttpRequest head, Exchange exchange,
			IOException reason) throws IOException {
		PooledConnection second;
		try {
			second = lease(route, true, deadline);
		}
		catch (IOException ex) {
			ex.addSuppressed(reason);
			throw ex;
		}
		try {
			return answer(second, head, exchange);
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
	private boolean isLost(PooledConnection used, Exchange exchange, IOException ex) {
		return used.isReused() && !used.http().isAnswerStarted() && !exchange.hasContentFailed()
				&& !(ex instanceof SocketTimeoutException) && !this.abortable.isStopped();
	}

	/**
	 * Connects without a request, and gives the connection to the pool.
	 */
	void open(Route route) throws IOException {
		this.openings.await(route, this.abortable, Deadline.NONE);
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
		if (this.abortable.isStopped()) {
			throw this.abortable.stopped(null);
		}
		PooledConnection idle = this.pool.acquire(route, fresh, this.abortable, deadline);
		while (idle != null && idle.isStale()) {
			this.pool.discard(idle);
			idle = this.pool.acquire(route, false, this.abortable, deadline);
		}
		PooledConnection leased = (idle != null) ? idle : connect(route, deadline);
		leased.deadline(deadline);
		this.connection.set(leased);
		this.abortable.use(leased);
		return leased;
	}

	private PooledConnection connect(Route route, Deadline deadline) throws IOException {
		try {
			return this.connector.connect(route, this.abortable, deadline);
		}
		catch (IOException ex) {
			this.pool.discard(null);
			throw this.abortable.isStopped() ? this.abortable.stopped(ex) : ex;
		}
		catch (RuntimeException | Error ex) {
			this.pool.discard(null);
			throw ex;
		}
	}

	private HttpExecuteResponse answer(PooledConnection used, HttpRequest head, Exchange exchange) throws IOException {
		HttpConnection http = used.http();
		ProxyServer forwarder = used.forwarder();
		ReceivedResponse response = exchange.over(http,
				(forwarder != null) ? RequestHead.forwarded(head, used.route(), forwarder) : head);
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

	/**
	 * Ends the use of the connection after an answer: the pool gets it if it can be used
	 * again.
	 */
	void complete() {
		PooledConnection used = this.connection.getAndSet(null);
		if (used != null) {
			boolean mine = this.abortable.release(used);
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
		return this.abortable.isStopped() ? this.abortable.stopped(ex) : ex;
	}

	private void giveUp() {
		PooledConnection used = this.connection.getAndSet(null);
		if (used != null) {
			this.pool.discard(used);
		}
	}

	@Override
	public void abort() {
		if (this.abortable.abort()) {
			giveUp();
			this.pool.wakeUp();
			this.openings.wakeUp();
		}
	}

}
