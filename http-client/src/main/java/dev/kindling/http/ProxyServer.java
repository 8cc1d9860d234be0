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

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
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

	/**
	 * Reads a proxy's URL.
	 * @param url as in {@code http://user:password@host:port}; the scheme may be left out
	 * @param source where the URL comes from, for messages, which never quote the URL as
	 * it may hold a password
	 */
	static ProxyServer of(String url, @Nullable String username, @Nullable String password, String source) {
		URI uri;
		try {
			uri = new URI((url.indexOf("://") < 0) ? "http://" + url : url);
		}
		catch (URISyntaxException ex) {
			throw malformed(source);
		}
		if (uri.getHost() == null
				|| !("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()))) {
			throw malformed(source);
		}
		String user = username;
		String secret = password;
		String userInfo = uri.getRawUserInfo();
		if (user == null && userInfo != null) {
			int colon = userInfo.indexOf(':');
			user = decode((colon < 0) ? userInfo : userInfo.substring(0, colon));
			secret = (colon < 0) ? "" : decode(userInfo.substring(colon + 1));
		}
		return new ProxyServer(Route.of(uri), (user != null) ? basic(user, (secret != null) ? secret : "") : null);
	}

	private static String decode(String text) {
		return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
	}

	/**
	 * Credentials of basic authentication.
	 *
	 * @see <a href="https://www.rfc-editor.org/rfc/rfc7617">RFC 7617</a>
	 */
	static String basic(String user, String password) {
		return "Basic " + Base64.getEncoder().encodeToString((user + ':' + password).getBytes(StandardCharsets.UTF_8));
	}

	private static IllegalArgumentException malformed(String source) {
		return new IllegalArgumentException("The proxy that " + source
				+ " names is no URL of the form http://user:password@host:port; http and https are supported");
	}

	@Override
	public String toString() {
		return this.address.toString();
	}

}
