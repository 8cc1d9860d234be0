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
package dev.kindling.http;

import java.io.IOException;
import java.io.InputStream;

import dev.kindling.codec.HttpConnection;

/**
 * An answer's body, which gives the connection back as soon as the last of it is read.
 */
final class ResponseBody extends InputStream {

	private final InputStream body;

	private final HttpConnection http;

	private final Call call;

	private boolean done;

	ResponseBody(InputStream body, HttpConnection http, Call call) {
		this.body = body;
		this.http = http;
		this.call = call;
	}

	@Override
	public int read() throws IOException {
		byte[] single = new byte[1];
		return (read(single, 0, 1) < 0) ? -1 : single[0] & 0xff;
	}

	@Override
	public int read(byte[] target, int offset, int length) throws IOException {
		try {
			int count = this.body.read(target, offset, length);
			if (!this.done && this.http.isAnswerComplete()) {
				this.done = true;
				this.call.complete();
			}
			return count;
		}
		catch (IOException ex) {
			throw fail(ex);
		}
	}

	@Override
	public int available() throws IOException {
		return this.done ? 0 : this.body.available();
	}

	@Override
	public void close() throws IOException {
		if (!this.done) {
			this.done = true;
			try {
				this.body.close();
			}
			finally {
				this.call.complete();
			}
		}
		else {
			this.body.close();
		}
	}

	private IOException fail(IOException ex) {
		if (this.done) {
			return ex;
		}
		this.done = true;
		return this.call.fail(ex);
	}

}
