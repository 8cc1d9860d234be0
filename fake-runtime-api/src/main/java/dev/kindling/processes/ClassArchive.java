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

package dev.kindling.processes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What the JVM has read and verified of the libraries, as it keeps it for other
 * processes: each starts with two thirds of the processor time. The first processes say
 * which classes are loaded.
 */
public final class ClassArchive {

	/**
	 * The program whose processes it is for: that of this JVM.
	 */
	public static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();

	/** So many processes see ahead-of-time processing and the ways to start. */
	private static final int LISTED = 4;

	private final String libraries;

	private final Path folder;

	private final List<Path> lists = new ArrayList<>();

	private @Nullable Path archive;

	/**
	 * Begins without one.
	 * @param libraries jars, with which each class path begins
	 * @param parent gets a folder with it
	 * @throws UncheckedIOException if that can't be made
	 */
	public ClassArchive(String libraries, Path parent) {
		this.libraries = libraries;
		try {
			this.folder = Files.createTempDirectory(Files.createDirectories(parent), "class-archive").toAbsolutePath();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * The options for the next process.
	 * @return options of the JVM
	 * @throws UncheckedIOException if the archive can't be made
	 */
	public synchronized List<String> options() {
		if (this.archive == null && this.lists.size() < LISTED) {
			Path list = this.folder.resolve("classes-" + this.lists.size());
			this.lists.add(list);
			return List.of("-XX:DumpLoadedClassList=" + list);
		}
		if (this.archive == null) {
			try {
				this.archive = make();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				throw new IllegalStateException(ex);
			}
		}
		return List.of("-XX:SharedArchiveFile=" + this.archive);
	}

	private Path make() throws IOException, InterruptedException {
		Set<String> classes = new LinkedHashSet<>();
		for (Path list : this.lists) {
			if (Files.exists(list)) {
				// a process that still runs is in the midst of a line
				String content = Files.readString(list);
				content.substring(0, content.lastIndexOf('\n') + 1).lines().forEach(classes::add);
			}
		}
		Path all = Files.write(this.folder.resolve("classes"), classes);
		Path made = this.folder.resolve("classes.jsa");
		Process process = new ProcessBuilder(JAVA, "-XX:+UseSerialGC", "-Xshare:dump", "-XX:SharedClassListFile=" + all,
				"-XX:SharedArchiveFile=" + made, "-cp", this.libraries)
			.redirectErrorStream(true)
			.redirectOutput(this.folder.resolve("dump.txt").toFile())
			.start();
		if (process.waitFor() != 0) {
			throw new IllegalStateException(Files.readString(this.folder.resolve("dump.txt")));
		}
		return made;
	}

}
