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

package dev.kindling.runtime.loop;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

import dev.kindling.codec.HttpConnection;
import dev.kindling.codec.HttpHeaders;
import dev.kindling.codec.HttpLimits;
import dev.kindling.codec.HttpRequest;
import dev.kindling.codec.ReceivedResponse;
import dev.kindling.runtime.api.RuntimeApiAddress;
import org.jspecify.annotations.Nullable;

/**
 * Makes Lambda announce the end: it sends {@code SIGTERM} only where an extension is
 * registered. This one asks for no events, so that its request for the next one is never
 * answered, and needs no thread that waits.
 *
 * @see <a href=
 * "https://docs.aws.amazon.com/lambda/latest/dg/runtimes-extensions-api.html">Lambda
 * Extensions API</a>
 */
final class InternalExtension implements Closeable {

	private static final String BASE = "/2020-01-01/extension/";

	private static final String IDENTIFIER = "Lambda-Extension-Identifier";

	private static final int TIMEOUT_MILLIS = 2_000;

	private static final HttpLimits LIMITS = new HttpLimits(16 * 1024, 64, 1, 1024);

	private final RuntimeApiAddress address;

	private volatile @Nullable Socket socket;

	InternalExtension(RuntimeApiAddress address) {
		this.address = address;
	}

	/**
	 * Registers; to be called before the first invocation is asked for. Where there is no
	 * Extensions API nothing is lost but the announcement.
	 */
	void register() {
		Socket fresh = new Socket();
		boolean registered = false;
		try {
			fresh.setTcpNoDelay(true);
			fresh.setSoTimeout(TIMEOUT_MILLIS);
			fresh.connect(new InetSocketAddress(this.address.host(), this.address.port()), TIMEOUT_MILLIS);
			registered = register(new HttpConnection(fresh, LIMITS));
			this.socket = fresh;
		}
		catch (IOException ex) {
			// Whether anybody is there at all shows with the first invocation
		}
		if (!registered) {
			this.socket = fresh;
			close();
		}
	}

	private boolean register(HttpConnection http) throws IOException {
		HttpHeaders headers = HttpHeaders.of("Host", this.address.authority(), "Content-Type", "application/json",
				"Lambda-Extension-Name", "kindling");
		http.send(new HttpRequest("POST", BASE + "register", headers),
				"{\"events\":[]}".getBytes(StandardCharsets.US_ASCII));
		ReceivedResponse response = http.receive("POST");
		response.body().readNBytes(LIMITS.maxHeaderBytes());
		String identifier = response.headers().first(IDENTIFIER);
		if (response.status() != 200 || identifier == null || !http.isReusable()) {
			return false;
		}
		http.send(new HttpRequest("GET", BASE + "event/next",
				HttpHeaders.of("Host", this.address.authority(), IDENTIFIER, identifier)), new byte[0]);
		return true;
	}

	@Override
	public void close() {
		Socket current = this.socket;
		if (current != null) {
			try {
				current.close();
			}
			catch (IOException ex) {
				// The process goes on without it
			}
		}
	}

}
