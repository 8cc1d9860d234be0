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

package dev.kindling.code;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The class files of jars are those that are in them now, however often they are read.
 */
class JarClassesUnitTests {

	@TempDir
	Path folder;

	private Path jar(String... names) throws IOException {
		Path jar = this.folder.resolve("some.jar");
		try (ZipOutputStream output = new ZipOutputStream(Files.newOutputStream(jar))) {
			for (String name : names) {
				output.putNextEntry(new ZipEntry(name));
				output.write(("content of " + name).getBytes(StandardCharsets.UTF_8));
				output.closeEntry();
			}
		}
		return jar;
	}

	private static List<String> visited(Path jar) {
		List<String> visited = new ArrayList<>();
		new ApplicationClasses(List.of(jar)).visit((file) -> {
			assertThat(file.library()).isTrue();
			assertThat(file.text()).isEqualTo("content of " + file.name());
			visited.add(file.name());
		});
		return visited;
	}

	@Test
	void areTheSameEachTime() throws IOException {
		Path jar = jar("com/acme/Shop.class", "com/acme/shop.properties", "org/slf4j/Known.class",
				"com/acme/Till.class");
		assertThat(visited(jar)).containsExactly("com/acme/Shop.class", "com/acme/Till.class").isEqualTo(visited(jar));
	}

	@Test
	void areReadAgainWhenTheJarHasChanged() throws IOException {
		assertThat(visited(jar("com/acme/Shop.class"))).containsExactly("com/acme/Shop.class");
		assertThat(visited(jar("com/acme/Shop.class", "com/acme/Till.class"))).containsExactly("com/acme/Shop.class",
				"com/acme/Till.class");
	}

	@Test
	void ofOnePackageAreThereWhetherKnownOrNot() throws IOException {
		Path jar = jar("org/slf4j/Known.class", "org/slf4j/event/Deeper.class", "org/slf4j/readme.txt");
		for (int i = 0; i < 2; i++) {
			assertThat(JarClasses.of(jar).inPackage("org/slf4j/")).extracting(ApplicationClasses.ClassFile::name)
				.containsExactly("org/slf4j/Known.class");
		}
		assertThat(visited(jar)).isEmpty();
	}

}
