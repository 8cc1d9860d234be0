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

package dev.kindling.function.call;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.amazonaws.services.lambda.runtime.Context;
import dev.kindling.function.FunctionMessageHeaders;
import dev.kindling.function.http.HttpRequestEvent;
import org.jspecify.annotations.Nullable;

import org.springframework.messaging.Message;
import org.springframework.messaging.support.GenericMessage;

/**
 * Makes messages, and takes them apart.
 */
public final class Messages {

	private static final String TYPE = "org.springframework.messaging.Message";

	private Messages() {
	}

	public static boolean isMessage(@Nullable Class<?> type) {
		return type != null && type.getName().equals(TYPE);
	}

	static Object of(@Nullable Object payload, Context context, @Nullable HttpRequestEvent request) {
		Map<String, Object> headers = headers(context, request);
		return (payload != null) ? new GenericMessage<>(payload, headers) : new EmptyMessage(headers);
	}

	/**
	 * A message with the payload of a record, and what that has beside it.
	 */
	public static Object ofRecord(@Nullable Object payload, Map<String, Object> context, Map<String, Object> headers) {
		Map<String, Object> all = new LinkedHashMap<>(headers);
		all.putAll(context);
		return (payload != null) ? new GenericMessage<>(payload, all) : new EmptyMessage(all);
	}

	public static @Nullable Object header(Object message, String name) {
		return ((Message<?>) message).getHeaders().get(name);
	}

	public static Map<String, Object> headers(Context context, @Nullable HttpRequestEvent request) {
		Map<String, Object> headers = new LinkedHashMap<>();
		headers.put(FunctionMessageHeaders.CONTEXT, context);
		if (request != null) {
			headers.put(FunctionMessageHeaders.METHOD, request.method());
			headers.put(FunctionMessageHeaders.PATH, request.path());
			headers.put(FunctionMessageHeaders.QUERY_PARAMETERS, request.queryParameters());
			headers.put(FunctionMessageHeaders.PATH_VARIABLES, request.pathVariables());
			headers.put(FunctionMessageHeaders.HEADERS, request.headers());
			headers.put(FunctionMessageHeaders.COOKIES, request.cookies());
			headers.put(FunctionMessageHeaders.CLAIMS, request.claims());
			if (request.connectionId() != null) {
				headers.put(FunctionMessageHeaders.CONNECTION_ID, request.connectionId());
			}
		}
		return headers;
	}

	static List<Object> ofAll(List<?> payloads, Context context, @Nullable HttpRequestEvent request) {
		List<Object> messages = new ArrayList<>(payloads.size());
		for (Object payload : payloads) {
			messages.add(of(payload, context, request));
		}
		return messages;
	}

	/**
	 * A message with another's headers.
	 */
	static Object replacePayload(Object message, @Nullable Object payload) {
		return new GenericMessage<>((payload != null) ? payload : new byte[0], ((Message<?>) message).getHeaders());
	}

	/**
	 * What is left of messages in a list.
	 */
	static List<@Nullable Object> payloads(List<?> results) {
		List<@Nullable Object> payloads = new ArrayList<>(results.size());
		for (Object result : results) {
			payloads.add((result instanceof Message<?> message) ? message.getPayload() : result);
		}
		return payloads;
	}

	public static boolean isInstance(@Nullable Object result) {
		return result instanceof Message<?>;
	}

	public static Object payload(Object message) {
		return ((Message<?>) message).getPayload();
	}

}
