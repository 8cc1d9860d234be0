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

package dev.kindling.function.corpus;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;

import dev.kindling.function.corpus.HttpEnvelope.Request;

/**
 * A request to one of {@link HttpFunctions}, and what comes back.
 *
 * @param function the function's name
 * @param request what is sent
 * @param status the status that comes back
 * @param body the body that comes back; between asterisks, a part of it
 */
public record HttpExchange(String function, Request request, int status, String body) {

	private static final Charset LATIN = StandardCharsets.ISO_8859_1;

	private static final String JSON = "application/json";

	private static final String ORDER = "{\"id\":\"Zoë\"}";

	/**
	 * The table.
	 * @return the exchanges, the same by every way that AWS passes a request
	 */
	public static List<HttpExchange> all() {
		return List.of(
				// Text
				exchange("webText", Request.post("text/csv", "\"1\",\"Zoë\"\n\"2\",\"Max\""), 200,
						"\"1\",\"Zoë\"\n\"2\",\"Max\""),
				exchange("webText", Request.post("text/plain", "\"hello\""), 200, "\"hello\""),
				exchange("webText", Request.post("TEXT/PLAIN; charset=utf-8", "{\"a\":1"), 200, "{\"a\":1"),
				exchange("webText", Request.get().method("POST").body("\"hello\""), 200, "\"hello\""),
				exchange("webText", Request.post(JSON, "\"hello\""), 200, "hello"),
				exchange("webText", Request.post("application/problem+json;charset=UTF-8", "\"hello\""), 200, "hello"),
				exchange("webText", Request.post(JSON, "{\"a\":1}"), 200, "{\"a\":1}"),
				exchange("webText", Request.post(JSON, "\"a\",\"b\""), 400, "*"),
				exchange("webTexts", Request.post("text/csv", "[\"a\",\"b\"]"), 200, "1 [\"a\",\"b\"]"),
				exchange("webTexts", Request.post(JSON, "[\"a\",\"b\"]"), 200, "2 ab"),
				// Empty bodies
				exchange("webText", Request.get(), 200, ""), exchange("webText", Request.get().withoutBody(), 200, ""),
				exchange("webText", Request.post("text/plain", ""), 200, ""),
				exchange("webText", Request.post("text/plain", new byte[0]), 200, ""),
				exchange("webText", Request.post("text/plain", "  "), 200, "  "),
				exchange("webBytes", Request.get(), 200, ""),
				exchange("webBytes", Request.post("*/*", new byte[0]), 200, ""),
				exchange("webNothing", Request.get(), 200, "null GET"),
				exchange("webNothing", Request.post(JSON, "ignored"), 200, "null POST"),
				exchange("webOrder", Request.get(), 400, "*The body is empty, but the function takes a Order*"),
				exchange("webOrder", Request.post(JSON, new byte[0]), 400, "*The body is empty*"),
				exchange("webOrder", Request.post(JSON, "null"), 400, "*The body is null*"),
				exchange("webOrderMessage", Request.get(), 200, "null GET"),
				exchange("webOrderMessage", Request.get().withoutBody(), 200, "null GET"),
				exchange("webOrderMessage", Request.post(JSON, ""), 200, "null POST"),
				exchange("webOrderMessage", Request.post(JSON, " \r\n"), 200, "null POST"),
				exchange("webOrderMessage", Request.post(JSON, " null "), 200, "null POST"),
				exchange("webOrderMessage", Request.post(JSON, "nul"), 400, "*no valid JSON*"),
				exchange("webOrderMessage", Request.post(JSON, ORDER), 200, "Zoë POST"),
				exchange("webTreeMessage", Request.get(), 200, "null"),
				exchange("webOptional", Request.get(), 200, "empty"),
				exchange("webOptional", Request.post(JSON, new byte[0]), 200, "empty"),
				exchange("webOptional", Request.post(JSON, "null"), 200, "empty"),
				exchange("webOptional", Request.post(JSON, ORDER), 200, "Zoë"),
				exchange("webOptional", Request.post(JSON, "{"), 400, "*no valid JSON*"),
				exchange("webOptionalMessage", Request.get(), 200, "empty"),
				exchange("webConsumer", Request.post(JSON, ORDER), 204, ""),
				exchange("webLatest", Request.get(), 200, "*latest*"),
				// Charsets
				exchange("webText", Request.post("text/plain;charset=iso-8859-1", "Zoë".getBytes(LATIN)), 200, "Zoë"),
				exchange("webText", Request.post("text/plain; Charset=\"ISO-8859-1\"", "Zoë".getBytes(LATIN)), 200,
						"Zoë"),
				exchange("webText", Request.post("text/plain;charset=iso-8859-1", "Zoë"), 200, "Zoë"),
				exchange("webText", Request.post("text/plain;charset=utf-16", "Zoë".getBytes(StandardCharsets.UTF_16)),
						200, "Zoë"),
				exchange("webText", Request.post("text/plain", "Zoë".getBytes(StandardCharsets.UTF_8)), 200, "Zoë"),
				exchange("webText", Request.post("text/plain", "Zoë".getBytes(LATIN)), 400, "*The body isn't UTF-8*"),
				exchange("webText", Request.post("text/plain;charset=klingon", "Zoë".getBytes(LATIN)), 415,
						"*The charset 'klingon' of the content type is unknown*"),
				exchange("webText", Request.post("text/plain;charset=:-)", "Zoë".getBytes(LATIN)), 415, "*is unknown*"),
				exchange("webText", Request.post("application/json;charset=iso-8859-1", "\"Zoë\"".getBytes(LATIN)), 200,
						"Zoë"),
				exchange("webOrder", Request.post("application/json;charset=iso-8859-1", ORDER.getBytes(LATIN)), 200,
						"*\"id\":\"Zoë\"*"),
				exchange("webOrder",
						Request.post("application/json;charset=utf-16be", ORDER.getBytes(StandardCharsets.UTF_16BE)),
						200, "*\"id\":\"Zoë\"*"),
				exchange("webOrder", Request.post(JSON, ORDER.getBytes(StandardCharsets.UTF_8)), 200,
						"*\"id\":\"Zoë\"*"),
				exchange("webOrder", Request.post("application/json;charset=klingon", ORDER.getBytes(LATIN)), 415,
						"*klingon*"),
				exchange("webBytes", Request.post("text/plain;charset=klingon", "Zoë".getBytes()), 200, "Zoë"),
				exchange("webBytes", Request.post("text/plain;charset=us-ascii", "Zoë"), 400,
						"*The body isn't us-ascii*"),
				// Byte order marks
				exchange("webText", Request.post("text/csv", "\uFEFFid,name"), 200, "id,name"),
				exchange("webText", Request.post("text/csv", "\uFEFFid,name".getBytes(StandardCharsets.UTF_8)), 200,
						"id,name"),
				exchange("webText", Request.post(JSON, "\uFEFF\"hello\""), 200, "hello"),
				exchange("webOrder", Request.post(JSON, "\uFEFF" + ORDER), 200, "*\"id\":\"Zoë\"*"),
				exchange("webOrder", Request.post(JSON, ("\uFEFF" + ORDER).getBytes(StandardCharsets.UTF_8)), 200,
						"*\"id\":\"Zoë\"*"),
				exchange("webOrderMessage", Request.post(JSON, "\uFEFF"), 200, "null POST"),
				exchange("webBytes", Request.post("text/csv", "\uFEFFid".getBytes(StandardCharsets.UTF_8)), 200,
						"\uFEFFid"),
				// Compressed bodies
				exchange("webOrder", Request.post(JSON, gzip(ORDER)).header("content-encoding", "gzip"), 200,
						"*\"id\":\"Zoë\"*"),
				exchange("webText", Request.post("text/csv", gzip("\"1\",\"Zoë\"")).header("content-encoding", "GZIP"),
						200, "\"1\",\"Zoë\""),
				exchange("webOrder",
						Request.post(JSON, ORDER.getBytes(StandardCharsets.UTF_8)).header("content-encoding", "gzip"),
						200, "*\"id\":\"Zoë\"*"),
				exchange("webOrder", Request.post(JSON, ORDER).header("content-encoding", "gzip"), 200,
						"*\"id\":\"Zoë\"*"),
				exchange("webOrder",
						Request.post(JSON, ORDER.getBytes(StandardCharsets.UTF_8))
							.header("content-encoding", "identity"),
						200, "*\"id\":\"Zoë\"*"),
				exchange("webOrder",
						Request.post(JSON, Arrays.copyOf(gzip(ORDER), 15)).header("content-encoding", "gzip"), 400,
						"*isn't gzip*"),
				exchange("webOrder", Request.post(JSON, new byte[] { 0, -1 }).header("content-encoding", "br"), 415,
						"*The content encoding 'br' isn't understood*"),
				// Paths and queries
				exchange("webUri", Request.get().uri("/a%2Fb+c/%C3%AB", "q=a%2Fb+c%2B&p=1%2B1&e="), 200,
						"/a%2Fb+c/%C3%AB {q=[a/b c+], p=[1+1], e=[]}"),
				// Cookies and headers
				exchange("webCookies", Request.get().header("cookie", "sid=1=2; theme=dark"), 200,
						"{sid=1=2, theme=dark}"),
				exchange("webHeader", Request.get().header("x-date", "Sat, 28 Nov 2026 15:30:00 GMT"), 200,
						"Sat, 28 Nov 2026 15:30:00 GMT"),
				// Whole events and responses
				exchange("webMap", Request.post("text/plain", "hello"), 404, "no hello"),
				exchange("webEvent", Request.get(), 404, "none"),
				exchange("webEnvelope", Request.post("text/plain", "Zoë"), 409, "Zoë"),
				exchange("webEnvelope", Request.post("text/plain", "Zoë".getBytes(StandardCharsets.UTF_8)), 409, "Zoë"),
				exchange("webMessage", Request.get(), 201, "made"));
	}

	private static HttpExchange exchange(String function, Request request, int status, String body) {
		return new HttpExchange(function, request, status, body);
	}

	/**
	 * Whether a body is the one that has to come back.
	 * @param text what came back
	 * @return whether it is
	 */
	public boolean isAnsweredBy(String text) {
		return this.body.startsWith("*") ? text.contains(this.body.replace("*", "")) : text.equals(this.body);
	}

	/**
	 * Compresses a text.
	 * @param text the text
	 * @return its bytes in UTF-8, as gzip
	 */
	public static byte[] gzip(String text) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
			gzip.write(text.getBytes(StandardCharsets.UTF_8));
		}
		catch (java.io.IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	@Override
	public String toString() {
		return this.function + " " + this.request.method() + " " + this.request.headers() + " " + this.status;
	}

}
