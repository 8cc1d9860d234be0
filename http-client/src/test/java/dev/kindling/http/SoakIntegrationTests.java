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
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;

import com.sun.management.UnixOperatingSystemMXBean;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Many requests leave nothing behind. The system property {@code kindling.soak.requests}
 * says how many, 100 000 by default.
 */
class SoakIntegrationTests {

	private static final int REQUESTS = Integer.getInteger("kindling.soak.requests", 100_000);

	private static final int MEGABYTE = 1024 * 1024;

	/**
	 * Answers most requests, and loses, cuts short or closes some.
	 */
	private static void serve(TestServer.Peer peer) throws IOException {
		byte[] good = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello".getBytes(StandardCharsets.ISO_8859_1);
		byte[] chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n"
			.getBytes(StandardCharsets.ISO_8859_1);
		int served = 0;
		for (String head = peer.receiveHead(); head != null; head = peer.receiveHead()) {
			if (head.startsWith("GET /lose")) {
				return;
			}
			if (head.startsWith("GET /cut")) {
				peer.send("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhel");
				return;
			}
			peer.send((served++ % 2 == 0) ? good : chunked);
			if (head.startsWith("GET /close")) {
				return;
			}
		}
	}

	private static long usedHeap() throws InterruptedException {
		for (int i = 0; i < 3; i++) {
			System.gc();
			Thread.sleep(50);
		}
		Runtime runtime = Runtime.getRuntime();
		return runtime.totalMemory() - runtime.freeMemory();
	}

	private static long openFiles() {
		return ((UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getOpenFileDescriptorCount();
	}

	@Test
	void leavesNothingBehind() throws Exception {
		try (TestServer plain = Tls.server(false, SoakIntegrationTests::serve);
				TestServer secure = Tls.server(true, SoakIntegrationTests::serve);
				KindlingHttpClient client = Tls.client()) {
			run(client, plain, secure, REQUESTS / 10);
			long filesBefore = openFiles();
			long heapBefore = usedHeap();
			run(client, plain, secure, REQUESTS - REQUESTS / 10);
			long heapAfter = usedHeap();
			assertThat(heapAfter - heapBefore).isLessThan(4 * MEGABYTE);
			assertThat(openFiles() - filesBefore).isLessThan(8);
			System.out.println(REQUESTS + " requests: heap " + heapBefore + " -> " + heapAfter + " bytes, open files "
					+ filesBefore + " -> " + openFiles());
		}
	}

	private static void run(KindlingHttpClient client, TestServer plain, TestServer secure, int count)
			throws IOException {
		for (int i = 0; i < count; i++) {
			TestServer server = (i % 4 == 0) ? secure : plain;
			String path = (i % 1000 == 7) ? "/close" : (i % 1000 == 500) ? "/lose" : (i % 1000 == 900) ? "/cut" : "/";
			if (path.equals("/lose") || path.equals("/cut")) {
				assertThatThrownBy(() -> Requests.bytes(Requests.get(client, server.uri().resolve(path)).call()))
					.isInstanceOf(IOException.class);
			}
			else {
				assertThat(Requests.bytes(Requests.get(client, server.uri().resolve(path)).call())).hasSize(5);
			}
		}
	}

}
