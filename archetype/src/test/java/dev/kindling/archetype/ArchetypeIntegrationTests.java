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

package dev.kindling.archetype;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the archetype generates is built, tested and run, in a folder outside of this
 * build.
 */
class ArchetypeIntegrationTests {

	@TempDir
	private static Path directory;

	private static Maven maven;

	@BeforeAll
	static void createRepository() throws IOException {
		maven = new Maven(LocalRepository.create(Path.of("target", "repository").toAbsolutePath()), directory,
				Map.of());
	}

	@Test
	void generatesAFunctionThatIsTestedAndAnswersHttp() throws Exception {
		Maven project = generate("orders", "-Dpackage=org.acme.shop");
		assertThat(project.directory().resolve("src/main/java/org/acme/shop/Application.java")).isRegularFile();
		verify(project, 4);
		Maven.Result invoked = project.run("-q", "kindling:invoke", "-Dfile=events/take-order.json");
		assertThat(invoked.status()).as(invoked.output() + invoked.errors()).isZero();
		assertThat(invoked.output()).contains("\"statusCode\":201", "tea").hasLineCount(1);
		Maven.Result unknown = project.run("-q", "kindling:invoke", "-Dfile=events/find-order.json");
		assertThat(unknown.output()).contains("\"statusCode\":404");
	}

	@Test
	void generatesAConsumerThatIsTestedAndReportsTheMessageThatFailed() throws Exception {
		Maven project = generate("queue", "-Dkind=sqs");
		verify(project, 1);
		Maven.Result invoked = project.run("-q", "kindling:invoke", "-Dfile=events/orders.json");
		assertThat(invoked.status()).as(invoked.output() + invoked.errors()).isZero();
		assertThat(invoked.output())
			.isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"059f36b4-87a3-44ab-83d2-661970000002\"}]}\n");
	}

	@Test
	void refusesAKindThatThereIsNot() throws Exception {
		Maven.Result result = maven.generate("unknown", "-Dkind=sns");
		assertThat(result.status()).isNotZero();
		assertThat(result.output()).contains("-Dkind is http or sqs, not 'sns'", "delete it");
	}

	private static Maven generate(String artifactId, String... properties) throws Exception {
		Maven.Result result = maven.generate(artifactId, properties);
		assertThat(result.status()).as(result.output() + result.errors()).isZero();
		assertThat(result.output()).doesNotContain("Don't override");
		Maven project = maven.in(artifactId);
		// all of the POM fits on a screen, and nothing else lies about
		assertThat(Files.readAllLines(project.directory().resolve("pom.xml"))).hasSizeLessThan(50);
		try (var files = Files.list(project.directory())) {
			assertThat(files.map((file) -> file.getFileName().toString())).containsExactlyInAnyOrder(".gitignore",
					"Makefile", "README.md", "events", "pom.xml", "samconfig.toml", "src", "template.yaml");
		}
		for (String name : List.of("Makefile", "README.md", "pom.xml", "samconfig.toml", "template.yaml")) {
			assertThat(project.directory().resolve(name)).content().doesNotContainPattern("@[A-Za-z.]+@|\\$\\{");
		}
		return project;
	}

	private static void verify(Maven project, int tests) throws Exception {
		Maven.Result result = project.run("verify");
		assertThat(result.status()).as(result.output() + result.errors()).isZero();
		assertThat(result.output()).contains("Tests run: " + tests + ", Failures: 0, Errors: 0, Skipped: 0");
	}

}
