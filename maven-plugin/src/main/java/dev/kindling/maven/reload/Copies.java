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
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The copies of an application that run while a compiler writes the next. They are where
 * neither that nor {@code mvn clean} finds them, and go when the Lambda does.
 */
final class Copies {

	private final Path parent;

	private @Nullable Path directory;

	private int count;

	private int gone;

	private boolean closed;

	Copies() {
		this(Path.of(System.getProperty("java.io.tmpdir")));
	}

	/**
	 * Copies to a place of their own within a directory.
	 */
	Copies(Path parent) {
		this.parent = parent;
	}

	/**
	 * A place for a copy.
	 * @return an empty directory
	 */
	synchronized Path next() throws IOException {
		if (this.closed) {
			throw new IOException("The local Lambda is ending");
		}
		if (this.directory == null) {
			this.directory = Files.createTempDirectory(this.parent, "kindling-run");
		}
		return Files.createDirectory(this.directory.resolve(Integer.toString(++this.count)));
	}

	/**
	 * Deletes all copies but the last one.
	 */
	synchronized void keepLast() throws IOException {
		if (this.directory != null) {
			for (int i = this.gone + 1; i < this.count; i++) {
				delete(this.directory.resolve(Integer.toString(i)));
			}
			this.gone = this.count - 1;
		}
	}

	synchronized void close() throws IOException {
		this.closed = true;
		if (this.directory != null) {
			delete(this.directory);
		}
	}

	static void copyTree(Path source, Path target) throws IOException {
		Set<FileVisitOption> links = EnumSet.of(FileVisitOption.FOLLOW_LINKS);
		Files.walkFileTree(source, links, Integer.MAX_VALUE, new SimpleFileVisitor<>() {

			@Override
			public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
				Files.createDirectories(target.resolve(source.relativize(folder).toString()));
				return FileVisitResult.CONTINUE;
			}

			@Override
			public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
				try {
					Files.copy(file, target.resolve(source.relativize(file).toString()));
				}
				catch (NoSuchFileException ex) {
					// Removed in between, which the next look shows
				}
				return FileVisitResult.CONTINUE;
			}

			@Override
			public FileVisitResult visitFileFailed(Path file, IOException ex) throws IOException {
				if (ex instanceof NoSuchFileException || ex instanceof FileSystemLoopException) {
					return FileVisitResult.CONTINUE;
				}
				throw ex;
			}

		});
	}

	private static void delete(Path tree) throws IOException {
		if (!Files.exists(tree)) {
			return;
		}
		Files.walkFileTree(tree, new SimpleFileVisitor<>() {

			@Override
			public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
				Files.deleteIfExists(file);
				return FileVisitResult.CONTINUE;
			}

			@Override
			public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException ex) throws IOException {
				Files.deleteIfExists(folder);
				return FileVisitResult.CONTINUE;
			}

		});
	}

}
