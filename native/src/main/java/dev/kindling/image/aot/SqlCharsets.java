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

package dev.kindling.image.aot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds charsets that the application's SQL may name, as H2's {@code RUNSCRIPT},
 * {@code CSVREAD}, {@code FILE_READ} and {@code SET COLLATION} take one.
 */
final class SqlCharsets {

	/** What names Java's own classes of charsets. */
	private static final Pattern JAVAS = Pattern.compile("java/nio/charset/\\w+");

	private static final Pattern NAMED = Pattern.compile("charset|file_read");

	private SqlCharsets() {
	}

	/**
	 * Whether a class or a script mentions one.
	 * @param directories those of the application's classes and resources
	 */
	static boolean areNamed(List<Path> directories) {
		return directories.stream().anyMatch(SqlCharsets::areNamed);
	}

	private static boolean areNamed(Path directory) {
		try (Stream<Path> files = Files.walk(directory)) {
			return files.filter((file) -> file.toString().endsWith(".class") || file.toString().endsWith(".sql"))
				.anyMatch(SqlCharsets::isNamed);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The class path's directory " + directory + " can't be read", ex);
		}
	}

	private static boolean isNamed(Path file) {
		try {
			String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
			return NAMED.matcher(JAVAS.matcher(text).replaceAll("").toLowerCase(Locale.ROOT)).find();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(file + " can't be read", ex);
		}
	}

}
