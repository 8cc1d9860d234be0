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

import java.io.File;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A project in which a Maven of its own runs, with this build's plugin. Its local
 * repository is the user's, but for the artifacts of this build, which stay out of that.
 */
final class MavenProject {

	private static final Path MODULE = Path.of("").toAbsolutePath();

	private static final Path ROOT = MODULE.getParent();

	private static final String VERSION = "0.1.0-SNAPSHOT";

	private final Path directory;

	private final Path repository;

	private MavenProject(Path directory, Path repository) {
		this.directory = directory;
		this.repository = repository;
	}

	static MavenProject create(String template, Path directory) throws IOException {
		copy(MODULE.resolve("src/test/resources").resolve(template), directory);
		return new MavenProject(directory, repository());
	}

	Path file(String name) {
		return this.directory.resolve(name);
	}

	/**
	 * Makes a program that comes before others of its name.
	 */
	void program(String name, String script) throws IOException {
		Path program = Files.createDirectories(file("bin")).resolve(name);
		Files.writeString(program, "#!/bin/sh\n" + script + "\n");
		Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
	}

	/**
	 * Starts Maven; its output goes to a file.
	 */
	Process start(Path output, String... arguments) throws IOException {
		return maven(arguments).redirectErrorStream(true).redirectOutput(output.toFile()).start();
	}

	/**
	 * Starts Maven with a directory of its own for temporary files.
	 */
	Process start(Path output, Path temporary, String... arguments) throws IOException {
		ProcessBuilder builder = maven(arguments).redirectErrorStream(true).redirectOutput(output.toFile());
		addOptions(builder, "-Djava.io.tmpdir=" + temporary);
		return builder.start();
	}

	/**
	 * Runs Maven, and keeps what it prints to the standard output alone, but for the
	 * reset of colours that some builds of Maven end with whatever they write to.
	 */
	Result runForStandardOutput(String... arguments) throws IOException, InterruptedException {
		Path output = Files.createTempFile(this.directory, "maven", ".txt");
		Path errors = Files.createTempFile(this.directory, "maven", ".txt");
		int status = maven(arguments).redirectOutput(output.toFile()).redirectError(errors.toFile()).start().waitFor();
		return new Result(status, Files.readString(output).replace("\u001B[0m", ""));
	}

	private ProcessBuilder maven(String... arguments) {
		List<String> command = new ArrayList<>(List.of(System.getProperty("kindling.test.maven"), "-B", "-ntp", "-o",
				"-Dmaven.repo.local=" + this.repository));
		command.addAll(List.of(arguments));
		ProcessBuilder builder = new ProcessBuilder(command).directory(this.directory.toFile());
		builder.environment().merge("PATH", file("bin").toString(), (path, own) -> own + File.pathSeparator + path);
		// short runs: what the second compiler gains is less than it costs
		addOptions(builder, "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
		return builder;
	}

	private static void addOptions(ProcessBuilder builder, String options) {
		builder.environment().merge("MAVEN_OPTS", options, (given, own) -> given + " " + own);
	}

	Result run(String... arguments) throws IOException, InterruptedException {
		Path output = Files.createTempFile(this.directory, "maven", ".txt");
		int status = start(output, arguments).waitFor();
		return new Result(status, Files.readString(output));
	}

	private static Path repository() throws IOException {
		Path repository = MODULE.resolve("target/repository");
		Path users = Path.of(System.getProperty("kindling.test.repository"));
		linkAll(users, repository, Set.of("dev"));
		linkAll(users.resolve("dev"), repository.resolve("dev"), Set.of("kindling"));
		install(repository, "kindling-parent", ROOT.resolve("pom.xml"), null);
		install(repository, "kindling-local-lambda", ROOT.resolve("local-lambda/pom.xml"),
				ROOT.resolve("local-lambda/target/kindling-local-lambda-" + VERSION + ".jar"));
		install(repository, "kindling-console", ROOT.resolve("console/pom.xml"),
				ROOT.resolve("console/target/kindling-console-" + VERSION + ".jar"));
		install(repository, "kindling-test", ROOT.resolve("test/pom.xml"),
				ROOT.resolve("test/target/kindling-test-" + VERSION + ".jar"));
		install(repository, "kindling-maven-plugin", MODULE.resolve("pom.xml"),
				MODULE.resolve("target/kindling-maven-plugin-" + VERSION + ".jar"));
		return repository;
	}

	private static void linkAll(Path source, Path target, Set<String> except) throws IOException {
		Files.createDirectories(target);
		if (!Files.isDirectory(source)) {
			return;
		}
		try (Stream<Path> entries = Files.list(source)) {
			for (Path entry : entries.toList()) {
				Path link = target.resolve(entry.getFileName());
				if (!except.contains(entry.getFileName().toString()) && !Files.exists(link)) {
					Files.deleteIfExists(link);
					Files.createSymbolicLink(link, entry);
				}
			}
		}
	}

	private static void install(Path repository, String artifact, Path pom, Path jar) throws IOException {
		Path target = Files.createDirectories(repository.resolve(Path.of("dev/kindling", artifact, VERSION)));
		String name = artifact + "-" + VERSION;
		Files.copy(pom, target.resolve(name + ".pom"), StandardCopyOption.REPLACE_EXISTING);
		if (jar != null) {
			Files.copy(jar, target.resolve(name + ".jar"), StandardCopyOption.REPLACE_EXISTING);
		}
	}

	private static void copy(Path source, Path target) throws IOException {
		Files.walkFileTree(source, new SimpleFileVisitor<>() {

			@Override
			public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
				Path copy = target.resolve(source.relativize(file));
				Files.createDirectories(copy.getParent());
				Files.copy(file, copy);
				return FileVisitResult.CONTINUE;
			}

		});
	}

	/**
	 * How Maven ended.
	 *
	 * @param status its exit status
	 * @param output what it printed
	 */
	record Result(int status, String output) {
	}

}
