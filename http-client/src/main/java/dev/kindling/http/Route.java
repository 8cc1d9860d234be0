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

	/**
	 * Where a request goes. The SDK lets a port be part of the host, as in
	 * {@code localhost:8000}.
	 * @throws IllegalArgumentException if that is no port, or not the only one
	 */
	static Route of(SdkHttpRequest request) {
		String host = request.host();
		int colon = (host != null) ? colonBeforePort(host) : -1;
		if (colon < 0) {
			return of(request.protocol(), host, request.port());
		}
		Route route = of(request.protocol(), host.substring(0, colon), portBehind(host, colon));
		int port = request.port();
		if (port != route.port && port != standardPort(route.secure)) {
			throw new IllegalArgumentException("The request has a port, and its host '" + host + "' another");
		}
		return route;
	}

	/**
	 * An address of IPv6 has more than one colon, and a port only behind brackets.
	 */
	private static int colonBeforePort(String host) {
		int colon = host.lastIndexOf(':');
		return (colon > 0 && (host.indexOf(':') == colon || host.charAt(colon - 1) == ']')) ? colon : -1;
	}

	private static int portBehind(String host, int colon) {
		if (colon + 1 == host.length()) {
			return 0;
		}
		try {
			int port = Integer.parseInt(host, colon + 1, host.length(), 10);
			if (host.charAt(colon + 1) >= '0' && port <= 65_535) {
				return port;
			}
		}
		catch (NumberFormatException ex) {
			// Said below
		}
		throw new IllegalArgumentException("The request's host '" + host + "' ends with what is no port");
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
				(port > 0) ? port : standardPort(secure));
	}

	static int standardPort(boolean secure) {
		return secure ? HTTPS_PORT : HTTP_PORT;
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
		if (this.port != standardPort(this.secure)) {
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
