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

package dev.kindling.console;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.local.server.Json;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Tells open pages what happens, as server-sent events. Several updates go in one event,
 * so that a thousand invocations a second don't keep a browser busy.
 */
final class LiveUpdates {

	private static final int MAX_PAGES = 20;

	private static final int MAX_PENDING = 4096;

	private static final int MAX_BATCH = 500;

	private static final long PAUSE_MILLIS = 50;

	/**
	 * How soon a page that has been closed is noticed.
	 */
	private static final int HEARTBEAT_SECONDS = 10;

	private final List<BlockingQueue<JsonNode>> pages = new CopyOnWriteArrayList<>();

	private volatile boolean closed;

	/**
	 * Tells all open pages.
	 * @param kind what has happened
	 * @param value what the page needs to know of it
	 */
	void send(String kind, JsonNode value) {
		ObjectNode update = Json.MAPPER.createObjectNode();
		update.put("kind", kind);
		update.set("value", value);
		for (BlockingQueue<JsonNode> page : this.pages) {
			// A page that can't follow finds a gap in the numbers, and reads the list
			// again
			page.offer(update);
		}
	}

	boolean isWatched() {
		return !this.pages.isEmpty();
	}

	/**
	 * Serves one page until it is closed.
	 * @param hello what a page gets first
	 * @throws IOException if it can't be reached; that is how it ends
	 */
	void serve(JsonNode hello, Response response, Callback callback) throws IOException, InterruptedException {
		BlockingQueue<JsonNode> updates = new ArrayBlockingQueue<>(MAX_PENDING);
		if (this.closed || this.pages.size() >= MAX_PAGES) {
			response.setStatus(503);
			callback.succeeded();
			return;
		}
		response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/event-stream");
		this.pages.add(updates);
		try (OutputStream output = Content.Sink.asOutputStream(response)) {
			write(output, Json.MAPPER.createArrayNode()
				.add(Json.MAPPER.createObjectNode().put("kind", "hello").set("value", hello)));
			while (!this.closed) {
				writeNext(updates, output);
			}
		}
		finally {
			this.pages.remove(updates);
		}
		callback.succeeded();
	}

	private void writeNext(BlockingQueue<JsonNode> updates, OutputStream output)
			throws IOException, InterruptedException {
		long heartbeat = System.nanoTime() + TimeUnit.SECONDS.toNanos(HEARTBEAT_SECONDS);
		JsonNode first = null;
		while (first == null && !this.closed && System.nanoTime() < heartbeat) {
			first = updates.poll(200, TimeUnit.MILLISECONDS);
		}
		if (first == null) {
			output.write(":\n\n".getBytes(StandardCharsets.US_ASCII));
			output.flush();
			return;
		}
		List<JsonNode> batch = new ArrayList<>(List.of(first));
		updates.drainTo(batch, MAX_BATCH);
		write(output, Json.MAPPER.createArrayNode().addAll(batch));
		Thread.sleep(PAUSE_MILLIS);
	}

	private static void write(OutputStream output, ArrayNode updates) throws IOException {
		output.write(("data: " + updates + "\n\n").getBytes(StandardCharsets.UTF_8));
		output.flush();
	}

	void close() {
		this.closed = true;
	}

}
