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

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.apache.maven.artifact.Artifact;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.loader.tools.MainClassFinder;

/**
 * What is processed ahead of time, found as Spring Boot's plugin finds it, with the
 * configuration of its goal {@code process-aot}.
 *
 * @param groupId the project's
 * @param artifactId the project's
 * @param mainClass the application's main class
 * @param classPath classes and libraries, without those for tests
 * @param jvmArguments further arguments for the JVM
 * @param arguments the application's
 */
public record SpringProject(String groupId, String artifactId, String mainClass, List<Path> classPath,
		List<String> jvmArguments, List<String> arguments) {

	private static final String BOOT = "org.springframework.boot";

	private static final String ANNOTATION = "org.springframework.boot.autoconfigure.SpringBootApplication";

	/**
	 * Finds it.
	 * @param project the project, its dependencies resolved
	 * @param classes the compiled classes
	 * @return what is processed
	 * @throws ProcessingFailedException if the project is no application of Spring Boot
	 * @throws IOException if a class can't be read
	 */
	public static SpringProject of(MavenProject project, Path classes) throws ProcessingFailedException, IOException {
		if (!hasClasses(classes)) {
			throw new ProcessingFailedException("There are no classes in " + classes + ". Compile them first: `mvn "
					+ "compile` before the goal, as in `mvn compile kindling:sam`.");
		}
		if (!usesBoot(project)) {
			throw new ProcessingFailedException(project.getArtifactId() + " doesn't depend on Spring Boot, and so has "
					+ "no function bean. Add kindling-spring-boot-starter.");
		}
		List<Path> classPath = new ArrayList<>();
		classPath.add(classes);
		for (Artifact artifact : project.getArtifacts()) {
			if (artifact.getFile() != null && !Artifact.SCOPE_TEST.equals(artifact.getScope())
					&& !artifact.getArtifactId().equals("spring-boot-devtools")) {
				classPath.add(artifact.getFile().toPath());
			}
		}
		List<String> jvmArguments = words(setting(project, "jvmArguments"));
		List<String> arguments = new ArrayList<>();
		Xpp3Dom profiles = child(project, "profiles");
		if (profiles != null && profiles.getChildCount() > 0) {
			arguments.add("--spring.profiles.active="
					+ String.join(",", Arrays.stream(profiles.getChildren()).map(Xpp3Dom::getValue).toList()));
		}
		return new SpringProject(project.getGroupId(), project.getArtifactId(), mainClass(project, classes), classPath,
				jvmArguments, arguments);
	}

	/**
	 * Whether a project is an application of Spring Boot.
	 * @param project the project, its dependencies resolved
	 * @return whether it depends on it
	 */
	public static boolean usesBoot(MavenProject project) {
		return project.getArtifacts()
			.stream()
			.anyMatch(
					(artifact) -> artifact.getGroupId().equals(BOOT) && artifact.getArtifactId().equals("spring-boot"));
	}

	/**
	 * Whether a project can have entities with tables.
	 * @param project the project, its dependencies resolved
	 * @return whether it has Spring Boot and the SDK's mapper
	 */
	public static boolean usesEntities(MavenProject project) {
		return usesBoot(project)
				&& project.getArtifacts().stream().anyMatch((each) -> each.getArtifactId().equals("dynamodb-enhanced"));
	}

	private static boolean hasClasses(Path classes) throws IOException {
		if (!Files.isDirectory(classes)) {
			return false;
		}
		try (Stream<Path> files = Files.walk(classes)) {
			return files.anyMatch((file) -> file.toString().endsWith(".class"));
		}
	}

	private static String mainClass(MavenProject project, Path classes) throws ProcessingFailedException, IOException {
		String configured = setting(project, "mainClass");
		if (configured == null) {
			configured = project.getProperties().getProperty("start-class");
		}
		if (configured != null) {
			return configured;
		}
		File directory = classes.toFile();
		String found;
		try {
			found = MainClassFinder.findSingleMainClass(directory, ANNOTATION);
		}
		catch (IllegalStateException ex) {
			throw new ProcessingFailedException(ex.getMessage() + ". Set the property start-class to one of them.");
		}
		if (found == null) {
			throw new ProcessingFailedException("There is no class with a main method in " + classes
					+ ". Annotate the application's with @SpringBootApplication.");
		}
		return found;
	}

	private static List<String> words(@Nullable String text) {
		return (text != null) ? List.of(text.trim().split("\\s+")) : List.of();
	}

	private static @Nullable String setting(MavenProject project, String name) {
		Xpp3Dom child = child(project, name);
		String value = (child != null) ? child.getValue() : null;
		return (value == null || value.isBlank() || value.contains("${")) ? null : value.trim();
	}

	/**
	 * What an execution of the goal configures, or else the plugin.
	 */
	private static @Nullable Xpp3Dom child(MavenProject project, String name) {
		Plugin plugin = project.getPlugin(BOOT + ":spring-boot-maven-plugin");
		if (plugin == null) {
			return null;
		}
		for (PluginExecution execution : plugin.getExecutions()) {
			if (execution.getGoals().contains("process-aot")
					&& execution.getConfiguration() instanceof Xpp3Dom configuration
					&& configuration.getChild(name) != null) {
				return configuration.getChild(name);
			}
		}
		return (plugin.getConfiguration() instanceof Xpp3Dom configuration) ? configuration.getChild(name) : null;
	}

}
