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
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import dev.kindling.maven.reload.Application;
import dev.kindling.maven.reload.ClassesApplication;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.model.ConfigurationContainer;
import org.apache.maven.model.Plugin;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/**
 * The application that a project's classes are, with what would be in its jar.
 */
final class ProjectApplication {

	private static final String SPRING_BOOT_PLUGIN = "org.springframework.boot:spring-boot-maven-plugin";

	/**
	 * Spring Boot's plugin leaves them out of a jar.
	 */
	private static final Set<String> LEFT_OUT = Set.of("spring-boot-devtools", "spring-boot-docker-compose");

	private ProjectApplication() {
	}

	static Application of(MavenProject project, @Nullable String mainClass, List<String> jvmArguments) {
		return new ClassesApplication(Path.of(project.getBuild().getOutputDirectory()), dependencies(project),
				Path.of(project.getBuild().getDirectory()), (mainClass != null) ? mainClass : mainClass(project),
				jvmArguments);
	}

	private static List<Path> dependencies(MavenProject project) {
		List<Path> files = new ArrayList<>();
		for (Artifact artifact : project.getArtifacts()) {
			boolean needed = !Artifact.SCOPE_TEST.equals(artifact.getScope())
					&& !LEFT_OUT.contains(artifact.getArtifactId());
			if (needed && artifact.getArtifactHandler().isAddedToClasspath() && artifact.getFile() != null) {
				files.add(artifact.getFile().toPath());
			}
		}
		return files;
	}

	/**
	 * The main class that the POM names, for Spring Boot's plugin.
	 */
	private static @Nullable String mainClass(MavenProject project) {
		Plugin plugin = project.getPlugin(SPRING_BOOT_PLUGIN);
		List<ConfigurationContainer> containers = new ArrayList<>();
		if (plugin != null) {
			containers.addAll(plugin.getExecutions());
			containers.add(plugin);
		}
		for (ConfigurationContainer container : containers) {
			Xpp3Dom main = (container.getConfiguration() instanceof Xpp3Dom dom) ? dom.getChild("mainClass") : null;
			// That of Spring Boot's parent is ${start-class}, which may be unset
			if (main != null && main.getValue() != null && !main.getValue().contains("${")) {
				return main.getValue();
			}
		}
		return project.getProperties().getProperty("start-class");
	}

}
