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

package dev.kindling.corpus.harness;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The class path that an application would have if it were alone: of a module's
 * libraries, without those that only others need.
 */
final class ClassPath {

	private static final String LIBRARIES = "BOOT-INF/lib/";

	private final List<Path> libraries = new ArrayList<>();

	private final Properties features = new Properties();

	/**
	 * Takes the libraries from what is deployed.
	 * @param jar the module's executable jar
	 * @param folder where to put the libraries
	 */
	ClassPath(Path jar, Path folder) {
		try (var input = ClassPath.class.getResourceAsStream("features.properties")) {
			this.features.load(input);
			Files.createDirectories(folder);
			extract(jar, folder);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void extract(Path jar, Path folder) throws IOException {
		try (JarInputStream input = new JarInputStream(Files.newInputStream(jar))) {
			for (JarEntry entry = input.getNextJarEntry(); entry != null; entry = input.getNextJarEntry()) {
				String name = entry.getName().replace(LIBRARIES, "");
				if (!entry.getName().startsWith(LIBRARIES) || name.isEmpty() || name.contains("jarmode")) {
					continue;
				}
				Path library = folder.resolve(name);
				Files.write(library, input.readAllBytes());
				this.libraries.add(library);
			}
		}
		if (this.libraries.isEmpty()) {
			throw new IllegalStateException(jar + " has no libraries: package it first");
		}
	}

	/**
	 * The libraries of every class path, with which each begins.
	 */
	String common() {
		return joined(this.libraries.stream().filter(this::isCommon));
	}

	/**
	 * A class path.
	 * @param used the features that an application has
	 * @param more what comes after the libraries
	 * @return for {@code java -cp}
	 * @throws IllegalArgumentException if there is no such feature
	 */
	String of(List<String> used, Path... more) {
		used.forEach(this::prefixes);
		Stream<Path> common = this.libraries.stream().filter(this::isCommon);
		Stream<Path> own = this.libraries.stream().filter((library) -> !isCommon(library) && isOf(library, used));
		return joined(Stream.of(common, own, Stream.of(more)).flatMap(Function.identity()));
	}

	private boolean isCommon(Path library) {
		return !isOf(library, this.features.stringPropertyNames());
	}

	private boolean isOf(Path library, Collection<String> some) {
		String name = library.getFileName().toString();
		return some.stream().flatMap((feature) -> prefixes(feature).stream()).anyMatch(name::startsWith);
	}

	private static String joined(Stream<Path> paths) {
		return paths.map(Path::toString).collect(Collectors.joining(File.pathSeparator));
	}

	private List<String> prefixes(String feature) {
		String prefixes = this.features.getProperty(feature);
		if (prefixes == null) {
			throw new IllegalArgumentException("features.properties has no " + feature);
		}
		return List.of(prefixes.trim().split("\\s+"));
	}

	/**
	 * Finds a library's version.
	 * @param prefix the beginning of its file's name, up to the version
	 * @return the version, if the library is there
	 */
	Optional<String> version(String prefix) {
		return this.libraries.stream()
			.map((library) -> library.getFileName().toString())
			.filter((name) -> name.startsWith(prefix) && Character.isDigit(name.charAt(prefix.length())))
			.map((name) -> name.substring(prefix.length()).replace(".jar", ""))
			.findFirst();
	}

}
