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
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.function.Supplier;

/**
 * Files that others write: one after the other, and not each at once.
 */
final class WatchedFiles {

	/**
	 * Files that never rest are taken as they are.
	 */
	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private final Supplier<? extends Collection<Path>> roots;

	private FileStates known = FileStates.NONE;

	WatchedFiles(Supplier<? extends Collection<Path>> roots) {
		this.roots = roots;
	}

	/**
	 * Looks at the files, and once they rest remembers them.
	 * @param quiet how long nothing may change until they do
	 * @return what has changed since the last call
	 */
	Changes take(Duration quiet) throws IOException, InterruptedException {
		FileStates now = settled(quiet);
		Changes changes = now.since(this.known);
		this.known = now;
		return changes;
	}

	/**
	 * Says whether files are gone and don't come back, without remembering it.
	 * @param quiet how long nothing may change until that is certain
	 */
	boolean lost(Duration quiet) throws IOException, InterruptedException {
		return !look(this.known).since(this.known).removed().isEmpty()
				&& !settled(quiet).since(this.known).removed().isEmpty();
	}

	private FileStates settled(Duration quiet) throws IOException, InterruptedException {
		FileStates now = look(this.known);
		if (now.since(this.known).isEmpty()) {
			return now;
		}
		long end = System.nanoTime() + PATIENCE.toNanos();
		while (!quiet.isZero() && System.nanoTime() < end) {
			Thread.sleep(quiet.toMillis());
			FileStates next = look(now);
			if (next.since(now).isEmpty()) {
				return next;
			}
			now = next;
		}
		return now;
	}

	private FileStates look(FileStates earlier) throws IOException {
		return FileStates.look(this.roots.get(), earlier);
	}

}
