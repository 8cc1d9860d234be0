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

package dev.kindling.local.invoke;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A function's code: what is started for it, and where.
 */
public final class FunctionCode {

	private final List<String> command;

	private final Path directory;

	private FunctionCode(List<String> command, Path directory) {
		this.command = List.copyOf(command);
		this.directory = directory.toAbsolutePath();
	}

	/**
	 * A native executable, or anything else that can be started without arguments.
	 * @param file the executable, such as {@code target/bootstrap}
	 * @return the code
	 * @throws IllegalArgumentException if there is no such file, or it can't be executed
	 */
	public static FunctionCode executable(Path file) {
		requireFile(file);
		if (!Files.isExecutable(file)) {
			throw new IllegalArgumentException(file + " isn't executable: chmod +x " + file);
		}
		return new FunctionCode(List.of(file.toAbsolutePath().toString()), parentOf(file));
	}

	/**
	 * An executable jar, on the JVM that runs this code.
	 * @param file the jar
	 * @param jvmArguments such as {@code -Xmx96m}
	 * @return the code
	 * @throws IllegalArgumentException if there is no such file
	 */
	public static FunctionCode jar(Path file, String... jvmArguments) {
		requireFile(file);
		List<String> command = java(jvmArguments);
		command.add("-jar");
		command.add(file.toAbsolutePath().toString());
		return new FunctionCode(command, parentOf(file));
	}

	/**
	 * Classes, on the JVM that runs this code.
	 * @param mainClass has a {@code main} method
	 * @param classPath directories and jars
	 * @param jvmArguments such as {@code -Xmx96m}
	 * @return the code
	 */
	public static FunctionCode classPath(String mainClass, List<Path> classPath, String... jvmArguments) {
		return classPath(mainClass,
				classPath.stream()
					.map((path) -> path.toAbsolutePath().toString())
					.collect(Collectors.joining(File.pathSeparator)),
				jvmArguments);
	}

	public static FunctionCode classPath(String mainClass, String classPath, String... jvmArguments) {
		List<String> command = java(jvmArguments);
		command.addAll(List.of("-cp", classPath, mainClass));
		return new FunctionCode(command, Path.of(""));
	}

	/**
	 * The same code, started elsewhere.
	 * @param path the working directory; by default where the executable or jar is
	 * @return the code
	 */
	public FunctionCode in(Path path) {
		return new FunctionCode(this.command, path);
	}

	public List<String> command() {
		return this.command;
	}

	public Path directory() {
		return this.directory;
	}

	private static List<String> java(String... jvmArguments) {
		List<String> arguments = new ArrayList<>();
		arguments.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		arguments.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto"));
		arguments.addAll(List.of("-Dfile.encoding=UTF-8", "-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8"));
		arguments.addAll(List.of(jvmArguments));
		return arguments;
	}

	private static void requireFile(Path file) {
		if (!Files.isRegularFile(file)) {
			throw new IllegalArgumentException("There is no file " + file.toAbsolutePath() + ": build it first");
		}
	}

	private static Path parentOf(Path file) {
		Path parent = file.toAbsolutePath().getParent();
		return (parent != null) ? parent : Path.of("").toAbsolutePath();
	}

}
