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

package dev.kindling.maven.profile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

import dev.kindling.maven.nested.Program;

/**
 * <code>profile.c</code>, compiled: what counts within the executable. GraalVM needs a C
 * compiler, too, so that there is one.
 */
final class CountingObject {

	/** What the executable calls by way of it, instead of the C library. */
	private static final List<String> WRAPPED = List.of("mmap", "mprotect", "sigaction", "pthread_mutex_lock",
			"pthread_mutex_unlock", "pthread_cond_wait", "pthread_cond_timedwait", "pthread_cond_signal",
			"pthread_cond_broadcast");

	private static final String SOURCE = "profile.c";

	private CountingObject() {
	}

	/**
	 * Compiles it.
	 * @param directory gets source and object
	 * @param counters the file with the counters
	 * @return options of <code>native-image</code> that link it
	 * @throws ProfileException if it can't be compiled here
	 */
	static List<String> options(Path directory, Path counters)
			throws ProfileException, IOException, InterruptedException {
		String system = System.getProperty("os.name") + " on " + System.getProperty("os.arch");
		if (!system.toLowerCase(Locale.ROOT).equals("linux on amd64")) {
			throw new ProfileException("kindling:profile counts on Linux with an x86-64 processor only, not " + system
					+ ". Its lists hold for other processors, too: write them there, and build here.");
		}
		Path source = directory.resolve(SOURCE);
		try (InputStream resource = CountingObject.class.getResourceAsStream(SOURCE)) {
			Files.copy(Objects.requireNonNull(resource), source);
		}
		Path object = directory.resolve("profile.o");
		compile(List.of("cc", "-c", "-O2", "-DKINDLING_COUNTERS=\"" + counters + "\"", "-o", object.toString(),
				source.toString()));
		return Stream.concat(Stream.of(object.toString()), WRAPPED.stream().map((function) -> "-Wl,--wrap=" + function))
			.map((option) -> "-H:NativeLinkerOption=" + option)
			.toList();
	}

	private static void compile(List<String> command) throws ProfileException, InterruptedException {
		Program.Result result;
		try {
			result = Program.run(command);
		}
		catch (IOException ex) {
			throw new ProfileException("There is no C compiler `cc`, which GraalVM needs, too (" + ex.getMessage()
					+ "). Install one: `apt-get install gcc` or `dnf install gcc`.");
		}
		if (result.status() != 0) {
			throw new ProfileException("`" + String.join(" ", command) + "` fails:\n" + result.output());
		}
	}

}
