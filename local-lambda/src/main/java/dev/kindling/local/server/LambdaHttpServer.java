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

package dev.kindling.local.server;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP server on the loopback interface.
 */
public final class LambdaHttpServer implements Closeable {

	public static final String JSON = "application/json";

	/**
	 * How long requests that run, and then threads, may take to end.
	 */
	private static final int STOP_SECONDS = 2;

	private final Server server;

	private final ServerConnector connector;

	private final GracefulHandler requests;

	private final ServerThreads threads;

	private LambdaHttpServer(Server server, ServerConnector connector, GracefulHandler requests,
			ServerThreads threads) {
		this.server = server;
		this.connector = connector;
		this.requests = requests;
		this.threads = threads;
	}

	/**
	 * Starts a server.
	 * @param name for its threads
	 * @param port {@code 0} for a free one
	 * @param handler answers the requests; may block
	 * @return the running server
	 */
	public static LambdaHttpServer start(String name, int port, Handler handler) {
		ServerLogs.quiet();
		ServerThreads threads = new ServerThreads(name);
		Server server = new Server(threads);
		HttpConfiguration configuration = new HttpConfiguration();
		configuration.setSendServerVersion(false);
		configuration.setRequestHeaderSize(64 * 1024);
		configuration.setResponseHeaderSize(64 * 1024);
		ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(configuration));
		connector.setHost("127.0.0.1");
		connector.setPort(port);
		// The runtime waits for the next event for as long as it takes.
		connector.setIdleTimeout(0);
		server.addConnector(connector);
		GracefulHandler requests = new GracefulHandler(handler);
		server.setHandler(requests);
		server.setStopTimeout(0);
		try {
			server.start();
		}
		catch (Exception ex) {
			throw new UncheckedIOException(
					"No server can be started at port " + port + ": is something else listening there?",
					(ex instanceof IOException io) ? io : new IOException(ex));
		}
		return new LambdaHttpServer(server, connector, requests, threads);
	}

	int port() {
		return this.connector.getLocalPort();
	}

	public String address() {
		return "127.0.0.1:" + port();
	}

	/**
	 * Takes no more requests, lets those that run end, and stops listening. A request
	 * that is cut off would be a stack trace in the log of whoever uses this.
	 */
	@Override
	public void close() {
		// An application's start has set levels anew
		ServerLogs.quiet();
		try {
			awaitRequests();
			this.server.stop();
			this.threads.end(STOP_SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		catch (Exception ex) {
			throw new IllegalStateException("The server at port " + port() + " can't be stopped", ex);
		}
	}

	private void awaitRequests() throws InterruptedException, ExecutionException {
		try {
			this.requests.shutdown().get(STOP_SECONDS, TimeUnit.SECONDS);
		}
		catch (TimeoutException ex) {
			// It is cut off
		}
	}

	/**
	 * Reads a body, but keeps no more of it than asked for.
	 * @param request whose body
	 * @param limit bytes
	 * @return the body, or {@code null} if it is longer
	 * @throws IOException if the body is cut short
	 */
	public static byte @Nullable [] read(Request request, int limit) throws IOException {
		try (InputStream input = Content.Source.asInputStream(request)) {
			byte[] body = input.readNBytes(limit + 1);
			if (body.length <= limit) {
				return body;
			}
			input.transferTo(java.io.OutputStream.nullOutputStream());
			return null;
		}
	}

	public static void send(Response response, Callback callback, int status, String contentType, byte[] body) {
		response.setStatus(status);
		response.getHeaders().put(HttpHeader.CONTENT_TYPE, contentType);
		response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
		response.write(true, ByteBuffer.wrap(body), callback);
	}

	public static void send(Response response, Callback callback, int status, String json) {
		send(response, callback, status, JSON, json.getBytes(StandardCharsets.UTF_8));
	}

}
