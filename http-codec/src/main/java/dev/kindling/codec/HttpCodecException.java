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

/**
 * The other side doesn't speak HTTP/1.1 as agreed: its message is malformed, too large or
 * cut short. The message says what is wrong and never quotes header values or bodies.
 */
public class HttpCodecException extends IOException {

	/**
	 * Creates the exception.
	 * @param message what is wrong, without any received content
	 */
	public HttpCodecException(String message) {
		super(message);
	}

}
