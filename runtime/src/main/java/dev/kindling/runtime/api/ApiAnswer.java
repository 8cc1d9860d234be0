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

import java.nio.charset.StandardCharsets;

/**
 * What the Runtime API answers to a post.
 *
 * @param status the status code
 * @param body the body of a refusal, or else nothing
 */
record ApiAnswer(int status, byte[] body) {

	static final byte[] NO_BODY = {};

	private static final int FORBIDDEN = 403;

	static final int TOO_LARGE = 413;

	private static final int HEADERS_TOO_LARGE = 431;

	static final int CONTAINER_ERROR = 500;

	boolean isAccepted() {
		return this.status < 300;
	}

	/**
	 * Whether the process is to end at once: the container is broken, or the process and
	 * the Runtime API don't agree on where they are.
	 */
	boolean isFatal() {
		return this.status == FORBIDDEN || this.status == CONTAINER_ERROR;
	}

	boolean isTooLarge() {
		return this.status == TOO_LARGE || this.status == HEADERS_TOO_LARGE;
	}

	/**
	 * Whether the same request may be accepted later.
	 */
	boolean isTransient() {
		return this.status == 429 || this.status > CONTAINER_ERROR;
	}

	/**
	 * Whether the invocation has been answered already or has ended.
	 */
	boolean isStale() {
		return this.status == 400 && (this.body.length == 0
				|| new String(this.body, StandardCharsets.UTF_8).contains("InvalidRequestID"));
	}

}
