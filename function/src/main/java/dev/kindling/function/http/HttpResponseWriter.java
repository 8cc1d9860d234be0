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

package dev.kindling.function.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Writes an HTTP response in the form that whoever sent the event understands.
 */
public final class HttpResponseWriter {

	/**
	 * The media type of a streamed response whose first part is the status and headers.
	 */
	public static final String STREAMED_CONTENT_TYPE = "application/vnd.awslambda.http-integration-response";

	private static final String CONTENT_TYPE = "content-type";

	private static final String SET_COOKIE = "set-cookie";

	private static final int SEPARATOR_LENGTH = 8;

	/**
	 * Not the application's, whose settings may be for something else than AWS's JSON.
	 */
	private final JsonFactory factory = new JsonFactory();

	/**
	 * Writes a complete response.
	 * @param request what is answered
	 * @param response status, headers and cookies
	 * @param contentType the body's media type, unless a header says so
	 * @param body the body, or {@code null}
	 * @param text whether the body is text, whatever its media type
	 * @return the function's answer
	 */
	public byte[] write(HttpRequestEvent request, HttpResponse<?> response, String contentType, byte @Nullable [] body,
			boolean text) {
		HttpEventFormat format = request.format();
		Head head = Head.of(response, (body != null) ? contentType : null);
		byte[] sent = request.isHead() ? null : body;
		ByteArrayOutputStream bytes = new ByteArrayOutputStream(256 + ((sent != null) ? sent.length * 4 / 3 : 0));
		try (JsonGenerator json = this.factory.createGenerator(bytes)) {
			json.writeStartObject();
			json.writeNumberField("statusCode", response.status());
			if (format.isAlb()) {
				json.writeStringField("statusDescription", description(response.status()));
			}
			head.write(format, json);
			writeBody(json, sent, text || ContentType.of(head.contentType()).isText(), head.isEncoded());
			json.writeEndObject();
		}
		catch (IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	/**
	 * Whether a status stands for a response without a body.
	 * @param status the status
	 * @return whether it is 204 or 304
	 */
	public static boolean isWithoutBody(int status) {
		return status == 204 || status == 304;
	}

	/**
	 * Writes the first part of a streamed response: status, headers and cookies as JSON,
	 * and what separates them from the body.
	 * @param response status, headers and cookies
	 * @param contentType the body's media type, unless a header says so
	 * @param output where to write
	 * @throws IOException if the output fails
	 * @see <a href=
	 * "https://docs.aws.amazon.com/lambda/latest/dg/response-streaming-tutorial.html">Response
	 * streaming</a>
	 */
	public void writePrelude(HttpResponse<?> response, String contentType, OutputStream output) throws IOException {
		Head head = Head.of(response, contentType);
		ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
		try (JsonGenerator json = this.factory.createGenerator(bytes)) {
			json.writeStartObject();
			json.writeNumberField("statusCode", response.status());
			head.write(HttpEventFormat.API_GATEWAY_V2, json);
			json.writeEndObject();
		}
		bytes.write(new byte[SEPARATOR_LENGTH], 0, SEPARATOR_LENGTH);
		bytes.writeTo(output);
	}

	private static void writeBody(JsonGenerator json, byte @Nullable [] body, boolean text, boolean encoded)
			throws IOException {
		String value = (body == null) ? "" : (text && !encoded) ? decode(body) : null;
		json.writeStringField("body",
				(value != null || body == null) ? value : Base64.getEncoder().encodeToString(body));
		json.writeBooleanField("isBase64Encoded", value == null);
	}

	/**
	 * AWS sends text in UTF-8: what isn't, goes as bytes.
	 */
	private static @Nullable String decode(byte[] body) {
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
		}
		catch (CharacterCodingException ex) {
			return null;
		}
	}

	private static String description(int status) {
		String reason = Reasons.of(status);
		return reason.isEmpty() ? Integer.toString(status) : status + " " + reason;
	}

	/**
	 * The headers and cookies of one response.
	 */
	private record Head(Map<String, List<String>> headers, List<String> cookies, String contentType) {

		static Head of(HttpResponse<?> response, @Nullable String defaultType) {
			Map<String, List<String>> headers = new LinkedHashMap<>();
			List<String> cookies = new ArrayList<>(response.cookies());
			String contentType = null;
			for (Map.Entry<String, List<String>> header : response.headers().entrySet()) {
				String name = header.getKey().toLowerCase(Locale.ROOT);
				for (String value : header.getValue()) {
					refuseLineBreaks(value, name);
				}
				refuseLineBreaks(name, "");
				if (name.equals(SET_COOKIE)) {
					cookies.addAll(header.getValue());
					continue;
				}
				if (name.equals(CONTENT_TYPE) && !header.getValue().isEmpty()) {
					contentType = header.getValue().get(0);
				}
				headers.put(header.getKey(), header.getValue());
			}
			for (String cookie : cookies) {
				refuseLineBreaks(cookie, SET_COOKIE);
			}
			if (contentType == null && defaultType != null) {
				contentType = defaultType;
				headers.put("Content-Type", List.of(contentType));
			}
			return new Head(headers, cookies, (contentType != null) ? contentType : "");
		}

		boolean isEncoded() {
			for (Map.Entry<String, List<String>> header : this.headers.entrySet()) {
				if (header.getKey().equalsIgnoreCase("content-encoding")) {
					return !header.getValue().stream().allMatch("identity"::equalsIgnoreCase);
				}
			}
			return false;
		}

		private static void refuseLineBreaks(String value, String name) {
			if (value.indexOf('\r') >= 0 || value.indexOf('\n') >= 0) {
				throw new IllegalArgumentException("The header '" + name + "' of the response has a line break");
			}
		}

		void write(HttpEventFormat format, JsonGenerator json) throws IOException {
			if (format.isMultiValue()) {
				writeMultiple(json);
				return;
			}
			json.writeObjectFieldStart("headers");
			for (Map.Entry<String, List<String>> header : this.headers.entrySet()) {
				json.writeStringField(header.getKey(), String.join(", ", header.getValue()));
			}
			if (format == HttpEventFormat.ALB) {
				for (int i = 0; i < this.cookies.size(); i++) {
					json.writeStringField(variant(i), this.cookies.get(i));
				}
			}
			json.writeEndObject();
			if (format == HttpEventFormat.API_GATEWAY_V2 && !this.cookies.isEmpty()) {
				json.writeArrayFieldStart("cookies");
				for (String cookie : this.cookies) {
					json.writeString(cookie);
				}
				json.writeEndArray();
			}
		}

		private void writeMultiple(JsonGenerator json) throws IOException {
			json.writeObjectFieldStart("multiValueHeaders");
			for (Map.Entry<String, List<String>> header : this.headers.entrySet()) {
				writeArray(json, header.getKey(), header.getValue());
			}
			if (!this.cookies.isEmpty()) {
				writeArray(json, "Set-Cookie", this.cookies);
			}
			json.writeEndObject();
		}

		private static void writeArray(JsonGenerator json, String name, List<String> values) throws IOException {
			json.writeArrayFieldStart(name);
			for (String value : values) {
				json.writeString(value);
			}
			json.writeEndArray();
		}

		/**
		 * With single values, a load balancer sends a header only as often as it is there
		 * in another spelling.
		 */
		private static String variant(int index) {
			StringBuilder name = new StringBuilder("Set-Cookie");
			for (int bit = 0, i = 0; i < name.length(); i++) {
				char c = name.charAt(i);
				if (Character.isLetter(c)) {
					if ((index >> bit & 1) == 1) {
						name.setCharAt(i,
								Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c));
					}
					bit++;
				}
			}
			return name.toString();
		}

	}

}
