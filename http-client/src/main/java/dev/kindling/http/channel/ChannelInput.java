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
package dev.kindling.http.channel;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Objects;

/**
 * What comes in over a channel. TLS asks for a record's header and its rest one after the
 * other, so that a buffer saves it every second read.
 */
final class ChannelInput extends InputStream {

	private final ChannelSocket socket;

	private final SocketChannel channel;

	private final InputStream source;

	private ByteBuffer buffer = ByteBuffer.allocate(1).flip();

	ChannelInput(ChannelSocket socket, SocketChannel channel) throws IOException {
		this.socket = socket;
		this.channel = channel;
		this.source = channel.socket().getInputStream();
	}

	void buffered(int bytes) {
		this.buffer = ByteBuffer.allocate(bytes).put(this.buffer).flip();
	}

	@Override
	public int read() throws IOException {
		byte[] single = new byte[1];
		return (read(single, 0, 1) < 0) ? -1 : single[0] & 0xff;
	}

	@Override
	public int read(byte[] target, int offset, int length) throws IOException {
		Objects.checkFromIndexSize(offset, length, target.length);
		if (length == 0) {
			return 0;
		}
		if (this.socket.isClosing()) {
			return -1;
		}
		if (!this.buffer.hasRemaining()) {
			if (length >= this.buffer.capacity()) {
				return receive(target, offset, length);
			}
			int count = receive(this.buffer.array(), 0, this.buffer.capacity());
			this.buffer.position(0).limit(Math.max(count, 0));
			if (count < 0) {
				return -1;
			}
		}
		int count = Math.min(length, this.buffer.remaining());
		this.buffer.get(target, offset, count);
		return count;
	}

	private int receive(byte[] target, int offset, int length) throws IOException {
		int timeout = this.socket.readLimit();
		this.channel.socket().setSoTimeout(timeout);
		try {
			return this.source.read(target, offset, length);
		}
		catch (SocketTimeoutException ex) {
			throw this.socket.readTimedOut(timeout);
		}
	}

	@Override
	public int available() throws IOException {
		return this.socket.isClosing() ? 0 : this.buffer.remaining() + this.source.available();
	}

	/**
	 * Takes what lies there, without waiting.
	 * @return {@code false} if the other side has ended the connection, or said more than
	 * the buffer holds
	 */
	boolean takeAvailable() throws IOException {
		this.channel.configureBlocking(false);
		try {
			this.buffer.compact();
			int count = this.channel.read(this.buffer);
			while (count > 0 && this.buffer.hasRemaining()) {
				count = this.channel.read(this.buffer);
			}
			boolean alive = count == 0 && this.buffer.hasRemaining();
			this.buffer.flip();
			return alive;
		}
		finally {
			if (this.channel.isOpen()) {
				this.channel.configureBlocking(true);
			}
		}
	}

	boolean isEmpty() {
		return !this.buffer.hasRemaining();
	}

}
