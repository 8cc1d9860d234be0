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

package dev.kindling.corpus.parts;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kindling.image.ImagePart;
import org.jspecify.parts.PartUses;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is asked of the executable that keeps the parts, and of the one that doesn't.
 */
class PartUsesUnitTests {

	/**
	 * Of the application that keeps them.
	 */
	private static final Path KEPT = Path.of("../web/src/test/resources/corpus/imageparts.json");

	/**
	 * Of libraries that keep other parts in: the plain applications have Hibernate
	 * Validator without the first, those with data H2 without the others.
	 */
	private static final Set<ImagePart> OF_LIBRARIES = EnumSet.of(ImagePart.VALIDATION_XML, ImagePart.H2_REALMS,
			ImagePart.DESKTOP);

	private static Map<String, String> asked() throws IOException {
		Map<String, String> asked = new LinkedHashMap<>();
		for (JsonNode call : new ObjectMapper().readTree(KEPT.toFile()).path("calls")) {
			asked.put(call.path("event").asText(), call.path("answer").asText());
		}
		// whose files are a jar's here, of which an executable has no folders
		// (docs/compatibility.md)
		asked.put(ImagePart.RESOURCE_PATTERNS.id(), "found.txt");
		return asked;
	}

	@Test
	void eachPartIsUsed() throws IOException {
		assertThat(asked().keySet()).containsAll(Stream.of(ImagePart.values()).map(ImagePart::id).toList())
			.containsExactlyInAnyOrderElementsOf(
					Stream.concat(NativeImagePartsIntegrationTests.uses(), ofLibraries()).toList());
	}

	@Test
	void eachIsThereOnTheJvm() throws IOException {
		Map<String, String> asked = asked();
		ofLibraries().forEach(asked::remove);
		assertThat(asked).allSatisfy((use, answer) -> assertThat(PartUses.of(use)).isEqualTo(answer));
	}

	@Test
	void callsOfALineHavePlacesOfTheirOwnOnTheJvm() {
		assertThat(PartUses.of("code-positions")).isEqualTo("2 indexes, CallPlaces.seen(CallPlaces.java:)");
	}

	private static Stream<String> ofLibraries() {
		return OF_LIBRARIES.stream().map(ImagePart::id);
	}

}
