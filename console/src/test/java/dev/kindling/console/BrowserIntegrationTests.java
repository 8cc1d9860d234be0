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

package dev.kindling.console;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The command that opens a page, as a machine with a browser has it, and as others do.
 */
@EnabledOnOs(OS.LINUX)
class BrowserIntegrationTests {

	private static final String PAGE = "http://127.0.0.1:3002/";

	@TempDir
	private Path path;

	/**
	 * What a developer reads on a machine whose programs are in a directory; the JVM
	 * looks for programs where it did when it was started.
	 */
	private String open() throws Exception {
		ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
				Opening.class.getName());
		builder.environment().put("PATH", this.path.toString());
		builder.redirectErrorStream(true);
		Process process = builder.start();
		String output = new String(process.getInputStream().readAllBytes());
		assertThat(process.waitFor()).as(output).isZero();
		return output.strip();
	}

	private void program(String script) throws Exception {
		Path program = Files.writeString(this.path.resolve("xdg-open"), "#!/bin/sh\n" + script + "\n");
		Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
	}

	@Test
	void opensThePage() throws Exception {
		Path opened = this.path.resolve("opened");
		program("echo \"$# $1\" > " + opened);
		assertThat(open()).isEqualTo("nothing to say");
		assertThat(opened).hasContent("1 " + PAGE);
	}

	@Test
	void saysWhereThePageIsOnAMachineWithoutTheCommand() throws Exception {
		assertThat(open()).isEqualTo("No browser opens the console: xdg-open can't be run. Open it yourself: " + PAGE);
	}

	@Test
	void saysWhereThePageIsOnAMachineWithoutABrowser() throws Exception {
		program("exit 3");
		assertThat(open())
			.isEqualTo("No browser opens the console: xdg-open ends with status 3. Open it yourself: " + PAGE);
	}

	/**
	 * Opens the page, and prints what is to be said of it.
	 */
	static final class Opening {

		private Opening() {
		}

		public static void main(String[] arguments) throws Exception {
			BlockingQueue<String> said = new LinkedBlockingQueue<>();
			Browser.open(URI.create(PAGE), said::add);
			ProcessHandle.current().children().forEach((child) -> child.onExit().join());
			String problem = said.poll(1, TimeUnit.SECONDS);
			System.out.println((problem != null) ? problem : "nothing to say");
		}

	}

}
