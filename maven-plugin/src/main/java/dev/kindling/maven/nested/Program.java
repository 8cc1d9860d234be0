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

package dev.kindling.maven.nested;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.List;
import java.util.function.Consumer;

/**
 * A program that is run to its end, its standard error in its standard output.
 */
public final class Program {

	private Program() {
	}

	/**
	 * Runs it, and keeps what it says.
	 * @param command its name and arguments
	 * @return how it ended
	 * @throws IOException if it isn't there
	 * @throws InterruptedException if this thread is interrupted
	 */
	public static Result run(List<String> command) throws IOException, InterruptedException {
		StringBuilder output = new StringBuilder();
		int status = run(command, (line) -> output.append(line).append('\n'));
		return new Result(status, output.toString().strip());
	}

	/**
	 * Runs it, and passes on each line when it is written.
	 * @param command its name and arguments
	 * @param lines takes them
	 * @return its exit code
	 * @throws IOException if it isn't there
	 * @throws InterruptedException if this thread is interrupted
	 */
	public static int run(List<String> command, Consumer<String> lines) throws IOException, InterruptedException {
		return await(start(command), lines);
	}

	/**
	 * Starts it.
	 * @param command its name and arguments
	 * @return the process
	 * @throws IOException if it isn't there
	 */
	public static Process start(List<String> command) throws IOException {
		return new ProcessBuilder(command).redirectErrorStream(true).start();
	}

	/**
	 * Waits for its end, and passes on each line when it is written.
	 * @param process what was started
	 * @param lines takes them
	 * @return its exit code
	 * @throws IOException if its output can't be read
	 * @throws InterruptedException if this thread is interrupted
	 */
	public static int await(Process process, Consumer<String> lines) throws IOException, InterruptedException {
		process.getOutputStream().close();
		try (BufferedReader output = new BufferedReader(
				new InputStreamReader(process.getInputStream(), Charset.defaultCharset()))) {
			for (String line = output.readLine(); line != null; line = output.readLine()) {
				lines.accept(line);
			}
		}
		return process.waitFor();
	}

	/**
	 * How a program ended.
	 *
	 * @param status its exit code
	 * @param output what it said
	 */
	public record Result(int status, String output) {
	}

}
