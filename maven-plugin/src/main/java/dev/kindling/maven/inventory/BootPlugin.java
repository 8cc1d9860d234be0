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

package dev.kindling.maven.inventory;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.apache.maven.artifact.Artifact;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.loader.tools.MainClassFinder;

/**
 * What Spring Boot's plugin takes for the application: its configuration in a POM, and
 * what it finds where that says nothing.
 */
public final class BootPlugin {

	private static final String KEY = "org.springframework.boot:spring-boot-maven-plugin";

	private static final String PROCESSING = "process-aot";

	private static final String APPLICATION = "org.springframework.boot.autoconfigure.SpringBootApplication";

	private BootPlugin() {
	}

	/**
	 * The main class that the POM names.
	 * @param project the project
	 * @return the class's name, or {@code null} if it has to be looked for
	 */
	public static @Nullable String mainClass(MavenProject project) {
		String configured = setting(project, "mainClass");
		Plugin plugin = project.getPlugin(KEY);
		if (configured == null && plugin != null) {
			// such as that of the jar
			configured = plugin.getExecutions()
				.stream()
				.map((execution) -> text(child(execution.getConfiguration(), "mainClass")))
				.filter((name) -> name != null)
				.findFirst()
				.orElse(null);
		}
		return (configured != null) ? configured : project.getProperties().getProperty("start-class");
	}

	/**
	 * Looks for the main class.
	 * @param classes the directory of the application's classes
	 * @return the class's name, or {@code null} if none has a main method
	 * @throws IllegalStateException if several have one, which the message names
	 * @throws IOException if a class can't be read
	 */
	public static @Nullable String findMainClass(Path classes) throws IOException {
		return MainClassFinder.findSingleMainClass(classes.toFile(), APPLICATION);
	}

	/**
	 * The jars and directories that an application is started with.
	 * @param project the project, its dependencies resolved
	 * @param leftOut artifacts that don't belong to it
	 * @return the files, in the order of the class path
	 */
	public static List<Path> libraries(MavenProject project, Set<String> leftOut) {
		List<Path> files = new ArrayList<>();
		for (Artifact artifact : project.getArtifacts()) {
			boolean needed = !Artifact.SCOPE_TEST.equals(artifact.getScope())
					&& !leftOut.contains(artifact.getArtifactId());
			if (needed && artifact.getArtifactHandler().isAddedToClasspath() && artifact.getFile() != null) {
				files.add(artifact.getFile().toPath());
			}
		}
		return files;
	}

	/**
	 * What processing ahead of time is configured with.
	 * @param project the project
	 * @param name the parameter
	 * @return its value, or {@code null} if the POM sets none
	 */
	static @Nullable String setting(MavenProject project, String name) {
		return text(configuration(project, name));
	}

	/**
	 * The same, with what is in it: of an execution of the goal, or else of the plugin.
	 */
	static @Nullable Xpp3Dom configuration(MavenProject project, String name) {
		Plugin plugin = project.getPlugin(KEY);
		if (plugin == null) {
			return null;
		}
		for (PluginExecution execution : plugin.getExecutions()) {
			Xpp3Dom child = child(execution.getConfiguration(), name);
			if (child != null && execution.getGoals().contains(PROCESSING)) {
				return child;
			}
		}
		return child(plugin.getConfiguration(), name);
	}

	private static @Nullable Xpp3Dom child(@Nullable Object configuration, String name) {
		return (configuration instanceof Xpp3Dom dom) ? dom.getChild(name) : null;
	}

	/**
	 * That of Spring Boot's parent is a placeholder, which may be unset.
	 */
	private static @Nullable String text(@Nullable Xpp3Dom child) {
		String value = (child != null) ? child.getValue() : null;
		return (value == null || value.isBlank() || value.contains("${")) ? null : value.trim();
	}

}
