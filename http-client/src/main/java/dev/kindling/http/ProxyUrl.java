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

import org.jspecify.annotations.Nullable;

/**
 * A proxy's URL.
 *
 * @param address how to connect to the proxy
 * @param username the user that the URL names
 * @param password the user's password, which is secret
 */
record ProxyUrl(Route address, @Nullable String username, @Nullable String password) {

	/**
	 * Reads a URL.
	 * @param url as in {@code http://user:password@host:port}; the scheme may be left out
	 * @return the parts, or {@code null} if it isn't one of {@code http} or {@code https}
	 */
	static @Nullable ProxyUrl of(String url) {
		URI uri;
		try {
			uri = new URI((url.indexOf("://") < 0) ? "http://" + url : url);
		}
		catch (URISyntaxException ex) {
			return null;
		}
		if (uri.getHost() == null
				|| !("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()))) {
			return null;
		}
		String userInfo = uri.getRawUserInfo();
		if (userInfo == null) {
			return new ProxyUrl(Route.of(uri), null, null);
		}
		int colon = userInfo.indexOf(':');
		return new ProxyUrl(Route.of(uri), decode((colon < 0) ? userInfo : userInfo.substring(0, colon)),
				(colon < 0) ? null : decode(userInfo.substring(colon + 1)));
	}

	/**
	 * Reads a URL that must be one.
	 * @param source where the URL comes from, for messages, which never quote the URL as
	 * it may hold a password
	 */
	static ProxyUrl of(String url, String source) {
		ProxyUrl proxy = of(url);
		if (proxy == null) {
			throw new IllegalArgumentException("The proxy that " + source
					+ " names is no URL of the form http://user:password@host:port; http and https are supported");
		}
		return proxy;
	}

	private static String decode(String text) {
		return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
	}

	@Override
	public String toString() {
		return this.address.toString();
	}

}
