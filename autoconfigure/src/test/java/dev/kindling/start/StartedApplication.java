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

package dev.kindling.start;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.tools.ToolProvider;

import com.example.start.StageAnalyzers;
import dev.kindling.processes.ClassArchive;
import dev.kindling.start.apps.CustomPostProcessor;
import dev.kindling.start.apps.Report;
import dev.kindling.start.apps.Starter;
import dev.kindling.start.environment.GeneratedConfiguration;

/**
 * An application as it is packaged: processed ahead of time, compiled, and started in a
 * process of its own.
 */
final class StartedApplication {

	private static final String LIBRARIES = libraries();

	private static final ClassArchive ARCHIVE = new ClassArchive(LIBRARIES, Path.of("target"));

	private final String name;

	private final Path folder;

	private final List<Path> libraries;

	private final List<Path> resources;

	private String output = "";

	private String line = "";

	private final Map<String, String> environment = new LinkedHashMap<>();

	/**
	 * Processes an application as the Maven plugin does.
	 * @param type the application
	 * @param folder where to write what is generated
	 * @param more jars, which come before all else, and folders with resources that come
	 * before the application's
	 */
	StartedApplication(Class<?> type, Path folder, Path... more) throws Exception {
		this.name = type.getName();
		this.folder = folder;
		Map<Boolean, List<Path>> byJar = Stream.of(more).collect(Collectors.partitioningBy(Files::isRegularFile));
		this.libraries = byJar.get(true);
		this.resources = new ArrayList<>(byJar.get(false));
		this.resources.add(Path.of("src/test/resources/start", type.getSimpleName()).toAbsolutePath());
		copyClasses(type);
		process();
		compile();
	}

	private void process() throws Exception {
		String classes = this.folder.resolve("classes").toString();
		run(List.of(), "org.springframework.boot.SpringApplicationAotProcessor", this.name,
				this.folder.resolve("sources").toString(), classes, classes, "com.example", "application");
		this.line = this.output.lines()
			.filter((line) -> line.contains("Kindling: the executable starts "))
			.findFirst()
			.orElse("");
	}

	private void compile() throws IOException {
		List<String> arguments = new ArrayList<>(List.of("-proc:none", "-nowarn", "-parameters", "-d",
				this.folder.resolve("classes").toString(), "-cp", classPath()));
		try (Stream<Path> files = Files.walk(this.folder.resolve("sources"))) {
			files.filter((file) -> file.toString().endsWith(".java")).forEach((file) -> arguments.add(file.toString()));
		}
		int result = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
		if (result != 0) {
			throw new IllegalStateException("The generated sources don't compile");
		}
	}

	/**
	 * Libraries come first, as an archive of their classes has it.
	 */
	private String classPath() {
		StringBuilder path = new StringBuilder();
		this.libraries.forEach((library) -> path.append(library).append(File.pathSeparator));
		path.append(LIBRARIES);
		path.append(File.pathSeparator).append(this.folder.resolve("classes"));
		for (Path resource : this.resources) {
			path.append(File.pathSeparator).append(resource);
		}
		path.append(File.pathSeparator).append(this.folder.resolve("application"));
		String tests = Path.of("target/test-classes").toAbsolutePath().toString();
		testClassPath().filter((entry) -> !entry.endsWith(".jar") && !entry.equals(tests))
			.forEach((entry) -> path.append(File.pathSeparator).append(entry));
		return path.toString();
	}

	private static String libraries() {
		return testClassPath().filter((entry) -> entry.endsWith(".jar"))
			.collect(Collectors.joining(File.pathSeparator));
	}

	private static Stream<String> testClassPath() {
		return Stream.of(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
			.split(File.pathSeparator));
	}

	/**
	 * The classes of the application alone: what others mention must not count.
	 */
	private void copyClasses(Class<?> type) throws IOException {
		Path classes = Path.of("target/test-classes").toAbsolutePath();
		for (Class<?> copied : List.of(type, Report.class, Starter.class, CustomPostProcessor.class,
				StageAnalyzers.class)) {
			Path source = classes.resolve(copied.getPackageName().replace('.', '/'));
			Path target = Files
				.createDirectories(this.folder.resolve("application").resolve(classes.relativize(source)));
			String name = copied.getName().substring(copied.getPackageName().length() + 1);
			try (Stream<Path> files = Files.list(source)) {
				for (Path file : files.toList()) {
					String candidate = file.getFileName().toString();
					if (candidate.equals(name + ".class") || candidate.startsWith(name + "$")
							|| candidate.equals(name.replaceFirst("\\$.*", "") + ".class")) {
						Files.copy(file, target.resolve(candidate), StandardCopyOption.REPLACE_EXISTING);
					}
				}
			}
		}
	}

	/**
	 * Sets an environment variable of the processes that are started.
	 */
	StartedApplication environment(String variable, String value) {
		this.environment.put(variable, value);
		return this;
	}

	StartedApplication withoutEnvironment() {
		this.environment.clear();
		return this;
	}

	/**
	 * What the last process wrote.
	 */
	String output() {
		return this.output;
	}

	/**
	 * What the build says about the start.
	 */
	String line() {
		return this.line;
	}

	/**
	 * Whether it can start lean.
	 */
	boolean isLean() {
		return Files.exists(this.folder.resolve("classes").resolve(GeneratedConfiguration.RESOURCE));
	}

	/**
	 * Starts it lean.
	 * @return what it reports, its end included
	 */
	Map<String, String> startLean(String... args) throws Exception {
		return start("lean", args);
	}

	/**
	 * Starts it through Spring Boot's own stages, without anything generated.
	 * @return what it reports, its end included
	 */
	Map<String, String> startThroughBoot(String... args) throws Exception {
		return start("boot", args);
	}

	/**
	 * Starts what was generated through Spring Boot's own stages, as any other native
	 * executable does.
	 * @return what it reports, its end included
	 */
	Map<String, String> startGeneratedThroughBoot(String... args) throws Exception {
		return start("generated", args);
	}

	/**
	 * Starts it in one of the three ways.
	 * @return what it reports, its end included
	 */
	Map<String, String> start(String how, String... args) throws Exception {
		Path report = this.folder.resolve("report.properties");
		Files.deleteIfExists(report);
		List<String> arguments = new ArrayList<>(List.of(how, report.toString(), this.name));
		arguments.addAll(List.of(args));
		run(arguments, Starter.class.getName());
		Properties properties = new Properties();
		try (var reader = Files.newBufferedReader(report)) {
			properties.load(reader);
		}
		Map<String, String> values = new LinkedHashMap<>();
		properties.stringPropertyNames()
			.stream()
			.sorted()
			.forEach((key) -> values.put(key, properties.getProperty(key)));
		return values;
	}

	/**
	 * The command that starts it in one of the three ways.
	 */
	List<String> command(String how, String... args) {
		List<String> command = java(Starter.class.getName(), how, this.folder.resolve("report.properties").toString(),
				this.name);
		command.addAll(List.of(args));
		return command;
	}

	private List<String> java(String main, String... arguments) {
		List<String> command = new ArrayList<>(
				List.of(ClassArchive.JAVA, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
		if (this.libraries.isEmpty()) {
			command.addAll(ARCHIVE.options());
		}
		command.addAll(List.of("-cp", classPath(), main));
		command.addAll(List.of(arguments));
		return command;
	}

	private void run(List<String> more, String main, String... arguments) throws Exception {
		List<String> command = java(main, arguments);
		command.addAll(more);
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
		builder.environment().putAll(this.environment);
		Process process = builder.start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		this.output = output;
		if (process.waitFor() != 0) {
			throw new IllegalStateException(output);
		}
	}

}
