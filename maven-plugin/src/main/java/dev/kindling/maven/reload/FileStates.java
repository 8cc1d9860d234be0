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
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Which files there are, and what is in them. Large files are told apart by their size
 * and time, others by their contents: to touch a file, or to compile it to the same
 * class, changes nothing.
 */
final class FileStates {

	static final FileStates NONE = new FileStates(Map.of(), 0);

	private static final long LARGE = 1024 * 1024;

	/**
	 * A file that is written again within the clock's resolution has the same time.
	 */
	private static final long TOO_YOUNG_MILLIS = 1000;

	/**
	 * What editors leave beside a file while it is saved.
	 */
	private static final Pattern TEMPORARY = Pattern
		.compile(".*~|\\.#.*|#.*#|\\..*\\.sw[a-z]|4913|.*___jb_(tmp|old)___|\\.DS_Store");

	private final Map<Path, State> states;

	private final long seenAtMillis;

	private FileStates(Map<Path, State> states, long seenAtMillis) {
		this.states = states;
		this.seenAtMillis = seenAtMillis;
	}

	/**
	 * Looks at the files.
	 * @param roots files and directories; those that aren't there have nothing in them
	 * @param earlier saves reading what hasn't been touched since
	 * @return what there is now
	 * @throws IOException if a file can't be read
	 */
	static FileStates look(Collection<Path> roots, FileStates earlier) throws IOException {
		Map<Path, State> states = new TreeMap<>();
		long now = System.currentTimeMillis();
		for (Path root : roots) {
			if (Files.exists(root)) {
				Files.walkFileTree(root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE,
						new Visitor(states, earlier));
			}
		}
		return new FileStates(states, now);
	}

	/**
	 * Compares.
	 * @param earlier what there was
	 * @return what is otherwise now
	 */
	Changes since(FileStates earlier) {
		List<Path> written = new ArrayList<>();
		this.states.forEach((file, state) -> {
			State before = earlier.states.get(file);
			if (before == null || !before.contents().equals(state.contents())) {
				written.add(file);
			}
		});
		List<Path> removed = earlier.states.keySet().stream().filter((file) -> !this.states.containsKey(file)).toList();
		return new Changes(written, removed);
	}

	private State state(Path file, BasicFileAttributes attributes) throws IOException {
		long modified = attributes.lastModifiedTime().toMillis();
		State before = this.states.get(file);
		if (before != null && before.modified() == modified && before.size() == attributes.size()
				&& modified < this.seenAtMillis - TOO_YOUNG_MILLIS) {
			return before;
		}
		String contents = (attributes.size() > LARGE) ? attributes.size() + " at " + attributes.lastModifiedTime()
				: digest(Files.readAllBytes(file));
		return new State(attributes.size(), modified, contents);
	}

	private static String digest(byte[] contents) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(contents));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private record State(long size, long modified, String contents) {
	}

	private static final class Visitor extends SimpleFileVisitor<Path> {

		private final Map<Path, State> states;

		private final FileStates earlier;

		Visitor(Map<Path, State> states, FileStates earlier) {
			this.states = states;
			this.earlier = earlier;
		}

		@Override
		public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
			if (attributes.isRegularFile() && !TEMPORARY.matcher(String.valueOf(file.getFileName())).matches()) {
				try {
					this.states.put(file, this.earlier.state(file, attributes));
				}
				catch (NoSuchFileException ex) {
					// Removed in between
				}
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

		@Override
		public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException ex) throws IOException {
			if (ex == null || ex instanceof NoSuchFileException) {
				return FileVisitResult.CONTINUE;
			}
			throw ex;
		}

	}

}
