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

import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.messaging.Message;
import org.springframework.messaging.MessageHeaders;

/**
 * A message of an event without a payload, as a GET request is. Spring's own messages
 * have to have one.
 */
final class EmptyMessage implements Message<Object> {

	private final MessageHeaders headers;

	EmptyMessage(Map<String, Object> headers) {
		this.headers = new MessageHeaders(headers);
	}

	@Override
	@SuppressWarnings("NullAway")
	public @Nullable Object getPayload() {
		return null;
	}

	@Override
	public MessageHeaders getHeaders() {
		return this.headers;
	}

	/**
	 * Names no header, as its value could be a secret.
	 */
	@Override
	public String toString() {
		return "EmptyMessage";
	}

}
