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

package dev.kindling.test;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP server on the loopback interface.
 */
final class LambdaHttpServer implements Closeable {

	static final String JSON = "application/json";

	private static final int STOP_MILLIS = 40;

	private final Server server;

	private final ServerConnector connector;

	private LambdaHttpServer(Server server, ServerConnector connector) {
		this.server = server;
		this.connector = connector;
	}

	/**
	 * Starts a server.
	 * @param name for its threads
	 * @param port {@code 0} for a free one
	 * @param handler answers the requests; may block
	 * @return the running server
	 */
	static LambdaHttpServer start(String name, int port, Handler handler) {
		QueuedThreadPool threads = new QueuedThreadPool(1100, 4);
		threads.setName(name);
		threads.setDaemon(true);
		// Half of it is spent waiting for threads that idle, before they are interrupted
		threads.setStopTimeout(STOP_MILLIS);
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
		server.setHandler(handler);
		server.setStopTimeout(0);
		try {
			server.start();
		}
		catch (Exception ex) {
			throw new UncheckedIOException(
					"No server can be started at port " + port + ": is something else listening there?",
					(ex instanceof IOException io) ? io : new IOException(ex));
		}
		return new LambdaHttpServer(server, connector);
	}

	int port() {
		return this.connector.getLocalPort();
	}

	String address() {
		return "127.0.0.1:" + port();
	}

	@Override
	public void close() {
		try {
			this.server.stop();
		}
		catch (Exception ex) {
			throw new IllegalStateException("The server at port " + port() + " can't be stopped", ex);
		}
	}

	/**
	 * Reads a body, but keeps no more of it than asked for.
	 * @param request whose body
	 * @param limit bytes
	 * @return the body, or {@code null} if it is longer
	 * @throws IOException if the body is cut short
	 */
	static byte @Nullable [] read(Request request, int limit) throws IOException {
		try (InputStream input = Content.Source.asInputStream(request)) {
			byte[] body = input.readNBytes(limit + 1);
			if (body.length <= limit) {
				return body;
			}
			input.transferTo(java.io.OutputStream.nullOutputStream());
			return null;
		}
	}

	static void send(Response response, Callback callback, int status, String contentType, byte[] body) {
		response.setStatus(status);
		response.getHeaders().put(HttpHeader.CONTENT_TYPE, contentType);
		response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
		response.write(true, ByteBuffer.wrap(body), callback);
	}

	static void send(Response response, Callback callback, int status, String json) {
		send(response, callback, status, JSON, json.getBytes(StandardCharsets.UTF_8));
	}

}
