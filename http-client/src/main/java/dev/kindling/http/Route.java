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

import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * What a connection can be shared for: one scheme, host and port.
 *
 * @param secure whether it speaks TLS
 * @param host the host's name or address, an IPv6 address without brackets
 * @param port the port
 */
record Route(boolean secure, String host, int port) {

	private static final int HTTP_PORT = 80;

	private static final int HTTPS_PORT = 443;

	static Route of(SdkHttpRequest request) {
		return of(request.protocol(), request.host(), request.port());
	}

	static Route of(URI uri) {
		if (uri.getScheme() == null || uri.getHost() == null) {
			throw new IllegalArgumentException("The URI must have a scheme and a host, as in https://example.com");
		}
		return of(uri.getScheme(), uri.getHost(), uri.getPort());
	}

	private static Route of(String scheme, String host, int port) {
		boolean secure = "https".equalsIgnoreCase(scheme);
		if (!secure && !"http".equalsIgnoreCase(scheme)) {
			throw new IllegalArgumentException("The scheme must be http or https");
		}
		if (host == null || host.isEmpty()) {
			throw new IllegalArgumentException("The request has no host");
		}
		boolean bracketed = host.charAt(0) == '[' && host.charAt(host.length() - 1) == ']';
		return new Route(secure, bracketed ? host.substring(1, host.length() - 1) : host,
				(port > 0) ? port : secure ? HTTPS_PORT : HTTP_PORT);
	}

	boolean isAddressV6() {
		return this.host.indexOf(':') >= 0;
	}

	/**
	 * The host with its port, an IPv6 address in brackets.
	 */
	String authority() {
		return (isAddressV6() ? '[' + this.host + ']' : this.host) + ':' + this.port;
	}

	/**
	 * The value of the {@code Host} header.
	 */
	String hostHeader() {
		if (this.port != (this.secure ? HTTPS_PORT : HTTP_PORT)) {
			return authority();
		}
		return isAddressV6() ? '[' + this.host + ']' : this.host;
	}

	boolean matches(Route other) {
		return this.port == other.port && this.secure == other.secure && this.host.equals(other.host);
	}

	@Override
	public String toString() {
		return (this.secure ? "https://" : "http://") + authority();
	}

}
