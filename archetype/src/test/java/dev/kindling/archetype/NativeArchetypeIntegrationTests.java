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

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * The executables of what the archetype generates. Each takes minutes, so they are built
 * only where <code>-Dkindling.test.generated-native=http,sqs</code> asks for them.
 */
@EnabledIfSystemProperty(named = "kindling.test.generated-native", matches = "[a-z,]*(http|sqs)",
		disabledReason = "-Dkindling.test.generated-native=http,sqs builds executables of generated projects")
class NativeArchetypeIntegrationTests {

	@TempDir
	private static Path directory;

	@ParameterizedTest
	@CsvSource({ "http, 4, events/take-order.json, '\"statusCode\":201'",
			"sqs, 1, events/orders.json, '[{\"itemIdentifier\":\"059f36b4-87a3-44ab-83d2-661970000002\"}]'" })
	void anExecutablePassesTheProjectsTestsAndAnswers(String kind, int tests, String event, String answer)
			throws Exception {
		assumeTrue(List.of(System.getProperty("kindling.test.generated-native").split(",")).contains(kind),
				"kindling.test.generated-native names others");
		String graalVm = System.getenv("GRAALVM_HOME");
		assertThat(graalVm != null || BuildImage.isOwn()).as("GRAALVM_HOME is the folder of GraalVM 25").isTrue();
		Maven maven = new Maven(LocalRepository.create(Path.of("target", "repository").toAbsolutePath()), directory,
				(graalVm != null) ? Map.of("JAVA_HOME", graalVm) : Map.of());
		succeed(maven.generate(kind, "-Dkind=" + kind));
		Maven project = maven.in(kind);
		succeed(build(project, (graalVm != null) ? Path.of(graalVm) : null));
		Maven.Result tested = succeed(
				project.run("surefire:test", "-Dkindling.test.mode=native", "-Dkindling.test.native=required"));
		assertThat(tested.output()).contains("Tests run: " + tests + ", Failures: 0, Errors: 0, Skipped: 0");
		Maven.Result invoked = succeed(project.run("-q", "kindling:invoke", "-Dkindling.native", "-Dfile=" + event));
		assertThat(invoked.output()).contains(answer);
	}

	/**
	 * The build that counts is GraalVM's quickest: what the function uses is the same.
	 */
	@Test
	void aProjectIsMeasuredAndItsListsNameItsOwnCode() throws Exception {
		String graalVm = System.getenv("GRAALVM_HOME");
		assumeTrue(graalVm != null && System.getProperty("os.arch").equals("amd64"), "kindling:profile builds here");
		Maven maven = new Maven(LocalRepository.create(Path.of("target", "repository").toAbsolutePath()), directory,
				Map.of("JAVA_HOME", graalVm));
		succeed(maven.generate("profiled", "-Dkind=http"));
		Maven.Result measured = succeed(maven.in("profiled")
			.run("-Pnative", "kindling:profile", "-DquickBuild", "-Dfile=events/take-order.json"));
		assertThat(measured.output()).contains("Counting a start and 20 calls of bootstrap", "mvn -Pnative package");
		Path project = directory.resolve("profiled");
		assertThat(project.resolve("target/bootstrap")).as("an executable that counts").doesNotExist();
		Path lists = project.resolve("src/main/resources/META-INF/kindling/image");
		assertThat(lists.resolve("methods-of-a-call.txt")).content()
			.containsPattern("(?m)^org\\.acme\\S*\\.OrderFunction .*\\b(apply|take)\\b");
		assertThat(lists.resolve("methods-of-a-start.txt")).content()
			.containsPattern("(?m)^dev\\.kindling\\.start\\.LeanStart ");
		assertThat(lists.resolve("objects-of-a-call.txt")).content().containsPattern("(?m)^java\\.lang\\.String ");
		assertThat(lists.resolve("objects-of-a-start.txt")).content().containsPattern("(?m)^java\\.lang\\.Class ");
		assertThat(lists.resolve("objects-written.txt")).isNotEmptyFile();
	}

	/**
	 * In a container, where the tests have an image for that: a build on this machine is
	 * what the sample's executable comes from.
	 */
	private static Maven.Result build(Maven project, Path graalVm) throws Exception {
		if (!BuildImage.isThere()) {
			return project.run("-Pnative", "-DquickBuild", "-DskipTests", "package");
		}
		Maven.Result built = project.run(BuildImage.arguments(graalVm));
		assertThat(built.output()).contains("What follows comes from the container of ",
				"bootstrap runs on provided.al2023");
		return built;
	}

	private static Maven.Result succeed(Maven.Result result) {
		assertThat(result.status()).as(result.output() + result.errors()).isZero();
		return result;
	}

}
