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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kindling.image.ImagePart;
import dev.kindling.local.LocalLambda;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a user sees who uses a part all the same that has left the executable, as its name
 * is put together at run time. That each is there with {@code kindling.aot.keep} is shown
 * by {@code imageparts} of the corpus' module {@code web}, where the same is asked.
 */
class NativeImagePartsIntegrationTests {

	private static final Map<String, String> SEEN = Map.ofEntries(
			entry("ldap",
					"InvalidAlgorithmParameterException: LDAP isn't in this executable. "
							+ "Set kindling.aot.keep=ldap when it is built."),
			entry("file-systems", "ProviderNotFoundException: Provider not found"),
			entry("url-protocols", "MalformedURLException: "),
			entry("url-protocols, a directory",
					"FileNotFoundException: Directories can't be listed by URL in this executable. "
							+ "Set kindling.aot.keep=url-protocols when it is built."),
			entry("default-chains", "SdkClientException: Profile file contained no credentials for profile 'default'"),
			entry("reactive-types", "not waited for"), entry("table-descriptions", "[]"),
			entry("algorithms", "NoSuchAlgorithmException: SHA3-256 MessageDigest not available"),
			entry("resource-patterns",
					"FileNotFoundException: 'classpath*:imageparts/*.txt' can't be searched for in this executable. "
							+ "Set kindling.aot.keep=resource-patterns when it is built."),
			entry("compact-numbers",
					"UnsupportedOperationException: Compact numbers aren't in this executable. "
							+ "Set kindling.aot.keep=compact-numbers when it is built."),
			entry("xml-documents", "InvalidDefinitionException: "),
			// code that names it brings it along, whatever the search has seen
			entry("java-logging", "logged by the JDK"), entry("charsets", "UnsupportedCharsetException: IBM037"));

	private static final ObjectMapper MAPPER = new ObjectMapper();

	private static final List<String> logs = new CopyOnWriteArrayList<>();

	private static LocalLambda lambda;

	@BeforeAll
	static void start() {
		lambda = LocalLambda.builder()
			.executable(executable())
			.handler("parts")
			.timeout(Duration.ofSeconds(30))
			.logs(logs::add)
			.build();
	}

	@AfterAll
	static void stop() {
		if (lambda != null) {
			lambda.close();
		}
	}

	private static Path executable() {
		Path file = Path.of(System.getProperty("corpus.executable"));
		if (Files.isExecutable(file)) {
			return file;
		}
		String message = "There is no native executable " + file + ": build it with -Pnative";
		if ("required".equals(System.getProperty("kindling.test.native"))) {
			throw new AssertionFailedError(message);
		}
		System.out.println("SKIPPED: " + message);
		throw new TestAbortedException(message);
	}

	static Stream<String> uses() {
		return SEEN.keySet().stream().sorted();
	}

	@ParameterizedTest
	@MethodSource("uses")
	void saysWhatIsMissing(String use) throws IOException {
		String answer = lambda.invoke(MAPPER.writeValueAsString(use)).payloadAsString();
		assertThat(MAPPER.readValue(answer, String.class)).startsWith(SEEN.get(use));
	}

	@Test
	void callsHaveNoLinesWherePropertiesSaySo() throws IOException {
		String answer = lambda.invoke(MAPPER.writeValueAsString("code-positions")).payloadAsString();
		assertThat(MAPPER.readValue(answer, String.class)).isEqualTo("1 index, CallPlaces.seen(CallPlaces.java)");
	}

	@Test
	void thePrimingThatCantDescribeTablesSaysSo() throws IOException {
		lambda.invoke(MAPPER.writeValueAsString("table-descriptions"));
		assertThat(logs).anyMatch((line) -> line.contains("This executable can't describe tables: "
				+ "set 'kindling.dynamodb.priming-call' to describe-table when it is built."));
	}

	@Test
	void allPartsHaveLeft() throws IOException {
		JsonNode report = MAPPER
			.readTree(Path.of(System.getProperty("corpus.target"), "kindling", "report.json").toFile());
		List<String> left = new ArrayList<>();
		for (JsonNode removal : report.path("left")) {
			if (removal.path("kind").asText().equals("part")) {
				left.add(removal.path("name").asText());
			}
		}
		assertThat(left).containsExactlyInAnyOrderElementsOf(Stream.of(ImagePart.values()).map(ImagePart::id).toList());
	}

}
