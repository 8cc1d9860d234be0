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
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What counts as a change of a file.
 */
class FileStatesUnitTests {

	@TempDir
	private Path directory;

	private FileStates look(FileStates earlier) throws IOException {
		return FileStates.look(List.of(this.directory), earlier);
	}

	private Path write(String name, String text) throws IOException {
		Path file = this.directory.resolve(name);
		Files.createDirectories(file.getParent());
		return Files.writeString(file, text);
	}

	@Test
	void tellsWhatIsNewWhatIsOtherwiseAndWhatIsGone() throws IOException {
		Path kept = write("a/kept", "1");
		Path edited = write("a/edited", "1");
		Path removed = write("removed", "1");
		FileStates before = look(FileStates.NONE);
		assertThat(before.since(FileStates.NONE)).isEqualTo(new Changes(List.of(edited, kept, removed), List.of()));
		assertThat(look(before).since(before).isEmpty()).isTrue();
		write("a/edited", "2");
		Files.delete(removed);
		Path added = write("b/added", "1");
		Changes changes = look(before).since(before);
		assertThat(changes).isEqualTo(new Changes(List.of(edited, added), List.of(removed)));
		assertThat(changes).hasToString("edited and 2 others");
	}

	@Test
	void seesAnEditThatKeepsSizeAndTime() throws IOException {
		Path file = write("file", "1");
		FileTime time = Files.getLastModifiedTime(file);
		FileStates before = look(FileStates.NONE);
		Files.setLastModifiedTime(write("file", "2"), time);
		assertThat(look(before).since(before).written()).containsExactly(file);
	}

	@Test
	void passesOverATouch() throws IOException {
		Path file = write("file", "1");
		FileStates before = look(FileStates.NONE);
		Files.setLastModifiedTime(file, FileTime.fromMillis(1));
		assertThat(look(before).since(before).isEmpty()).isTrue();
	}

	@Test
	void tellsLargeFilesByTheirTime() throws IOException {
		Path file = this.directory.resolve("large.jar");
		Files.write(file, new byte[2 * 1024 * 1024]);
		FileStates before = look(FileStates.NONE);
		Files.setLastModifiedTime(file, FileTime.fromMillis(1));
		assertThat(look(before).since(before).written()).containsExactly(file);
	}

	@Test
	void passesOverWhatEditorsLeave() throws IOException {
		for (String name : List.of("A.java~", ".A.java.swp", "4913", "#A.java#", "A.java___jb_tmp___", ".DS_Store")) {
			write(name, "1");
		}
		Files.createSymbolicLink(this.directory.resolve(".#A.java"), Path.of("nowhere"));
		Files.createSymbolicLink(this.directory.resolve("loop"), this.directory);
		assertThat(look(FileStates.NONE).since(FileStates.NONE).isEmpty()).isTrue();
		Path hidden = write(".hidden", "1");
		assertThat(look(FileStates.NONE).since(FileStates.NONE).written()).containsExactly(hidden);
	}

	@Test
	void hasNothingWhereThereIsNothing() throws IOException {
		FileStates states = FileStates.look(List.of(this.directory.resolve("none")), FileStates.NONE);
		assertThat(states.since(FileStates.NONE).isEmpty()).isTrue();
	}

}
