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
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * When a connection is used again, and what happens when the other side has closed it.
 */
class ConnectionReuseIntegrationTests {

	private static void echo(TestServer.Peer peer) throws Exception {
		for (TestServer.Received request = peer.receive(); request != null; request = peer.receive()) {
			peer.answer(peer.number() + ":" + new String(request.body()));
		}
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void usesOneConnectionForCallsInSuccession(boolean secure) throws Exception {
		try (TestServer server = Tls.server(secure, ConnectionReuseIntegrationTests::echo);
				KindlingHttpClient client = Tls.client()) {
			for (int i = 0; i < 5; i++) {
				byte[] body = ("call " + i).getBytes();
				assertThat(Requests.text(Requests.post(client, server.uri(), body).call())).isEqualTo("0:call " + i);
			}
			assertThat(server.accepted()).isOne();
		}
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void usesTheConnectionThatWasOpenedAheadOfTheFirstCall(boolean secure) throws Exception {
		try (TestServer server = Tls.server(secure, ConnectionReuseIntegrationTests::echo);
				KindlingHttpClient client = Tls.client()) {
			client.open(server.uri());
			client.open(server.uri());
			assertThat(Requests.text(Requests.get(client, server.uri()).call())).isEqualTo("0:");
			assertThat(server.accepted()).isOne();
		}
	}

	/**
	 * A call that starts while a connection is being opened, which goes on as soon as the
	 * call waits or has connected by itself.
	 */
	private static String callDuring(KindlingHttpClient client, TestServer server, CountDownLatch goOn)
			throws Exception {
		Thread opening = new Thread(() -> {
			try {
				client.open(server.uri());
			}
			catch (IOException ex) {
				// what the call does then is the test
			}
		}, "opening");
		opening.start();
		while (server.accepted() == 0) {
			Thread.sleep(1);
		}
		FutureTask<String> answer = new FutureTask<>(() -> Requests.text(Requests.get(client, server.uri()).call()));
		Thread calling = new Thread(answer, "calling");
		calling.start();
		while (calling.getState() != Thread.State.TIMED_WAITING && server.accepted() == 1 && !answer.isDone()) {
			Thread.sleep(1);
		}
		goOn.countDown();
		String text = answer.get(20, TimeUnit.SECONDS);
		opening.join(20_000);
		return text;
	}

	@Test
	void aCallWaitsForTheConnectionThatIsBeingOpened() throws Exception {
		CountDownLatch goOn = new CountDownLatch(1);
		try (TestServer server = Tls.server(true, (peer) -> {
			goOn.await(20, TimeUnit.SECONDS);
			echo(peer);
		}); KindlingHttpClient client = Tls.client()) {
			assertThat(callDuring(client, server, goOn)).isEqualTo("0:");
			assertThat(server.accepted()).isOne();
		}
	}

	@Test
	void aCallConnectsByItselfAfterAnOpeningThatHasFailed() throws Exception {
		CountDownLatch goOn = new CountDownLatch(1);
		try (TestServer server = Tls.server(true, (peer) -> {
			goOn.await(20, TimeUnit.SECONDS);
			if (peer.number() > 0) {
				echo(peer);
			}
		}); KindlingHttpClient client = Tls.client()) {
			assertThat(callDuring(client, server, goOn)).isEqualTo("1:");
			assertThat(server.accepted()).isEqualTo(2);
		}
	}

	@Test
	void aCallConnectsByItselfIfAnOpeningTakesTooLong() throws Exception {
		try (TestServer server = Tls.server(true, (peer) -> {
			if (peer.number() == 0) {
				Thread.sleep(3_000);
			}
			echo(peer);
		}); KindlingHttpClient client = Tls.client((builder) -> builder.connectTimeout(Duration.ofMillis(300)))) {
			assertThat(callDuring(client, server, new CountDownLatch(1))).isEqualTo("1:");
		}
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void noticesThatTheOtherSideHasClosedAnIdleConnection(boolean secure) throws Exception {
		CountDownLatch closed = new CountDownLatch(1);
		AtomicInteger requests = new AtomicInteger();
		try (TestServer server = Tls.server(secure, (peer) -> {
			while (peer.receive() != null) {
				requests.incrementAndGet();
				peer.answer("" + peer.number());
				if (peer.number() == 0) {
					peer.socket().close();
					closed.countDown();
					return;
				}
			}
		}); KindlingHttpClient client = Tls.client()) {
			assertThat(Requests.text(Requests.get(client, server.uri()).call())).isEqualTo("0");
			assertThat(closed.await(10, TimeUnit.SECONDS)).isTrue();
			assertThat(Requests.text(Requests.get(client, server.uri()).call())).isEqualTo("1");
			assertThat(requests).hasValue(2);
		}
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void sendsOnceMoreWhatAReusedConnectionLosesBeforeTheAnswer(boolean secure) throws Exception {
		try (TestServer server = Tls.server(secure, (peer) -> {
			peer.receive();
			peer.answer("" + peer.number());
			TestServer.Received second = peer.receive();
			if (peer.number() > 0 && second != null) {
				peer.answer(new String(second.body()));
			}
		}); KindlingHttpClient client = Tls.client()) {
			byte[] body = "body".getBytes();
			assertThat(Requests.text(Requests.post(client, server.uri(), body).call())).isEqualTo("0");
			assertThat(Requests.text(Requests.post(client, server.uri(), body).call())).isEqualTo("1");
			assertThat(server.accepted()).isEqualTo(2);
		}
	}

	@Test
	void doesNotSendOnceMoreWhatAFreshConnectionLoses() throws Exception {
		try (TestServer server = Tls.server(false, TestServer.Peer::receive);
				KindlingHttpClient client = Tls.client()) {
			URI uri = server.uri();
			assertThatThrownBy(() -> Requests.get(client, uri).call()).hasMessageContaining("closed before an answer");
			assertThat(server.accepted()).isOne();
		}
	}

	@Test
	void doesNotSendOnceMoreAfterAByteOfTheAnswer() throws Exception {
		try (TestServer server = Tls.server(false, (peer) -> {
			peer.receive();
			peer.answer("first");
			peer.receive();
			peer.send("H");
		}); KindlingHttpClient client = Tls.client()) {
			URI uri = server.uri();
			assertThat(Requests.text(Requests.get(client, uri).call())).isEqualTo("first");
			assertThatThrownBy(() -> Requests.get(client, uri).call()).isInstanceOf(IOException.class);
			assertThat(server.accepted()).isOne();
		}
	}

}
