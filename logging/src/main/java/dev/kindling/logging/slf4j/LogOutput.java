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

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Writes records to standard output, each as a whole, so that those of several threads
 * don't mix.
 */
final class LogOutput {

	private static final int USUAL_LENGTH = 256;

	private LogOutput() {
	}

	static void write(LogRecord logRecord, LogSettings settings) {
		StringBuilder text = new StringBuilder(USUAL_LENGTH);
		if (settings.json()) {
			JsonFormat.append(text, logRecord);
		}
		else {
			TextFormat.append(text, logRecord, settings.returns());
		}
		byte[] bytes = text.append('\n').toString().getBytes(StandardCharsets.UTF_8);
		PrintStream out = System.out;
		out.write(bytes, 0, bytes.length);
		out.flush();
	}

}
