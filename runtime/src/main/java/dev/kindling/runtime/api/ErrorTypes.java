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

package dev.kindling.runtime.api;

import dev.kindling.runtime.LambdaError;
import org.jspecify.annotations.Nullable;

/**
 * Error types as Lambda's telemetry takes them: of another form it reports
 * {@code Runtime.Unknown} only.
 */
final class ErrorTypes {

	private static final String RUNTIME = "Runtime.";

	private static final String FUNCTION = "Function.";

	private static final int MAX_LENGTH = 128;

	private ErrorTypes() {
	}

	/**
	 * The value of the header {@code Lambda-Runtime-Function-Error-Type}.
	 * @return what the failure names itself, or else {@code Function.} with the letters
	 * of its class's simple name; always of the form
	 * {@code (Runtime|Function)\.[A-Z][a-zA-Z]+}
	 */
	static String headerValue(Throwable failure) {
		if (failure instanceof LambdaError error) {
			String type = named(error);
			if (type != null && isWellFormed(type)) {
				return type;
			}
		}
		return FUNCTION + letters(failure.getClass().getName());
	}

	/**
	 * The body's {@code errorType}.
	 */
	static String bodyValue(Throwable failure) {
		String type = (failure instanceof LambdaError error) ? named(error) : null;
		return (type != null) ? type : failure.getClass().getName();
	}

	private static @Nullable String named(LambdaError error) {
		try {
			return error.errorType();
		}
		catch (RuntimeException ex) {
			return null;
		}
	}

	static boolean isWellFormed(String type) {
		int start = type.startsWith(RUNTIME) ? RUNTIME.length() : type.startsWith(FUNCTION) ? FUNCTION.length() : -1;
		if (start < 0 || type.length() < start + 2 || type.length() > MAX_LENGTH || !isUpper(type.charAt(start))) {
			return false;
		}
		for (int i = start + 1; i < type.length(); i++) {
			if (!isLetter(type.charAt(i))) {
				return false;
			}
		}
		return true;
	}

	private static String letters(String className) {
		StringBuilder letters = new StringBuilder();
		int start = Math.max(className.lastIndexOf('.'), className.lastIndexOf('$')) + 1;
		for (int i = start; i < className.length() && letters.length() < MAX_LENGTH - FUNCTION.length(); i++) {
			char c = className.charAt(i);
			if (isLetter(c)) {
				letters.append((letters.length() == 0) ? Character.toUpperCase(c) : c);
			}
		}
		// An anonymous class has digits only, and an obfuscated one a single letter
		return (letters.length() > 1) ? letters.toString() : "UserException";
	}

	private static boolean isLetter(char c) {
		return isUpper(c) || (c >= 'a' && c <= 'z');
	}

	private static boolean isUpper(char c) {
		return c >= 'A' && c <= 'Z';
	}

}
