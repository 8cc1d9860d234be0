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

package dev.kindling.maven.reload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.kindling.local.invoke.FunctionCode;

/**
 * One file that another build writes: a native executable, or an executable jar.
 */
public final class PackagedApplication implements Application {

	private final Path file;

	private final String hint;

	private final Starter starter;

	private PackagedApplication(Path file, String hint, Starter starter) {
		this.file = file;
		this.hint = hint;
		this.starter = starter;
	}

	/**
	 * A native executable. It stays where it is, with the libraries beside it; a linker
	 * replaces it and doesn't write into it.
	 * @param file the executable
	 * @param hint what to do when there is none
	 * @return the application
	 */
	public static PackagedApplication executable(Path file, String hint) {
		return new PackagedApplication(file, hint, (directory) -> FunctionCode.executable(file));
	}

	/**
	 * An executable jar. It is copied: a JVM doesn't survive that its jar is written
	 * anew.
	 * @param file the jar
	 * @param hint what to do when there is none
	 * @param jvmArguments such as {@code -Xmx96m}
	 * @return the application
	 */
	public static PackagedApplication jar(Path file, String hint, List<String> jvmArguments) {
		return new PackagedApplication(file, hint, (directory) -> {
			Path copy = Files.copy(file, directory.resolve(file.getFileName()));
			return FunctionCode.jar(copy, jvmArguments.toArray(String[]::new)).in(file.toAbsolutePath().getParent());
		});
	}

	@Override
	public List<Path> files() {
		return List.of(this.file);
	}

	@Override
	public FunctionCode freeze(Path directory) throws BuildFailure, IOException {
		if (!Files.isRegularFile(this.file)) {
			throw new BuildFailure(this.hint);
		}
		try {
			return this.starter.start(directory);
		}
		catch (IllegalArgumentException ex) {
			throw new BuildFailure(ex.getMessage(), ex);
		}
	}

	@FunctionalInterface
	private interface Starter {

		FunctionCode start(Path directory) throws IOException;

	}

}
