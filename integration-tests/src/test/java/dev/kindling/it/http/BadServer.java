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
package dev.kindling.it.http;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLContext;

import org.jspecify.annotations.Nullable;

/**
 * A server that echoes what is sent to {@code /echo}, and treats other paths badly.
 */
final class BadServer implements Closeable {

	private final ServerSocket server;

	private final AtomicInteger accepted = new AtomicInteger();

	private final String scheme;

	BadServer(@Nullable SSLContext context) throws IOException {
		ServerSocketFactory factory = (context != null) ? context.getServerSocketFactory()
				: ServerSocketFactory.getDefault();
		this.scheme = (context != null) ? "https" : "http";
		this.server = factory.createServerSocket(0, 200, InetAddress.getByName("127.0.0.1"));
		start(this::accept);
	}

	private static void start(Runnable task) {
		Thread thread = new Thread(task, "bad-server");
		thread.setDaemon(true);
		thread.start();
	}

	String url(String path) {
		return this.scheme + "://localhost:" + this.server.getLocalPort() + path;
	}

	int accepted() {
		return this.accepted.get();
	}

	private void accept() {
		while (!this.server.isClosed()) {
			try {
				Socket socket = this.server.accept();
				this.accepted.incrementAndGet();
				start(() -> serve(socket));
			}
			catch (IOException ex) {
				return;
			}
		}
	}

	private void serve(Socket socket) {
		try (socket; InputStream input = new BufferedInputStream(socket.getInputStream())) {
			socket.setTcpNoDelay(true);
			int served = 0;
			for (String head = head(input); head != null; head = head(input)) {
				byte[] body = input.readNBytes(length(head));
				if (!answer(socket, head.split(" ")[1], body, served++)) {
					return;
				}
			}
		}
		catch (IOException | InterruptedException ex) {
			// The client has gone
		}
	}

	/**
	 * Answers a request.
	 * @return whether the connection stays open
	 */
	private static boolean answer(Socket socket, String path, byte[] body, int served)
			throws IOException, InterruptedException {
		switch (path) {
			case "/echo" -> {
				send(socket, "HTTP/1.1 200 OK\r\nContent-Length: " + body.length + "\r\n\r\n");
				socket.getOutputStream().write(body);
				return true;
			}
			case "/lose-second" -> {
				if (served == 0) {
					return answer(socket, "/echo", body, 0);
				}
			}
			case "/garbage" -> send(socket, "garbage\r\n\r\n");
			case "/cut" -> send(socket, "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nshort");
			case "/drip" -> {
				send(socket, "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n");
				for (int i = 0; i < 1000; i++) {
					send(socket, "x");
					Thread.sleep(50);
				}
			}
			case "/silent" -> Thread.sleep(60_000);
			default -> {
			}
		}
		return false;
	}

	private static void send(Socket socket, String text) throws IOException {
		socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
	}

	private static @Nullable String head(InputStream input) throws IOException {
		StringBuilder head = new StringBuilder();
		while (head.indexOf("\r\n\r\n") < 0) {
			int b = input.read();
			if (b < 0) {
				return null;
			}
			head.append((char) b);
		}
		return head.toString();
	}

	private static int length(String head) {
		for (String line : head.split("\r\n")) {
			if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
				return Integer.parseInt(line.substring("content-length:".length()).strip());
			}
		}
		return 0;
	}

	@Override
	public void close() throws IOException {
		this.server.close();
	}

}
