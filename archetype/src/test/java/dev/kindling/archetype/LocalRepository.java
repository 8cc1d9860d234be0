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

package dev.kindling.archetype;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A local Maven repository that has this build's artifacts, and shares all else with the
 * user's. The build has staged them, so that nothing of them gets into the user's.
 */
final class LocalRepository {

	private static final String ARCHETYPE = "kindling-function-archetype";

	private LocalRepository() {
	}

	@SuppressWarnings("try")
	static Path create(Path directory) throws IOException {
		Files.createDirectories(directory);
		// tests in another process make the same one
		try (FileChannel lock = FileChannel.open(directory.resolveSibling("repository.lock"), StandardOpenOption.CREATE,
				StandardOpenOption.WRITE); FileLock held = lock.lock()) {
			fill(directory);
		}
		return directory;
	}

	private static void fill(Path directory) throws IOException {
		Path users = Path.of(System.getProperty("kindling.test.repository"));
		// without the catalog that lists installed archetypes, as if it had been
		// downloaded
		link(users, directory, Set.of("dev", "archetype-catalog.xml"));
		link(users.resolve("dev"), directory.resolve("dev"), Set.of("kindling"));
		link(Path.of(System.getProperty("kindling.test.staged"), "dev", "kindling"),
				directory.resolve("dev").resolve("kindling"), Set.of(ARCHETYPE));
		String version = System.getProperty("kindling.test.version");
		Path archetype = Files.createDirectories(directory.resolve(Path.of("dev", "kindling", ARCHETYPE, version)));
		String name = ARCHETYPE + "-" + version;
		Files.copy(Path.of(System.getProperty("kindling.test.archetype")), archetype.resolve(name + ".jar"),
				StandardCopyOption.REPLACE_EXISTING);
		Files.copy(Path.of("pom.xml"), archetype.resolve(name + ".pom"), StandardCopyOption.REPLACE_EXISTING);
	}

	private static void link(Path source, Path target, Set<String> except) throws IOException {
		Files.createDirectories(target);
		if (!Files.isDirectory(source)) {
			return;
		}
		try (Stream<Path> entries = Files.list(source)) {
			for (Path entry : entries.toList()) {
				Path link = target.resolve(entry.getFileName());
				if (!except.contains(entry.getFileName().toString()) && !Files.exists(link)) {
					Files.deleteIfExists(link);
					Files.createSymbolicLink(link, entry);
				}
			}
		}
	}

}
