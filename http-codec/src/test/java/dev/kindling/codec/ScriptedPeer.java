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

package dev.kindling.codec;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The other end of a real connection over loopback, played by the test's own thread.
 */
final class ScriptedPeer implements Closeable {

	private final Socket near;

	private final Socket far;

	ScriptedPeer() throws IOException {
		try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			this.near = new Socket(server.getInetAddress(), server.getLocalPort());
			this.far = server.accept();
		}
		this.near.setTcpNoDelay(true);
		this.near.setSoTimeout(10_000);
		this.far.setSoTimeout(10_000);
	}

	HttpConnection connection() throws IOException {
		return connection(HttpLimits.DEFAULT);
	}

	HttpConnection connection(HttpLimits limits) throws IOException {
		return new HttpConnection(this.near, limits);
	}

	/**
	 * A connection whose writes to the socket are recorded one by one.
	 */
	HttpConnection connection(List<byte[]> writes) throws IOException {
		OutputStream target = this.near.getOutputStream();
		Socket socket = this.near;
		return new HttpConnection(new Socket() {
			@Override
			public InputStream getInputStream() throws IOException {
				return socket.getInputStream();
			}

			@Override
			public OutputStream getOutputStream() {
				return new OutputStream() {
					@Override
					public void write(int b) throws IOException {
						write(new byte[] { (byte) b }, 0, 1);
					}

					@Override
					public void write(byte[] bytes, int offset, int length) throws IOException {
						byte[] copy = new byte[length];
						System.arraycopy(bytes, offset, copy, 0, length);
						writes.add(copy);
						target.write(bytes, offset, length);
					}
				};
			}
		}, HttpLimits.DEFAULT);
	}

	ScriptedPeer answer(String text) throws IOException {
		this.far.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
		return this;
	}

	ScriptedPeer answer(byte[] bytes) throws IOException {
		this.far.getOutputStream().write(bytes);
		return this;
	}

	void end() throws IOException {
		this.far.shutdownOutput();
	}

	void reset() throws IOException {
		this.far.setSoLinger(true, 0);
		this.far.close();
	}

	/**
	 * What came in so far, up to the given number of bytes.
	 */
	String received(int length) throws IOException {
		return new String(this.far.getInputStream().readNBytes(length), StandardCharsets.ISO_8859_1);
	}

	String receivedHead() throws IOException {
		StringBuilder head = new StringBuilder();
		while (head.indexOf("\r\n\r\n") < 0) {
			int b = this.far.getInputStream().read();
			if (b < 0) {
				throw new IOException("No head, only " + head);
			}
			head.append((char) b);
		}
		return head.toString();
	}

	/**
	 * Everything until the near side closes.
	 */
	byte[] receivedToEnd() throws IOException {
		return this.far.getInputStream().readAllBytes();
	}

	static String concatenated(List<byte[]> writes) {
		List<String> texts = new ArrayList<>();
		for (byte[] write : writes) {
			texts.add(new String(write, StandardCharsets.ISO_8859_1));
		}
		return String.join("", texts);
	}

	@Override
	public void close() throws IOException {
		this.near.close();
		this.far.close();
	}

}
