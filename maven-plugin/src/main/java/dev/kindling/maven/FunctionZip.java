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

package dev.kindling.maven;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.Deflater;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/**
 * Writes the zip that Lambda takes: {@code bootstrap} at its root, executable, and what
 * lies beside it. The same files give the same bytes, whenever and wherever it is
 * written.
 */
final class FunctionZip {

	static final String BOOTSTRAP = "bootstrap";

	private static final int EXECUTABLE = 0100755;

	private static final int READABLE = 0100644;

	/**
	 * The earliest day that a zip can hold in every time zone.
	 */
	private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

	private FunctionZip() {
	}

	/**
	 * Writes the zip.
	 * @param executable becomes {@code bootstrap}
	 * @param others further files, by their names in the zip
	 * @param zip the file to write
	 * @throws IOException if a file can't be read or written
	 */
	static void write(Path executable, Map<String, Path> others, Path zip) throws IOException {
		Path directory = zip.toAbsolutePath().getParent();
		if (directory != null) {
			Files.createDirectories(directory);
		}
		try (OutputStream file = Files.newOutputStream(zip);
				ZipArchiveOutputStream output = new ZipArchiveOutputStream(file)) {
			output.setLevel(Deflater.BEST_COMPRESSION);
			add(output, BOOTSTRAP, executable, EXECUTABLE);
			for (Map.Entry<String, Path> other : new TreeMap<>(others).entrySet()) {
				add(output, other.getKey(), other.getValue(), READABLE);
			}
		}
	}

	private static void add(ZipArchiveOutputStream output, String name, Path file, int mode) throws IOException {
		ZipArchiveEntry entry = new ZipArchiveEntry(name);
		entry.setUnixMode(mode);
		// A zip holds the local time: what is converted here is converted back by the
		// output.
		entry.setTime(TIME.atZone(ZoneId.systemDefault()).toInstant().toEpochMilli());
		entry.setSize(Files.size(file));
		output.putArchiveEntry(entry);
		try (InputStream input = Files.newInputStream(file)) {
			input.transferTo(output);
		}
		output.closeArchiveEntry();
	}

	/**
	 * The shared libraries that native-image has put beside the executable.
	 * @param executable the executable
	 * @return by name
	 * @throws IOException if the directory can't be read
	 */
	static Map<String, Path> librariesBeside(Path executable) throws IOException {
		Map<String, Path> libraries = new TreeMap<>();
		Path directory = executable.toAbsolutePath().getParent();
		List<Path> found = new ArrayList<>();
		try (var files = Files.newDirectoryStream(directory, "*.so")) {
			files.forEach(found::add);
		}
		for (Path file : found) {
			libraries.put(file.getFileName().toString(), file);
		}
		return libraries;
	}

}
