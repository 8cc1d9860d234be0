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

package dev.kindling.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.kindling.local.invoke.FunctionCode;
import org.jspecify.annotations.Nullable;

/**
 * Describes what is started for a function, and where.
 */
abstract class LocalCodeBuilder {

	private final List<String> command = new ArrayList<>();

	private @Nullable Class<?> application;

	private @Nullable Path directory;

	abstract LocalLambdaBuilder self();

	/**
	 * Runs a native executable, or anything else that can be started without arguments.
	 * @param file the executable, such as {@code target/bootstrap}
	 * @return this
	 * @throws IllegalArgumentException if there is no such file, or it can't be executed
	 */
	public LocalLambdaBuilder executable(Path file) {
		return code(FunctionCode.executable(file));
	}

	/**
	 * Runs an executable jar on the JVM that runs this code.
	 * @param file the jar
	 * @param jvmArguments such as {@code -Xmx96m}
	 * @return this
	 * @throws IllegalArgumentException if there is no such file
	 */
	public LocalLambdaBuilder jar(Path file, String... jvmArguments) {
		return code(FunctionCode.jar(file, jvmArguments));
	}

	/**
	 * Runs a class with the class path of this code, on the same JVM.
	 * @param type has a {@code main} method
	 * @param jvmArguments such as {@code -agentlib:jdwp=…}
	 * @return this
	 */
	public LocalLambdaBuilder mainClass(Class<?> type, String... jvmArguments) {
		String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
		return command(
				FunctionCode.classPath(type.getName(), classPath, jvmArguments).command().toArray(String[]::new));
	}

	/**
	 * Runs code of any kind.
	 * @param code what to start, and where
	 * @return this
	 */
	public LocalLambdaBuilder code(FunctionCode code) {
		return command(code.command().toArray(String[]::new)).directory(code.directory());
	}

	/**
	 * Runs an application within this process, so that a debugger finds it. Its
	 * environment is handed to {@code main} as arguments of the form
	 * {@code --NAME=value}, which {@code SpringApplication.run} makes properties of.
	 * @param type has a {@code main} method that passes its arguments on
	 * @return this
	 */
	public LocalLambdaBuilder inProcess(Class<?> type) {
		this.command.clear();
		this.application = type;
		return self();
	}

	/**
	 * Runs a program.
	 * @param programAndArguments the program and its arguments
	 * @return this
	 */
	public LocalLambdaBuilder command(String... programAndArguments) {
		this.application = null;
		this.command.clear();
		this.command.addAll(List.of(programAndArguments));
		return self();
	}

	/**
	 * Sets the working directory.
	 * @param path by default where the executable or jar is
	 * @return this
	 */
	public LocalLambdaBuilder directory(Path path) {
		this.directory = path;
		return self();
	}

	List<String> requiredCommand() {
		if (this.application == null && this.command.isEmpty()) {
			throw new IllegalArgumentException("Name what to run: an executable, a jar, a main class or a command");
		}
		return this.command;
	}

	@Nullable Class<?> application() {
		return this.application;
	}

	Path directory() {
		return ((this.directory != null) ? this.directory : Path.of("")).toAbsolutePath();
	}

}
