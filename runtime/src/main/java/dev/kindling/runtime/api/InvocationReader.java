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

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;

import dev.kindling.codec.HttpHeaders;
import dev.kindling.codec.ReceivedResponse;
import dev.kindling.runtime.Invocation;
import org.jspecify.annotations.Nullable;

/**
 * Makes an {@link Invocation} of an answer of {@code GET /runtime/invocation/next}.
 */
final class InvocationReader {

	/**
	 * Events have up to 6 MB; whatever sends more than this is not Lambda.
	 */
	static final int MAX_EVENT_BYTES = 16 * 1024 * 1024;

	private static final String REQUEST_ID = "Lambda-Runtime-Aws-Request-Id";

	private static final long MAX_DEADLINE = 253_402_300_799_999L;

	private InvocationReader() {
	}

	static Invocation read(ReceivedResponse response) throws BrokenEventException, IOException {
		HttpHeaders headers = response.headers();
		String requestId = headers.first(REQUEST_ID);
		byte[] body;
		try {
			body = readBody(response.body(), headers.first("Content-Length"));
		}
		catch (IOException | RuntimeFailure | OutOfMemoryError ex) {
			if (requestId == null || requestId.isEmpty()) {
				throw new IOException("The event is incomplete, and has no request id", ex);
			}
			throw new BrokenEventException(requestId, ex);
		}
		return new Invocation((requestId != null) ? requestId : "", deadline(headers),
				headers.first("Lambda-Runtime-Invoked-Function-Arn"), headers.first("Lambda-Runtime-Trace-Id"),
				headers.first("Lambda-Runtime-Client-Context"), headers.first("Lambda-Runtime-Cognito-Identity"),
				headers.first("Lambda-Runtime-Aws-Tenant-Id"), headers.first("Content-Type"), byName(headers), body);
	}

	private static @Nullable Instant deadline(HttpHeaders headers) {
		String value = headers.first("Lambda-Runtime-Deadline-Ms");
		if (value == null) {
			return null;
		}
		long millis = 0;
		for (int i = 0; i < value.length(); i++) {
			int digit = value.charAt(i) - '0';
			if (digit < 0 || digit > 9 || millis > MAX_DEADLINE / 10) {
				return null;
			}
			millis = millis * 10 + digit;
		}
		return (millis > 0 && millis <= MAX_DEADLINE) ? Instant.ofEpochMilli(millis) : null;
	}

	private static Map<String, String> byName(HttpHeaders headers) {
		ByName byName = new ByName(headers.size());
		headers.forEach(byName);
		return byName.map;
	}

	/**
	 * Reads the whole body, without trusting the announced length for more than the size
	 * of the first buffer.
	 */
	private static byte[] readBody(InputStream body, @Nullable String announced) throws IOException, RuntimeFailure {
		byte[] bytes = new byte[capacity(announced)];
		int length = 0;
		while (true) {
			if (length == bytes.length) {
				int next = body.read();
				if (next < 0) {
					return bytes;
				}
				if (length >= MAX_EVENT_BYTES) {
					body.close();
					throw new RuntimeFailure("Runtime.EventTooLarge",
							"The event has more than " + MAX_EVENT_BYTES + " bytes", null);
				}
				bytes = Arrays.copyOf(bytes, Math.max(1024, Math.min(length * 2, MAX_EVENT_BYTES)));
				bytes[length++] = (byte) next;
			}
			else {
				int count = body.read(bytes, length, bytes.length - length);
				if (count < 0) {
					return Arrays.copyOf(bytes, length);
				}
				length += count;
			}
		}
	}

	private static int capacity(@Nullable String announced) {
		if (announced == null || announced.isEmpty()) {
			return 8 * 1024;
		}
		int capacity = 0;
		for (int i = 0; i < announced.length() && capacity < MAX_EVENT_BYTES; i++) {
			capacity = capacity * 10 + Math.max(0, Math.min(9, announced.charAt(i) - '0'));
		}
		return Math.min(capacity, MAX_EVENT_BYTES);
	}

	/**
	 * Collects headers by lower-case name, the first of each.
	 */
	private static final class ByName implements BiConsumer<String, String> {

		private final Map<String, String> map;

		ByName(int size) {
			this.map = new HashMap<>(size * 2);
		}

		@Override
		public void accept(String name, String value) {
			this.map.putIfAbsent(name.toLowerCase(Locale.ROOT), value);
		}

	}

}
