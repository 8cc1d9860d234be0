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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

class ProfileEventsUnitTests {

	@TempDir
	private Path directory;

	private final List<String> told = new ArrayList<>();

	private void record(String file, String content) throws IOException {
		Path path = this.directory.resolve(file);
		Files.createDirectories(path.getParent());
		Files.writeString(path, content);
	}

	@Test
	void eachFunctionGetsItsRecordedEventsInTheirOrder() throws IOException {
		record("orders/002-b.json", "{\"handler\":\"orders\",\"event\":{\"n\":2},\"answer\":{}}");
		record("orders/001-a.json", "{\"handler\":\"orders\",\"event\":{\"n\":1},\"answer\":{}}");
		record("store/001-sqs.json", "{\"handler\":\"store\",\"event\":{\"Records\":[]},\"answer\":null}");
		ProfileEvents events = ProfileEvents.recorded(this.directory, this.told::add);
		assertThat(events.byHandler()).containsOnlyKeys("orders", "store");
		assertThat(events.byHandler().get("orders")).extracting(ProfileEvent::name)
			.containsExactly("001-a.json", "002-b.json");
		assertThat(events.byHandler().get("orders"))
			.extracting((event) -> new String(event.request().payload(), StandardCharsets.UTF_8))
			.containsExactly("{\"n\":1}", "{\"n\":2}");
		assertThat(this.told).isEmpty();
	}

	@Test
	void whatWasAnsweredWithAnErrorIsLeftOutAndSaid() throws IOException {
		record("orders/001-failed.json", "{\"handler\":\"orders\",\"event\":{},\"failed\":true,\"answer\":{}}");
		assertThat(ProfileEvents.recorded(this.directory, this.told::add).isEmpty()).isTrue();
		assertThat(this.told).singleElement().asString().contains("001-failed.json", "error");
	}

	@Test
	void aFileThatIsNoRecordedEventIsNamed() throws IOException {
		record("orders/001.json", "[]");
		assertThatIOException().isThrownBy(() -> ProfileEvents.recorded(this.directory, this.told::add))
			.withMessageContaining("001.json");
	}

	@Test
	void withoutADirectoryThereAreNone() throws IOException {
		assertThat(ProfileEvents.recorded(this.directory.resolve("none"), this.told::add).isEmpty()).isTrue();
	}

}
