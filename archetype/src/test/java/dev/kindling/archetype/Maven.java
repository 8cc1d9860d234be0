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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Maven in a process of its own, as a user has it: in a folder that has nothing to do
 * with this build, and with Kindling in the local repository.
 *
 * @param repository the local repository
 * @param directory where it runs
 * @param environment variables that it gets beside those of this process
 */
record Maven(Path repository, Path directory, Map<String, String> environment) {

	/**
	 * Generates a project with the archetype.
	 * @param artifactId the project's, and the name of its folder
	 * @param properties more properties of the archetype
	 * @return how Maven ended
	 */
	Result generate(String artifactId, String... properties) throws IOException, InterruptedException {
		List<String> arguments = new ArrayList<>(List.of(
				"org.apache.maven.plugins:maven-archetype-plugin:"
						+ System.getProperty("kindling.test.archetype-plugin") + ":generate",
				"-DarchetypeCatalog=local", "-DarchetypeGroupId=dev.kindling",
				"-DarchetypeArtifactId=kindling-function-archetype",
				"-DarchetypeVersion=" + System.getProperty("kindling.test.version"), "-DgroupId=org.acme",
				"-DartifactId=" + artifactId));
		arguments.addAll(List.of(properties));
		return run(arguments.toArray(String[]::new));
	}

	/**
	 * Changes into a folder below.
	 */
	Maven in(String name) {
		return new Maven(this.repository, this.directory.resolve(name), this.environment);
	}

	Result run(String... arguments) throws IOException, InterruptedException {
		Path output = Files.createTempFile("maven", ".txt");
		Path errors = Files.createTempFile("maven", ".txt");
		try {
			int status = process(arguments).redirectOutput(output.toFile())
				.redirectError(errors.toFile())
				.start()
				.waitFor();
			// some builds of Maven end with a reset of colours, whatever they write to
			return new Result(status, Files.readString(output).replace("\u001B[0m", ""), Files.readString(errors));
		}
		finally {
			Files.delete(output);
			Files.delete(errors);
		}
	}

	/**
	 * Starts Maven; its output goes to a file.
	 */
	Process start(Path output, String... arguments) throws IOException {
		return process(arguments).redirectErrorStream(true).redirectOutput(output.toFile()).start();
	}

	private ProcessBuilder process(String... arguments) {
		List<String> command = new ArrayList<>(List.of(System.getProperty("kindling.test.maven"), "-B", "-ntp",
				"-Dmaven.repo.local=" + this.repository, "-Dkindling.initTimeout=60"));
		if ("offline=true".equals(System.getProperty("kindling.test.settings"))) {
			command.add("-o");
		}
		command.addAll(List.of(arguments));
		ProcessBuilder builder = new ProcessBuilder(command).directory(this.directory.toFile());
		builder.environment().putAll(this.environment);
		// short runs: what the second compiler gains is less than it costs
		builder.environment()
			.merge("MAVEN_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC", (given, own) -> given + " " + own);
		return builder;
	}

	/**
	 * How Maven ended.
	 *
	 * @param status its exit status
	 * @param output what it wrote to the standard output
	 * @param errors what it wrote to the standard error
	 */
	record Result(int status, String output, String errors) {
	}

}
