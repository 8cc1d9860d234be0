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

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What a {@code Content-Type} says.
 *
 * @param type the media type in lower case, empty if there is none
 * @param charset the name of the charset, or {@code null} if none is named
 */
public record ContentType(String type, @Nullable String charset) {

	private static final String CHARSET = "charset=";

	/**
	 * Media types of text that neither end in {@code +json} or {@code +xml} nor are
	 * {@code text/*}, {@code multipart/*} or {@code message/*}.
	 */
	private static final Set<String> TEXT = Set.of("application/json", "application/xml", "application/javascript",
			"application/x-javascript", "application/ecmascript", "application/x-www-form-urlencoded",
			"application/x-ndjson", "application/ndjson", "application/jsonl", "application/json-seq",
			"application/yaml", "application/x-yaml", "application/toml", "application/graphql", "application/sql",
			"application/rtf", "application/x-sh", "application/xml-dtd", "application/jwt",
			"application/pem-certificate-chain", "application/x-pem-file", "application/sdp");

	/**
	 * Reads a header's value.
	 * @param header the value, or {@code null} if there is no such header
	 * @return what it says
	 */
	public static ContentType of(@Nullable String header) {
		if (header == null) {
			return new ContentType("", null);
		}
		int end = header.indexOf(';');
		String type = ((end < 0) ? header : header.substring(0, end)).trim().toLowerCase(Locale.ROOT);
		while (end >= 0) {
			int start = end + 1;
			end = header.indexOf(';', start);
			String parameter = ((end < 0) ? header.substring(start) : header.substring(start, end)).trim();
			if (parameter.regionMatches(true, 0, CHARSET, 0, CHARSET.length())) {
				return new ContentType(type, unquoted(parameter.substring(CHARSET.length()).trim()));
			}
		}
		return new ContentType(type, null);
	}

	private static @Nullable String unquoted(String value) {
		boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
		String name = quoted ? value.substring(1, value.length() - 1) : value;
		return name.isEmpty() ? null : name;
	}

	/**
	 * Whether this is JSON.
	 * @return whether it is {@code application/json} or ends in {@code +json}
	 */
	public boolean isJson() {
		return this.type.equals("application/json") || this.type.endsWith("+json");
	}

	/**
	 * Whether what is of this type is read as text by whoever gets it.
	 * @return whether it is text
	 */
	boolean isText() {
		return this.type.startsWith("text/") || this.type.startsWith("multipart/") || this.type.startsWith("message/")
				|| this.type.endsWith("+json") || this.type.endsWith("+xml") || this.type.endsWith("+yaml")
				|| TEXT.contains(this.type);
	}

	/**
	 * The charset that is named.
	 * @return the charset; UTF-8 if none is named
	 * @throws UnsupportedCharsetException if it is unknown; an executable knows fewer
	 * than a JVM
	 */
	public Charset charsetOrUtf8() {
		if (this.charset == null) {
			return StandardCharsets.UTF_8;
		}
		try {
			return Charset.forName(this.charset);
		}
		catch (IllegalCharsetNameException ex) {
			throw new UnsupportedCharsetException(this.charset);
		}
	}

}
