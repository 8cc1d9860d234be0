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
 * Where the body of an answer ends.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9112#section-6.3">RFC 9112, message
 * body length</a>
 */
final class ResponseFraming {

	static final long UNTIL_CLOSE = -1;

	static final long CHUNKED = -2;

	private static final int MAX_LENGTH_DIGITS = 18;

	private ResponseFraming() {
	}

	/**
	 * The length of the body.
	 * @return the length in bytes, {@link #UNTIL_CLOSE} or {@link #CHUNKED}
	 */
	static long bodyLength(String method, int status, HttpHeaders headers) throws HttpCodecException {
		if (status == 204 || status == 304 || "HEAD".equals(method)
				|| ("CONNECT".equals(method) && status >= 200 && status < 300)) {
			return 0;
		}
		String encoding = headers.first("Transfer-Encoding");
		if (encoding != null) {
			if (!"chunked".equalsIgnoreCase(encoding) || headers.all("Transfer-Encoding").size() > 1) {
				throw new HttpCodecException(
						"The answer's Transfer-Encoding is not 'chunked', which alone is understood");
			}
			return CHUNKED;
		}
		return contentLength(headers);
	}

	/**
	 * The length that {@code Content-Length} gives; repeated ones must agree.
	 */
	private static long contentLength(HttpHeaders headers) throws HttpCodecException {
		long length = UNTIL_CLOSE;
		for (int i = 0; i < headers.size(); i++) {
			if (headers.name(i).equalsIgnoreCase("Content-Length")) {
				long value = parse(headers.value(i));
				if (length != UNTIL_CLOSE && length != value) {
					throw new HttpCodecException("The answer has several Content-Length headers that differ");
				}
				length = value;
			}
		}
		return length;
	}

	static long parse(String value) throws HttpCodecException {
		if (value.isEmpty() || value.length() > MAX_LENGTH_DIGITS) {
			throw new HttpCodecException("The answer's Content-Length is no number of 1 to 18 digits");
		}
		long length = 0;
		for (int i = 0; i < value.length(); i++) {
			int digit = value.charAt(i) - '0';
			if (digit < 0 || digit > 9) {
				throw new HttpCodecException("The answer's Content-Length is no number of 1 to 18 digits");
			}
			length = length * 10 + digit;
		}
		return length;
	}

}
