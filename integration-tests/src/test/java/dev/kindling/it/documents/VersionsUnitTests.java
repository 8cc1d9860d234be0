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
package dev.kindling.it.documents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What has to stand in two POMs, as one can't be the parent of the other, is the same.
 */
class VersionsUnitTests {

	private static String find(String pom, String pattern) throws IOException {
		Matcher matcher = Pattern.compile(pattern).matcher(Files.readString(Path.of("..", pom)));
		assertThat(matcher.find()).as(pattern + " in " + pom).isTrue();
		return matcher.group(1);
	}

	@Test
	void functionsInheritFromTheSpringBootThatKindlingIsBuiltWith() throws IOException {
		assertThat(find("starter-parent/pom.xml", "spring-boot-starter-parent</artifactId>\\s*<version>(.+)</version>"))
			.isEqualTo(find("pom.xml", "<spring-boot.version>(.+)</spring-boot.version>"));
	}

	@Test
	void functionsInheritTheKindlingThatTheyWereBuiltWith() throws IOException {
		String version = find("pom.xml", "kindling-parent</artifactId>\\s*<version>(.+)</version>");
		for (String pom : List.of("starter-parent/pom.xml", "dependencies/pom.xml")) {
			assertThat(find(pom, "<kindling.version>(.+)</kindling.version>")).isEqualTo(version);
		}
		assertThat(find("starter-parent/pom.xml", "kindling-starter-parent</artifactId>\\s*<version>(.+)</version>"))
			.isEqualTo(version);
	}

	@ParameterizedTest
	@ValueSource(strings = { "spring-cloud.version", "aws-sdk.version", "aws-lambda-core.version",
			"aws-lambda-events.version" })
	void functionsGetTheLibrariesThatKindlingIsBuiltWith(String property) throws IOException {
		String pattern = "<" + property + ">(.+)</" + property + ">";
		assertThat(find("dependencies/pom.xml", pattern)).isEqualTo(find("pom.xml", pattern));
	}

	/**
	 * All but what only Kindling's own tests need, which isn't published.
	 */
	@Test
	void everyModuleThatAFunctionDependsOnIsManaged() throws IOException {
		Matcher managed = Pattern.compile("<artifactId>(kindling-.+)</artifactId>")
			.matcher(Files.readString(Path.of("..", "pom.xml")).replaceAll("(?s)<build>.*", ""));
		String dependencies = Files.readString(Path.of("..", "dependencies/pom.xml"));
		while (managed.find()) {
			if (!List.of("kindling-parent", "kindling-fake-runtime-api").contains(managed.group(1))) {
				assertThat(dependencies).contains("<artifactId>" + managed.group(1) + "</artifactId>");
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "dependencies/pom.xml", "starter-parent/pom.xml" })
	void thePomsWithoutTheParentAreReleasedLikeTheOthers(String pom) throws IOException {
		for (String pattern : List.of("(?s)<licenses>(.+)</licenses>", "(?s)<developers>(.+)</developers>",
				"(?s)<scm[^>]*>(.+)</scm>", "<url>(.+)</url>",
				"<altDeploymentRepository>(.+)</altDeploymentRepository>", "<deployAtEnd>(.+)</deployAtEnd>",
				"<bestPractices>(.+)</bestPractices>", "maven-deploy-plugin</artifactId>\\s*<version>(.+)</version>")) {
			assertThat(find(pom, pattern)).isEqualTo(find("pom.xml", pattern));
		}
		assertThat(find(pom, "maven-gpg-plugin</artifactId>\\s*<version>(.+)</version>"))
			.isEqualTo(find("pom.xml", "<gpg-plugin.version>(.+)</gpg-plugin.version>"));
	}

	@ParameterizedTest
	@CsvSource({ "Spring Boot, spring-boot.version", "Spring Cloud, spring-cloud.version", "AWS SDK, aws-sdk.version",
			"JDK, java.version", "GraalVM, graal-sdk.version" })
	void theDocumentNamesWhatKindlingIsBuiltWith(String what, String property) throws IOException {
		String tested = find("docs/compatibility.md", "\\| " + what + " \\| [^|]+ \\| ([\\w.]+)");
		assertThat(tested).isEqualTo(find("pom.xml", "<" + property + ">(.+)</" + property + ">"));
	}

}
