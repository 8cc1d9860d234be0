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

package dev.kindling.runtime;

import java.io.IOException;
import java.io.OutputStream;

/**
 * What an {@link InvocationHandler} answers: all bytes at once, or a stream of them.
 */
public sealed interface InvocationResponse {

	/**
	 * The media type of most answers.
	 */
	String JSON = "application/json";

	/**
	 * Answers {@code body} as JSON.
	 * @param body the whole answer; may be empty
	 * @return the response
	 */
	static InvocationResponse of(byte[] body) {
		return new Buffered(JSON, body);
	}

	/**
	 * Answers what {@code writer} writes, as it is written (Lambda response streaming).
	 * @param contentType the media type
	 * @param writer writes the answer; called once, on the invocation's thread
	 * @return the response
	 */
	static InvocationResponse streaming(String contentType, BodyWriter writer) {
		return new Streaming(contentType, writer);
	}

	/**
	 * An answer that is complete.
	 *
	 * @param contentType the media type
	 * @param body all bytes
	 */
	record Buffered(String contentType, byte[] body) implements InvocationResponse {
	}

	/**
	 * An answer that is sent while it is made.
	 *
	 * @param contentType the media type
	 * @param writer makes it
	 */
	record Streaming(String contentType, BodyWriter writer) implements InvocationResponse {
	}

	/**
	 * Writes the body of a streamed answer.
	 */
	@FunctionalInterface
	interface BodyWriter {

		/**
		 * Writes all of the body. What has been written is sent when the stream is
		 * flushed or a chunk is full.
		 * @param output where to write; need not be closed
		 * @throws IOException if Lambda no longer takes the answer
		 * @throws Exception if the answer can't be made: before the first byte an
		 * ordinary error is reported, later the stream ends with error trailers
		 */
		void write(OutputStream output) throws Exception;

	}

}
