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

package dev.kindling.local.invoke;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindling.local.server.Json;
import org.jspecify.annotations.Nullable;

/**
 * What came back from one call of the function.
 *
 * @param requestId the invocation's id
 * @param payload the function's answer, or the error as JSON; empty when the answer was
 * streamed to someone else
 * @param contentType the media type that the function named, if any
 * @param functionError {@code Unhandled} when the function failed, else {@code null}
 * @param logs what the function and Lambda wrote during this invocation, line by line
 * @param report the REPORT line's values
 */
public record InvokeResult(String requestId, byte[] payload, @Nullable String contentType,
		@Nullable String functionError, List<String> logs, InvocationReport report) {

	public InvokeResult {
		logs = List.copyOf(logs);
	}

	/**
	 * Says whether the function failed.
	 * @return {@code true} if it did
	 */
	public boolean isError() {
		return this.functionError != null;
	}

	/**
	 * The answer as text.
	 * @return the payload, read as UTF-8
	 */
	public String payloadAsString() {
		return new String(this.payload, StandardCharsets.UTF_8);
	}

	/**
	 * The answer as JSON.
	 * @return the parsed payload
	 * @throws UncheckedIOException if it is no JSON
	 */
	public JsonNode json() {
		try {
			return Json.MAPPER.readTree(this.payload);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The function's answer is no JSON", ex);
		}
	}

	/**
	 * The answer as an object.
	 * @param type what to read
	 * @param <T> what to read
	 * @return the object
	 * @throws IllegalStateException if the function failed
	 * @throws UncheckedIOException if the answer doesn't fit the type
	 */
	public <T> T as(Class<T> type) {
		if (isError()) {
			throw new IllegalStateException("The function failed: " + payloadAsString());
		}
		try {
			return Json.MAPPER.readValue(this.payload, type);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The function's answer is no " + type.getSimpleName(), ex);
		}
	}

	/**
	 * The {@code errorType} of a failed call.
	 * @return the type, or {@code null} if there is none
	 */
	public @Nullable String errorType() {
		return errorField("errorType");
	}

	/**
	 * The {@code errorMessage} of a failed call.
	 * @return the message, or {@code null} if there is none
	 */
	public @Nullable String errorMessage() {
		return errorField("errorMessage");
	}

	private @Nullable String errorField(String name) {
		return isError() ? json().path(name).asText(null) : null;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return this == other;
	}

	@Override
	public int hashCode() {
		return System.identityHashCode(this);
	}

	/**
	 * Leaves the payload out, unless it describes an error.
	 */
	@Override
	public String toString() {
		return "InvokeResult[" + this.requestId + (isError() ? ", " + payloadAsString() : "") + "]";
	}

}
