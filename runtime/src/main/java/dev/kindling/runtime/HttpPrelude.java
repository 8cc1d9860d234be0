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

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import dev.kindling.codec.HttpHeaders;
import dev.kindling.runtime.json.JsonWriter;

/**
 * Status, headers and cookies that go before the body of a streamed answer to an HTTP
 * request, such as one of a function URL with the invoke mode {@code RESPONSE_STREAM}.
 *
 * @param statusCode the HTTP status, from 100 to 999
 * @param headers the headers, by name
 * @param cookies the values of the {@code Set-Cookie} headers
 * @see <a href=
 * "https://docs.aws.amazon.com/lambda/latest/dg/runtimes-custom.html#runtimes-custom-response-streaming">Response
 * streaming in a custom runtime</a>
 */
public record HttpPrelude(int statusCode, Map<String, String> headers, List<String> cookies) {

	/**
	 * The media type of an answer that starts with a prelude.
	 */
	public static final String CONTENT_TYPE = "application/vnd.awslambda.http-integration-response";

	private static final int DELIMITER_BYTES = 8;

	/**
	 * Takes copies of headers and cookies.
	 * @throws IllegalArgumentException if the status is none, a header's name is no
	 * token, or a value would end the header
	 */
	public HttpPrelude {
		if (statusCode < 100 || statusCode > 999) {
			throw new IllegalArgumentException("An HTTP status has three digits, but this is " + statusCode);
		}
		headers = Map.copyOf(headers);
		cookies = List.copyOf(cookies);
		HttpHeaders.Builder valid = HttpHeaders.builder();
		headers.forEach(valid::add);
		cookies.forEach((cookie) -> valid.add("Set-Cookie", cookie));
	}

	/**
	 * Answers with this prelude and what {@code body} writes. The prelude is sent with
	 * the first bytes of the body, so that a failure before is an ordinary error.
	 * @param body writes the body
	 * @return the response
	 */
	public InvocationResponse streaming(InvocationResponse.BodyWriter body) {
		return InvocationResponse.streaming(CONTENT_TYPE, (output) -> {
			output.write(toBytes());
			body.write(output);
		});
	}

	/**
	 * The prelude as it is sent: JSON, and the eight NUL bytes that end it.
	 * @return the bytes
	 */
	public byte[] toBytes() {
		JsonWriter json = new JsonWriter(false, Integer.MAX_VALUE);
		json.raw("{\"statusCode\":").raw(Integer.toString(this.statusCode)).raw(",\"headers\":{");
		boolean first = true;
		for (Map.Entry<String, String> header : this.headers.entrySet()) {
			json.raw(first ? "" : ",").string(header.getKey(), Integer.MAX_VALUE).raw(":");
			json.string(header.getValue(), Integer.MAX_VALUE);
			first = false;
		}
		json.raw("},\"cookies\":[");
		for (int i = 0; i < this.cookies.size(); i++) {
			json.raw((i > 0) ? "," : "").string(this.cookies.get(i), Integer.MAX_VALUE);
		}
		byte[] bytes = json.raw("]}").toBytes();
		return Arrays.copyOf(bytes, bytes.length + DELIMITER_BYTES);
	}

}
