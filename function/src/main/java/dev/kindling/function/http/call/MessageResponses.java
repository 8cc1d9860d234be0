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

package dev.kindling.function.http.call;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.kindling.function.FunctionMessageHeaders;
import dev.kindling.function.http.HttpResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.messaging.Message;
import org.springframework.messaging.MessageHeaders;

/**
 * Makes HTTP responses of messages: they set the status and the headers of the response,
 * and no other header leaves the function.
 */
final class MessageResponses {

	private MessageResponses() {
	}

	/**
	 * Whether a message sets status or headers.
	 */
	static boolean isResponse(Object result) {
		MessageHeaders headers = ((Message<?>) result).getHeaders();
		return headers.containsKey(FunctionMessageHeaders.STATUS)
				|| headers.containsKey(FunctionMessageHeaders.RESPONSE_HEADERS);
	}

	/**
	 * Makes the response.
	 * @throws IllegalArgumentException if a header isn't of its type
	 */
	static HttpResponse<Object> of(Object result) {
		Message<?> message = (Message<?>) result;
		MessageHeaders headers = message.getHeaders();
		HttpResponse<Object> response = HttpResponse.of(status(headers.get(FunctionMessageHeaders.STATUS)),
				message.getPayload());
		Object more = headers.get(FunctionMessageHeaders.RESPONSE_HEADERS);
		if (more == null) {
			return response;
		}
		if (!(more instanceof Map<?, ?> map)) {
			throw new IllegalArgumentException("The message's header '" + FunctionMessageHeaders.RESPONSE_HEADERS
					+ "' is a " + more.getClass().getName() + ", but has to be a Map");
		}
		for (Map.Entry<?, ?> header : map.entrySet()) {
			List<String> values = new ArrayList<>(1);
			add(header.getValue(), values);
			if (!values.isEmpty()) {
				response = response.header(String.valueOf(header.getKey()), values.toArray(String[]::new));
			}
		}
		return response;
	}

	/**
	 * A status is a number, its digits, or what Spring has for it.
	 */
	private static int status(@Nullable Object status) {
		if (status == null) {
			return 200;
		}
		if (status instanceof Number number) {
			return number.intValue();
		}
		if (HttpFailures.WEB) {
			int code = ErrorResponses.status(status);
			if (code > 0) {
				return code;
			}
		}
		if (status instanceof CharSequence text) {
			try {
				return Integer.parseInt(text.toString().trim());
			}
			catch (NumberFormatException ex) {
				throw new IllegalArgumentException(
						"The message's header '" + FunctionMessageHeaders.STATUS + "' is no HTTP status");
			}
		}
		throw new IllegalArgumentException("The message's header '" + FunctionMessageHeaders.STATUS + "' is a "
				+ status.getClass().getName() + ", which is no HTTP status");
	}

	private static void add(@Nullable Object value, List<String> values) {
		if (value instanceof Iterable<?> several && !(value instanceof java.nio.file.Path)) {
			several.forEach((one) -> add(one, values));
		}
		else if (value != null && value.getClass().isArray()) {
			for (int i = 0; i < Array.getLength(value); i++) {
				add(Array.get(value, i), values);
			}
		}
		else if (value != null) {
			values.add(value.toString());
		}
	}

}
