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

package dev.kindling.it.faults;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;

/**
 * A Runtime API that serves so many events and then none any more: the next request for
 * one waits, or is refused.
 */
final class FadingRuntimeApi extends Handler.Abstract implements AutoCloseable {

	private final Server server = new Server();

	private final ServerConnector connector = new ServerConnector(this.server);

	private final CountDownLatch asked = new CountDownLatch(1);

	private final CountDownLatch handed;

	private final String event;

	private final int statusAtLast;

	private int left;

	/**
	 * Starts to listen.
	 * @param events how many events there are
	 * @param event each event
	 * @param statusAtLast what is answered after that; {@code 0} for nothing
	 */
	FadingRuntimeApi(int events, String event, int statusAtLast) {
		this.left = events;
		this.event = event;
		this.statusAtLast = statusAtLast;
		this.handed = new CountDownLatch(events);
		this.connector.setHost("127.0.0.1");
		this.connector.setIdleTimeout(0);
		this.server.addConnector(this.connector);
		this.server.setHandler(this);
		this.server.setStopTimeout(0);
		try {
			this.server.start();
		}
		catch (Exception ex) {
			throw new IllegalStateException("The Runtime API can't be started", ex);
		}
	}

	String address() {
		return "127.0.0.1:" + this.connector.getLocalPort();
	}

	/**
	 * Waits until the runtime asks for an event that there isn't.
	 */
	boolean awaitIdle() throws InterruptedException {
		return this.asked.await(60, TimeUnit.SECONDS);
	}

	/**
	 * Waits until the runtime has all events.
	 */
	boolean awaitBusy() throws InterruptedException {
		return this.handed.await(60, TimeUnit.SECONDS);
	}

	@Override
	public synchronized boolean handle(Request request, Response response, Callback callback) {
		String path = request.getHttpURI().getPath();
		if (path.endsWith("/extension/register")) {
			response.getHeaders().put("Lambda-Extension-Identifier", "00000000-0000-0000-0000-000000000000");
			answer(response, callback, 200, "{}");
		}
		else if (path.endsWith("/invocation/next")) {
			next(response, callback);
		}
		else if (!path.endsWith("/extension/event/next")) {
			answer(response, callback, 202, "{\"status\":\"OK\"}");
		}
		return true;
	}

	private void next(Response response, Callback callback) {
		if (this.left > 0) {
			this.left--;
			response.getHeaders().put("Lambda-Runtime-Aws-Request-Id", "request-" + this.left);
			response.getHeaders().put("Lambda-Runtime-Deadline-Ms", System.currentTimeMillis() + 60_000);
			response.getHeaders()
				.put("Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:us-east-1:123456789012:function:sample");
			answer(response, callback, 200, this.event);
			this.handed.countDown();
			return;
		}
		this.asked.countDown();
		if (this.statusAtLast != 0) {
			answer(response, callback, this.statusAtLast, "{\"errorType\":\"ContainerError\",\"errorMessage\":\"\"}");
		}
	}

	private static void answer(Response response, Callback callback, int status, String json) {
		response.setStatus(status);
		response.getHeaders().put("Content-Type", "application/json");
		response.write(true, ByteBuffer.wrap(json.getBytes(StandardCharsets.UTF_8)), callback);
	}

	@Override
	public void close() {
		try {
			this.server.stop();
		}
		catch (Exception ex) {
			throw new IllegalStateException("The Runtime API can't be stopped", ex);
		}
	}

}
