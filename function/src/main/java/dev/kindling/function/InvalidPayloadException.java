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

package dev.kindling.function;

import dev.kindling.runtime.LambdaError;
import org.jspecify.annotations.Nullable;

/**
 * An event that the function's input can't be read from, or a result that can't be
 * written. The message names the place by its path, but no value of the payload; nor is
 * there a cause, as its message could hold one.
 */
public class InvalidPayloadException extends RuntimeException implements LambdaError {

	private final String errorType;

	/**
	 * Creates the exception.
	 * @param errorType what is reported to Lambda, as in {@code Runtime.MalformedEvent}
	 * @param message what is wrong
	 */
	public InvalidPayloadException(String errorType, String message) {
		this(errorType, message, null);
	}

	public InvalidPayloadException(String errorType, String message, @Nullable Throwable origin) {
		super(message);
		this.errorType = errorType;
		if (origin != null) {
			setStackTrace(origin.getStackTrace());
		}
	}

	@Override
	public String errorType() {
		return this.errorType;
	}

}
