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

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Base64;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * The body of an HTTP request: as bytes, as text, or as JSON. Text and JSON are decoded
 * from the charset that the content type names, and from gzip.
 */
public final class HttpBody {

	/**
	 * Most bytes of a body that was compressed: 16 MiB. An event has at most 6 MB.
	 */
	static final int MAX_DECOMPRESSED = 16 * 1024 * 1024;

	private static final byte[] NONE = new byte[0];

	private static final char BYTE_ORDER_MARK = '\uFEFF';

	private final JsonNode event;

	private final ContentType contentType;

	private final @Nullable String encoding;

	HttpBody(JsonNode event, ContentType contentType, @Nullable String encoding) {
		this.event = event;
		this.contentType = contentType;
		this.encoding = encoding;
	}

	/**
	 * The type of the content.
	 * @return what the request's header says
	 */
	public ContentType contentType() {
		return this.contentType;
	}

	/**
	 * The body as it was sent.
	 * @return the bytes, compressed ones as they are; empty if the request has none
	 * @throws MalformedHttpEventException if it is no base64 but said to be, or can't be
	 * of the charset that is named
	 */
	public byte[] bytes() {
		if (isBase64()) {
			return decoded();
		}
		String text = value();
		if (this.contentType.charset() == null || text.isEmpty()) {
			return text.getBytes(StandardCharsets.UTF_8);
		}
		Charset charset = charset();
		try {
			ByteBuffer bytes = charset.newEncoder().encode(CharBuffer.wrap(text));
			byte[] exact = new byte[bytes.remaining()];
			bytes.get(exact);
			return exact;
		}
		catch (CharacterCodingException | UnsupportedOperationException ex) {
			throw notOfCharset();
		}
	}

	/**
	 * The body as text, without a byte order mark.
	 * @return the text; empty if the request has none
	 * @throws MalformedHttpEventException if it can't be decoded
	 */
	public String text() {
		String text;
		if (isBase64()) {
			try {
				text = charset().newDecoder().decode(ByteBuffer.wrap(decompressed())).toString();
			}
			catch (CharacterCodingException ex) {
				throw notOfCharset();
			}
		}
		else {
			text = value();
		}
		return (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) ? text.substring(1) : text;
	}

	/**
	 * The body as JSON.
	 * @return the bytes in a charset that JSON can be in; empty if the request has none
	 * @throws MalformedHttpEventException if it can't be decoded
	 */
	public byte[] json() {
		if (!isBase64()) {
			return text().getBytes(StandardCharsets.UTF_8);
		}
		return (this.contentType.charset() == null || charset().equals(StandardCharsets.UTF_8)) ? decompressed()
				: text().getBytes(StandardCharsets.UTF_8);
	}

	private boolean isBase64() {
		return this.event.path("isBase64Encoded").asBoolean();
	}

	private String value() {
		JsonNode body = this.event.path("body");
		return body.isTextual() ? body.textValue() : "";
	}

	private byte[] decoded() {
		String value = value();
		if (value.isEmpty()) {
			return NONE;
		}
		try {
			return Base64.getDecoder().decode(value);
		}
		catch (IllegalArgumentException ex) {
			throw new MalformedHttpEventException("The body isn't base64, though the event says so");
		}
	}

	/**
	 * A body that isn't compressed any more, though its header still says so, is left as
	 * it is: a REST API decompresses.
	 */
	private byte[] decompressed() {
		byte[] bytes = decoded();
		String name = (this.encoding != null) ? this.encoding.trim().toLowerCase(Locale.ROOT) : "";
		if (bytes.length == 0 || name.isEmpty() || name.equals("identity")) {
			return bytes;
		}
		if (!name.equals("gzip") && !name.equals("x-gzip")) {
			throw new MalformedHttpEventException(415, "The content encoding '" + name
					+ "' isn't understood; a function of a Message<byte[]> gets the bytes as they are");
		}
		return (bytes.length > 2 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b) ? unzip(bytes) : bytes;
	}

	private static byte[] unzip(byte[] bytes) {
		byte[] unzipped;
		try (InputStream input = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
			unzipped = input.readNBytes(MAX_DECOMPRESSED + 1);
		}
		catch (IOException ex) {
			throw new MalformedHttpEventException("The body isn't gzip, though its content encoding says so");
		}
		if (unzipped.length > MAX_DECOMPRESSED) {
			throw new MalformedHttpEventException(413,
					"The body has more than " + MAX_DECOMPRESSED + " bytes when it is decompressed");
		}
		return unzipped;
	}

	private Charset charset() {
		try {
			return this.contentType.charsetOrUtf8();
		}
		catch (UnsupportedCharsetException ex) {
			throw new MalformedHttpEventException(415,
					"The charset '" + this.contentType.charset() + "' of the content type is unknown");
		}
	}

	private MalformedHttpEventException notOfCharset() {
		String name = (this.contentType.charset() != null) ? this.contentType.charset() : "UTF-8";
		return new MalformedHttpEventException("The body isn't " + name + ", though its content type says so");
	}

}
