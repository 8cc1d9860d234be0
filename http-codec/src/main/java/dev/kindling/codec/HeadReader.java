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

package dev.kindling.codec;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Reads status lines and header lines. A value that goes on in the next line is put
 * together with a space.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9112#section-4">RFC 9112, status
 * line</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9112#section-5.2">RFC 9112, obsolete
 * line folding</a>
 */
final class HeadReader {

	private static final int STATUS_OFFSET = "HTTP/1.1 ".length();

	private final HttpInput input;

	private final HttpLimits limits;

	private int status;

	private String reason = "";

	private boolean persistentVersion;

	HeadReader(HttpInput input, HttpLimits limits) {
		this.input = input;
		this.limits = limits;
	}

	int status() {
		return this.status;
	}

	String reason() {
		return this.reason;
	}

	/**
	 * Whether the answer is of HTTP/1.1, where connections stay open by default.
	 */
	boolean isPersistentVersion() {
		return this.persistentVersion;
	}

	HttpHeaders readHead() throws IOException {
		int taken = this.input.readLine(this.limits.maxHeaderBytes(), "status line");
		if (taken < 0) {
			throw new HttpCodecException("The connection was closed before an answer");
		}
		parseStatusLine(this.input.buffer(), this.input.lineStart(), this.input.lineEnd());
		return readHeaders(this.limits.maxHeaderBytes() - taken, "headers");
	}

	HttpHeaders readTrailers() throws IOException {
		return readHeaders(this.limits.maxHeaderBytes(), "trailers");
	}

	private void parseStatusLine(byte[] line, int start, int end) throws HttpCodecException {
		int afterStatus = start + STATUS_OFFSET + 3;
		if (afterStatus > end || !isVersion(line, start) || (afterStatus < end && line[afterStatus] != ' ')) {
			throw new HttpCodecException("The answer doesn't start with an HTTP/1.1 status line");
		}
		int code = 0;
		for (int i = start + STATUS_OFFSET; i < afterStatus; i++) {
			if (line[i] < '0' || line[i] > '9') {
				throw new HttpCodecException("The answer's status code is no number of three digits");
			}
			code = code * 10 + line[i] - '0';
		}
		if (code < 100) {
			throw new HttpCodecException("The answer's status code " + code + " is below 100");
		}
		this.status = code;
		this.persistentVersion = line[start + 7] != '0';
		int reasonStart = Math.min(afterStatus + 1, end);
		this.reason = text(line, reasonStart, end);
	}

	private static boolean isVersion(byte[] line, int start) {
		return line[start] == 'H' && line[start + 1] == 'T' && line[start + 2] == 'T' && line[start + 3] == 'P'
				&& line[start + 4] == '/' && line[start + 5] == '1' && line[start + 6] == '.' && line[start + 7] >= '0'
				&& line[start + 7] <= '9' && line[start + 8] == ' ';
	}

	private HttpHeaders readHeaders(int budget, String what) throws IOException {
		HttpHeaders.Builder headers = HttpHeaders.builder();
		int remaining = budget;
		for (int lines = 0;; lines++) {
			int taken = this.input.readLine(remaining, what);
			if (taken < 0) {
				throw new HttpCodecException("The connection was closed within the answer's " + what);
			}
			remaining -= taken;
			if (this.input.lineStart() == this.input.lineEnd()) {
				return headers.build();
			}
			if (lines == this.limits.maxHeaders()) {
				throw new HttpCodecException(
						"The answer has more than " + this.limits.maxHeaders() + " lines of " + what);
			}
			byte[] line = this.input.buffer();
			int start = this.input.lineStart();
			if (lines > 0 && HttpSyntax.isBlank(line[start])) {
				headers.unfold(trimmed(line, start, this.input.lineEnd()));
			}
			else {
				parseHeader(headers, line, start, this.input.lineEnd());
			}
		}
	}

	private static void parseHeader(HttpHeaders.Builder headers, byte[] line, int start, int end)
			throws HttpCodecException {
		int colon = start;
		while (colon < end && HttpSyntax.isTokenCharacter(line[colon])) {
			colon++;
		}
		if (colon == start || colon == end || line[colon] != ':') {
			throw new HttpCodecException("A header line of the answer is not of the form 'name: value'");
		}
		String name = new String(line, start, colon - start, StandardCharsets.ISO_8859_1);
		headers.addUnchecked(name, trimmed(line, colon + 1, end));
	}

	private static String trimmed(byte[] line, int start, int end) throws HttpCodecException {
		int from = start;
		int to = end;
		while (from < to && HttpSyntax.isBlank(line[from])) {
			from++;
		}
		while (to > from && HttpSyntax.isBlank(line[to - 1])) {
			to--;
		}
		return text(line, from, to);
	}

	/**
	 * UTF-8, or else ISO-8859-1, in which no byte is lost.
	 */
	private static String text(byte[] line, int from, int to) throws HttpCodecException {
		int all = 0;
		for (int i = from; i < to; i++) {
			if (line[i] == '\r' || line[i] == 0) {
				throw new HttpCodecException("The answer's head holds a bare CR or a NUL");
			}
			all |= line[i];
		}
		if (all < 0) {
			try {
				return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line, from, to - from)).toString();
			}
			catch (CharacterCodingException ex) {
				// It is the older of the two
			}
		}
		return new String(line, from, to - from, StandardCharsets.ISO_8859_1);
	}

}
