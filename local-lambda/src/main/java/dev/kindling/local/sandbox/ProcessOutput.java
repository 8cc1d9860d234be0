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

package dev.kindling.local.sandbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * What the function writes, line by line. It is read without ever blocking, so that
 * {@link #drain()} can promise that all that was written before it was called has been
 * handed over: the lines of an invocation don't end up in the next one.
 */
final class ProcessOutput {

	private static final long IDLE_MILLIS = 10;

	private final InputStream input;

	private final Consumer<String> lines;

	private final ByteArrayOutputStream line = new ByteArrayOutputStream();

	private final byte[] buffer = new byte[16 * 1024];

	ProcessOutput(InputStream input, Consumer<String> lines) {
		this.input = input;
		this.lines = lines;
	}

	/**
	 * Reads until the process is gone and all it wrote has been read.
	 * @param process whose output it is
	 */
	void follow(Process process) {
		try {
			while (process.isAlive()) {
				if (!read()) {
					Thread.sleep(IDLE_MILLIS);
				}
			}
			drain();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * Hands over everything that has been written until now, an unfinished line included.
	 */
	synchronized void drain() {
		while (read()) {
			Thread.onSpinWait();
		}
		if (this.line.size() > 0) {
			endLine();
		}
	}

	private synchronized boolean read() {
		try {
			int available = this.input.available();
			if (available <= 0) {
				return false;
			}
			int count = this.input.read(this.buffer, 0, Math.min(available, this.buffer.length));
			for (int i = 0; i < count; i++) {
				if (this.buffer[i] == '\n') {
					endLine();
				}
				else {
					this.line.write(this.buffer[i]);
				}
			}
			return count > 0;
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The function's output can't be read", ex);
		}
	}

	/**
	 * Hands over a log event. Those of several lines, such as a stack trace, are written
	 * with carriage returns between the lines, so that Lambda makes one event of them; on
	 * a terminal the lines would overprint each other.
	 */
	private void endLine() {
		String text = this.line.toString(StandardCharsets.UTF_8);
		this.line.reset();
		this.lines.accept((text.endsWith("\r") ? text.substring(0, text.length() - 1) : text).replace('\r', '\n'));
	}

}
