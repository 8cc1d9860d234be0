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

package dev.kindling.code;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.SoftReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

import dev.kindling.code.ApplicationClasses.ClassFile;

/**
 * The class files of a jar. Half a dozen searches of one process go through the same
 * jars, so that they are kept while there is memory for them.
 */
final class JarClasses {

	private static final Map<Path, SoftReference<JarClasses>> READ = new ConcurrentHashMap<>();

	private final Path path;

	private final long size;

	private final long modified;

	private final List<ClassFile> searched;

	private final Map<String, List<ClassFile>> packages = new ConcurrentHashMap<>();

	private JarClasses(Path path) throws IOException {
		this.path = path;
		this.size = Files.size(path);
		this.modified = Files.getLastModifiedTime(path).toMillis();
		try (JarFile jar = new JarFile(path.toFile())) {
			boolean own = ApplicationClasses.OWN.stream().anyMatch((name) -> jar.getEntry(name) != null);
			this.searched = read(jar, (name) -> ApplicationClasses.isSearched(name, own));
		}
	}

	/**
	 * Reads a jar, or finds that it hasn't changed since.
	 */
	static JarClasses of(Path path) throws IOException {
		SoftReference<JarClasses> reference = READ.get(path);
		JarClasses read = (reference != null) ? reference.get() : null;
		if (read == null || read.size != Files.size(path)
				|| read.modified != Files.getLastModifiedTime(path).toMillis()) {
			read = new JarClasses(path);
			READ.put(path, new SoftReference<>(read));
		}
		return read;
	}

	/**
	 * Those that searches of the application and its libraries look into.
	 */
	List<ClassFile> searched() {
		return this.searched;
	}

	/**
	 * Those of one package, known or not.
	 * @param folder the package, with slashes, and one at its end
	 */
	List<ClassFile> inPackage(String folder) throws IOException {
		List<ClassFile> files = this.packages.get(folder);
		if (files == null) {
			try (JarFile jar = new JarFile(this.path.toFile())) {
				files = read(jar, (name) -> ApplicationClasses.isIn(folder, name));
			}
			this.packages.put(folder, files);
		}
		return files;
	}

	private static List<ClassFile> read(JarFile jar, Predicate<String> names) throws IOException {
		List<ClassFile> files = new ArrayList<>();
		for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements();) {
			JarEntry entry = entries.nextElement();
			if (names.test(entry.getName())) {
				try (InputStream input = jar.getInputStream(entry)) {
					files.add(new ClassFile(entry.getName(), true, input.readAllBytes()));
				}
			}
		}
		return List.copyOf(files);
	}

}
