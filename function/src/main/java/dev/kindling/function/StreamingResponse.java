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

package dev.kindling.function;

import dev.kindling.function.http.HttpResponse;
import dev.kindling.runtime.InvocationResponse.BodyWriter;

/**
 * A function's answer that is sent while it is written. A function URL needs the invoke
 * mode {@code RESPONSE_STREAM}; a load balancer or an HTTP API, which can't stream, gets
 * all at once.
 *
 * @param head status, headers and cookies for an HTTP request; of them, an event that is
 * none gets the content type
 * @param writer writes the body; called once, after the function has returned, on the
 * same thread
 */
public record StreamingResponse(HttpResponse<Void> head, BodyWriter writer) {

	/**
	 * Answers with the status 200.
	 * @param contentType the body's media type
	 * @param writer writes the body
	 * @return the response
	 */
	public static StreamingResponse of(String contentType, BodyWriter writer) {
		return of(HttpResponse.<Void>status(200).header("Content-Type", contentType), writer);
	}

	/**
	 * Answers with a status and headers.
	 * @param head status, headers and cookies
	 * @param writer writes the body
	 * @return the response
	 */
	public static StreamingResponse of(HttpResponse<Void> head, BodyWriter writer) {
		return new StreamingResponse(head, writer);
	}

	public String contentType() {
		return this.head.headers().getOrDefault("Content-Type", java.util.List.of("application/octet-stream")).get(0);
	}

}
