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

package dev.kindling.runtime.loop;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A Runtime API on a socket that answers as the test says: {@code next} requests from a
 * queue, the others through a function.
 */
public final class FakeRuntimeApi implements Closeable {

	static final String ACCEPTED = "HTTP/1.1 202 Accepted\r\nContent-Length: 16\r\n\r\n{\"status\":\"OK\"}\n";

	static final String NO_ID = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";

	/**
	 * How one request is answered.
	 */
	public interface Answer {

		void send(Exchange exchange) throws IOException;

	}

	/**
	 * A request, and the connection that it came over.
	 */
	public record Exchange(String method, String path, Map<String, String> headers, byte[] body,
			Map<String, String> trailers, Socket socket) {

		public String text() {
			return new String(this.body, StandardCharsets.UTF_8);
		}

		void write(String text) throws IOException {
			this.socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
		}

		void write(byte[] bytes) throws IOException {
			this.socket.getOutputStream().write(bytes);
		}

		void close() throws IOException {
			this.socket.close();
		}

		void reset() throws IOException {
			this.socket.setSoLinger(true, 0);
			this.socket.close();
		}

	}

	private final ServerSocket server = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());

	private final BlockingQueue<Answer> next = new LinkedBlockingQueue<>();

	private final BlockingQueue<Exchange> posts = new LinkedBlockingQueue<>();

	private final List<Socket> sockets = new CopyOnWriteArrayList<>();

	private final AtomicInteger connections = new AtomicInteger();

	private final AtomicInteger ids = new AtomicInteger();

	private final BlockingQueue<Answer> postAnswers = new LinkedBlockingQueue<>();

	volatile Answer extension = (exchange) -> exchange.write("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");

	FakeRuntimeApi() throws IOException {
		Thread thread = new Thread(this::accept, "fake-runtime-api");
		thread.setDaemon(true);
		thread.start();
	}

	public Map<String, String> environment(String... more) {
		Map<String, String> environment = new HashMap<>();
		environment.put("AWS_LAMBDA_RUNTIME_API", "127.0.0.1:" + this.server.getLocalPort());
		for (int i = 0; i < more.length; i += 2) {
			environment.put(more[i], more[i + 1]);
		}
		return environment;
	}

	int connections() {
		return this.connections.get();
	}

	/**
	 * Has an event delivered.
	 * @return the request id
	 */
	public String invoke(String event, String... headers) {
		String id = "id-" + this.ids.incrementAndGet();
		next((exchange) -> exchange.write(event(id, event, headers)));
		return id;
	}

	public static String event(String id, String event, String... headers) {
		StringBuilder head = new StringBuilder("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n");
		head.append("Lambda-Runtime-Aws-Request-Id: ").append(id).append("\r\n");
		for (String header : headers) {
			head.append(header).append("\r\n");
		}
		return head.append("Content-Length: ").append(event.length()).append("\r\n\r\n").append(event).toString();
	}

	public void next(Answer answer) {
		this.next.add(answer);
	}

	/**
	 * Answers the next post in another way than by accepting it.
	 */
	void answerPost(Answer answer) {
		this.postAnswers.add(answer);
	}

	void answerPost(String status) {
		answerPost((exchange) -> exchange.write("HTTP/1.1 " + status + "\r\nContent-Length: 0\r\n\r\n"));
	}

	public Exchange post() throws InterruptedException {
		Exchange post = this.posts.poll(20, TimeUnit.SECONDS);
		if (post == null) {
			throw new AssertionError("Nothing was posted in 20 seconds");
		}
		return post;
	}

	boolean hasPost() {
		return !this.posts.isEmpty();
	}

	private void accept() {
		try {
			while (true) {
				Socket socket = this.server.accept();
				this.connections.incrementAndGet();
				this.sockets.add(socket);
				if (this.server.isClosed()) {
					// Handed over while close() was on its way
					socket.close();
				}
				Thread thread = new Thread(() -> serve(socket), "fake-runtime-api-connection");
				thread.setDaemon(true);
				thread.start();
			}
		}
		catch (IOException ex) {
			// The test has ended
		}
	}

	private void serve(Socket socket) {
		try (socket) {
			socket.setTcpNoDelay(true);
			InputStream input = new BufferedInputStream(socket.getInputStream());
			while (!socket.isClosed()) {
				Exchange exchange = read(input, socket);
				if (exchange == null) {
					return;
				}
				answer(exchange).send(exchange);
			}
		}
		catch (IOException | InterruptedException ex) {
			// The connection has ended
		}
	}

	private Answer answer(Exchange exchange) throws InterruptedException {
		if (exchange.path().startsWith("/2020-01-01/extension/")) {
			return this.extension;
		}
		if (exchange.path().equals("/2018-06-01/runtime/invocation/next")) {
			return this.next.take();
		}
		this.posts.add(exchange);
		Answer answer = this.postAnswers.poll();
		return (answer != null) ? answer : (accepted) -> accepted.write(ACCEPTED);
	}

	private static Exchange read(InputStream input, Socket socket) throws IOException {
		String line = line(input);
		if (line == null) {
			return null;
		}
		String[] start = line.split(" ");
		Map<String, String> headers = headers(input);
		Map<String, String> trailers = Map.of();
		byte[] body;
		if ("chunked".equals(headers.get("transfer-encoding"))) {
			ByteArrayOutputStream bytes = new ByteArrayOutputStream();
			for (int size = size(input); size > 0; size = size(input)) {
				bytes.write(input.readNBytes(size));
				line(input);
			}
			trailers = headers(input);
			body = bytes.toByteArray();
		}
		else {
			body = input.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
		}
		return new Exchange(start[0], start[1], headers, body, trailers, socket);
	}

	private static int size(InputStream input) throws IOException {
		String line = line(input);
		if (line == null) {
			throw new IOException("Cut short");
		}
		return Integer.parseInt(line, 16);
	}

	private static Map<String, String> headers(InputStream input) throws IOException {
		Map<String, String> headers = new HashMap<>();
		for (String line = line(input); line != null && !line.isEmpty(); line = line(input)) {
			int colon = line.indexOf(':');
			headers.put(line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).trim());
		}
		return headers;
	}

	private static String line(InputStream input) throws IOException {
		ByteArrayOutputStream line = new ByteArrayOutputStream();
		for (int b = input.read(); b != '\n'; b = input.read()) {
			if (b < 0) {
				return null;
			}
			line.write(b);
		}
		String text = line.toString(StandardCharsets.UTF_8);
		return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
	}

	@Override
	public void close() throws IOException {
		this.server.close();
		for (Socket socket : this.sockets) {
			socket.close();
		}
	}

}
