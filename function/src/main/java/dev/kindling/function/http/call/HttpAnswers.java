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

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindling.function.StreamingResponse;
import dev.kindling.function.call.BoundFunction;
import dev.kindling.function.call.Messages;
import dev.kindling.function.http.ContentType;
import dev.kindling.function.http.HttpRequestEvent;
import dev.kindling.function.http.HttpResponse;
import dev.kindling.function.http.HttpResponseWriter;
import dev.kindling.function.payload.LambdaEvents;
import dev.kindling.function.payload.ResultWriter;
import dev.kindling.runtime.InvocationResponse;
import org.jspecify.annotations.Nullable;

/**
 * Makes the HTTP response of what a function returned.
 */
public final class HttpAnswers {

	private static final String TEXT = "text/plain;charset=UTF-8";

	private static final String BINARY = "application/octet-stream";

	private final ResultWriter output;

	private final HttpTypes types;

	private final HttpResponseWriter writer = new HttpResponseWriter();

	public HttpAnswers(ResultWriter output, HttpTypes types) {
		this.output = output;
		this.types = types;
	}

	/**
	 * Whether a result is an HTTP response, whatever the function takes.
	 */
	static boolean isResponse(@Nullable Object result) {
		if (result instanceof StreamingResponse streaming) {
			return !streaming.contentType().equals(HttpResponseWriter.STREAMED_CONTENT_TYPE);
		}
		return result instanceof HttpResponse<?>
				|| (BoundFunction.MESSAGING && Messages.isInstance(result) && MessageResponses.isResponse(result));
	}

	InvocationResponse answer(HttpRequestEvent request, @Nullable Object result) throws Exception {
		if (result instanceof StreamingResponse streaming) {
			return answer(request, streaming);
		}
		if (result instanceof InputStream stream && request.isHead()) {
			stream.close();
			return InvocationResponse.of(write(request, HttpResponse.status(200)));
		}
		if (result instanceof InputStream stream) {
			return answer(request, StreamingResponse.of(BINARY, (output) -> {
				try (stream) {
					stream.transferTo(output);
				}
			}));
		}
		if (result instanceof HttpResponse<?> response) {
			return InvocationResponse.of(write(request, response));
		}
		if (BoundFunction.MESSAGING && Messages.isInstance(result)) {
			return InvocationResponse.of(write(request, MessageResponses.of(result)));
		}
		if (isAwsResponse(result)) {
			return InvocationResponse.of(this.output.write(result));
		}
		if (result == null) {
			return InvocationResponse.of(write(request, HttpResponse.status(204)));
		}
		if (result instanceof byte[] || result instanceof CharSequence) {
			return InvocationResponse.of(write(request, HttpResponse.ok(result)));
		}
		byte[] json = this.output.write(result);
		byte[] own = this.types.response(result, json);
		return InvocationResponse.of((own != null) ? own : writeJson(request, HttpResponse.ok(result), json));
	}

	/**
	 * Whether the function answers in AWS's own form.
	 */
	private static boolean isAwsResponse(@Nullable Object result) {
		if (result instanceof Map<?, ?> map) {
			return map.get("statusCode") instanceof Number;
		}
		if (result instanceof JsonNode tree) {
			return tree.path("statusCode").isIntegralNumber();
		}
		return result != null && LambdaEvents.isEvent(result.getClass());
	}

	public byte[] write(HttpRequestEvent request, HttpResponse<?> response) {
		Object body = HttpResponseWriter.isWithoutBody(response.status()) ? null : response.body();
		if (body == null) {
			return this.writer.write(request, response, "", null, true);
		}
		if (body instanceof byte[] bytes) {
			return this.writer.write(request, response, BINARY, bytes, false);
		}
		if (body instanceof CharSequence text) {
			return this.writer.write(request, response, TEXT, encode(text.toString(), charset(response)), true);
		}
		return writeJson(request, response, this.output.write(body));
	}

	private byte[] writeJson(HttpRequestEvent request, HttpResponse<?> response, byte[] json) {
		Charset charset = charset(response);
		return this.writer.write(request, response, InvocationResponse.JSON,
				(charset == StandardCharsets.UTF_8) ? json : encode(new String(json, StandardCharsets.UTF_8), charset),
				true);
	}

	private static Charset charset(HttpResponse<?> response) {
		for (Map.Entry<String, List<String>> header : response.headers().entrySet()) {
			if (header.getKey().equalsIgnoreCase("content-type") && !header.getValue().isEmpty()) {
				try {
					return ContentType.of(header.getValue().get(0)).charsetOrUtf8();
				}
				catch (UnsupportedCharsetException ex) {
					throw new IllegalArgumentException("The header '" + header.getKey()
							+ "' of the response names the charset '" + ex.getCharsetName() + "', which is unknown");
				}
			}
		}
		return StandardCharsets.UTF_8;
	}

	private static byte[] encode(String text, Charset charset) {
		if (charset == StandardCharsets.UTF_8) {
			return text.getBytes(StandardCharsets.UTF_8);
		}
		try {
			ByteBuffer bytes = charset.newEncoder().encode(CharBuffer.wrap(text));
			return Arrays.copyOf(bytes.array(), bytes.limit());
		}
		catch (CharacterCodingException | UnsupportedOperationException ex) {
			throw new IllegalArgumentException("The body of the response has characters that " + charset.name()
					+ ", the charset of its content type, doesn't have");
		}
	}

	private InvocationResponse answer(HttpRequestEvent request, StreamingResponse streaming) throws Exception {
		boolean empty = request.isHead() || HttpResponseWriter.isWithoutBody(streaming.head().status());
		if (empty || !request.canStream()) {
			ByteArrayOutputStream bytes = new ByteArrayOutputStream();
			if (!empty) {
				streaming.writer().write(bytes);
			}
			return InvocationResponse
				.of(this.writer.write(request, streaming.head(), BINARY, empty ? null : bytes.toByteArray(), false));
		}
		return InvocationResponse.streaming(HttpResponseWriter.STREAMED_CONTENT_TYPE, (output) -> {
			this.writer.writePrelude(streaming.head(), BINARY, output);
			streaming.writer().write(output);
		});
	}

}
