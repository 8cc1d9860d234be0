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

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * A request, and the means to answer it well or badly.
 *
 * @param server who was asked
 * @param socket the connection
 * @param input what comes over it, after the request
 * @param request what was asked; without its body where a test reads that itself
 */
public record Exchange(FakeRuntimeApi server, Socket socket, InputStream input, ApiRequest request) {

	/**
	 * Writes bytes as they are.
	 * @param bytes a part of the answer
	 * @throws IOException if the connection has ended
	 */
	public void write(byte[] bytes) throws IOException {
		this.socket.getOutputStream().write(bytes);
	}

	/**
	 * Writes text as it is, in UTF-8.
	 * @param text a part of the answer
	 * @throws IOException if the connection has ended
	 */
	public void write(String text) throws IOException {
		write(text.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Answers with a status and JSON.
	 * @param status the status code
	 * @param body the JSON, in ASCII
	 * @throws IOException if the connection has ended
	 */
	public void status(int status, String body) throws IOException {
		write("HTTP/1.1 " + status + " Status\r\nContent-Type: application/json\r\nContent-Length: " + body.length()
				+ "\r\n\r\n" + body);
	}

	/**
	 * Delivers an event as Lambda does.
	 * @param id its request id
	 * @param event the event
	 * @param headers more lines of the head
	 * @throws IOException if the connection has ended
	 */
	public void deliver(String id, byte[] event, String... headers) throws IOException {
		byte[] head = open(id, "Content-Length: " + event.length, headers);
		byte[] all = new byte[head.length + event.length];
		System.arraycopy(head, 0, all, 0, head.length);
		System.arraycopy(event, 0, all, head.length, event.length);
		write(all);
	}

	/**
	 * Has an answer to an invocation taken, whose event the test writes.
	 * @param id the request id
	 * @param framing how the event's end is found, as a line of the head
	 * @param headers more lines of the head
	 * @return the head, to be written
	 */
	public byte[] open(String id, String framing, String... headers) {
		this.server.opened(id);
		StringBuilder head = new StringBuilder("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n");
		head.append("Lambda-Runtime-Aws-Request-Id: ").append(id).append("\r\n");
		for (String header : headers) {
			head.append(header).append("\r\n");
		}
		return head.append(framing).append("\r\n\r\n").toString().getBytes(StandardCharsets.UTF_8);
	}

	/**
	 * Accepts a post as Lambda does.
	 * @throws IOException if the connection has ended
	 */
	public void accept() throws IOException {
		take();
		write(FakeRuntimeApi.ACCEPTED);
	}

	/**
	 * Accepts a post, but the answer is lost.
	 * @throws IOException if the connection has ended
	 */
	public void acceptAndReset() throws IOException {
		take();
		reset();
	}

	private void take() {
		String[] path = this.request.path().split("/");
		this.server.close(path[path.length - 2]);
	}

	/**
	 * Writes a few bytes at a time.
	 * @param bytes a part of the answer
	 * @throws IOException if the connection has ended
	 */
	public void drip(byte[] bytes) throws IOException {
		for (int i = 0; i < bytes.length; i += 3) {
			this.socket.getOutputStream().write(bytes, i, Math.min(3, bytes.length - i));
			pause(3);
		}
	}

	/**
	 * Reads a body that hasn't been read, bytes as they come.
	 * @param end where to stop
	 * @return what was read, with the end
	 * @throws IOException if the connection ends before
	 */
	public String readTo(String end) throws IOException {
		StringBuilder text = new StringBuilder();
		while (text.indexOf(end) < 0) {
			int b = this.input.read();
			if (b < 0) {
				throw new IOException("Ended after " + text);
			}
			text.append((char) b);
		}
		return text.toString();
	}

	/**
	 * Ends the connection.
	 * @throws IOException if that fails
	 */
	public void close() throws IOException {
		this.socket.close();
	}

	/**
	 * Ends the connection by a reset.
	 * @throws IOException if that fails
	 */
	public void reset() throws IOException {
		this.socket.setSoLinger(true, 0);
		this.socket.close();
	}

	/**
	 * Lets time pass.
	 * @param millis how much
	 * @throws IOException if the thread is interrupted
	 */
	public static void pause(long millis) throws IOException {
		try {
			Thread.sleep(millis);
		}
		catch (InterruptedException ex) {
			throw new IOException(ex);
		}
	}

}
