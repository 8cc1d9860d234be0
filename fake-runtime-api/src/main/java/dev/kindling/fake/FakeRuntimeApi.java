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

package dev.kindling.fake;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

/**
 * A Runtime API that holds each request against the specification, and answers it as the
 * test says: as Lambda does, or with a fault.
 */
public final class FakeRuntimeApi implements Closeable {

	/**
	 * How Lambda takes a post.
	 */
	public static final String ACCEPTED = "HTTP/1.1 202 Accepted\r\nContent-Type: application/json\r\n"
			+ "Content-Length: 16\r\n\r\n{\"status\":\"OK\"}\n";

	private static final int PATIENCE_SECONDS = 90;

	private final ServerSocket server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());

	private final BlockingQueue<Reaction> next = new LinkedBlockingQueue<>();

	private final BlockingQueue<Reaction> postReactions = new LinkedBlockingQueue<>();

	private final BlockingQueue<Reaction> unreadReactions = new LinkedBlockingQueue<>();

	private final BlockingQueue<ApiRequest> posts = new LinkedBlockingQueue<>();

	private final List<ApiRequest> extensionRequests = new CopyOnWriteArrayList<>();

	private final List<Socket> sockets = new CopyOnWriteArrayList<>();

	private final RequestRules rules;

	private final Map<String, Boolean> open = new ConcurrentHashMap<>();

	private final AtomicInteger connections = new AtomicInteger();

	private final AtomicInteger ids = new AtomicInteger();

	private final AtomicInteger waiting = new AtomicInteger();

	private final String idFormat;

	private volatile @Nullable Reaction extensionReaction;

	/**
	 * Starts to listen, and counts request ids that look like Lambda's.
	 * @throws IOException if there is no free port
	 */
	public FakeRuntimeApi() throws IOException {
		this("8476a536-e9f4-11e8-9739-%012d");
	}

	/**
	 * Starts to listen.
	 * @param idFormat a request id, as {@link String#format} makes it of a number
	 * @throws IOException if there is no free port
	 */
	public FakeRuntimeApi(String idFormat) throws IOException {
		this.idFormat = idFormat;
		this.rules = new RequestRules(authority());
		start("runtime-api", this::accept);
	}

	private static void start(String name, Runnable task) {
		Thread thread = new Thread(task, name);
		thread.setDaemon(true);
		thread.start();
	}

	/**
	 * What a runtime is given.
	 * @return the value of {@code AWS_LAMBDA_RUNTIME_API}
	 */
	public String authority() {
		return "127.0.0.1:" + this.server.getLocalPort();
	}

	/**
	 * What was wrong with the requests so far.
	 * @return a sentence each
	 */
	public List<String> violations() {
		return this.rules.violations();
	}

	/**
	 * How many connections have been opened so far.
	 * @return their number
	 */
	public int connections() {
		return this.connections.get();
	}

	/**
	 * Answers requests to the Extensions API in another way than Lambda does.
	 * @param reaction the answer to each
	 */
	public void onExtension(Reaction reaction) {
		this.extensionReaction = reaction;
	}

	/**
	 * What came to the Extensions API so far.
	 * @return the requests in the order in which they came in
	 */
	public List<ApiRequest> extensionRequests() {
		return this.extensionRequests;
	}

	/**
	 * The next invocation's id.
	 * @return a new one
	 */
	public String newId() {
		return String.format(this.idFormat, this.ids.incrementAndGet());
	}

	/**
	 * Answers a request for the next invocation.
	 * @param reaction the answer
	 */
	public void next(Reaction reaction) {
		this.next.add(reaction);
	}

	/**
	 * Answers the next post in another way than by accepting it.
	 * @param reaction the answer
	 */
	public void onPost(Reaction reaction) {
		this.postReactions.add(reaction);
	}

	/**
	 * Hands the next post over when its head has come in. It isn't held against the
	 * specification, and isn't among the posts.
	 * @param reaction reads the body, and answers
	 */
	public void onUnreadPost(Reaction reaction) {
		this.unreadReactions.add(reaction);
	}

	/**
	 * Delivers an event.
	 * @param event the event
	 * @param headers more lines of the head
	 * @return its request id
	 */
	public String deliver(byte[] event, String... headers) {
		String id = newId();
		next((exchange) -> exchange.deliver(id, event, headers));
		return id;
	}

	/**
	 * The next post, in the order in which they came in.
	 * @return a post that hasn't been returned before
	 * @throws InterruptedException if the thread is interrupted while it waits
	 */
	public ApiRequest post() throws InterruptedException {
		ApiRequest post = this.posts.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
		if (post == null) {
			throw new AssertionError("Nothing was posted in " + PATIENCE_SECONDS + " seconds");
		}
		return post;
	}

	/**
	 * Whether there is another post.
	 * @return {@code true} if {@link #post()} wouldn't wait
	 */
	public boolean hasPost() {
		return !this.posts.isEmpty();
	}

	/**
	 * Waits until somebody asks for an invocation that there isn't.
	 * @throws InterruptedException if the thread is interrupted while it waits
	 */
	public void awaitIdle() throws InterruptedException {
		for (int i = 0; i < PATIENCE_SECONDS * 1000 && this.waiting.get() == 0; i++) {
			Thread.sleep(1);
		}
		if (this.waiting.get() == 0) {
			throw new AssertionError("Nobody asked for an invocation in " + PATIENCE_SECONDS + " seconds");
		}
	}

	/**
	 * Has an answer to an invocation taken.
	 * @param id its request id
	 */
	public void opened(String id) {
		this.open.put(id, Boolean.TRUE);
	}

	/**
	 * Takes an invocation as answered, whatever its connection still says.
	 */
	void close(String id) {
		this.open.remove(id);
	}

	/**
	 * How many invocations have been delivered and not been answered.
	 * @return their number
	 */
	public int openInvocations() {
		return this.open.size();
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
				start("runtime-api-connection", () -> serve(socket));
			}
		}
		catch (IOException ex) {
			// The scenario has ended
		}
	}

	private void serve(Socket socket) {
		try (socket) {
			socket.setTcpNoDelay(true);
			InputStream input = new BufferedInputStream(socket.getInputStream(), 64 * 1024);
			while (!socket.isClosed()) {
				ApiRequest head = ApiRequest.readHead(input, this.rules);
				if (head == null) {
					return;
				}
				Reaction unread = head.line().startsWith("POST /2018-06-01/") ? this.unreadReactions.poll() : null;
				if (unread != null) {
					unread.to(new Exchange(this, socket, input, head));
					continue;
				}
				ApiRequest request = head.readBody(input, this.rules);
				this.rules.require(input.available() == 0, "More was sent before the answer to " + request.line());
				react(request, new Exchange(this, socket, input, request));
			}
		}
		catch (IOException | InterruptedException ex) {
			// The connection has ended
		}
		finally {
			this.sockets.remove(socket);
		}
	}

	private void react(ApiRequest request, Exchange exchange) throws IOException, InterruptedException {
		if (request.path().startsWith("/2020-01-01/extension/")) {
			extension(request, exchange);
		}
		else if (request.line().equals("GET /2018-06-01/runtime/invocation/next HTTP/1.1")) {
			this.rules.checkNext(request);
			this.waiting.incrementAndGet();
			Reaction reaction;
			try {
				reaction = this.next.take();
			}
			finally {
				this.waiting.decrementAndGet();
			}
			reaction.to(exchange);
		}
		else {
			String id = this.rules.checkPost(request);
			Reaction reaction = this.postReactions.poll();
			this.posts.add(request);
			if (reaction != null) {
				reaction.to(exchange);
			}
			else if (id == null || this.open.remove(id) != null) {
				exchange.write(ACCEPTED);
			}
			else {
				exchange.status(400, "{\"errorMessage\":\"Invalid request ID\",\"errorType\":\"InvalidRequestID\"}");
			}
		}
	}

	private void extension(ApiRequest request, Exchange exchange) throws IOException {
		this.extensionRequests.add(request);
		Reaction reaction = this.extensionReaction;
		if (reaction != null) {
			reaction.to(exchange);
		}
		else if (request.line().equals("POST /2020-01-01/extension/register HTTP/1.1")) {
			exchange.write("HTTP/1.1 200 OK\r\nLambda-Extension-Identifier: 5f1d\r\nContent-Length: 2\r\n\r\n{}");
		}
		else {
			this.rules.require(
					request.line().equals("GET /2020-01-01/extension/event/next HTTP/1.1")
							&& "5f1d".equals(request.header("lambda-extension-identifier")),
					"Unexpected " + request.line());
		}
	}

	@Override
	public void close() throws IOException {
		this.server.close();
		for (Socket socket : this.sockets) {
			socket.close();
		}
	}

}
