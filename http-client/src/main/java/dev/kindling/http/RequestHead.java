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

import dev.kindling.codec.HttpHeaders;
import dev.kindling.codec.HttpRequest;

import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * Turns the SDK's request into one line and headers.
 */
final class RequestHead {

	static final long NO_LENGTH = -1;

	private RequestHead() {
	}

	static HttpRequest of(SdkHttpRequest request, Route route, boolean hasContent) {
		HttpHeaders.Builder headers = HttpHeaders.builder();
		if (request.firstMatchingHeader("Host").isEmpty()) {
			headers.add("Host", route.hostHeader());
		}
		request.forEachHeader((name, values) -> {
			if (hasContent || !"Content-Length".equalsIgnoreCase(name)) {
				for (int i = 0; i < values.size(); i++) {
					String value = values.get(i);
					headers.add(name, (value != null) ? value : "");
				}
			}
		});
		return new HttpRequest(request.method().name(), target(request), headers.build());
	}

	/**
	 * The same request for a proxy that forwards it.
	 *
	 * @see <a href="https://www.rfc-editor.org/rfc/rfc9112#section-3.2.2">RFC 9112,
	 * absolute form</a>
	 */
	static HttpRequest forwarded(HttpRequest request, Route route, ProxyServer proxy) {
		HttpHeaders headers = request.headers();
		if (proxy.authorization() != null) {
			HttpHeaders.Builder more = HttpHeaders.builder();
			headers.forEach(more::add);
			headers = more.set("Proxy-Authorization", proxy.authorization()).build();
		}
		return new HttpRequest(request.method(), "http://" + route.hostHeader() + request.target(), headers);
	}

	private static String target(SdkHttpRequest request) {
		String path = request.encodedPath();
		if (path == null || path.isEmpty()) {
			path = "/";
		}
		else if (path.charAt(0) != '/') {
			path = '/' + path;
		}
		if (request.numRawQueryParameters() == 0) {
			return path;
		}
		String query = request.encodedQueryParameters().orElse("");
		return query.isEmpty() ? path : path + '?' + query;
	}

	/**
	 * The length that the request announces for its content.
	 * @return bytes, or {@link #NO_LENGTH}
	 */
	static long contentLength(HttpRequest request) {
		String value = request.headers().first("Content-Length");
		if (value == null) {
			return NO_LENGTH;
		}
		try {
			long length = Long.parseLong(value);
			if (length >= 0) {
				return length;
			}
		}
		catch (NumberFormatException ex) {
			// Said below
		}
		throw new IllegalArgumentException("The request's Content-Length is no number of bytes");
	}

}
