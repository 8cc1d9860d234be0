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

package dev.kindling.local.record;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files of one function, in the order of their numbers.
 */
public final class RecordedFiles {

	private static final Pattern NUMBERED = Pattern.compile("(\\d{1,9})\\D.*");

	private static final String SUFFIX = ".json";

	private final Path directory;

	/**
	 * Looks at a directory.
	 * @param directory need not exist
	 */
	public RecordedFiles(Path directory) {
		this.directory = directory;
	}

	/**
	 * The files that there are.
	 * @return those whose names end with {@code .json}; empty if there is no directory
	 * @throws IOException if the directory can't be read
	 */
	public List<Path> list() throws IOException {
		if (!Files.isDirectory(this.directory)) {
			return List.of();
		}
		try (Stream<Path> files = Files.list(this.directory)) {
			return files.filter((file) -> file.getFileName().toString().endsWith(SUFFIX) && Files.isRegularFile(file))
				.sorted(Comparator.comparingInt(RecordedFiles::number).thenComparing(Path::getFileName))
				.toList();
		}
	}

	/**
	 * Writes a file with the next number. None that is there is touched.
	 * @param name what follows the number
	 * @return the file
	 */
	Path add(String name, RecordedInvocation invocation) throws IOException {
		Files.createDirectories(this.directory);
		int number = 1;
		for (Path file : list()) {
			number = Math.max(number, number(file) + 1);
		}
		while (true) {
			Path file = this.directory.resolve("%03d-%s%s".formatted(number, name, SUFFIX));
			try {
				invocation.write(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
				return file;
			}
			catch (FileAlreadyExistsException ex) {
				number++;
			}
		}
	}

	private static int number(Path file) {
		Matcher numbered = NUMBERED.matcher(file.getFileName().toString());
		return numbered.matches() ? Integer.parseInt(numbered.group(1)) : 0;
	}

}
