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
import java.util.ArrayList;
import java.util.List;

import dev.kindling.local.invoke.FunctionCode;
import dev.kindling.maven.inventory.BootPlugin;
import org.jspecify.annotations.Nullable;

/**
 * Compiled classes and the jars that they need.
 */
public final class ClassesApplication implements Application {

	private final Path classes;

	private final List<Path> classPath;

	private final Path workingDirectory;

	private final @Nullable String mainClass;

	private final List<String> jvmArguments;

	/**
	 * Describes the application.
	 * @param classes the directory of its own classes and resources
	 * @param dependencies jars, and directories of classes
	 * @param workingDirectory where it is started
	 * @param mainClass what is started; {@code null} to look for it as Spring Boot's
	 * plugin does
	 * @param jvmArguments such as {@code -Xmx96m}
	 */
	public ClassesApplication(Path classes, List<Path> dependencies, Path workingDirectory, @Nullable String mainClass,
			List<String> jvmArguments) {
		this.classes = classes;
		this.classPath = new ArrayList<>(List.of(classes));
		this.classPath.addAll(dependencies);
		this.workingDirectory = workingDirectory;
		this.mainClass = mainClass;
		this.jvmArguments = List.copyOf(jvmArguments);
	}

	@Override
	public List<Path> files() {
		return this.classPath;
	}

	@Override
	public FunctionCode freeze(Path directory) throws BuildFailure, IOException {
		List<Path> frozen = new ArrayList<>();
		for (Path entry : this.classPath) {
			if (Files.isDirectory(entry)) {
				Path copy = directory.resolve(Integer.toString(frozen.size()));
				Copies.copyTree(entry, copy);
				frozen.add(copy);
			}
			else if (Files.exists(entry)) {
				frozen.add(entry);
			}
		}
		String main = (this.mainClass != null) ? this.mainClass : findMainClass();
		Files.createDirectories(this.workingDirectory);
		return FunctionCode.classPath(main, frozen, this.jvmArguments.toArray(String[]::new)).in(this.workingDirectory);
	}

	private String findMainClass() throws BuildFailure, IOException {
		String found;
		try {
			found = BootPlugin.findMainClass(this.classes);
		}
		catch (IllegalStateException ex) {
			throw new BuildFailure(ex.getMessage() + ". Name one by -Dkindling.mainClass or the property start-class.",
					ex);
		}
		catch (RuntimeException ex) {
			throw new BuildFailure("A class in " + this.classes + " can't be read: " + ex, ex);
		}
		if (found == null) {
			throw new BuildFailure("There is no class with a main method in " + this.classes
					+ ". Write one, or name it by -Dkindling.mainClass.");
		}
		return found;
	}

}
