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
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * What ends a call that takes too long, or that nobody wants any more. Each test would
 * hang for much longer than its time-out if nothing ended the call.
 */
@Timeout(20)
class TimeoutIntegrationTests {

	private static final Duration SHORT = Duration.ofMillis(200);

	private static void silent(TestServer.Peer peer) throws Exception {
		peer.receiveHead();
		Thread.sleep(60_000);
	}

	private static void drip(TestServer.Peer peer) throws Exception {
		peer.receiveHead();
		peer.send("HTTP/1.1 200 OK\r\nContent-Length: 10000\r\n\r\n");
		for (int i = 0; i < 10_000; i++) {
			peer.send("x");
			Thread.sleep(20);
		}
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void endsAfterTheReadTimeout(boolean secure) throws Exception {
		try (TestServer server = Tls.server(secure, TimeoutIntegrationTests::silent);
				KindlingHttpClient client = Tls.client((builder) -> builder.readTimeout(SHORT))) {
			assertThatThrownBy(() -> Requests.get(client, server.uri()).call())
				.isInstanceOf(SocketTimeoutException.class)
				.hasMessageContaining("200 ms");
			assertThat(server.accepted()).isOne();
		}
	}

	@Test
	void doesNotSendAgainAfterATimeoutOnAReusedConnection() throws Exception {
		try (TestServer server = Tls.server(false, (peer) -> {
			peer.receive();
			peer.answer("");
			silent(peer);
		}); KindlingHttpClient client = Tls.client((builder) -> builder.readTimeout(SHORT))) {
			Requests.get(client, server.uri()).call();
			assertThatThrownBy(() -> Requests.get(client, server.uri()).call())
				.isInstanceOf(SocketTimeoutException.class);
			assertThat(server.accepted()).isOne();
		}
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void endsASlowDripAfterTheCallTimeout(boolean secure) throws Exception {
		try (TestServer server = Tls.server(secure, TimeoutIntegrationTests::drip);
				KindlingHttpClient client = Tls.client((builder) -> builder.callTimeout(Duration.ofSeconds(1)))) {
			assertThatThrownBy(() -> Requests.bytes(Requests.get(client, server.uri()).call()))
				.isInstanceOf(SocketTimeoutException.class)
				.hasMessage("The call took longer than 1000 ms");
		}
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void endsAfterTheWriteTimeoutWhenTheServerTakesNothing(boolean secure) throws Exception {
		try (TestServer server = Tls.server(secure, TimeoutIntegrationTests::silent);
				KindlingHttpClient client = Tls.client((builder) -> builder.writeTimeout(SHORT))) {
			assertThatThrownBy(() -> Requests.post(client, server.uri(), new byte[30_000_000]).call())
				.isInstanceOf(SocketTimeoutException.class)
				.hasMessageContaining("took nothing for 200 ms");
		}
	}

	@Test
	void endsAfterTheCallTimeoutWhenTheServerTakesNothing() throws Exception {
		try (TestServer server = Tls.server(false, TimeoutIntegrationTests::silent);
				KindlingHttpClient client = Tls.client((builder) -> builder.callTimeout(SHORT))) {
			assertThatThrownBy(() -> Requests.post(client, server.uri(), new byte[30_000_000]).call())
				.isInstanceOf(SocketTimeoutException.class)
				.hasMessageContaining("The call took longer");
		}
	}

	@Test
	void endsAHandshakeThatIsNotAnswered() throws Exception {
		try (TestServer server = Tls.server(false, (peer) -> Thread.sleep(60_000));
				KindlingHttpClient client = Tls.client((builder) -> builder.tlsNegotiationTimeout(SHORT))) {
			URI uri = URI.create("https://localhost:" + server.port());
			assertThatThrownBy(() -> Requests.get(client, uri).call()).isInstanceOf(SocketTimeoutException.class)
				.hasMessageContaining("The TLS handshake with localhost:");
		}
	}

	@Test
	void endsAfterTheConnectTimeout() throws Exception {
		List<Socket> fillers = new ArrayList<>();
		try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
				KindlingHttpClient client = Tls.client((builder) -> builder.connectTimeout(SHORT))) {
			fill(full, fillers);
			URI uri = URI.create("http://127.0.0.1:" + full.getLocalPort());
			assertThatThrownBy(() -> Requests.get(client, uri).call()).isInstanceOf(SocketTimeoutException.class)
				.hasMessageContaining("Connecting to 127.0.0.1:")
				.hasMessageContaining("200 ms");
			assertThatThrownBy(() -> client.open(uri)).isInstanceOf(SocketTimeoutException.class);
		}
		finally {
			for (Socket filler : fillers) {
				filler.close();
			}
		}
	}

	/**
	 * Linux drops further connects once the backlog is full.
	 */
	private static void fill(ServerSocket server, List<Socket> fillers) throws IOException {
		for (int i = 0; i < 16; i++) {
			Socket filler = new Socket();
			fillers.add(filler);
			try {
				filler.connect(new InetSocketAddress(server.getInetAddress(), server.getLocalPort()), 100);
			}
			catch (SocketTimeoutException ex) {
				return;
			}
		}
		throw new IllegalStateException("The backlog doesn't fill");
	}

	@Test
	void saysWhoRefusesConnections() throws Exception {
		int port;
		try (ServerSocket gone = new ServerSocket(0)) {
			port = gone.getLocalPort();
		}
		try (KindlingHttpClient client = Tls.client()) {
			assertThatThrownBy(() -> Requests.get(client, URI.create("http://localhost:" + port)).call())
				.isInstanceOf(ConnectException.class)
				.hasMessageContaining("localhost:" + port)
				.hasMessageContaining("Connection refused");
		}
	}

	@Test
	void saysWhichHostIsUnknown() {
		try (KindlingHttpClient client = Tls.client()) {
			assertThatThrownBy(() -> Requests.get(client, URI.create("http://no.such.host.invalid")).call())
				.isInstanceOf(UnknownHostException.class)
				.hasMessageContaining("no.such.host.invalid");
		}
	}

	private static Throwable failure(ExecutableHttpRequest call, Disturbance disturbance) throws Exception {
		AtomicReference<Throwable> failure = new AtomicReference<>();
		AtomicReference<Boolean> interrupted = new AtomicReference<>();
		Thread thread = new Thread(() -> {
			try {
				Requests.bytes(call.call());
			}
			catch (Throwable ex) {
				failure.set(ex);
				interrupted.set(Thread.currentThread().isInterrupted());
			}
		});
		thread.start();
		Thread.sleep(300);
		disturbance.disturb(thread);
		thread.join(5_000);
		assertThat(thread.isAlive()).isFalse();
		assertThat(interrupted.get()).isEqualTo(disturbance instanceof Interruption);
		return failure.get();
	}

	interface Disturbance {

		void disturb(Thread thread);

	}

	private static final class Interruption implements Disturbance {

		@Override
		public void disturb(Thread thread) {
			thread.interrupt();
		}

	}

	private static Disturbance disturbance(boolean abort, ExecutableHttpRequest call) {
		return abort ? (thread) -> call.abort() : new Interruption();
	}

	private static String message(boolean abort) {
		return abort ? "The call was aborted" : "The thread was interrupted";
	}

	@ParameterizedTest
	@ValueSource(strings = { "plain abort", "plain interrupt", "tls abort", "tls interrupt" })
	void endsAtOnceWhileWaitingForTheAnswer(String how) throws Exception {
		try (TestServer server = Tls.server(how.startsWith("tls"), TimeoutIntegrationTests::silent);
				KindlingHttpClient client = Tls.client((builder) -> builder.maxConnections(1))) {
			ExecutableHttpRequest call = Requests.get(client, server.uri());
			boolean abort = how.endsWith("abort");
			assertThat(failure(call, disturbance(abort, call))).isInstanceOf(InterruptedIOException.class)
				.hasMessage(message(abort));
			client.open(server.uri());
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "plain abort", "plain interrupt", "tls abort", "tls interrupt" })
	void endsAtOnceWhileReadingTheBody(String how) throws Exception {
		try (TestServer server = Tls.server(how.startsWith("tls"), TimeoutIntegrationTests::drip);
				KindlingHttpClient client = Tls.client((builder) -> builder.maxConnections(1))) {
			ExecutableHttpRequest call = Requests.get(client, server.uri());
			boolean abort = how.endsWith("abort");
			assertThat(failure(call, disturbance(abort, call))).isInstanceOf(InterruptedIOException.class)
				.hasMessage(message(abort));
			client.open(server.uri());
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "plain abort", "plain interrupt", "tls abort", "tls interrupt" })
	void endsAtOnceWhileSendingTheBody(String how) throws Exception {
		try (TestServer server = Tls.server(how.startsWith("tls"), TimeoutIntegrationTests::silent);
				KindlingHttpClient client = Tls.client((builder) -> builder.maxConnections(1))) {
			ExecutableHttpRequest call = Requests.post(client, server.uri(), new byte[30_000_000]);
			boolean abort = how.endsWith("abort");
			assertThat(failure(call, disturbance(abort, call))).isInstanceOf(InterruptedIOException.class)
				.hasMessage(message(abort));
			client.open(server.uri());
		}
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void endsAtOnceWhileWaitingForAConnection(boolean abort) throws Exception {
		try (TestServer server = Tls.server(false, TimeoutIntegrationTests::drip);
				KindlingHttpClient client = Tls.client((builder) -> builder.maxConnections(1))) {
			try (InputStream body = Requests.get(client, server.uri()).call().responseBody().orElseThrow()) {
				ExecutableHttpRequest call = Requests.get(client, server.uri());
				assertThat(failure(call, disturbance(abort, call))).isInstanceOf(InterruptedIOException.class);
				assertThat(body.read()).isEqualTo('x');
			}
		}
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void endsAtOnceWhileConnecting(boolean abort) throws Exception {
		List<Socket> fillers = new ArrayList<>();
		try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
				KindlingHttpClient client = Tls.client((builder) -> builder.connectTimeout(Duration.ofSeconds(60)))) {
			fill(full, fillers);
			ExecutableHttpRequest call = Requests.get(client, URI.create("http://127.0.0.1:" + full.getLocalPort()));
			assertThat(failure(call, disturbance(abort, call))).isInstanceOf(InterruptedIOException.class)
				.hasMessage(message(abort));
		}
		finally {
			for (Socket filler : fillers) {
				filler.close();
			}
		}
	}

	@Test
	void endsAtOnceWhenAbortedOrInterruptedBeforehand() throws Exception {
		try (TestServer server = Tls.server(false, TimeoutIntegrationTests::silent);
				KindlingHttpClient client = Tls.client()) {
			ExecutableHttpRequest call = Requests.get(client, server.uri());
			call.abort();
			assertThatThrownBy(call::call).isInstanceOf(InterruptedIOException.class);
			Thread.currentThread().interrupt();
			assertThatThrownBy(() -> Requests.get(client, server.uri()).call())
				.isInstanceOf(InterruptedIOException.class);
			assertThat(Thread.interrupted()).isTrue();
			assertThat(server.accepted()).isZero();
		}
	}

	@Test
	void givesTheConnectionBackWhenTheBodyIsAborted() throws Exception {
		try (TestServer server = Tls.server(false, TimeoutIntegrationTests::drip);
				KindlingHttpClient client = Tls.client((builder) -> builder.maxConnections(1))) {
			for (int i = 0; i < 3; i++) {
				AbortableInputStream body = Requests.get(client, server.uri()).call().responseBody().orElseThrow();
				body.abort();
			}
		}
	}

	@Test
	void leavesAlonePooledConnectionsWhenAnEndedCallIsAborted() throws Exception {
		CountDownLatch second = new CountDownLatch(1);
		try (TestServer server = Tls.server(false, (peer) -> {
			peer.receive();
			peer.answer("one");
			peer.receive();
			assertThat(second.await(10, TimeUnit.SECONDS)).isTrue();
			peer.answer("two");
		}); KindlingHttpClient client = Tls.client()) {
			ExecutableHttpRequest first = Requests.get(client, server.uri());
			assertThat(Requests.text(first.call())).isEqualTo("one");
			first.abort();
			second.countDown();
			assertThat(Requests.text(Requests.get(client, server.uri()).call())).isEqualTo("two");
			assertThat(server.accepted()).isOne();
		}
	}

	@Test
	void canBeCalledOnlyOnce() throws Exception {
		try (TestServer server = Tls.server(false, (peer) -> {
			peer.receive();
			peer.answer("");
		}); KindlingHttpClient client = Tls.client()) {
			ExecutableHttpRequest call = Requests.get(client, server.uri());
			call.call();
			assertThatThrownBy(call::call).isInstanceOf(IllegalStateException.class);
		}
	}

}
