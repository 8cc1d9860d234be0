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

package dev.kindling.it.conformance;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * A request, and the means to answer it well or badly.
 *
 * @param server the server
 * @param socket the connection
 * @param request what was asked
 */
record Exchange(RuntimeApiServer server, Socket socket, ApiRequest request) {

	void write(byte[] bytes) throws IOException {
		this.socket.getOutputStream().write(bytes);
	}

	void write(String text) throws IOException {
		write(text.getBytes(StandardCharsets.UTF_8));
	}

	void status(int status, String body) throws IOException {
		write("HTTP/1.1 " + status + " Status\r\nContent-Type: application/json\r\nContent-Length: " + body.length()
				+ "\r\n\r\n" + body);
	}

	/**
	 * Delivers an event as Lambda does.
	 */
	void deliver(String id, byte[] event, String... headers) throws IOException {
		this.server.opened(id);
		byte[] head = head(id, "Content-Length: " + event.length, headers);
		byte[] all = new byte[head.length + event.length];
		System.arraycopy(head, 0, all, 0, head.length);
		System.arraycopy(event, 0, all, head.length, event.length);
		write(all);
	}

	static byte[] head(String id, String framing, String... headers) {
		StringBuilder head = new StringBuilder("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n");
		head.append("Lambda-Runtime-Aws-Request-Id: ").append(id).append("\r\n");
		for (String header : headers) {
			head.append(header).append("\r\n");
		}
		return head.append(framing).append("\r\n\r\n").toString().getBytes(StandardCharsets.UTF_8);
	}

	/**
	 * Accepts a post as Lambda does.
	 */
	void accept() throws IOException {
		take();
		write(RuntimeApiServer.ACCEPTED);
	}

	/**
	 * Accepts a post, but the answer is lost.
	 */
	void acceptAndReset() throws IOException {
		take();
		reset();
	}

	private void take() {
		String[] path = this.request.path().split("/");
		this.server.close(path[path.length - 2]);
	}

	/**
	 * Writes a few bytes at a time.
	 */
	void drip(byte[] bytes) throws IOException {
		for (int i = 0; i < bytes.length; i += 3) {
			this.socket.getOutputStream().write(bytes, i, Math.min(3, bytes.length - i));
			pause(3);
		}
	}

	void close() throws IOException {
		this.socket.close();
	}

	void reset() throws IOException {
		this.socket.setSoLinger(true, 0);
		this.socket.close();
	}

	static void pause(long millis) throws IOException {
		try {
			Thread.sleep(millis);
		}
		catch (InterruptedException ex) {
			throw new IOException(ex);
		}
	}

}
