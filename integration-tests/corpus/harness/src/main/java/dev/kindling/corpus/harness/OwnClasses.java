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

package dev.kindling.corpus.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What an application would have compiled if it were alone: its package, and the module's
 * resources without those of others.
 */
final class OwnClasses {

	private final Module module;

	private final List<Program> all;

	OwnClasses(Module module) {
		this.module = module;
		this.all = module.allPrograms();
	}

	/**
	 * Copies them.
	 * @param program the application
	 * @param folder where to, empty
	 */
	void copy(Program program, Path folder) throws IOException {
		Path classes = this.module.classes();
		Path own = classes.resolve((this.module.group() + "." + program.name()).replace('.', '/'));
		try (Stream<Path> files = Files.walk(own)) {
			// what is processed ahead of time for all of them together
			for (Path file : files.filter((file) -> !file.toString().matches(".*(__|CGLIB).*")).toList()) {
				copy(classes, file, folder);
			}
		}
		Path resources = this.module.resources();
		try (Stream<Path> files = Files.walk(resources)) {
			for (Path file : files.filter((file) -> !belongsToOther(resources.relativize(file), program)).toList()) {
				copy(resources, file, folder);
			}
		}
	}

	private static void copy(Path root, Path file, Path folder) throws IOException {
		Path target = folder.resolve(root.relativize(file).toString());
		if (Files.isDirectory(file)) {
			Files.createDirectories(target);
		}
		else {
			Files.createDirectories(target.getParent());
			Files.copy(file, target);
		}
	}

	private boolean belongsToOther(Path resource, Program program) {
		for (Program other : this.all) {
			if (!other.name().equals(program.name())
					&& (resource.startsWith(other.name()) || resource.toString().contains("." + other.name() + ".")
							|| other.resources().stream().anyMatch(resource::startsWith))) {
				return true;
			}
		}
		return false;
	}

}
