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
import java.util.List;

/**
 * The module of applications whose tests run.
 *
 * @param mainClass the class of all applications in one
 * @param target where Maven builds
 * @param jar the executable jar
 * @param executable the native executable
 * @param document the table for people
 * @param application the one application to run, or an empty text for all
 */
record Module(String mainClass, Path target, Path jar, Path executable, Path document, String application) {

	static Module current() {
		return new Module(property("corpus.main"), Path.of(property("corpus.target")), Path.of(property("corpus.jar")),
				Path.of(property("corpus.executable")), Path.of(property("corpus.document")),
				System.getProperty("corpus.application", ""));
	}

	private static String property(String name) {
		String value = System.getProperty(name);
		if (value == null) {
			throw new IllegalStateException(name + " isn't set: run these tests with Maven");
		}
		return value;
	}

	/**
	 * All of the module's applications, or the one that was asked for.
	 */
	List<Program> programs() {
		List<Program> all = allPrograms();
		if (this.application.isEmpty()) {
			return all;
		}
		return all.stream().filter((program) -> List.of(this.application.split(",")).contains(program.name())).toList();
	}

	List<Program> allPrograms() {
		return Program.readAll(this.target.resolve("test-classes/corpus"));
	}

	/**
	 * The package whose packages are the applications.
	 */
	String group() {
		return this.mainClass.substring(0, this.mainClass.lastIndexOf('.'));
	}

	String name() {
		return group().substring(group().lastIndexOf('.') + 1);
	}

	Path classes() {
		return this.target.resolve("classes");
	}

	Path resources() {
		return this.target.resolveSibling("src/main/resources");
	}

	/**
	 * Where the corpus writes.
	 */
	Path folder() {
		return this.target.resolve("corpus");
	}

	ClassPath classPath() {
		return new ClassPath(this.jar, folder().resolve("lib"));
	}

}
