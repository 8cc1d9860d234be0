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
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * How many connections there are, and for how long.
 */
@Timeout(60)
class ConnectionPoolIntegrationTests {

	private static void echo(TestServer.Peer peer) throws Exception {
		for (TestServer.Received request = peer.receive(); request != null; request = peer.receive()) {
			peer.answer(new String(request.body()));
		}
	}

	@ParameterizedTest
	@CsvSource({ "false,100", "true,100", "false,7", "true,7" })
	void servesAHundredCallsAtOnce(boolean secure, int maxConnections) throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(100);
		try (TestServer server = Tls.server(secure, ConnectionPoolIntegrationTests::echo);
				KindlingHttpClient client = Tls.client((builder) -> builder.maxConnections(maxConnections)
					.connectTimeout(Duration.ofSeconds(30))
					.tlsNegotiationTimeout(Duration.ofSeconds(30))
					.connectionAcquireTimeout(Duration.ofSeconds(30)))) {
			List<Future<?>> calls = new ArrayList<>();
			for (int i = 0; i < 100; i++) {
				String body = "body " + i;
				calls.add(threads.submit(() -> {
					for (int call = 0; call < 20; call++) {
						assertThat(Requests.text(Requests.post(client, server.uri(), body.getBytes()).call()))
							.isEqualTo(body);
					}
					return null;
				}));
			}
			for (Future<?> call : calls) {
				call.get();
			}
			assertThat(server.accepted()).isLessThanOrEqualTo(maxConnections);
		}
		finally {
			threads.shutdownNow();
			assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
		}
	}

	@Test
	void saysWhyThereIsNoConnectionInTime() throws Exception {
		try (TestServer server = Tls.server(false, ConnectionPoolIntegrationTests::echo);
				KindlingHttpClient client = Tls
					.client((builder) -> builder.maxConnections(1).connectionAcquireTimeout(Duration.ofMillis(200)))) {
			try (InputStream body = Requests.post(client, server.uri(), new byte[1])
				.call()
				.responseBody()
				.orElseThrow()) {
				assertThatThrownBy(() -> Requests.get(client, server.uri()).call())
					.isInstanceOf(SocketTimeoutException.class)
					.hasMessageContaining("maxConnections")
					.hasMessageContaining("200 ms");
				assertThat(body.read()).isZero();
			}
			Requests.get(client, server.uri()).call();
		}
	}

	@Test
	void limitsHowManyWait() throws Exception {
		try (TestServer server = Tls.server(false, ConnectionPoolIntegrationTests::echo);
				KindlingHttpClient client = Tls
					.client((builder) -> builder.maxConnections(1).maxPendingConnectionAcquires(0))) {
			try (InputStream body = Requests.post(client, server.uri(), new byte[1])
				.call()
				.responseBody()
				.orElseThrow()) {
				assertThatThrownBy(() -> Requests.get(client, server.uri()).call()).isInstanceOf(IOException.class)
					.hasMessageContaining("All 1 connections are in use");
				assertThat(body.read()).isZero();
			}
		}
	}

	@Test
	void makesRoomForAnotherHostByClosingAnIdleConnection() throws Exception {
		try (TestServer one = Tls.server(false, ConnectionPoolIntegrationTests::echo);
				TestServer other = Tls.server(false, ConnectionPoolIntegrationTests::echo);
				KindlingHttpClient client = Tls.client((builder) -> builder.maxConnections(1))) {
			for (int i = 0; i < 3; i++) {
				Requests.get(client, one.uri()).call();
				Requests.get(client, other.uri()).call();
			}
			assertThat(one.accepted()).isEqualTo(3);
		}
	}

	@Test
	void keepsHostsPortsAndSchemesApart() throws Exception {
		try (TestServer server = Tls.server(false, ConnectionPoolIntegrationTests::echo);
				KindlingHttpClient client = Tls.client()) {
			Requests.get(client, server.uri()).call();
			Requests.get(client, URI.create("http://127.0.0.1:" + server.port())).call();
			assertThat(server.accepted()).isEqualTo(2);
		}
	}

	@Test
	void closesAConnectionThatWasIdleForTooLong() throws Exception {
		try (TestServer server = Tls.server(false, ConnectionPoolIntegrationTests::echo);
				KindlingHttpClient client = Tls
					.client((builder) -> builder.connectionIdleTimeout(Duration.ofMillis(100)))) {
			Requests.get(client, server.uri()).call();
			Thread.sleep(150);
			Requests.get(client, server.uri()).call();
			assertThat(server.accepted()).isEqualTo(2);
		}
	}

	@Test
	void doesNotUseAConnectionAgainThatIsTooOld() throws Exception {
		try (TestServer server = Tls.server(false, ConnectionPoolIntegrationTests::echo);
				KindlingHttpClient client = Tls
					.client((builder) -> builder.connectionTimeToLive(Duration.ofMillis(1)))) {
			Requests.get(client, server.uri()).call();
			Thread.sleep(10);
			Requests.get(client, server.uri()).call();
			assertThat(server.accepted()).isEqualTo(2);
		}
	}

	@Test
	void givesUpAConnectionWhoseAnswerWasNotRead() throws Exception {
		try (TestServer server = Tls.server(false, (peer) -> {
			peer.receive();
			peer.send("HTTP/1.1 200 OK\r\nContent-Length: 10000000\r\n\r\n");
			peer.send(new byte[10_000_000]);
		}); KindlingHttpClient client = Tls.client((builder) -> builder.maxConnections(1))) {
			for (int i = 0; i < 5; i++) {
				Requests.get(client, server.uri()).call().responseBody().orElseThrow().close();
			}
			assertThat(server.accepted()).isEqualTo(5);
		}
	}

	@Test
	void usesAConnectionAgainWhoseAnswerWasClosedWhenAllOfItWasThere() throws Exception {
		try (TestServer server = Tls.server(false, ConnectionPoolIntegrationTests::echo);
				KindlingHttpClient client = Tls.client((builder) -> builder.maxConnections(1))) {
			for (int i = 0; i < 5; i++) {
				Requests.post(client, server.uri(), "small".getBytes()).call().responseBody().orElseThrow().close();
			}
			assertThat(server.accepted()).isOne();
		}
	}

	@Test
	@SuppressWarnings("try")
	void closesItsConnectionsAndRefusesFurtherCalls() throws Exception {
		try (TestServer server = Tls.server(true, ConnectionPoolIntegrationTests::echo);
				KindlingHttpClient client = Tls.client()) {
			Requests.get(client, server.uri()).call();
			InputStream inUse = Requests.post(client, server.uri(), new byte[3]).call().responseBody().orElseThrow();
			client.close();
			assertThat(inUse.readAllBytes()).hasSize(3);
			assertThatThrownBy(() -> Requests.get(client, server.uri()).call())
				.isInstanceOf(IllegalStateException.class)
				.hasMessageContaining("closed");
			for (int i = 0; i < 500 && server.openConnections() > 0; i++) {
				Thread.sleep(10);
			}
			assertThat(server.openConnections()).isZero();
		}
	}

	@Test
	void saysWhatIsWrongWithAUri() {
		try (KindlingHttpClient client = Tls.client()) {
			assertThatThrownBy(() -> client.open(URI.create("ftp://localhost")))
				.isInstanceOf(IllegalArgumentException.class)
				.hasMessageContaining("http or https");
			assertThatThrownBy(() -> client.open(URI.create("localhost"))).isInstanceOf(IllegalArgumentException.class)
				.hasMessageContaining("scheme and a host");
		}
	}

}
