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

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import org.jspecify.annotations.Nullable;

/**
 * One proxy.
 *
 * @param address how to connect to it
 * @param authorization the value of {@code Proxy-Authorization}, which is secret
 */
record ProxyServer(Route address, @Nullable String authorization) {

	static ProxyServer of(Route address, @Nullable String username, @Nullable String password) {
		return new ProxyServer(address,
				(username != null) ? basic(username, (password != null) ? password : "") : null);
	}

	/**
	 * Credentials of basic authentication.
	 *
	 * @see <a href="https://www.rfc-editor.org/rfc/rfc7617">RFC 7617</a>
	 */
	static String basic(String user, String password) {
		return "Basic " + Base64.getEncoder().encodeToString((user + ':' + password).getBytes(StandardCharsets.UTF_8));
	}

	@Override
	public String toString() {
		return this.address.toString();
	}

}
