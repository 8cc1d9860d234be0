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
package dev.kindling.it.http;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

import org.jspecify.annotations.Nullable;

/**
 * Speaks TLS in front of a server that doesn't.
 */
final class TlsFront implements Closeable {

	private final SSLServerSocket listening;

	private final URI behind;

	private final ExecutorService threads = Executors.newCachedThreadPool((task) -> {
		Thread thread = new Thread(task, "tls-front");
		thread.setDaemon(true);
		return thread;
	});

	TlsFront(SSLContext context, @Nullable String cipherSuite, URI behind) throws IOException {
		this.listening = (SSLServerSocket) context.getServerSocketFactory()
			.createServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
		if (cipherSuite != null) {
			this.listening.setEnabledCipherSuites(new String[] { cipherSuite });
		}
		this.behind = behind;
		this.threads.execute(this::accept);
	}

	URI endpoint() {
		return URI.create("https://localhost:" + this.listening.getLocalPort());
	}

	private void accept() {
		while (!this.listening.isClosed()) {
			try {
				Socket caller = this.listening.accept();
				this.threads.execute(() -> pass(caller));
			}
			catch (IOException ex) {
				// closed, as the next look shows
			}
		}
	}

	private void pass(Socket caller) {
		try (caller; Socket called = new Socket(this.behind.getHost(), this.behind.getPort())) {
			this.threads.execute(() -> copy(called, caller));
			copy(caller, called);
		}
		catch (IOException ex) {
			// the caller sees that nobody answers
		}
	}

	private static void copy(Socket source, Socket sink) {
		try (source; sink; InputStream input = source.getInputStream()) {
			input.transferTo(sink.getOutputStream());
		}
		catch (IOException ex) {
			// the other direction has closed them
		}
	}

	@Override
	public void close() throws IOException {
		this.listening.close();
		this.threads.shutdownNow();
	}

}
