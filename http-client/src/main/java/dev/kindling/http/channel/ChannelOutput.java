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
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

import org.jspecify.annotations.Nullable;

/**
 * What goes out over a channel. Sockets have no time-out for writes, so it writes what
 * goes without waiting, and waits for the rest on a selector.
 */
final class ChannelOutput extends OutputStream {

	private final ChannelSocket socket;

	private final SocketChannel channel;

	private volatile @Nullable Selector waiting;

	private boolean forgiving;

	private @Nullable IOException forgiven;

	ChannelOutput(ChannelSocket socket, SocketChannel channel) {
		this.socket = socket;
		this.channel = channel;
	}

	@Override
	public void write(int b) throws IOException {
		write(new byte[] { (byte) b }, 0, 1);
	}

	@Override
	public void write(byte[] bytes, int offset, int length) throws IOException {
		ByteBuffer source = ByteBuffer.wrap(bytes, offset, length);
		this.channel.configureBlocking(false);
		try {
			this.channel.write(source);
			if (source.hasRemaining() && !this.socket.isClosing()) {
				writeRest(source);
			}
		}
		catch (IOException ex) {
			if (!this.forgiving || ex instanceof InterruptedIOException || !this.channel.isOpen()) {
				throw ex;
			}
			this.forgiven = ex;
		}
		finally {
			if (this.channel.isOpen()) {
				this.channel.configureBlocking(true);
			}
		}
	}

	private void writeRest(ByteBuffer source) throws IOException {
		try (Selector selector = this.channel.provider().openSelector()) {
			this.channel.register(selector, SelectionKey.OP_WRITE);
			this.waiting = selector;
			while (source.hasRemaining()) {
				int timeout = this.socket.writeLimit();
				int selected = selector.select(timeout);
				if (Thread.currentThread().isInterrupted()) {
					this.channel.close();
				}
				else if (selected == 0 && this.channel.isOpen()) {
					throw this.socket.writeTimedOut(timeout);
				}
				selector.selectedKeys().clear();
				this.channel.write(source);
			}
		}
		finally {
			this.waiting = null;
		}
	}

	/**
	 * Lets writes that fail pass from now on, or no longer: whoever closes in the middle
	 * of a handshake has said why, and that is still to be read.
	 */
	void forgive(boolean forgiving) {
		this.forgiving = forgiving;
	}

	/**
	 * The failure of the last write that was let pass.
	 */
	@Nullable IOException forgiven() {
		return this.forgiven;
	}

	/**
	 * Ends a wait in another thread, after the channel was closed.
	 */
	void wakeUp() {
		Selector selector = this.waiting;
		if (selector != null) {
			selector.wakeup();
		}
	}

}
