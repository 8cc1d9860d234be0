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

package dev.kindling.maven.reload;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * A project in a folder, that the JDK's compiler compiles: sources and resources in
 * {@code src}, classes in {@code classes}.
 */
final class JavaProject implements Build {

	private static final Path TEMPLATE = Path.of("src/test/resources/reload");

	private final Path directory;

	private int builds;

	JavaProject(Path directory) throws IOException {
		this.directory = directory;
		Files.createDirectories(classes());
		Path sources = Files.createDirectories(sources());
		for (String name : List.of("Greeter.java", "Greeting.java")) {
			Files.copy(TEMPLATE.resolve(name), sources.resolve(name));
		}
	}

	Path sources() {
		return this.directory.resolve("src");
	}

	Path classes() {
		return this.directory.resolve("classes");
	}

	Path file(String name) {
		return this.directory.resolve(name);
	}

	int builds() {
		return this.builds;
	}

	void greet(String text) {
		replace("return \".*\"(;?)", "return \"" + text + "\"$1");
	}

	void replace(String regex, String replacement) {
		Path source = sources().resolve("Greeting.java");
		try {
			Files.writeString(source, Files.readString(source).replaceAll(regex, replacement));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public synchronized void run(Changes changes) throws BuildFailure {
		this.builds++;
		compile(classes());
	}

	/**
	 * Compiles as an IDE does, without asking anyone.
	 */
	void compile(Path target) throws BuildFailure {
		JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		StringWriter errors = new StringWriter();
		try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
			boolean compiled = compiler
				.getTask(errors, files, null, List.of("-d", target.toString()), null,
						files.getJavaFileObjectsFromPaths(list(sources(), ".java")))
				.call();
			if (!compiled) {
				throw new BuildFailure(errors.toString());
			}
			for (Path resource : list(sources(), ".txt")) {
				Files.write(target.resolve(resource.getFileName()), Files.readAllBytes(resource));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Packages what is compiled.
	 */
	Path jar() throws IOException {
		Path jar = file("greeter.jar");
		Manifest manifest = new Manifest();
		manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
		manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, "com.example.Greeter");
		try (JarOutputStream output = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
			for (Path file : list(classes(), "")) {
				output.putNextEntry(new JarEntry(classes().relativize(file).toString()));
				output.write(Files.readAllBytes(file));
			}
		}
		return jar;
	}

	/**
	 * Writes an executable, as a linker does: beside the old one, and then in its place.
	 */
	Path executable() throws IOException, InterruptedException {
		Path executable = file("bootstrap");
		Path written = file("bootstrap.new");
		Path program = Files.createTempDirectory(this.directory, "program");
		for (Path file : list(classes(), "")) {
			Path copy = program.resolve(classes().relativize(file));
			Files.createDirectories(copy.getParent());
			Files.copy(file, copy);
		}
		String script = "#!/bin/sh\nexec " + System.getProperty("java.home") + "/bin/java -XX:TieredStopAtLevel=1 -cp "
				+ program + " com.example.Greeter\n";
		// Written by another process: one that this one starts meanwhile would keep it
		// open, and so busy
		Process shell = new ProcessBuilder("sh", "-c", "cat > " + written + " && chmod +x " + written).start();
		shell.getOutputStream().write(script.getBytes());
		shell.getOutputStream().close();
		if (!shell.waitFor(10, TimeUnit.SECONDS)) {
			throw new IOException("The executable can't be written");
		}
		return Files.move(written, executable, StandardCopyOption.REPLACE_EXISTING);
	}

	static List<Path> list(Path directory, String suffix) throws IOException {
		try (Stream<Path> files = Files.walk(directory)) {
			return new ArrayList<>(files.filter(Files::isRegularFile)
				.filter((file) -> file.toString().endsWith(suffix))
				.sorted()
				.toList());
		}
	}

}
