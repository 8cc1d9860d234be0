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

package org.jspecify.parts;

import java.util.concurrent.Callable;

/**
 * Failures as text, as they come to a user.
 */
final class Failures {

	private Failures() {
	}

	/**
	 * Answers what comes of a use, or its failure with the classes of its causes.
	 */
	static String orElse(Callable<String> use) {
		try {
			return use.call();
		}
		catch (Exception ex) {
			StringBuilder failure = new StringBuilder(ex.getClass().getSimpleName() + ": " + ex.getMessage());
			for (Throwable cause = ex.getCause(); cause != null; cause = cause.getCause()) {
				failure.append(" < ").append(cause.getClass().getSimpleName());
			}
			return failure.toString();
		}
	}

}
