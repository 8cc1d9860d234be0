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

package dev.kindling.local;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * What is printed, log records included, until this is closed.
 */
final class StandardOutput implements AutoCloseable {

	private final PrintStream before = System.out;

	private final ByteArrayOutputStream text = new ByteArrayOutputStream();

	private StandardOutput() {
		System.setOut(new PrintStream(this.text, true, StandardCharsets.UTF_8));
	}

	static StandardOutput capture() {
		return new StandardOutput();
	}

	String text() {
		return this.text.toString(StandardCharsets.UTF_8);
	}

	@Override
	public void close() {
		System.setOut(this.before);
	}

}
