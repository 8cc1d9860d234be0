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

package dev.kindling.archetype;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The image in which executables are built: one that is made without image registries and
 * gets this machine's GraalVM, or <code>own</code> for what users have, of Kindling's
 * Dockerfile.
 */
final class BuildImage {

	static final String PROPERTY = "kindling.test.build.image";

	private static final String OWN = "own";

	private BuildImage() {
	}

	static boolean isThere() {
		return !System.getProperty(PROPERTY, "$").contains("$");
	}

	static boolean isOwn() {
		return OWN.equals(System.getProperty(PROPERTY));
	}

	/**
	 * What others can be made of.
	 */
	static String base() {
		return isOwn() ? "public.ecr.aws/sam/build-provided.al2023:latest" : System.getProperty(PROPERTY);
	}

	/**
	 * What builds an executable in it. The local repository of the tests has links into
	 * the user's, and to what is staged.
	 */
	static String[] arguments(Path graalVm) throws IOException {
		List<String> arguments = new ArrayList<>(List.of("kindling:native"));
		Path users = Path.of(System.getProperty("kindling.test.repository")).toRealPath();
		Path staged = Path.of(System.getProperty("kindling.test.staged")).toRealPath();
		String volumes = "--volume=" + users + ":" + users + ",--volume=" + staged + ":" + staged;
		if (!isOwn()) {
			arguments.add("-Dkindling.image=" + base());
			volumes += ",--volume=" + graalVm + ":/opt/graalvm:ro";
		}
		arguments.add("-Dkindling.containerArguments=" + volumes);
		return arguments.toArray(String[]::new);
	}

}
