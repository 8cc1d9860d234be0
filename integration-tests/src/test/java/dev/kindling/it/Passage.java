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

package dev.kindling.it;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import javax.net.ssl.SSLServerSocket;

import org.jspecify.annotations.Nullable;

/**
 * An address that stays while what is behind it comes and goes: passes connections on,
 * byte by byte, and ends them when the other side does.
 */
public final class Passage implements AutoCloseable {

	private final ServerSocket listening;

	private final ExecutorService threads = Executors.newCachedThreadPool((task) -> {
		Thread thread = new Thread(task, "passage");
		thread.setDaemon(true);
		return thread;
	});

	private volatile @Nullable URI target;

	/**
	 * Listens on a free port.
	 */
	public Passage() {
		this(listen());
	}

	/**
	 * Listens on a socket, which may speak TLS to the callers.
	 * @param listening on the loopback address, closed with this
	 */
	public Passage(ServerSocket listening) {
		this.listening = listening;
		this.threads.execute(this::accept);
	}

	private static ServerSocket listen() {
		try {
			return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Where callers find it.
	 * @return the address
	 */
	public URI endpoint() {
		int port = this.listening.getLocalPort();
		return URI.create(
				(this.listening instanceof SSLServerSocket) ? "https://localhost:" + port : "http://127.0.0.1:" + port);
	}

	/**
	 * Leads connections to another server from now on.
	 * @param endpoint of the server
	 */
	public void target(URI endpoint) {
		this.target = endpoint;
	}

	private void accept() {
		while (!this.listening.isClosed()) {
			try {
				Socket caller = this.listening.accept();
				this.threads.execute(() -> pass(caller));
			}
			catch (IOException ex) {
				// Closed, as it will find
			}
		}
	}

	private void pass(Socket caller) {
		URI behind = this.target;
		try (caller; Socket called = new Socket(behind.getHost(), behind.getPort())) {
			this.threads.execute(() -> copy(called, caller));
			copy(caller, called);
		}
		catch (IOException ex) {
			// Nobody there: closing is the answer
		}
	}

	/**
	 * Both are closed at the end, whichever side has ended first.
	 */
	private static void copy(Socket source, Socket sink) {
		try (source; sink) {
			InputStream input = source.getInputStream();
			OutputStream output = sink.getOutputStream();
			input.transferTo(output);
		}
		catch (IOException ex) {
			// The other direction has closed them
		}
	}

	@Override
	public void close() {
		try {
			this.listening.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.threads.shutdownNow();
	}

}
