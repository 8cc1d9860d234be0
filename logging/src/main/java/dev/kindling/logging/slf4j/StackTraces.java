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

package dev.kindling.logging.slf4j;

import java.io.PrintWriter;
import java.io.Writer;

import org.jspecify.annotations.Nullable;

/**
 * Stack traces as text, with causes and suppressed exceptions, up to a length that still
 * fits into a log event.
 */
final class StackTraces {

	/** Characters; an event of CloudWatch Logs may have 256 KB. */
	static final int LIMIT = 96 * 1024;

	private StackTraces() {
	}

	/**
	 * The stack trace as the JDK prints it, with line feeds and none at the end.
	 */
	static String text(Throwable thrown) {
		StringBuilder target = new StringBuilder(1024);
		try {
			thrown.printStackTrace(new PrintWriter(new Limited(target)));
		}
		catch (LimitReached ex) {
			target.append("\n... the rest is left out");
		}
		catch (RuntimeException | StackOverflowError ex) {
			target.append(thrown.getClass().getName())
				.append(": its stack trace can't be printed, because of ")
				.append(ex.getClass().getName());
		}
		int length = target.length();
		while (length > 0 && (target.charAt(length - 1) == '\n' || target.charAt(length - 1) == '\r')) {
			target.setLength(--length);
		}
		return target.toString();
	}

	static @Nullable String message(Throwable thrown) {
		try {
			return thrown.getMessage();
		}
		catch (RuntimeException | StackOverflowError ex) {
			return "[getMessage() failed: " + ex.getClass().getName() + "]";
		}
	}

	/**
	 * Ends the printing of what may be very long, or never end.
	 */
	private static final class Limited extends Writer {

		private final StringBuilder target;

		Limited(StringBuilder target) {
			super(target);
			this.target = target;
		}

		@Override
		public void write(int c) {
			this.target.append((char) c);
			check();
		}

		@Override
		public void write(char[] buffer, int offset, int length) {
			this.target.append(buffer, offset, length);
			check();
		}

		@Override
		public void write(String text, int offset, int length) {
			this.target.append(text, offset, offset + length);
			check();
		}

		private void check() {
			if (this.target.length() > LIMIT) {
				this.target.setLength(LIMIT);
				throw new LimitReached();
			}
		}

		@Override
		public void flush() {
		}

		@Override
		public void close() {
		}

	}

	private static final class LimitReached extends RuntimeException {

		private static final long serialVersionUID = 1L;

		LimitReached() {
			super(null, null, false, false);
		}

	}

}
