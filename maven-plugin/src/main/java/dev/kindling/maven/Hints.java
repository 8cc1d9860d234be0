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

package dev.kindling.maven;

import java.nio.file.Path;

/**
 * What to do when something isn't there.
 */
final class Hints {

	private Hints() {
	}

	static String noExecutable(Path file) {
		return "There is no native executable " + file
				+ ". Build it with `mvn -Pnative package`, or without GraalVM with `mvn kindling:native`.";
	}

	static String noJar(Path file) {
		return "There is no " + file + ". Build it with `mvn package`.";
	}

	static String jarNotExecutable(Path file) {
		return file + " can't be started, as its manifest has no Main-Class. Add spring-boot-maven-plugin with its"
				+ " goal repackage to the POM, and run `mvn package`.";
	}

}
