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

package dev.kindling.fake;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.RepeatedTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link FakeRuntimeApi}.
 */
class FakeRuntimeApiIntegrationTests {

	/**
	 * The kernel still hands a connection to a thread in {@code accept} when another one
	 * has closed the socket.
	 */
	@RepeatedTest(300)
	void leavesNoConnectionOpenThatComesInWhileItCloses() throws Exception {
		FakeRuntimeApi server = new FakeRuntimeApi();
		int port = Integer.parseInt(server.authority().substring("127.0.0.1:".length()));
		CompletableFuture<Void> closing = CompletableFuture.runAsync(() -> close(server));
		List<Socket> callers = new ArrayList<>();
		try {
			while (true) {
				Socket caller = new Socket();
				// What the listener had no room for asks again after a second, or three
				caller.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
				callers.add(caller);
			}
		}
		catch (IOException ex) {
			closing.join();
		}
		assertThat(callers).allMatch(FakeRuntimeApiIntegrationTests::hasEnded);
	}

	private static boolean hasEnded(Socket caller) {
		try (caller) {
			caller.setSoTimeout(10_000);
			// Linux may forget a connection that was completed as its listener went, and
			// tells who sends
			caller.getOutputStream().write('G');
			return caller.getInputStream().read() < 0;
		}
		catch (SocketTimeoutException ex) {
			return false;
		}
		catch (IOException ex) {
			return true;
		}
	}

	private static void close(FakeRuntimeApi server) {
		try {
			server.close();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
