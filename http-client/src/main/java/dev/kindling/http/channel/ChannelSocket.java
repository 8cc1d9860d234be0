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
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketImpl;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;

import javax.net.ssl.SSLSocket;

import dev.kindling.codec.HttpTransport;

/**
 * A socket over a channel: it can be asked whether it is still alive without a wait, ends
 * at once when its thread is interrupted, and keeps to a deadline besides the time-out of
 * each read and write. It is a {@link Socket} so that TLS can be put on top.
 */
public final class ChannelSocket extends Socket implements HttpTransport {

	private final SocketChannel channel;

	private final ChannelInput input;

	private final ChannelOutput output;

	private final int writeTimeout;

	private int readTimeout;

	private Deadline deadline = Deadline.NONE;

	private boolean closing;

	public ChannelSocket(SocketChannel channel, boolean keepAlive, int readTimeout, int writeTimeout)
			throws IOException {
		super((SocketImpl) null);
		this.channel = channel;
		this.input = new ChannelInput(this, channel);
		this.output = new ChannelOutput(this, channel);
		this.readTimeout = readTimeout;
		this.writeTimeout = writeTimeout;
		channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
		if (keepAlive) {
			channel.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
		}
	}

	public void deadline(Deadline deadline) {
		this.deadline = deadline;
	}

	/**
	 * Keeps what comes in ahead of being asked for, as TLS needs it.
	 */
	public void buffered(int bytes) {
		this.input.buffered(bytes);
	}

	/**
	 * Runs a TLS handshake, in which the other side's reason to end it comes before our
	 * own failure to write.
	 */
	public void handshake(SSLSocket tls) throws IOException {
		this.output.forgive(true);
		try {
			tls.startHandshake();
		}
		catch (IOException ex) {
			IOException forgiven = this.output.forgiven();
			if (forgiven != null) {
				ex.addSuppressed(forgiven);
			}
			throw ex;
		}
		finally {
			this.output.forgive(false);
		}
	}

	/**
	 * Whether an idle connection can't be used again: the other side has closed it, or
	 * has said something unasked. Under TLS that is no fault, as new session tickets come
	 * at any time.
	 */
	public boolean isStale(boolean encrypted) {
		try {
			return !this.input.takeAvailable() || !(encrypted || this.input.isEmpty());
		}
		catch (IOException ex) {
			return true;
		}
	}

	/**
	 * From now on reads end at once, and writes send what goes without waiting.
	 */
	void stopWaiting() {
		this.closing = true;
	}

	boolean isClosing() {
		return this.closing;
	}

	int readLimit() throws SocketTimeoutException {
		return this.deadline.limit(this.readTimeout);
	}

	SocketTimeoutException readTimedOut(int millis) {
		return this.deadline.isOver() ? this.deadline.exceeded()
				: new SocketTimeoutException("Nothing came from the other side for " + millis + " ms");
	}

	int writeLimit() throws SocketTimeoutException {
		return this.deadline.limit(this.writeTimeout);
	}

	SocketTimeoutException writeTimedOut(int millis) {
		return this.deadline.isOver() ? this.deadline.exceeded()
				: new SocketTimeoutException("The other side took nothing for " + millis + " ms");
	}

	@Override
	public InputStream input() {
		return this.input;
	}

	@Override
	public OutputStream output() {
		return this.output;
	}

	@Override
	public int readTimeout() {
		return this.readTimeout;
	}

	@Override
	public void readTimeout(int millis) {
		this.readTimeout = millis;
	}

	@Override
	public boolean isOpen() {
		return this.channel.isOpen();
	}

	@Override
	public void close() throws IOException {
		this.channel.close();
		this.output.wakeUp();
	}

	@Override
	public InputStream getInputStream() {
		return this.input;
	}

	@Override
	public OutputStream getOutputStream() {
		return this.output;
	}

	@Override
	public int getSoTimeout() {
		return this.readTimeout;
	}

	@Override
	public void setSoTimeout(int millis) {
		this.readTimeout = millis;
	}

	@Override
	public boolean isClosed() {
		return !this.channel.isOpen();
	}

	@Override
	public boolean isConnected() {
		return this.channel.socket().isConnected();
	}

	@Override
	public boolean isBound() {
		return this.channel.socket().isBound();
	}

	@Override
	public SocketChannel getChannel() {
		return this.channel;
	}

	@Override
	public InetAddress getInetAddress() {
		return this.channel.socket().getInetAddress();
	}

	@Override
	public int getPort() {
		return this.channel.socket().getPort();
	}

	@Override
	public SocketAddress getRemoteSocketAddress() {
		return new InetSocketAddress(getInetAddress(), getPort());
	}

	@Override
	public InetAddress getLocalAddress() {
		return this.channel.socket().getLocalAddress();
	}

	@Override
	public int getLocalPort() {
		return this.channel.socket().getLocalPort();
	}

	@Override
	public boolean getTcpNoDelay() throws SocketException {
		return this.channel.socket().getTcpNoDelay();
	}

	@Override
	public int getSoLinger() throws SocketException {
		return this.channel.socket().getSoLinger();
	}

	@Override
	public boolean isInputShutdown() {
		return this.channel.socket().isInputShutdown();
	}

	@Override
	public boolean isOutputShutdown() {
		return this.channel.socket().isOutputShutdown();
	}

	@Override
	public void shutdownInput() throws IOException {
		this.channel.shutdownInput();
	}

	@Override
	public void shutdownOutput() throws IOException {
		this.channel.shutdownOutput();
	}

	@Override
	public String toString() {
		return "ChannelSocket[" + this.channel + "]";
	}

}
