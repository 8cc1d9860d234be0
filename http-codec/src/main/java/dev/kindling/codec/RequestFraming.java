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

package dev.kindling.codec;

/**
 * What a request's own framing headers must say about its body.
 */
final class RequestFraming {

	private RequestFraming() {
	}

	/**
	 * Refuses headers that contradict the body that follows.
	 * @param length the body's length in bytes, or -1 for chunks
	 */
	static void requireLength(HttpRequest request, long length) {
		HttpHeaders headers = request.headers();
		String encoding = headers.first("Transfer-Encoding");
		if (encoding != null && (length >= 0 || !"chunked".equalsIgnoreCase(encoding))) {
			throw new IllegalArgumentException(
					"Transfer-Encoding must be 'chunked', and only for a body without length");
		}
		String announced = headers.first("Content-Length");
		if (announced != null && (length < 0 || !announced.equals(Long.toString(length)))) {
			throw new IllegalArgumentException("Content-Length is '" + announced + "', but the body has "
					+ ((length < 0) ? "no known length" : length + " bytes"));
		}
	}

	/**
	 * Whether a request without a body says so by {@code Content-Length: 0}.
	 *
	 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-8.6">RFC 9110, 8.6</a>
	 */
	static boolean expectsBody(String method) {
		return switch (method) {
			case "POST", "PUT", "PATCH" -> true;
			default -> false;
		};
	}

}
