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
package dev.kindling.http;

import java.io.Closeable;
import java.io.IOException;

import dev.kindling.codec.HttpConnection;
import dev.kindling.http.channel.ChannelSocket;
import dev.kindling.http.channel.Deadline;
import dev.kindling.http.channel.TlsTransport;
import org.jspecify.annotations.Nullable;

/**
 * A connection to one route, with its age.
 */
final class PooledConnection implements Closeable {

	private final Route route;

	private final @Nullable ProxyServer proxy;

	private final ChannelSocket socket;

	private final @Nullable TlsTransport tls;

	private final HttpConnection http;

	private final long connectedAt = System.nanoTime();

	private long idleSince;

	private boolean reused;

	PooledConnection(Route route, @Nullable ProxyServer proxy, ChannelSocket socket, @Nullable TlsTransport tls,
			HttpConnection http) {
		this.route = route;
		this.proxy = proxy;
		this.socket = socket;
		this.tls = tls;
		this.http = http;
	}

	Route route() {
		return this.route;
	}

	/**
	 * The proxy that forwards each request, or {@code null} if the connection leads to
	 * the host itself, directly or through a tunnel.
	 */
	@Nullable ProxyServer forwarder() {
		return this.route.secure() ? null : this.proxy;
	}

	HttpConnection http() {
		return this.http;
	}

	void deadline(Deadline deadline) {
		this.socket.deadline(deadline);
	}

	long connectedAt() {
		return this.connectedAt;
	}

	long idleSince() {
		return this.idleSince;
	}

	void idle() {
		this.socket.deadline(Deadline.NONE);
		this.idleSince = System.nanoTime();
		this.reused = true;
	}

	/**
	 * Whether it has been in the pool, so that the other side may have closed it without
	 * our having noticed.
	 */
	boolean isReused() {
		return this.reused;
	}

	boolean isStale() {
		return this.socket.isStale(this.route.secure() || (this.proxy != null && this.proxy.address().secure()));
	}

	@Override
	public void close() throws IOException {
		this.http.close();
	}

	/**
	 * Closes the connection while it is idle.
	 */
	void closeIdle() {
		if (this.tls != null && this.socket.isOpen()) {
			try {
				this.tls.sayGoodbye();
			}
			catch (IOException ex) {
				// It has gone already
			}
		}
		closeQuietly();
	}

	void closeQuietly() {
		try {
			close();
		}
		catch (IOException ex) {
			// There is nothing left to lose
		}
	}

}
