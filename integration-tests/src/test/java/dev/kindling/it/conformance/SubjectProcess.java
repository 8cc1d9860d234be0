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

package dev.kindling.it.conformance;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/**
 * The process under test, in the environment that Lambda gives it.
 */
final class SubjectProcess implements Closeable {

	private final Process process;

	private final List<String> output = new CopyOnWriteArrayList<>();

	private final Thread reader;

	SubjectProcess(List<String> command, String runtimeApi, Map<String, String> more) throws IOException {
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
		Map<String, String> environment = builder.environment();
		environment.clear();
		environment.putAll(Map.of("PATH", "/usr/bin:/bin", "LANG", "en_US.UTF-8", "TZ", ":UTC", "AWS_REGION",
				"eu-central-1", "AWS_LAMBDA_FUNCTION_NAME", "conformance", "AWS_LAMBDA_FUNCTION_VERSION", "$LATEST",
				"AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "128", "AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/conformance",
				"AWS_ACCESS_KEY_ID", "key", "AWS_SECRET_ACCESS_KEY", "SECRET-VALUE"));
		environment.put("AWS_LAMBDA_LOG_STREAM_NAME", "2026/01/01/[$LATEST]0123456789abcdef");
		environment.put("_HANDLER", "conformance");
		environment.put("AWS_LAMBDA_RUNTIME_API", runtimeApi);
		environment.putAll(more);
		this.process = builder.start();
		this.reader = new Thread(this::read, "subject-output");
		this.reader.setDaemon(true);
		this.reader.start();
	}

	private void read() {
		try (BufferedReader lines = new BufferedReader(
				new InputStreamReader(this.process.getInputStream(), StandardCharsets.UTF_8))) {
			for (String line = lines.readLine(); line != null; line = lines.readLine()) {
				this.output.add(line);
			}
		}
		catch (IOException ex) {
			this.output.add("(output lost: " + ex.getMessage() + ")");
		}
	}

	boolean isAlive() {
		return this.process.isAlive();
	}

	List<String> output() {
		return this.output;
	}

	/**
	 * Waits for the end.
	 * @return the exit status
	 */
	int exitStatus() throws InterruptedException {
		if (!this.process.waitFor(90, TimeUnit.SECONDS)) {
			throw new AssertionError("The process still runs after 90 seconds: " + this.output);
		}
		this.reader.join(5_000);
		return this.process.exitValue();
	}

	/**
	 * Sends {@code SIGTERM}.
	 */
	void terminate() {
		// Not by Process.destroy, which closes its output
		this.process.toHandle().destroy();
	}

	/**
	 * The resident memory in KiB, from {@code /proc}.
	 */
	long residentKib() throws IOException {
		for (String line : Files.readAllLines(Path.of("/proc/" + this.process.pid() + "/status"))) {
			if (line.startsWith("VmRSS:")) {
				return Long.parseLong(line.replaceAll("[^0-9]", ""));
			}
		}
		throw new IOException("No VmRSS");
	}

	@Override
	public void close() {
		this.process.destroyForcibly();
	}

}
