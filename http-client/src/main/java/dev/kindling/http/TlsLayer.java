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
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

import javax.net.ssl.KeyManager;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;

import dev.kindling.http.channel.ChannelSocket;
import dev.kindling.http.trust.TrustAllManager;
import dev.kindling.http.trust.TrustedAuthorities;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.SystemPropertyTlsKeyManagersProvider;
import software.amazon.awssdk.http.TlsKeyManagersProvider;
import software.amazon.awssdk.http.TlsTrustManagersProvider;

/**
 * Puts TLS on a connected socket. One context serves all connections of a client, so that
 * a new connection resumes the session of the one before. It is made for the first
 * connection that needs it, as it reads some hundred root certificates.
 */
final class TlsLayer {

	private final ClientSettings settings;

	private final ReentrantLock lock = new ReentrantLock();

	private volatile @Nullable SSLSocketFactory factory;

	TlsLayer(ClientSettings settings) {
		this.settings = settings;
	}

	/**
	 * Shakes hands, and checks that the certificate is the host's.
	 * @param socket the connection
	 * @param carrier what to put TLS on: the connection, or TLS with a proxy over it
	 * @throws SSLException if the other side isn't trusted, or is not the host
	 */
	SSLSocket handshake(ChannelSocket socket, Socket carrier, String host, int port) throws IOException {
		SSLSocket tls = (SSLSocket) factory().createSocket(carrier, host, port, true);
		SSLParameters parameters = tls.getSSLParameters();
		if (!this.settings.trustAll()) {
			parameters.setEndpointIdentificationAlgorithm("HTTPS");
		}
		if (isName(host)) {
			parameters.setServerNames(List.of(new SNIHostName(host)));
		}
		tls.setSSLParameters(parameters);
		socket.handshake(tls);
		return tls;
	}

	/**
	 * Addresses are not allowed in SNI. A name without a dot would not be sent by
	 * default.
	 */
	private static boolean isName(String host) {
		char last = host.charAt(host.length() - 1);
		return host.indexOf(':') < 0 && last != '.' && !(last >= '0' && last <= '9');
	}

	private SSLSocketFactory factory() throws IOException {
		SSLSocketFactory made = this.factory;
		if (made != null) {
			return made;
		}
		this.lock.lock();
		try {
			made = this.factory;
			if (made == null) {
				made = makeContext().getSocketFactory();
				this.factory = made;
			}
			return made;
		}
		finally {
			this.lock.unlock();
		}
	}

	private SSLContext makeContext() throws IOException {
		try {
			SSLContext context = SSLContext.getInstance("TLS");
			context.init(keyManagers(), trustManagers(), null);
			return context;
		}
		catch (GeneralSecurityException ex) {
			throw new SSLException("TLS can't be set up: " + ex.getMessage(), ex);
		}
	}

	private KeyManager @Nullable [] keyManagers() {
		TlsKeyManagersProvider provider = this.settings.keyManagers();
		return ((provider != null) ? provider : SystemPropertyTlsKeyManagersProvider.create()).keyManagers();
	}

	private TrustManager[] trustManagers() throws GeneralSecurityException {
		if (this.settings.trustAll()) {
			return new TrustManager[] { new TrustAllManager() };
		}
		TlsTrustManagersProvider provider = this.settings.trustManagers();
		return (provider != null) ? provider.trustManagers() : TrustedAuthorities.managers();
	}

}
