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

/**
 * How much a {@link HttpConnection} takes from the other side before it gives up with a
 * {@link HttpCodecException}, and how much it holds.
 *
 * @param maxHeaderBytes the most bytes of a status line with its headers, and of trailers
 * @param maxHeaders the most header lines of one answer
 * @param maxInterimResponses the most {@code 1xx} answers before the final one
 * @param bufferBytes the size of the read and of the write buffer, at least 512; a
 * request that fits leaves in one write
 */
public record HttpLimits(int maxHeaderBytes, int maxHeaders, int maxInterimResponses, int bufferBytes) {

	/**
	 * 64 KiB of headers, 256 lines, 16 interim answers, 16 KiB buffers.
	 */
	public static final HttpLimits DEFAULT = new HttpLimits(64 * 1024, 256, 16, 16 * 1024);

	public HttpLimits {
		requireAtLeast("maxHeaderBytes", maxHeaderBytes, 64);
		requireAtLeast("maxHeaders", maxHeaders, 1);
		requireAtLeast("maxInterimResponses", maxInterimResponses, 0);
		requireAtLeast("bufferBytes", bufferBytes, 512);
	}

	private static void requireAtLeast(String name, int value, int minimum) {
		if (value < minimum) {
			throw new IllegalArgumentException(name + " is " + value + ", but must be at least " + minimum);
		}
	}

}
