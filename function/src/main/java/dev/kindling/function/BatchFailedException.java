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

/**
 * Records of a batch that failed and can't be reported by themselves, so that Lambda has
 * to send the batch again. The cause is the first failure; the others are suppressed.
 */
public class BatchFailedException extends RuntimeException {

	/**
	 * Creates the exception.
	 * @param message how many records failed
	 * @param cause why the first did
	 */
	public BatchFailedException(String message, Throwable cause) {
		super(message, cause);
	}

}
