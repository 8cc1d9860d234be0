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
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.kindling.maven.elf.CraftedElf;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The goals, as Maven runs them.
 */
class GoalsIntegrationTests {

	@TempDir
	private static Path directory;

	private static MavenProject project;

	@BeforeAll
	static void build() throws Exception {
		project = MavenProject.create("project", directory.resolve("greeter"));
		MavenProject.Result early = project.run("kindling:run", "-Dkindling.reload=false");
		assertThat(early.status()).as(early.output()).isNotZero();
		assertThat(early.output()).contains("greeter.jar. Build it with `mvn package`.");
		MavenProject.Result result = project.run("package", "-DskipTests");
		assertThat(result.status()).as(result.output()).isZero();
	}

	@Test
	void invokesWithoutARunningLambda() throws Exception {
		MavenProject.Result result = project.run("kindling:invoke", "-Dpayload={\"name\":\"mamezou\"}");
		assertThat(result.status()).as(result.output()).isZero();
		assertThat(result.output()).contains(
				"{\"greeting\":\"Hello\",\"event\":{\"name\":\"mamezou\"},\"tables\":{\"TableNames\":[\"people\"]}}",
				"REPORT RequestId: ", "Init Duration: ");
	}

	/**
	 * How often is a system property, since whether threads end in time is a matter of
	 * luck that one run doesn't show.
	 */
	@Test
	void printsTheAnswerAndNothingElseToTheStandardOutput() throws Exception {
		for (int i = 0; i < Integer.getInteger("kindling.test.invocations", 3); i++) {
			MavenProject.Result result = project.runForStandardOutput("-q", "kindling:invoke", "-Dpayload={\"n\":1}");
			assertThat(result.status()).as(result.output()).isZero();
			assertThat(result.output())
				.isEqualTo("{\"greeting\":\"Hello\",\"event\":{\"n\":1},\"tables\":{\"TableNames\":[\"people\"]}}\n");
		}
	}

	@Test
	void refusesAnInitLimitThatNoProcessCanKeep() throws Exception {
		assertThat(project.run("kindling:invoke", "-Dpayload={}", "-Dkindling.initTimeout=0").output())
			.contains("The init phase's time-out is longer than 0");
	}

	@Test
	void failsWhenTheFunctionFails() throws Exception {
		Path event = Files.writeString(project.file("event.json"), "{\"do\":\"fail\"}");
		MavenProject.Result result = project.run("kindling:invoke", "-Dfile=" + event);
		assertThat(result.status()).isNotZero();
		assertThat(result.output()).contains("The function failed: ", "it went wrong", "REPORT RequestId: ");
	}

	@Test
	void saysHowToGiveAnEvent() throws Exception {
		assertThat(project.run("kindling:invoke").output()).contains("give one by -Dpayload=");
		assertThat(project.run("kindling:invoke", "-Dfile=none.json").output())
			.contains("The event can't be read from ", "none.json");
		assertThat(project.run("kindling:invoke", "-Dpayload={}", "-Dkindling.tables=people").output())
			.contains("kindling.tables: 'people' is no table.");
	}

	@Test
	void runsUntilItIsEndedAndServesInvocations() throws Exception {
		Path output = project.file("run.txt");
		Process run = project.start(output, "kindling:run", "-Dkindling.functionUrlPort=0", "-Dkindling.endpointPort=0",
				"-Dkindling.dynamodbPort=0");
		try {
			await(run, output, "Press Ctrl-C");
			MavenProject.Result first = project.run("kindling:invoke", "-Dpayload={\"n\":1}");
			assertThat(first.status()).as(first.output()).isZero();
			assertThat(first.output()).contains("\"event\":{\"n\":1}", "REPORT RequestId: ").doesNotContain("START ");
			MavenProject.Result second = project.run("kindling:invoke", "-Dpayload={\"n\":2}");
			assertThat(second.output()).contains("REPORT RequestId: ").doesNotContain("Init Duration: ");
			Matcher url = Pattern.compile("Function URL:\\s+(http\\S+)").matcher(Files.readString(output));
			assertThat(url.find()).isTrue();
		}
		finally {
			run.toHandle().destroy();
			run.waitFor();
		}
		assertThat(project.file("target/kindling/lambda.properties")).doesNotExist();
	}

	private static void await(Process run, Path output, String text) throws IOException, InterruptedException {
		long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
		while (!Files.readString(output).contains(text)) {
			assertThat(run.isAlive() && System.nanoTime() < end).as(Files.readString(output)).isTrue();
			Thread.sleep(100);
		}
	}

	@Test
	void packagesAnExecutableThatRunsOnLambda() throws Exception {
		Path executable = CraftedElf.write(project.file("target/fitting"), CraftedElf.dynamic(183,
				"/lib/ld-linux-aarch64.so.1", "libc.so.6", "GLIBC_2.34", "__libc_start_main", false));
		MavenProject.Result result = project.run("kindling:package", "-Dkindling.executable=" + executable,
				"-Dkindling.architecture=arm64");
		assertThat(result.status()).as(result.output()).isZero();
		assertThat(result.output()).contains("runs on provided.al2023, arm64", "zipped", "at a cold start");
		assertThat(project.file("target/greeter-lambda.zip")).isNotEmptyFile();
	}

	@Test
	void refusesAnExecutableThatCantRunOnLambda() throws Exception {
		Path executable = CraftedElf.write(project.file("target/newer"), CraftedElf.dynamic(62,
				"/lib64/ld-linux-x86-64.so.2", "libc.so.6", "GLIBC_2.38", "__isoc23_strtol", false));
		MavenProject.Result result = project.run("kindling:package", "-Dkindling.executable=" + executable,
				"-Dkindling.architecture=arm64");
		assertThat(result.status()).isNotZero();
		assertThat(result.output()).contains("can't run on provided.al2023", "It needs GLIBC_2.38 of libc.so.6",
				"the function's architecture is arm64");
		assertThat(project.run("kindling:package").output()).contains("There is no native executable ",
				"mvn -Pnative package");
	}

	@Test
	void measuresAgainstTheBudget() throws Exception {
		Path executable = CraftedElf.write(project.file("target/start"),
				("#!/bin/sh\nexec " + System.getProperty("java.home") + "/bin/java -cp "
						+ project.file("target/classes") + " com.example.Greeter\n")
					.getBytes());
		MavenProject.Result result = project.run("kindling:budget", "-Dkindling.executable=" + executable,
				"-Dkindling.budget.starts=2", "-Dkindling.budget.executableSize=1 MB",
				"-Dkindling.budget.coldStartMillis=60000", "-Dkindling.budget.residentMemory=1 MB");
		assertThat(result.status()).isNotZero();
		assertThat(result.output()).contains("over its budget", "executable size: 0.0 MB of 1.0 MB",
				"zipped size: 0.0 MB, no limit set", "cold start (median of 2 starts): ");
		assertThat(result.output()).containsPattern("resident memory \\(median of 2 starts\\): .* of 1.0 MB, exceeded");
		assertThat(result.output()).doesNotContainPattern("cold start .*exceeded");
	}

	@Test
	void refusesToWriteATemplateForWhatIsNoApplicationOfSpringBoot() throws Exception {
		MavenProject.Result result = project.run("kindling:sam");
		assertThat(result.status()).isNotZero();
		assertThat(result.output()).contains("greeter doesn't depend on Spring Boot, and so has no function bean. ",
				"Add kindling-spring-boot-starter.");
	}

	@Test
	void saysWhatIsMissingForABuildInAContainer() throws Exception {
		MavenProject.Result result = project.run("kindling:native", "-Dkindling.containerEngine=no-engine");
		assertThat(result.status()).isNotZero();
		assertThat(result.output()).contains("No Docker or Podman runs here:",
				"no-engine isn't installed, or not on the PATH", "mvn -Pnative package");
		assertThat(project.run("kindling:native", "-Dkindling.containerEngine=false").output())
			.contains("`false --version` ended with 1");
		assertThat(project.run("kindling:native", "-Dkindling.architecture=amd64").output())
			.contains("kindling.architecture is x86_64 or arm64, as Lambda calls them, not amd64");
		assertThat(project.run("kindling:native", "-Dkindling.image=a", "-Dkindling.dockerfile=b").output())
			.contains("Give kindling.image or kindling.dockerfile, not both");
	}

	@Test
	void describesItsGoals() throws Exception {
		MavenProject.Result result = project.run("kindling:help", "-Ddetail", "-Dgoal=run");
		assertThat(result.output()).contains("kindling:run", "functionUrlPort", "tables");
	}

}
