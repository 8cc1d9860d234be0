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

package dev.kindling.local.dynamodb;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import com.almworks.sqlite4java.SQLite;
import org.jspecify.annotations.Nullable;

/**
 * Makes SQLite's native library, on which DynamoDB Local rests, available: its
 * dependencies bring the library as a Maven artifact, and it has to be found among them
 * and put where sqlite4java looks for it.
 */
final class SqliteLibrary {

	private static final String PATH_PROPERTY = "sqlite4java.library.path";

	private SqliteLibrary() {
	}

	static synchronized void prepare() {
		if (System.getProperty(PATH_PROPERTY) != null) {
			return;
		}
		String artifact = artifact();
		Path library = find(artifact);
		if (library == null) {
			throw new IllegalStateException("DynamoDB Local needs SQLite's native library " + artifact
					+ ", which isn't among the dependencies. Has com.almworks.sqlite4java been excluded?"
					+ " Or set the system property " + PATH_PROPERTY + " to the directory that has it.");
		}
		SQLite.setLibraryPath(copy(library).toString());
	}

	/**
	 * The artifact for this machine, as {@code com.almworks.sqlite4java} names it.
	 */
	private static String artifact() {
		String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
		String architecture = System.getProperty("os.arch");
		if (system.startsWith("windows")) {
			return "sqlite4java-win32-x64";
		}
		if (system.startsWith("mac")) {
			return "libsqlite4java-osx";
		}
		return "libsqlite4java-linux-" + (architecture.equals("aarch64") ? "aarch64" : "amd64");
	}

	private static @Nullable Path find(String artifact) {
		for (Path candidate : classPath()) {
			if (isLibrary(candidate, artifact)) {
				return candidate;
			}
		}
		return findBesideJar(artifact);
	}

	private static boolean isLibrary(Path candidate, String artifact) {
		String file = String.valueOf(candidate.getFileName());
		return file.startsWith(artifact) && !file.endsWith(".jar") && !file.endsWith(".pom")
				&& Files.isRegularFile(candidate);
	}

	private static List<Path> classPath() {
		List<Path> entries = new ArrayList<>();
		for (String property : List.of("surefire.test.class.path", "java.class.path")) {
			for (String entry : System.getProperty(property, "").split(File.pathSeparator)) {
				entries.add(Path.of(entry));
			}
		}
		if (SqliteLibrary.class.getClassLoader() instanceof URLClassLoader loader) {
			for (URL url : loader.getURLs()) {
				addFile(entries, url);
			}
		}
		return entries;
	}

	private static void addFile(List<Path> entries, URL url) {
		if ("file".equals(url.getProtocol())) {
			try {
				entries.add(Path.of(url.toURI()));
			}
			catch (URISyntaxException ex) {
				throw new IllegalStateException("The class path has an entry that is no URI", ex);
			}
		}
	}

	/**
	 * Maven doesn't put native libraries on every class path, but they lie in the same
	 * repository as sqlite4java's jar.
	 */
	private static @Nullable Path findBesideJar(String artifact) {
		CodeSource source = SQLite.class.getProtectionDomain().getCodeSource();
		if (source == null) {
			return null;
		}
		List<Path> jar = new ArrayList<>();
		addFile(jar, source.getLocation());
		if (jar.isEmpty() || jar.get(0).getNameCount() < 3) {
			return null;
		}
		Path version = jar.get(0).getParent();
		Path sibling = version.resolveSibling(Path.of("..", artifact, version.getFileName().toString())).normalize();
		if (!Files.isDirectory(sibling)) {
			return null;
		}
		try (Stream<Path> files = Files.list(sibling)) {
			return files.filter((file) -> isLibrary(file, artifact) && !file.toString().endsWith(".sha1"))
				.findFirst()
				.orElse(null);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("SQLite's native library can't be looked for", ex);
		}
	}

	private static Path copy(Path library) {
		try {
			Path directory = Files.createTempDirectory("kindling-sqlite");
			// What is named last is deleted first
			directory.toFile().deleteOnExit();
			Path copy = Files.copy(library, directory.resolve(library.getFileName()));
			copy.toFile().deleteOnExit();
			return directory;
		}
		catch (IOException ex) {
			throw new UncheckedIOException("SQLite's native library can't be copied", ex);
		}
	}

}
