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

package dev.kindling.local.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

import dev.kindling.local.server.Json;
import dev.kindling.local.server.ResponseSink;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Response;
import org.jspecify.annotations.Nullable;

/**
 * Passes a streamed answer on to the caller of the function URL as it comes. Where the
 * media type announces a prelude, status and headers are taken from that.
 *
 * @see <a href=
 * "https://docs.aws.amazon.com/lambda/latest/dg/runtimes-custom.html#runtimes-custom-response-streaming">Response
 * streaming</a>
 */
final class FunctionUrlStream implements ResponseSink {

	private static final String WITH_PRELUDE = "application/vnd.awslambda.http-integration-response";

	private static final int DELIMITER = 8;

	private static final int MAX_PRELUDE = 64 * 1024;

	private final Response response;

	private final OutputStream output;

	private @Nullable ByteArrayOutputStream prelude;

	private int zeros;

	private volatile boolean begun;

	FunctionUrlStream(Response response) {
		this.response = response;
		this.output = Content.Sink.asOutputStream(response);
	}

	@Override
	public void begin(@Nullable String contentType) {
		this.begun = true;
		if (contentType != null && contentType.startsWith(WITH_PRELUDE)) {
			this.prelude = new ByteArrayOutputStream();
			return;
		}
		this.response.setStatus(200);
		this.response.getHeaders()
			.put(HttpHeader.CONTENT_TYPE, (contentType != null) ? contentType : "application/octet-stream");
	}

	@Override
	public void write(byte[] bytes, int length) throws IOException {
		int start = 0;
		ByteArrayOutputStream head = this.prelude;
		while (head != null && start < length) {
			byte next = bytes[start++];
			head.write(next);
			this.zeros = (next == 0) ? this.zeros + 1 : 0;
			if (this.zeros == DELIMITER) {
				apply(head.toByteArray());
				this.prelude = null;
				head = null;
			}
			else if (head.size() > MAX_PRELUDE) {
				throw new IOException("The streamed answer's prelude doesn't end");
			}
		}
		if (head == null && start < length) {
			this.output.write(bytes, start, length - start);
			this.output.flush();
		}
	}

	private void apply(byte[] head) throws IOException {
		FunctionUrlAnswer answer = FunctionUrlAnswer.head(Json.MAPPER.readTree(head, 0, head.length - DELIMITER));
		this.response.setStatus(answer.status());
		for (Map.Entry<String, String> header : answer.headers().entrySet()) {
			this.response.getHeaders().put(header.getKey(), header.getValue());
		}
		answer.cookies().forEach((cookie) -> this.response.getHeaders().add(HttpHeader.SET_COOKIE, cookie));
	}

	boolean hasBegun() {
		return this.begun;
	}

	boolean isComplete() {
		return this.prelude == null;
	}

	/**
	 * Ends the answer.
	 */
	void finish() throws IOException {
		this.output.close();
	}

	@Override
	public byte[] collected() {
		return new byte[0];
	}

}
