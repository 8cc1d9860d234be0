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

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import com.fasterxml.jackson.core.JsonFactory;
import dev.kindling.function.http.HttpEventFormat;
import dev.kindling.function.http.HttpRequestEvent;
import dev.kindling.function.http.HttpResponse;
import dev.kindling.function.http.HttpResponseWriter;
import dev.kindling.runtime.InvocationResponse;
import org.jspecify.annotations.Nullable;

/**
 * Makes the HTTP response of what a function returned.
 */
final class HttpAnswers {

	private static final String TEXT = "text/plain;charset=UTF-8";

	private static final String BINARY = "application/octet-stream";

	private final ResultWriter output;

	private final HttpResponseWriter writer;

	HttpAnswers(ResultWriter output, JsonFactory factory) {
		this.output = output;
		this.writer = new HttpResponseWriter(factory);
	}

	InvocationResponse answer(HttpRequestEvent request, @Nullable Object result) throws Exception {
		if (result instanceof StreamingResponse streaming) {
			return answer(request, streaming);
		}
		if (result instanceof InputStream stream) {
			return answer(request, StreamingResponse.of(BINARY, (output) -> {
				try (stream) {
					stream.transferTo(output);
				}
			}));
		}
		if (result instanceof HttpResponse<?> response) {
			return InvocationResponse.of(write(request.format(), response));
		}
		if (BoundFunction.MESSAGING && Messages.isInstance(result)) {
			return InvocationResponse.of(write(request.format(), Messages.response(result)));
		}
		if (isHttpResponse(result)) {
			return InvocationResponse.of(this.output.write(result));
		}
		return InvocationResponse
			.of(write(request.format(), (result != null) ? HttpResponse.ok(result) : HttpResponse.status(204)));
	}

	/**
	 * Whether the function answers in AWS's own form.
	 */
	private static boolean isHttpResponse(@Nullable Object result) {
		if (result instanceof Map<?, ?> map) {
			return map.get("statusCode") instanceof Number;
		}
		return result != null && LambdaEvents.isEvent(result.getClass());
	}

	byte[] write(HttpEventFormat format, HttpResponse<?> response) {
		Object body = response.body();
		if (body == null) {
			return this.writer.write(format, response, "", null);
		}
		if (body instanceof byte[] bytes) {
			return this.writer.write(format, response, BINARY, bytes);
		}
		if (body instanceof CharSequence text) {
			return this.writer.write(format, response, TEXT, text.toString().getBytes(StandardCharsets.UTF_8));
		}
		return this.writer.write(format, response, InvocationResponse.JSON, this.output.write(body));
	}

	private InvocationResponse answer(HttpRequestEvent request, StreamingResponse streaming) throws Exception {
		if (!request.canStream()) {
			ByteArrayOutputStream bytes = new ByteArrayOutputStream();
			streaming.writer().write(bytes);
			return InvocationResponse
				.of(this.writer.write(request.format(), streaming.head(), BINARY, bytes.toByteArray()));
		}
		return InvocationResponse.streaming(HttpResponseWriter.STREAMED_CONTENT_TYPE, (output) -> {
			this.writer.writePrelude(streaming.head(), BINARY, output);
			streaming.writer().write(output);
		});
	}

}
