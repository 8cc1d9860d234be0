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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The part of a project's classes and resources that tells which tables there are. To
 * find the tables takes its time, and most edits have nothing to do with them.
 */
final class EntityFiles {

	private static final String ANNOTATIONS = "software/amazon/awssdk/enhanced/dynamodb/mapper/annotations/";

	private static final Pattern CONFIGURATION = Pattern.compile("application.*\\.(properties|ya?ml)");

	private static final String PROPERTIES = "kindling.dynamodb";

	private final Path classes;

	private @Nullable Map<Path, String> known = Map.of();

	/**
	 * Knows none yet.
	 * @param classes the compiled classes
	 */
	EntityFiles(Path classes) {
		this.classes = classes;
	}

	/**
	 * Looks at the files.
	 * @return whether they are otherwise than the last time
	 * @throws IOException if a file can't be read
	 */
	boolean changed() throws IOException {
		Map<Path, String> found = new TreeMap<>();
		if (Files.isDirectory(this.classes)) {
			try (Stream<Path> files = Files.walk(this.classes)) {
				for (Path file : files.filter(Files::isRegularFile).toList()) {
					String part = part(file);
					if (!part.isEmpty()) {
						found.put(file, part);
					}
				}
			}
		}
		boolean changed = !found.equals(this.known);
		this.known = found;
		return changed;
	}

	/**
	 * Has the next look find them changed: this time, the tables couldn't be made.
	 */
	void forget() {
		this.known = null;
	}

	private static String part(Path file) throws IOException {
		String name = String.valueOf(file.getFileName());
		if (name.endsWith(".class")) {
			String contents = Files.readString(file, StandardCharsets.ISO_8859_1);
			return contents.contains(ANNOTATIONS) ? contents : "";
		}
		if (!CONFIGURATION.matcher(name).matches()) {
			return "";
		}
		String contents = Files.readString(file, StandardCharsets.ISO_8859_1);
		if (!name.endsWith(".properties")) {
			return contents.contains("dynamodb") ? contents : "";
		}
		return contents.lines().filter((line) -> line.contains(PROPERTIES)).collect(Collectors.joining("\n"));
	}

}
