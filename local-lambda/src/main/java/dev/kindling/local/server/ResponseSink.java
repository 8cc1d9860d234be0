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

package dev.kindling.local.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

import org.jspecify.annotations.Nullable;

/**
 * Takes a streamed answer, piece by piece, while the function makes it.
 */
public interface ResponseSink {

	/**
	 * The answer begins.
	 * @param contentType the media type that the runtime named
	 * @throws IOException if the caller is gone
	 */
	void begin(@Nullable String contentType) throws IOException;

	/**
	 * A piece of the answer has arrived.
	 * @param bytes where it is
	 * @param length how much of it
	 * @throws IOException if the caller is gone
	 */
	void write(byte[] bytes, int length) throws IOException;

	/**
	 * What the caller gets as payload at the end.
	 * @return all bytes, or none if the caller has seen them already
	 */
	byte[] collected();

	/**
	 * Collects a streamed answer for a caller who wants it whole.
	 */
	static ResponseSink collecting() {
		ByteArrayOutputStream collected = new ByteArrayOutputStream();
		return new ResponseSink() {

			@Override
			public void begin(@Nullable String contentType) {
			}

			@Override
			public void write(byte[] bytes, int length) {
				collected.write(bytes, 0, length);
			}

			@Override
			public byte[] collected() {
				return collected.toByteArray();
			}

		};
	}

}
