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

package dev.kindling.runtime.api;

import org.jspecify.annotations.Nullable;

/**
 * Where the Runtime API listens.
 *
 * @param host a name or an address, IPv6 without brackets
 * @param port the TCP port
 * @param authority host and port as received, for the {@code Host} header
 */
public record RuntimeApiAddress(String host, int port, String authority) {

	static final String VARIABLE = "AWS_LAMBDA_RUNTIME_API";

	/**
	 * Reads the variable's value.
	 * @throws IllegalArgumentException if it isn't of the form {@code host:port}
	 */
	static RuntimeApiAddress parse(@Nullable String value) {
		if (value == null || value.isEmpty()) {
			throw new IllegalArgumentException(VARIABLE + " isn't set: Lambda sets it to the Runtime API's host:port");
		}
		int colon = value.lastIndexOf(':');
		int port = (colon > 0) ? port(value, colon + 1) : -1;
		if (port < 0) {
			throw malformed();
		}
		return new RuntimeApiAddress(host(value, colon), port, value);
	}

	private static String host(String value, int end) {
		boolean bracketed = value.charAt(0) == '[' && value.charAt(end - 1) == ']';
		String host = bracketed ? value.substring(1, end - 1) : value.substring(0, end);
		for (int i = 0; i < host.length(); i++) {
			char c = host.charAt(i);
			boolean nameCharacter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
					|| c == '.' || c == '-' || c == '_';
			if (!nameCharacter && !(bracketed && (c == ':' || c == '%'))) {
				throw malformed();
			}
		}
		if (host.isEmpty()) {
			throw malformed();
		}
		return host;
	}

	private static int port(String value, int start) {
		int port = 0;
		for (int i = start; i < value.length(); i++) {
			int digit = value.charAt(i) - '0';
			if (digit < 0 || digit > 9 || i - start > 4) {
				return -1;
			}
			port = port * 10 + digit;
		}
		return (port > 0 && port <= 65_535) ? port : -1;
	}

	private static IllegalArgumentException malformed() {
		return new IllegalArgumentException(
				VARIABLE + " is not of the form host:port, such as 127.0.0.1:9001, without scheme or path");
	}

}
