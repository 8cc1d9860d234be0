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

package dev.kindling.test.junit;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Which application runs, and how.
 */
class LambdaModeIntegrationTests {

	private static final String[] PROPERTIES = { "kindling.test.mode", "kindling.test.native",
			BuiltApplication.EXECUTABLE_PROPERTY, BuiltApplication.JAR_PROPERTY };

	@TempDir
	private Path directory;

	@AfterEach
	void clear() {
		for (String property : PROPERTIES) {
			System.clearProperty(property);
		}
	}

	private long pid() {
		try (LambdaTestEnvironment environment = LambdaTestEnvironment.start(Plain.class)) {
			return environment.function().invoke("{}").json().path("pid").asLong();
		}
	}

	private Path executable() throws Exception {
		Path file = this.directory.resolve("bootstrap");
		String arguments = "AWS_LAMBDA_RUNTIME_API=\"$AWS_LAMBDA_RUNTIME_API\"";
		Files.writeString(file,
				"#!/bin/sh\nexec " + System.getProperty("java.home") + "/bin/java -cp '"
						+ System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")) + "' "
						+ GreetingApplication.class.getName() + " --" + arguments + "\n");
		assertThat(file.toFile().setExecutable(true)).isTrue();
		return file;
	}

	@Test
	void runsInThisProcessWhereNothingHasBeenBuilt() {
		System.setProperty(BuiltApplication.EXECUTABLE_PROPERTY, this.directory.resolve("bootstrap").toString());
		assertThat(pid()).isEqualTo(ProcessHandle.current().pid());
	}

	@Test
	void runsTheExecutableThatIsNewerThanTheClasses() throws Exception {
		System.setProperty(BuiltApplication.EXECUTABLE_PROPERTY, executable().toString());
		assertThat(pid()).isNotEqualTo(ProcessHandle.current().pid());
	}

	@Test
	void passesOverAnExecutableThatIsOlderThanTheClasses() throws Exception {
		Path old = executable();
		assertThat(old.toFile().setLastModified(0)).isTrue();
		System.setProperty(BuiltApplication.EXECUTABLE_PROPERTY, old.toString());
		assertThat(pid()).isEqualTo(ProcessHandle.current().pid());
	}

	@Test
	void runsTheJar() throws Exception {
		Path jar = this.directory.resolve("application.jar");
		Manifest manifest = new Manifest();
		manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
		manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, GreetingApplication.class.getName());
		StringBuilder classPath = new StringBuilder();
		for (String entry : System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
			.split(":")) {
			classPath.append(Path.of(entry).toUri()).append(' ');
		}
		manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath.toString());
		try (OutputStream file = Files.newOutputStream(jar);
				JarOutputStream output = new JarOutputStream(file, manifest)) {
			output.finish();
		}
		System.setProperty(BuiltApplication.JAR_PROPERTY, jar.toString());
		System.setProperty("kindling.test.mode", "jar");
		assertThat(pid()).isNotEqualTo(ProcessHandle.current().pid());
	}

	@Test
	void skipsVisiblyWithoutAnExecutableUnlessItIsRequired() {
		System.setProperty("kindling.test.mode", "native");
		System.setProperty(BuiltApplication.EXECUTABLE_PROPERTY, this.directory.resolve("bootstrap").toString());
		assertThatExceptionOfType(TestAbortedException.class).isThrownBy(this::pid)
			.withMessageContaining("mvn -Pnative package");
		System.setProperty("kindling.test.native", "required");
		assertThatIllegalStateException().isThrownBy(this::pid).withMessageContaining("mvn -Pnative package");
	}

	@Test
	void refusesAModeThatThereIsnt() {
		System.setProperty("kindling.test.mode", "graal");
		assertThatIllegalArgumentException().isThrownBy(this::pid)
			.withMessage("kindling.test.mode is auto, in-process, jar or native, not 'graal'");
	}

	@LambdaTest(GreetingApplication.class)
	static class Plain {

	}

}
