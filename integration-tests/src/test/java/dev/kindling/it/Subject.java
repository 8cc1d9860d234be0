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

package dev.kindling.it;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import dev.kindling.local.LocalLambda;
import dev.kindling.local.LocalLambdaBuilder;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/**
 * What a suite runs against: what Maven packaged, as a jar and as a native executable.
 */
public enum Subject {

	/**
	 * The executable jar, on the JVM of the tests.
	 */
	JAR,

	/**
	 * The native executable. Without one, tests are skipped with a message, or fail if
	 * {@code kindling.test.native} is {@code required}.
	 */
	NATIVE;

	/**
	 * The application of these tests in a local Lambda.
	 * @param handler the name of the function bean to serve
	 * @return a description to add to
	 */
	public LocalLambdaBuilder application(String handler) {
		return lambda("kindling.test.application", "kindling.test.executable").handler(handler);
	}

	/**
	 * The sample function in a local Lambda.
	 * @return a description to add to
	 */
	public LocalLambdaBuilder sample() {
		return lambda("kindling.test.sample", "kindling.test.sample-executable");
	}

	/**
	 * The command that starts the application of these tests.
	 * @return program and arguments
	 */
	public String[] applicationCommand() {
		return command("kindling.test.application", "kindling.test.executable");
	}

	/**
	 * The command that starts the sample function.
	 * @return program and arguments
	 */
	public String[] sampleCommand() {
		return command("kindling.test.sample", "kindling.test.sample-executable");
	}

	private String[] command(String jar, String executable) {
		if (this == NATIVE) {
			return new String[] { executable(executable).toString() };
		}
		return new String[] { Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC",
				"-XX:TieredStopAtLevel=1", "-jar", path(jar).toString() };
	}

	private LocalLambdaBuilder lambda(String jar, String executable) {
		// on a busy machine a JVM takes longer to start than Lambda's 10 s
		LocalLambdaBuilder builder = LocalLambda.builder()
			.initTimeout(Duration.ofMinutes(1))
			.timeout(Duration.ofSeconds(30));
		return (this == NATIVE) ? builder.executable(executable(executable)) : builder.jar(path(jar));
	}

	private static Path executable(String property) {
		Path path = path(property);
		if (Files.isExecutable(path)) {
			return path;
		}
		String message = "There is no native executable " + path.getFileName() + " of "
				+ path.getParent().getParent().getFileName() + ": build it with -Pnative";
		if ("required".equals(System.getProperty("kindling.test.native"))) {
			throw new AssertionFailedError(message);
		}
		System.out.println("SKIPPED: " + message);
		throw new TestAbortedException(message);
	}

	private static Path path(String property) {
		String path = System.getProperty(property);
		if (path == null) {
			throw new IllegalStateException(property + " isn't set: run these tests with Maven");
		}
		return Path.of(path);
	}

}
