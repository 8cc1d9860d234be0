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

package dev.kindling.fake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A request as it came in.
 *
 * @param line the request line
 * @param headers by lower-case name
 * @param body without its framing
 * @param trailers by lower-case name
 */
public record ApiRequest(String line, Map<String, String> headers, byte[] body, Map<String, String> trailers) {

	/**
	 * Reads a request without its body.
	 * @return {@code null} at the end of the connection
	 */
	static @Nullable ApiRequest readHead(InputStream input, RequestRules rules) throws IOException {
		String line = line(input, rules);
		return (line != null) ? new ApiRequest(line, headers(input, rules), new byte[0], Map.of()) : null;
	}

	/**
	 * Reads the body that belongs to this head.
	 */
	ApiRequest readBody(InputStream input, RequestRules rules) throws IOException {
		String length = this.headers.get("content-length");
		String encoding = this.headers.get("transfer-encoding");
		rules.require(length == null || encoding == null, "Content-Length and Transfer-Encoding in one request");
		if (encoding != null) {
			rules.require(encoding.equals("chunked"), "Transfer-Encoding is " + encoding);
			byte[] body = chunks(input, rules);
			return new ApiRequest(this.line, this.headers, body, headers(input, rules));
		}
		rules.require(length == null || length.matches("0|[1-9][0-9]*"), "Content-Length is " + length);
		rules.require(length != null || this.line.startsWith("GET "), "A post without length");
		int size = (length != null) ? Integer.parseInt(length) : 0;
		byte[] body = input.readNBytes(size);
		if (body.length < size) {
			throw new IOException("Cut short");
		}
		return new ApiRequest(this.line, this.headers, body, Map.of());
	}

	private static byte[] chunks(InputStream input, RequestRules rules) throws IOException {
		ByteArrayOutputStream body = new ByteArrayOutputStream();
		while (true) {
			String size = line(input, rules);
			if (size == null) {
				throw new IOException("Cut short");
			}
			rules.require(size.matches("[0-9a-fA-F]{1,8}"), "A chunk size is no hexadecimal number");
			int count = Integer.parseInt(size, 16);
			if (count == 0) {
				return body.toByteArray();
			}
			byte[] chunk = input.readNBytes(count);
			if (chunk.length < count) {
				throw new IOException("Cut short");
			}
			body.writeBytes(chunk);
			rules.require("".equals(line(input, rules)), "A chunk is longer than its size says");
		}
	}

	private static Map<String, String> headers(InputStream input, RequestRules rules) throws IOException {
		Map<String, String> headers = new LinkedHashMap<>();
		for (String line = line(input, rules); line == null || !line.isEmpty(); line = line(input, rules)) {
			if (line == null) {
				throw new IOException("Cut short");
			}
			int colon = line.indexOf(": ");
			rules.require(colon > 0 && line.substring(0, Math.max(colon, 0)).matches("[A-Za-z0-9-]+"),
					"A header line is malformed");
			if (colon > 0) {
				String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
				rules.require(headers.put(name, line.substring(colon + 2)) == null, "Header " + name + " is repeated");
			}
		}
		return headers;
	}

	private static @Nullable String line(InputStream input, RequestRules rules) throws IOException {
		ByteArrayOutputStream line = new ByteArrayOutputStream();
		for (int b = input.read(); b != '\n'; b = input.read()) {
			if (b < 0) {
				return null;
			}
			line.write(b);
		}
		String text = line.toString(StandardCharsets.UTF_8);
		rules.require(text.endsWith("\r"), "A line doesn't end with CR LF");
		return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
	}

	/**
	 * What is asked for.
	 * @return the path
	 */
	public String path() {
		return this.line.split(" ")[1];
	}

	/**
	 * A header.
	 * @param name its name, in any case
	 * @return its value, or {@code null} if it isn't there
	 */
	public @Nullable String header(String name) {
		return this.headers.get(name.toLowerCase(Locale.ROOT));
	}

	/**
	 * The body as text.
	 * @return the body, read as UTF-8
	 */
	public String text() {
		return new String(this.body, StandardCharsets.UTF_8);
	}

	/**
	 * What is posted.
	 * @return {@code response} or {@code error}
	 */
	public String kind() {
		return path().substring(path().lastIndexOf('/') + 1);
	}

	/**
	 * Whether an invocation is answered.
	 * @param id its request id
	 * @return {@code true} if it is
	 */
	public boolean isFor(String id) {
		return path().startsWith("/2018-06-01/runtime/invocation/" + id + "/");
	}

}
