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
import java.util.List;
import java.util.Set;

import dev.kindling.maven.inventory.BootPlugin;
import dev.kindling.maven.reload.Application;
import dev.kindling.maven.reload.ClassesApplication;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * The application that a project's classes are, with what would be in its jar.
 */
final class ProjectApplication {

	/**
	 * Spring Boot's plugin leaves them out of a jar.
	 */
	private static final Set<String> LEFT_OUT = Set.of("spring-boot-devtools", "spring-boot-docker-compose");

	private ProjectApplication() {
	}

	static Application of(MavenProject project, @Nullable String mainClass, List<String> jvmArguments) {
		return new ClassesApplication(Path.of(project.getBuild().getOutputDirectory()),
				BootPlugin.libraries(project, LEFT_OUT), Path.of(project.getBuild().getDirectory()),
				(mainClass != null) ? mainClass : BootPlugin.mainClass(project), jvmArguments);
	}

}
