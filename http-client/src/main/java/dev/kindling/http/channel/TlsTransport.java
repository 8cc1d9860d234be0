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

import javax.net.ssl.SSLSocket;

import dev.kindling.codec.HttpTransport;

/**
 * TLS over a socket. It is closed beneath TLS: the close of an {@link SSLSocket} waits
 * for whoever writes at that moment.
 */
public final class TlsTransport implements HttpTransport {

	private final ChannelSocket socket;

	private final SSLSocket tls;

	public TlsTransport(ChannelSocket socket, SSLSocket tls) {
		this.socket = socket;
		this.tls = tls;
	}

	@Override
	public InputStream input() throws IOException {
		return this.tls.getInputStream();
	}

	@Override
	public OutputStream output() throws IOException {
		return this.tls.getOutputStream();
	}

	@Override
	public int readTimeout() {
		return this.socket.readTimeout();
	}

	@Override
	public void readTimeout(int millis) {
		this.socket.readTimeout(millis);
	}

	/**
	 * Tells the other side that nothing more comes, as far as that goes without waiting.
	 *
	 * @see <a href="https://www.rfc-editor.org/rfc/rfc9112#section-9.8">RFC 9112, TLS
	 * connection closure</a>
	 */
	public void sayGoodbye() throws IOException {
		this.socket.stopWaiting();
		this.tls.close();
	}

	@Override
	public boolean isOpen() {
		return this.socket.isOpen();
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
	}

}
