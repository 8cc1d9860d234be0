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

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;

/**
 * Matches a host against an entry of {@code NO_PROXY} or {@code http.nonProxyHosts}.
 */
final class NonProxyHosts {

	private NonProxyHosts() {
	}

	/**
	 * Whether one of the entries covers the host.
	 * @param separators what may stand between the entries
	 * @param subdomains whether a name stands for its subdomains too, as in
	 * {@code NO_PROXY}
	 */
	static boolean cover(String entries, String separators, Route route, boolean subdomains) {
		int start = 0;
		for (int end = 0; end <= entries.length(); end++) {
			if (end == entries.length() || separators.indexOf(entries.charAt(end)) >= 0) {
				if (covers(entries.substring(start, end).trim(), route, subdomains)) {
					return true;
				}
				start = end + 1;
			}
		}
		return false;
	}

	static boolean covers(String entry, Route route, boolean subdomains) {
		String pattern = entry.toLowerCase(Locale.ROOT);
		String host = route.host().toLowerCase(Locale.ROOT);
		int slash = pattern.indexOf('/');
		if (slash > 0) {
			return isWithin(host, pattern.substring(0, slash), pattern.substring(slash + 1));
		}
		int colon = pattern.lastIndexOf(':');
		if (colon > 0 && (pattern.indexOf(':') == colon || pattern.charAt(colon - 1) == ']')) {
			if (!pattern.substring(colon + 1).equals(Integer.toString(route.port()))) {
				return false;
			}
			pattern = pattern.substring(0, colon);
		}
		if (pattern.startsWith("[") && pattern.endsWith("]")) {
			pattern = pattern.substring(1, pattern.length() - 1);
		}
		return matches(pattern, host, subdomains);
	}

	private static boolean matches(String pattern, String host, boolean subdomains) {
		if (pattern.isEmpty()) {
			return false;
		}
		if (pattern.indexOf('*') >= 0) {
			return matchesText(pattern, host);
		}
		if (pattern.equals(host)) {
			return true;
		}
		if (!subdomains) {
			return false;
		}
		String name = (pattern.charAt(0) == '.') ? pattern.substring(1) : pattern;
		return host.equals(name) || host.endsWith('.' + name);
	}

	/**
	 * Whether each {@code *} of the pattern can stand for some text. To let each stand
	 * for as little as it can is enough.
	 */
	private static boolean matchesText(String pattern, String host) {
		int star = pattern.indexOf('*');
		if (!host.startsWith(pattern.substring(0, star))) {
			return false;
		}
		int position = star;
		for (int next = pattern.indexOf('*', star + 1); next >= 0; next = pattern.indexOf('*', star + 1)) {
			String part = pattern.substring(star + 1, next);
			int found = host.indexOf(part, position);
			if (found < 0) {
				return false;
			}
			position = found + part.length();
			star = next;
		}
		String last = pattern.substring(star + 1);
		return host.length() - last.length() >= position && host.endsWith(last);
	}

	/**
	 * Whether the host is an address in a block such as {@code 10.0.0.0/8}.
	 */
	private static boolean isWithin(String host, String network, String prefix) {
		if (!isAddress(host) || !isAddress(network)) {
			return false;
		}
		try {
			byte[] address = InetAddress.getByName(host).getAddress();
			byte[] start = InetAddress.getByName(network).getAddress();
			int bits = Integer.parseInt(prefix);
			if (address.length != start.length || bits < 0 || bits > address.length * 8) {
				return false;
			}
			for (int i = 0; i < bits; i++) {
				if (((address[i / 8] ^ start[i / 8]) & (0x80 >> (i % 8))) != 0) {
					return false;
				}
			}
			return true;
		}
		catch (UnknownHostException | NumberFormatException ex) {
			return false;
		}
	}

	/**
	 * Whether it is an address and no name, which would have to be looked up.
	 */
	private static boolean isAddress(String text) {
		if (text.indexOf(':') >= 0) {
			return true;
		}
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c != '.' && (c < '0' || c > '9')) {
				return false;
			}
		}
		return !text.isEmpty();
	}

}
