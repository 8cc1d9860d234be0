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

package dev.kindling.console;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * Lets only the console's own page in. Any page in the same browser can send requests to
 * this machine, and with a name of its own that leads here (DNS rebinding) even read the
 * answers: the name is in {@code Host}, the page in {@code Origin}. What calls functions
 * needs a token besides, which only the page is told.
 */
final class RequestGuard {

	/**
	 * The header with the token. A page of another origin can't send it without asking
	 * first, and is never answered.
	 */
	static final String TOKEN_HEADER = "X-Kindling-Console";

	private static final Set<String> METHODS = Set.of("GET", "POST");

	private final String token = token();

	private static String token() {
		byte[] bytes = new byte[16];
		new SecureRandom().nextBytes(bytes);
		return HexFormat.of().formatHex(bytes);
	}

	/**
	 * What the page sends with each call that changes something.
	 */
	String pageToken() {
		return this.token;
	}

	/**
	 * Says why a request is refused.
	 * @param request the request
	 * @param port where this server listens
	 * @return the reason; {@code null} if it may be answered
	 */
	@Nullable String refusal(Request request, int port) {
		HttpFields headers = request.getHeaders();
		String host = headers.get(HttpHeader.HOST);
		if (headers.getValuesList(HttpHeader.HOST).size() != 1
				|| !(("127.0.0.1:" + port).equals(host) || ("localhost:" + port).equals(host))) {
			return "The console is at http://127.0.0.1:" + port + "/, under no other name";
		}
		String origin = headers.get(HttpHeader.ORIGIN);
		if (origin != null && !origin.equals("http://" + host)) {
			return "Other pages can't use the console";
		}
		String site = headers.get("Sec-Fetch-Site");
		if (site != null && !site.equals("same-origin") && !site.equals("none") && !isNavigation(request)) {
			return "Other pages can't use the console";
		}
		if (!METHODS.contains(request.getMethod())) {
			return "The console knows GET and POST";
		}
		if (request.getMethod().equals("POST") && !hasToken(headers)) {
			return "This needs the token of the page: load it anew";
		}
		return null;
	}

	/**
	 * A link to the page may be anywhere.
	 */
	private static boolean isNavigation(Request request) {
		HttpFields headers = request.getHeaders();
		return request.getMethod().equals("GET") && Request.getPathInContext(request).equals("/")
				&& "navigate".equals(headers.get("Sec-Fetch-Mode")) && "document".equals(headers.get("Sec-Fetch-Dest"));
	}

	private boolean hasToken(HttpFields headers) {
		String sent = headers.get(TOKEN_HEADER);
		return sent != null && MessageDigest.isEqual(sent.getBytes(StandardCharsets.UTF_8),
				this.token.getBytes(StandardCharsets.UTF_8));
	}

}
