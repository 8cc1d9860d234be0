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

package dev.kindling.it.events;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kindling.function.corpus.EventComparison;
import dev.kindling.function.corpus.PublishedEvent;
import dev.kindling.it.Subject;
import dev.kindling.local.invoke.InvokeResult;
import dev.kindling.local.LocalLambda;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The native executable reads and writes AWS's events by their classes as the JVM does,
 * which the unit tests of {@code autoconfigure} show.
 */
class EventsIntegrationTests {

	private static final ObjectMapper MAPPER = new ObjectMapper();

	@Test
	void readsThePublishedEventsNatively() throws IOException {
		Assumptions.assumeTrue(Files.isDirectory(PublishedEvent.folder()), "No published events beside the repository");
		Map<String, List<PublishedEvent>> events = PublishedEvent.all()
			.stream()
			.collect(Collectors.groupingBy(PublishedEvent::type, TreeMap::new, Collectors.toList()));
		Set<String> lost = new TreeSet<>();
		for (Map.Entry<String, List<PublishedEvent>> type : events.entrySet()) {
			try (LocalLambda lambda = Subject.NATIVE.application("read" + type.getKey()).memorySize(512).build()) {
				for (PublishedEvent event : type.getValue()) {
					InvokeResult result = lambda.invoke(new String(event.json(), StandardCharsets.UTF_8));
					assertThat(result.isError()).as("%s: %s", event.file(), result.payloadAsString()).isFalse();
					JsonNode answer = MAPPER.readTree(result.payloadAsString());
					EventComparison comparison = EventComparison.of(MAPPER.readTree(event.json()), answer);
					System.out.println(comparison.line(event));
					comparison.lost().forEach((path) -> lost.add(event.file() + " " + path));
				}
			}
		}
		assertThat(PublishedEvent.unexpected(lost)).isEmpty();
	}

	@Test
	void refusesThePublishedEventThatIsNoJson() {
		Assumptions.assumeTrue(Files.isDirectory(PublishedEvent.folder()), "No published events beside the repository");
		PublishedEvent event = PublishedEvent.malformed();
		try (LocalLambda lambda = Subject.NATIVE.application("read" + event.type()).build()) {
			InvokeResult result = lambda.invoke(new String(event.json(), StandardCharsets.UTF_8));
			assertThat(result.errorType()).isEqualTo("Runtime.MalformedEvent");
		}
	}

}
