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

package dev.kindling.maven.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;

/**
 * Gets a library and all that it needs, when it is needed.
 */
@FunctionalInterface
public interface Libraries {

	/**
	 * Resolves a library.
	 * @param coordinates group, artifact and version
	 * @return its jar and those that it needs
	 * @throws IOException if one isn't found
	 */
	List<Path> resolve(String coordinates) throws IOException;

	/**
	 * Libraries of Maven's repositories.
	 * @param system Maven's
	 * @param session the build's
	 * @param project whose repositories are asked
	 * @return the libraries
	 */
	static Libraries of(RepositorySystem system, MavenSession session, MavenProject project) {
		return new MavenLibraries(system, session, project);
	}

}
