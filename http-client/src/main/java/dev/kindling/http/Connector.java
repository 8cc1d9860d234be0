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

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.SocketChannel;

import javax.net.ssl.SSLSocket;

import dev.kindling.codec.HttpConnection;
import dev.kindling.codec.HttpHeaders;
import dev.kindling.codec.HttpRequest;
import dev.kindling.codec.HttpTransport;
import dev.kindling.http.channel.ChannelSocket;
import dev.kindling.http.channel.Deadline;
import dev.kindling.http.channel.TlsTransport;
import org.jspecify.annotations.Nullable;

/**
 * Makes connections.
 */
final class Connector {

	private static final int TLS_BUFFER_BYTES = 16 * 1024;

	private final ClientSettings settings;

	private final TlsLayer tls;

	Connector(ClientSettings settings) {
		this.settings = settings;
		this.tls = new TlsLayer(settings);
	}

	/**
	 * Connects, and shakes hands where TLS is spoken.
	 * @param call is told of the socket before it connects, so that it can be aborted
	 */
	PooledConnection connect(Route route, Abortable call, Deadline callDeadline) throws IOException {
		ProxyServer proxy = this.settings.proxies().find(route);
		Route next = (proxy != null) ? proxy.address() : route;
		ChannelSocket socket = open(next.host(), next.port(), call, callDeadline);
		try {
			if (next.secure() || route.secure()) {
				socket.buffered(TLS_BUFFER_BYTES);
			}
			Socket carrier = socket;
			HttpTransport transport = socket;
			if (next.secure()) {
				SSLSocket secured = handshake(socket, carrier, next, callDeadline);
				carrier = secured;
				transport = new TlsTransport(socket, secured);
			}
			if (proxy != null && route.secure()) {
				tunnel(socket, transport, proxy, route, callDeadline);
				transport = new TlsTransport(socket, handshake(socket, carrier, route, callDeadline));
			}
			return new PooledConnection(route, proxy, socket,
					(transport instanceof TlsTransport secured) ? secured : null,
					new HttpConnection(transport, this.settings.limits()));
		}
		catch (IOException | RuntimeException | Error ex) {
			socket.close();
			throw ex;
		}
	}

	private SSLSocket handshake(ChannelSocket socket, Socket carrier, Route route, Deadline callDeadline)
			throws IOException {
		socket.deadline(
				Deadline.after(this.settings.tlsNegotiationTimeout(), "The TLS handshake with " + route.authority())
					.orEarlier(callDeadline));
		return this.tls.handshake(socket, carrier, route.host(), route.port());
	}

	/**
	 * Asks the proxy for a way to the host.
	 *
	 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-9.3.6">RFC 9110,
	 * CONNECT</a>
	 */
	private void tunnel(ChannelSocket socket, HttpTransport transport, ProxyServer proxy, Route route,
			Deadline callDeadline) throws IOException {
		socket.deadline(Deadline
			.after(this.settings.connectTimeout(), "Connecting to " + route.authority() + " through the proxy")
			.orEarlier(callDeadline));
		HttpHeaders.Builder headers = HttpHeaders.builder().add("Host", route.authority());
		if (proxy.authorization() != null) {
			headers.add("Proxy-Authorization", proxy.authorization());
		}
		HttpConnection http = new HttpConnection(transport, this.settings.limits());
		http.send(new HttpRequest("CONNECT", route.authority(), headers.build()), new byte[0]);
		int status = http.receive("CONNECT").status();
		if (status == 407) {
			throw new IOException("The proxy " + proxy.address().authority()
					+ ((proxy.authorization() != null) ? " refuses the user name and password (status 407)"
							: " asks for a user name and password (status 407)"));
		}
		if (status > 299) {
			throw new IOException("The proxy " + proxy.address().authority() + " answers status " + status
					+ " to CONNECT " + route.authority());
		}
		if (!http.isReusable()) {
			throw new IOException("The proxy " + proxy.address().authority() + " ends the tunnel to "
					+ route.authority() + " as it opens it");
		}
	}

	private ChannelSocket open(String host, int port, Abortable call, Deadline callDeadline) throws IOException {
		InetAddress[] addresses = resolve(host);
		Deadline deadline = Deadline.after(this.settings.connectTimeout(), "Connecting to " + host + ':' + port)
			.orEarlier(callDeadline);
		IOException failure = null;
		for (int i = 0; i < addresses.length; i++) {
			try {
				return open(new InetSocketAddress(addresses[i], port), call, share(deadline, addresses.length - i));
			}
			catch (InterruptedIOException ex) {
				if (!(ex instanceof SocketTimeoutException) || deadline.isOver() || i == addresses.length - 1) {
					throw (ex instanceof SocketTimeoutException && deadline.isLimited()) ? deadline.exceeded() : ex;
				}
				failure = collect(failure, ex);
			}
			catch (IOException ex) {
				if (Thread.currentThread().isInterrupted() || call.isAborted()) {
					throw ex;
				}
				failure = collect(failure, ex);
			}
		}
		ConnectException refused = new ConnectException(
				"Can't connect to " + host + ':' + port + ": " + ((failure != null) ? failure.getMessage() : ""));
		refused.initCause(failure);
		throw refused;
	}

	private static InetAddress[] resolve(String host) throws UnknownHostException {
		try {
			return InetAddress.getAllByName(host);
		}
		catch (UnknownHostException ex) {
			UnknownHostException unknown = new UnknownHostException("The host name '" + host + "' can't be resolved");
			unknown.initCause(ex);
			throw unknown;
		}
	}

	/**
	 * The time for one of the addresses left, so that a dead one doesn't use it all up.
	 */
	private static int share(Deadline deadline, int addresses) throws SocketTimeoutException {
		int millis = deadline.limit(0);
		return (millis != 0) ? Math.max(1, millis / addresses) : 0;
	}

	private static IOException collect(@Nullable IOException failure, IOException next) {
		if (failure == null) {
			return next;
		}
		failure.addSuppressed(next);
		return failure;
	}

	private ChannelSocket open(InetSocketAddress address, Abortable call, int timeout) throws IOException {
		SocketChannel channel = SocketChannel.open();
		try {
			call.use(channel);
			channel.socket().connect(address, timeout);
			ChannelSocket socket = new ChannelSocket(channel, this.settings.tcpKeepAlive(), this.settings.readTimeout(),
					this.settings.writeTimeout());
			call.use(socket);
			return socket;
		}
		catch (IOException | RuntimeException | Error ex) {
			channel.close();
			throw ex;
		}
	}

}
