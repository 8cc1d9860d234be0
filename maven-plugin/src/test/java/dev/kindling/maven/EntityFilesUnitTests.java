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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which changes have to do with tables.
 */
class EntityFilesUnitTests {

	private static final String ANNOTATIONS = "software.amazon.awssdk.enhanced.dynamodb.mapper.annotations";

	@TempDir
	private Path directory;

	private void compile(String type, String source) throws IOException {
		Path file = this.directory.resolve(type + ".java");
		Files.writeString(file, source);
		try (StandardJavaFileManager files = ToolProvider.getSystemJavaCompiler()
			.getStandardFileManager(null, null, null)) {
			assertThat(ToolProvider.getSystemJavaCompiler()
				.getTask(null, files, null, List.of("-d", this.directory.toString(), "-cp", this.directory.toString()),
						null, files.getJavaFileObjects(file))
				.call()).isTrue();
		}
		Files.delete(file);
	}

	@Test
	void areThoseOfEntitiesAndOfTheirTablesProperties() throws IOException {
		EntityFiles entities = new EntityFiles(this.directory);
		assertThat(entities.changed()).isFalse();
		compile("Key", "package " + ANNOTATIONS + "; public @interface Key { }");
		entities.changed();
		compile("Person", "record Person(@" + ANNOTATIONS + ".Key String id) { }");
		assertThat(entities.changed()).isTrue();
		compile("Greeter", "class Greeter { Person person; }");
		assertThat(entities.changed()).as("no entity").isFalse();
		compile("Person", "record Person(@" + ANNOTATIONS + ".Key String number) { }");
		assertThat(entities.changed()).isTrue();
		Path properties = this.directory.resolve("application.properties");
		Files.writeString(properties, "a=1\nkindling.dynamodb.tables.person.name=people\n");
		assertThat(entities.changed()).isTrue();
		Files.writeString(properties, "a=2\nkindling.dynamodb.tables.person.name=people\n");
		assertThat(entities.changed()).as("no table's property").isFalse();
		Path yaml = this.directory.resolve("application-local.yml");
		Files.writeString(yaml, "kindling:\n  dynamodb:\n    table-prefix: dev-\n");
		assertThat(entities.changed()).isTrue();
		Files.delete(yaml);
		assertThat(entities.changed()).isTrue();
		assertThat(entities.changed()).isFalse();
	}

}
