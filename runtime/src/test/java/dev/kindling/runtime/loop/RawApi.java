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

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * A Runtime API that reads bytes as they come, for what {@link FakeRuntimeApi} can't see
 * because it reads whole requests.
 */
abstract class RawApi implements Closeable {

	final ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());

	RawApi() throws IOException {
		Thread thread = new Thread(() -> {
			try {
				serve();
			}
			catch (IOException ex) {
				// The test has ended
			}
		}, "raw-api");
		thread.setDaemon(true);
		thread.start();
	}

	String authority() {
		return "127.0.0.1:" + this.server.getLocalPort();
	}

	abstract void serve() throws IOException;

	static void write(Socket socket, String text) throws IOException {
		socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
	}

	static String readTo(Socket socket, String end) throws IOException {
		StringBuilder text = new StringBuilder();
		InputStream input = socket.getInputStream();
		while (text.indexOf(end) < 0) {
			int b = input.read();
			if (b < 0) {
				throw new IOException("Ended after " + text);
			}
			text.append((char) b);
		}
		return text.toString();
	}

	@Override
	public void close() throws IOException {
		this.server.close();
	}

}
