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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

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

	private static final Set<String> DEVELOPMENT = Set.of("spring-boot-devtools");

	/**
	 * Finds it.
	 * @param project the project, its dependencies resolved
	 * @param classes the compiled classes
	 * @param mainClass what is started, or {@code null} if the POM or the classes tell
	 * @return what is processed
	 * @throws ProcessingFailedException if the project is no application of Spring Boot
	 * @throws IOException if a class can't be read
	 */
	public static SpringProject of(MavenProject project, Path classes, @Nullable String mainClass)
			throws ProcessingFailedException, IOException {
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
		classPath.addAll(BootPlugin.libraries(project, DEVELOPMENT));
		List<String> jvmArguments = words(BootPlugin.setting(project, "jvmArguments"));
		List<String> arguments = new ArrayList<>();
		Xpp3Dom profiles = BootPlugin.configuration(project, "profiles");
		if (profiles != null && profiles.getChildCount() > 0) {
			arguments.add("--spring.profiles.active="
					+ String.join(",", Arrays.stream(profiles.getChildren()).map(Xpp3Dom::getValue).toList()));
		}
		return new SpringProject(project.getGroupId(), project.getArtifactId(),
				(mainClass != null) ? mainClass : mainClass(project, classes), classPath, jvmArguments, arguments);
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
		String found = BootPlugin.mainClass(project);
		if (found != null) {
			return found;
		}
		try {
			found = BootPlugin.findMainClass(classes);
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

}
