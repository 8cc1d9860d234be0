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

package dev.kindling.test.junit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Finds what the build has made of an application.
 */
final class BuiltApplication {

	static final String EXECUTABLE_PROPERTY = "kindling.test.executable";

	static final String JAR_PROPERTY = "kindling.test.jar";

	private final @Nullable Path classes;

	BuiltApplication(Class<?> application) {
		this.classes = location(application);
	}

	private static @Nullable Path location(Class<?> application) {
		if (application.getProtectionDomain().getCodeSource() == null) {
			return null;
		}
		try {
			return Path.of(application.getProtectionDomain().getCodeSource().getLocation().toURI());
		}
		catch (URISyntaxException | IllegalArgumentException ex) {
			return null;
		}
	}

	private Path target() {
		Path parent = (this.classes != null) ? this.classes.toAbsolutePath().getParent() : null;
		return (parent != null) ? parent : Path.of("target");
	}

	/**
	 * The native executable, which may not exist.
	 */
	Path executable() {
		String property = System.getProperty(EXECUTABLE_PROPERTY);
		return (property != null && !property.isBlank()) ? Path.of(property) : target().resolve("bootstrap");
	}

	/**
	 * Says whether there is an executable that isn't older than the classes.
	 */
	boolean hasCurrentExecutable() {
		Path executable = executable();
		if (!Files.isExecutable(executable)) {
			return false;
		}
		if (this.classes == null || !Files.isDirectory(this.classes)) {
			return true;
		}
		try (Stream<Path> files = Files.walk(this.classes)) {
			FileTime built = Files.getLastModifiedTime(executable);
			return files.filter((file) -> file.toString().endsWith(".class"))
				.noneMatch((file) -> lastModified(file).compareTo(built) > 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static FileTime lastModified(Path file) {
		try {
			return Files.getLastModifiedTime(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * The executable jar.
	 * @throws IllegalStateException if there is none, or several
	 */
	Path jar() {
		String property = System.getProperty(JAR_PROPERTY);
		if (property != null && !property.isBlank()) {
			return Path.of(property);
		}
		List<Path> jars;
		try (Stream<Path> files = Files.list(target())) {
			jars = files.filter((file) -> file.toString().endsWith(".jar"))
				.filter(BuiltApplication::isExecutable)
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The application's jar can't be looked for", ex);
		}
		if (jars.size() != 1) {
			throw new IllegalStateException(
					(jars.isEmpty() ? "There is no executable jar in " : "There are several executable jars in ")
							+ target() + ". Build it with `mvn package -DskipTests`, or name it with -D" + JAR_PROPERTY
							+ ". In the build, tests that run the jar are integration tests.");
		}
		return jars.get(0);
	}

	private static boolean isExecutable(Path file) {
		try (JarFile jar = new JarFile(file.toFile())) {
			Manifest manifest = jar.getManifest();
			return manifest != null && manifest.getMainAttributes().getValue(Attributes.Name.MAIN_CLASS) != null;
		}
		catch (IOException ex) {
			return false;
		}
	}

}
