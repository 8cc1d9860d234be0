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

/**
 * An HTTP request that can't be understood. Its sender gets the status and the message.
 */
public class MalformedHttpEventException extends RuntimeException {

	private final int status;

	/**
	 * Creates the exception, with the status 400.
	 * @param message what is wrong; the sender sees it
	 */
	public MalformedHttpEventException(String message) {
		this(400, message);
	}

	/**
	 * Creates the exception.
	 * @param status the HTTP status
	 * @param message what is wrong; the sender sees it
	 */
	public MalformedHttpEventException(int status, String message) {
		super(message);
		this.status = status;
	}

	/**
	 * The status that the sender gets.
	 * @return the HTTP status
	 */
	public int status() {
		return this.status;
	}

}
