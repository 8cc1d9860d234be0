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

package dev.kindling.local.sandbox;

import dev.kindling.local.server.Json;
import org.jspecify.annotations.Nullable;

/**
 * How one invocation ended.
 *
 * @param body the answer or the error; empty if the answer was streamed to the caller
 * @param contentType the media type that the runtime named
 * @param functionError {@code null} when all went well
 * @param status of the REPORT line
 * @param errorType of the REPORT line; only for what the runtime didn't report itself
 */
public record Outcome(byte[] body, @Nullable String contentType, @Nullable String functionError,
		@Nullable String status, @Nullable String errorType) {

	static final String UNHANDLED = "Unhandled";

	/**
	 * The error type where there is no code to run; no name of Lambda's, where this can't
	 * be.
	 */
	public static final String NO_CODE = "Kindling.NoCode";

	public static Outcome success(byte[] body, @Nullable String contentType) {
		return new Outcome(body, contentType, null, null, null);
	}

	/**
	 * The function failed, and the runtime said so.
	 */
	public static Outcome reported(byte[] body) {
		return new Outcome(body, "application/json", UNHANDLED, null, null);
	}

	/**
	 * Lambda found that the function failed.
	 */
	public static Outcome failed(String errorType, String message) {
		return new Outcome(Json.error(errorType, message), "application/json", UNHANDLED, "error", errorType);
	}

	/**
	 * There is no code that could handle the event.
	 */
	static Outcome refused(String problem) {
		return failed(NO_CODE, problem);
	}

	static Outcome timedOut(String requestId, String seconds) {
		return new Outcome(
				Json.error("Sandbox.Timedout",
						"RequestId: " + requestId + " Error: Task timed out after " + seconds + " seconds"),
				"application/json", UNHANDLED, "timeout", null);
	}

}
