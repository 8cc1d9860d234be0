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

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.kindling.processes.ClassArchive;

/**
 * The jar of all applications of a module, as Spring Boot's tools extract it: its many
 * starts have an archive of classes.
 */
final class JarOfAll {

	private final Path jar;

	private final ClassArchive archive;

	JarOfAll(Module module) {
		Path folder = module.folder().resolve("extracted");
		Commands.run(List.of(ClassArchive.JAVA, "-Djarmode=tools", "-jar", module.jar().toString(), "extract",
				"--force", "--destination", folder.toString()));
		this.jar = folder.resolve(module.jar().getFileName());
		this.archive = new ClassArchive(this.jar.toString(), module.folder());
	}

	/**
	 * How it is started, once.
	 * @return the command, to which arguments can be added
	 */
	List<String> command() {
		List<String> command = new ArrayList<>(
				List.of(ClassArchive.JAVA, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Dfile.encoding=UTF-8"));
		command.addAll(this.archive.options());
		command.addAll(List.of("-jar", this.jar.toString()));
		return command;
	}

}
