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

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLContext;

/**
 * A server on a real socket, plain or TLS, that does with each connection what the test
 * says, however badly.
 */
final class TestServer implements Closeable {

	private final ServerSocket server;

	private final boolean secure;

	private final Set<Socket> connections = ConcurrentHashMap.newKeySet();

	private final AtomicInteger accepted = new AtomicInteger();

	private final List<Throwable> failures = new ArrayList<>();

	TestServer(Script script) throws IOException {
		this(null, script);
	}

	TestServer(SSLContext context, Script script) throws IOException {
		this.secure = context != null;
		ServerSocketFactory factory = this.secure ? context.getServerSocketFactory() : ServerSocketFactory.getDefault();
		this.server = factory.createServerSocket(0, 200, InetAddress.getByName("127.0.0.1"));
		start(() -> accept(script));
	}

	private void accept(Script script) {
		while (!this.server.isClosed()) {
			try {
				Socket socket = this.server.accept();
				socket.setTcpNoDelay(true);
				int number = this.accepted.getAndIncrement();
				this.connections.add(socket);
				if (this.server.isClosed()) {
					// Handed over while close() was on its way
					socket.close();
				}
				start(() -> serve(script, new Peer(socket, number)));
			}
			catch (IOException ex) {
				return;
			}
		}
	}

	@SuppressWarnings("try")
	private void serve(Script script, Peer peer) {
		try (Socket socket = peer.socket()) {
			script.play(peer);
		}
		catch (IOException ex) {
			// The client has gone, or the handshake failed: the test sees it there
		}
		catch (Throwable ex) {
			synchronized (this.failures) {
				this.failures.add(ex);
			}
		}
		finally {
			this.connections.remove(peer.socket());
		}
	}

	private static void start(Runnable task) {
		Thread thread = new Thread(task, "test-server");
		thread.setDaemon(true);
		thread.start();
	}

	URI uri() {
		return URI.create((this.secure ? "https" : "http") + "://localhost:" + port());
	}

	int port() {
		return this.server.getLocalPort();
	}

	/**
	 * How many connections came in.
	 */
	int accepted() {
		return this.accepted.get();
	}

	int openConnections() {
		return this.connections.size();
	}

	void closeConnections() throws IOException {
		for (Socket connection : this.connections) {
			connection.close();
		}
	}

	@Override
	public void close() throws IOException {
		this.server.close();
		closeConnections();
		synchronized (this.failures) {
			if (!this.failures.isEmpty()) {
				throw new IllegalStateException("The server's script failed", this.failures.get(0));
			}
		}
	}

	/**
	 * What a server does with one connection, after which it is closed.
	 */
	interface Script {

		void play(Peer peer) throws Exception;

	}

	/**
	 * The server's end of a connection.
	 */
	static final class Peer {

		private final Socket socket;

		private final int number;

		private InputStream input;

		Peer(Socket socket, int number) {
			this.socket = socket;
			this.number = number;
		}

		Socket socket() {
			return this.socket;
		}

		/**
		 * Which connection this is, from 0 on.
		 */
		int number() {
			return this.number;
		}

		InputStream input() throws IOException {
			if (this.input == null) {
				this.input = new BufferedInputStream(this.socket.getInputStream());
			}
			return this.input;
		}

		OutputStream output() throws IOException {
			return this.socket.getOutputStream();
		}

		/**
		 * Reads a request.
		 * @return the request, or {@code null} if the client has closed the connection
		 */
		Received receive() throws IOException {
			String head = receiveHead();
			return (head != null) ? new Received(head, receiveBody(head)) : null;
		}

		String receiveHead() throws IOException {
			StringBuilder head = new StringBuilder();
			while (head.indexOf("\r\n\r\n") < 0) {
				int b = input().read();
				if (b < 0) {
					return null;
				}
				head.append((char) b);
			}
			return head.toString();
		}

		byte[] receiveBody(String head) throws IOException {
			String length = header(head, "content-length");
			if (length != null) {
				return input().readNBytes(Integer.parseInt(length));
			}
			if (!"chunked".equals(header(head, "transfer-encoding"))) {
				return new byte[0];
			}
			ByteArrayOutputStream body = new ByteArrayOutputStream();
			while (true) {
				int size = Integer.parseInt(line(), 16);
				body.write(input().readNBytes(size));
				line();
				if (size == 0) {
					return body.toByteArray();
				}
			}
		}

		private String line() throws IOException {
			StringBuilder line = new StringBuilder();
			for (int b = input().read(); b != '\n'; b = input().read()) {
				if (b < 0) {
					throw new IOException("The request ends within a line");
				}
				if (b != '\r') {
					line.append((char) b);
				}
			}
			return line.toString();
		}

		void send(String text) throws IOException {
			send(text.getBytes(StandardCharsets.ISO_8859_1));
		}

		void send(byte[] bytes) throws IOException {
			output().write(bytes);
			output().flush();
		}

		void answer(String body) throws IOException {
			send("HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
		}

		/**
		 * Closes the connection so that the other side gets a reset.
		 */
		void reset() throws IOException {
			this.socket.setSoLinger(true, 0);
			this.socket.close();
		}

	}

	/**
	 * A request as it came in.
	 */
	record Received(String head, byte[] body) {

		String method() {
			return this.head.substring(0, this.head.indexOf(' '));
		}

		String target() {
			return this.head.split(" ", 3)[1];
		}

		String header(String name) {
			return TestServer.header(this.head, name.toLowerCase(Locale.ROOT));
		}

	}

	static String header(String head, String lowerCaseName) {
		for (String line : head.split("\r\n")) {
			int colon = line.indexOf(':');
			if (colon > 0 && line.substring(0, colon).toLowerCase(Locale.ROOT).equals(lowerCaseName)) {
				return line.substring(colon + 1).strip();
			}
		}
		return null;
	}

}
