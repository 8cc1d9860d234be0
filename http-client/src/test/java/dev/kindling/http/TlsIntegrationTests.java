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

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509ExtendedKeyManager;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.SdkHttpConfigurationOption;
import software.amazon.awssdk.utils.AttributeMap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Who is trusted, and what a handshake says and costs.
 */
class TlsIntegrationTests {

	/**
	 * Another one than the server's.
	 */
	private static Certificates mine;

	@BeforeAll
	static void makeTheClientsCertificate() throws Exception {
		mine = Certificates.localhost();
	}

	private static void answer(TestServer.Peer peer) throws Exception {
		while (peer.receive() != null) {
			peer.answer("ok");
		}
	}

	private static KindlingHttpClient trusting(Certificates certificates) {
		return KindlingHttpClient.builder().tlsTrustManagersProvider(certificates::trustManagers).build();
	}

	@Test
	void refusesACertificateThatNobodyVouchesFor() throws Exception {
		try (TestServer server = Tls.server(true, TlsIntegrationTests::answer);
				KindlingHttpClient client = KindlingHttpClient.create()) {
			assertThatThrownBy(() -> Requests.get(client, server.uri()).call()).isInstanceOf(SSLException.class)
				.hasMessageContaining("PKIX path building failed");
		}
	}

	@Test
	void refusesAnExpiredCertificate() throws Exception {
		Certificates expired = Certificates.expired();
		try (TestServer server = new TestServer(expired.context(), TlsIntegrationTests::answer);
				KindlingHttpClient client = trusting(expired)) {
			assertThatThrownBy(() -> Requests.get(client, server.uri()).call()).isInstanceOf(SSLException.class)
				.hasStackTraceContaining("NotAfter");
		}
	}

	@Test
	void refusesTheCertificateOfAnotherHost() throws Exception {
		Certificates other = Certificates.wrongHost();
		try (TestServer server = new TestServer(other.context(), TlsIntegrationTests::answer);
				KindlingHttpClient client = trusting(other)) {
			assertThatThrownBy(() -> Requests.get(client, server.uri()).call()).isInstanceOf(SSLException.class)
				.hasMessageContaining("localhost");
			URI address = URI.create("https://127.0.0.1:" + server.port());
			assertThatThrownBy(() -> Requests.get(client, address).call()).isInstanceOf(SSLException.class)
				.hasMessageContaining("127.0.0.1");
		}
	}

	@Test
	void doesNotKeepAConnectionWhoseHandshakeFailed() throws Exception {
		try (TestServer server = Tls.server(true, TlsIntegrationTests::answer);
				KindlingHttpClient client = KindlingHttpClient.builder().maxConnections(1).build()) {
			for (int i = 0; i < 3; i++) {
				assertThatThrownBy(() -> Requests.get(client, server.uri()).call()).isInstanceOf(SSLException.class);
			}
		}
	}

	@Test
	void trustsTheAddressThatACertificateNames() throws Exception {
		try (TestServer server = Tls.server(true, TlsIntegrationTests::answer);
				KindlingHttpClient client = Tls.client()) {
			URI address = URI.create("https://127.0.0.1:" + server.port());
			assertThat(Requests.text(Requests.get(client, address).call())).isEqualTo("ok");
		}
	}

	@Test
	void trustsEverybodyOnlyWhereTheAttributeAsksForIt() throws Exception {
		AttributeMap attributes = AttributeMap.builder()
			.put(SdkHttpConfigurationOption.TRUST_ALL_CERTIFICATES, true)
			.build();
		try (TestServer server = new TestServer(Certificates.wrongHost().context(), TlsIntegrationTests::answer);
				KindlingHttpClient client = KindlingHttpClient.builder().buildWithDefaults(attributes)) {
			assertThat(Requests.text(Requests.get(client, server.uri()).call())).isEqualTo("ok");
		}
		assertThatIllegalArgumentException()
			.isThrownBy(() -> KindlingHttpClient.builder()
				.tlsTrustManagersProvider(Tls.certificates()::trustManagers)
				.buildWithDefaults(attributes))
			.withMessageContaining("TRUST_ALL_CERTIFICATES");
	}

	@Test
	void showsTheClientsCertificate() throws Exception {
		AtomicReference<Principal> seen = new AtomicReference<>();
		SSLContext context = Tls.certificates().context(mine.trustManagers());
		try (TestServer server = new TestServer(context, (peer) -> {
			SSLSocket socket = (SSLSocket) peer.socket();
			socket.setNeedClientAuth(true);
			socket.startHandshake();
			seen.set(socket.getSession().getPeerPrincipal());
			answer(peer);
		}); KindlingHttpClient client = Tls.client((builder) -> builder.tlsKeyManagersProvider(mine::keyManagers))) {
			assertThat(Requests.text(Requests.get(client, server.uri()).call())).isEqualTo("ok");
			assertThat(seen.get().getName()).isEqualTo("CN=kindling server");
		}
	}

	/**
	 * The server says so and closes while the client still sends: under TLS 1.2 its part
	 * of the handshake, under TLS 1.3 the request.
	 */
	@RepeatedTest(5)
	void throwsTheRefusalOfTheClientsCertificate() throws Exception {
		SSLContext context = Tls.certificates().context(Tls.certificates().trustManagers());
		for (String protocol : List.of("TLSv1.2", "TLSv1.3")) {
			try (TestServer server = new TestServer(context, (peer) -> {
				SSLSocket socket = (SSLSocket) peer.socket();
				socket.setEnabledProtocols(new String[] { protocol });
				socket.setNeedClientAuth(true);
				answer(peer);
			});
					KindlingHttpClient none = Tls.client();
					KindlingHttpClient unknown = Tls
						.client((builder) -> builder.tlsKeyManagersProvider(mine::keyManagers))) {
				for (KindlingHttpClient client : List.of(none, unknown)) {
					for (int length : new int[] { 0, 10, 2_000_000 }) {
						ExecutableHttpRequest request = Requests.post(client, server.uri(), new byte[length]);
						assertThatThrownBy(request::call).as("%s, %d bytes", protocol, length)
							.isInstanceOf(SSLHandshakeException.class)
							.hasMessageContaining("certificate");
					}
				}
			}
		}
	}

	@Test
	void saysWhichHostItWantsEvenWithoutADot() throws Exception {
		AtomicReference<Object> name = new AtomicReference<>();
		try (TestServer server = Tls.server(true, (peer) -> {
			SSLSocket socket = (SSLSocket) peer.socket();
			socket.startHandshake();
			name.set(((ExtendedSSLSession) socket.getSession()).getRequestedServerNames());
			answer(peer);
		}); KindlingHttpClient client = Tls.client()) {
			Requests.get(client, server.uri()).call();
			assertThat(name.get()).asInstanceOf(InstanceOfAssertFactories.LIST)
				.containsExactly(new SNIHostName("localhost"));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "TLSv1.2", "TLSv1.3" })
	void resumesTheSessionOfTheConnectionBefore(String protocol) throws Exception {
		AtomicInteger fullHandshakes = new AtomicInteger();
		X509ExtendedKeyManager keys = (X509ExtendedKeyManager) Tls.certificates().keyManagers()[0];
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(new KeyManager[] { new CountingKeyManager(keys, fullHandshakes) }, null, null);
		try (TestServer server = new TestServer(context, (peer) -> {
			((SSLSocket) peer.socket()).setEnabledProtocols(new String[] { protocol });
			peer.receive();
			peer.send("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\nok");
		}); KindlingHttpClient client = Tls.client()) {
			for (int i = 0; i < 4; i++) {
				assertThat(Requests.text(Requests.get(client, server.uri()).call())).isEqualTo("ok");
			}
			assertThat(server.accepted()).isEqualTo(4);
			assertThat(fullHandshakes).hasValue(1);
		}
	}

	@Test
	void saysThatItClosesAnIdleConnection() throws Exception {
		ByteArrayOutputStream received = new ByteArrayOutputStream();
		CountDownLatch ended = new CountDownLatch(1);
		try (TestServer server = Tls.server(false, (peer) -> {
			SSLSocket tls = (SSLSocket) Tls.certificates()
				.context()
				.getSocketFactory()
				.createSocket(new RecordedSocket(peer.socket(), received), null, peer.socket().getPort(), true);
			tls.setUseClientMode(false);
			tls.setEnabledProtocols(new String[] { "TLSv1.2" });
			answer(new TestServer.Peer(tls, 0));
			ended.countDown();
		})) {
			try (KindlingHttpClient client = Tls.client()) {
				Requests.text(Requests.get(client, URI.create("https://localhost:" + server.port())).call());
				received.reset();
			}
			assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
			assertThat(received.toByteArray()).startsWith(21, 3, 3);
		}
	}

	/**
	 * Records what comes in.
	 */
	private static final class RecordedSocket extends Socket {

		private final Socket socket;

		private final ByteArrayOutputStream received;

		private RecordedSocket(Socket socket, ByteArrayOutputStream received) {
			this.socket = socket;
			this.received = received;
		}

		@Override
		public boolean isConnected() {
			return true;
		}

		@Override
		public InputStream getInputStream() throws IOException {
			return new FilterInputStream(this.socket.getInputStream()) {
				@Override
				public int read(byte[] target, int offset, int length) throws IOException {
					int count = super.read(target, offset, length);
					if (count > 0) {
						RecordedSocket.this.received.write(target, offset, count);
					}
					return count;
				}
			};
		}

		@Override
		public OutputStream getOutputStream() throws IOException {
			return this.socket.getOutputStream();
		}

		@Override
		public void close() throws IOException {
			this.socket.close();
		}

	}

	/**
	 * Counts how often the server has to show its certificate.
	 */
	private static final class CountingKeyManager extends X509ExtendedKeyManager {

		private final X509ExtendedKeyManager keys;

		private final AtomicInteger uses;

		private CountingKeyManager(X509ExtendedKeyManager keys, AtomicInteger uses) {
			this.keys = keys;
			this.uses = uses;
		}

		@Override
		public String[] getClientAliases(String keyType, Principal[] issuers) {
			return null;
		}

		@Override
		public String chooseClientAlias(String[] keyType, Principal[] issuers, Socket socket) {
			return null;
		}

		@Override
		public String[] getServerAliases(String keyType, Principal[] issuers) {
			return this.keys.getServerAliases(keyType, issuers);
		}

		@Override
		public String chooseServerAlias(String keyType, Principal[] issuers, Socket socket) {
			return this.keys.chooseServerAlias(keyType, issuers, socket);
		}

		@Override
		public X509Certificate[] getCertificateChain(String alias) {
			return this.keys.getCertificateChain(alias);
		}

		@Override
		public PrivateKey getPrivateKey(String alias) {
			this.uses.incrementAndGet();
			return this.keys.getPrivateKey(alias);
		}

	}

}
