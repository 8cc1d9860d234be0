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
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.kindling.maven.elf.CraftedElf;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A project that is edited while Maven runs it.
 */
class ReloadIntegrationTests {

	private static final String SOURCE = "src/main/java/com/example/Greeter.java";

	@TempDir
	private Path directory;

	private MavenProject project;

	private Process run;

	private Path output;

	private Path temporary;

	@BeforeEach
	void create() throws Exception {
		this.project = MavenProject.create("project", this.directory.resolve("greeter"));
		this.output = this.directory.resolve("run.txt");
		this.temporary = Files.createDirectory(this.directory.resolve("temporary"));
	}

	@AfterEach
	void end() throws Exception {
		if (this.run != null) {
			List<ProcessHandle> started = this.run.descendants().toList();
			this.run.toHandle().destroy();
			this.run.waitFor();
			assertThat(started).noneMatch(ProcessHandle::isAlive);
			assertThat(this.temporary.toFile().list()).noneMatch((name) -> name.startsWith("kindling"));
		}
	}

	private void start(String... arguments) throws Exception {
		List<String> all = new ArrayList<>(List.of("kindling:run", "-Dkindling.functionUrlPort=0",
				"-Dkindling.endpointPort=0", "-Dkindling.dynamodbPort=0"));
		all.addAll(List.of(arguments));
		this.run = this.project.start(this.output, this.temporary, all.toArray(String[]::new));
		await("Press Ctrl-C");
	}

	private void await(String text) throws IOException, InterruptedException {
		long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
		while (!Files.readString(this.output).contains(text)) {
			assertThat(this.run.isAlive() && System.nanoTime() < end).as(Files.readString(this.output)).isTrue();
			Thread.sleep(50);
		}
	}

	private HttpResponse<String> answer() throws Exception {
		Matcher url = Pattern.compile("Function URL:\\s+(http\\S+)").matcher(Files.readString(this.output));
		assertThat(url.find()).isTrue();
		return HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(URI.create(url.group(1))).build(), HttpResponse.BodyHandlers.ofString());
	}

	private void replace(String old, String text) throws IOException {
		Path source = this.project.file(SOURCE);
		String before = Files.readString(source);
		assertThat(before).contains(old);
		Files.writeString(source, before.replace(old, text));
	}

	@Test
	void followsSourcesAndResourcesWithoutAnyOtherGoal() throws Exception {
		Path resource = this.project.file("src/main/resources/name.txt");
		Files.createDirectories(resource.getParent());
		start();
		assertThat(answer().body()).startsWith("{\"greeting\":\"Hello\"");
		replace("\\\"greeting\\\"", "\\\"salute\\\"");
		assertThat(answer().body()).startsWith("{\"salute\":\"Hello\"");
		replace("System.getenv(\"GREETING\")", "(Greeter.class.getResource(\"/name.txt\") != null)");
		assertThat(answer().body()).startsWith("{\"salute\":\"false\"");
		Files.writeString(resource, "mamezou");
		assertThat(answer().body()).startsWith("{\"salute\":\"true\"");
		Path source = this.project.file(SOURCE);
		replace("salute", "welcome");
		Files.setLastModifiedTime(source, FileTime.fromMillis(0));
		assertThat(answer().body()).as("restored with its time").startsWith("{\"welcome\":\"true\"");
		replace("welcome", "salute");
		Files.delete(resource);
		assertThat(answer().body()).as("a resource that is gone leaves nothing behind")
			.startsWith("{\"salute\":\"false\"");
		assertThat(this.project.file("target/greeter.jar")).doesNotExist();
		clean();
		assertThat(answer().body()).startsWith("{\"salute\":\"false\"");
	}

	/**
	 * As Maven's plugin does, which isn't in every local repository, and once more where
	 * the inventory is written just then.
	 */
	private void clean() throws Exception {
		Path target = this.project.file("target");
		for (int attempt = 0; Files.exists(target); attempt++) {
			try (Stream<Path> files = Files.walk(target)) {
				for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
					Files.deleteIfExists(file);
				}
			}
			catch (IOException | UncheckedIOException ex) {
				assertThat(attempt).as(ex.toString()).isLessThan(10);
			}
		}
	}

	@Test
	void showsWhatTheCompilerSaysWithTheSettingsOfThePom() throws Exception {
		start();
		assertThat(answer().statusCode()).isEqualTo(200);
		replace("while (true) {", "while (true) { var later = java.util.List.of(1).reversed();");
		HttpResponse<String> error = answer();
		assertThat(error.statusCode()).isEqualTo(502);
		assertThat(error.body()).contains(SOURCE + ":[", "cannot find symbol", "(maven-compiler-plugin:compile)")
			.doesNotContain(this.directory.toString());
		await("Events are answered with this until it is mended");
		MavenProject.Result invoked = this.project.run("kindling:invoke", "-Dpayload={}");
		assertThat(invoked.status()).isNotZero();
		assertThat(invoked.output()).contains("Kindling.NoCode", "cannot find symbol");
		replace("var later = java.util.List.of(1).reversed();", "");
		assertThat(answer().body()).startsWith("{\"greeting\":\"Hello\"");
		Path pom = this.project.file("pom.xml");
		Files.writeString(pom, Files.readString(pom).replace("<GREETING>Hello<", "<GREETING>Hi<"));
		await("The POM has changed");
	}

	@Test
	void runsWhatIsPackagedAndNothingElseWithoutReloads() throws Exception {
		assertThat(this.project.run("package", "-DskipTests").status()).isZero();
		replace("\\\"greeting\\\"", "\\\"salute\\\"");
		start("-Dkindling.reload=false");
		assertThat(answer().body()).startsWith("{\"greeting\":\"Hello\"");
	}

	@Test
	void followsAnExecutable() throws Exception {
		assertThat(this.project.run("compile").status()).isZero();
		Path executable = writeExecutable("Hello");
		start("-Dkindling.native", "-Dkindling.executable=" + executable);
		assertThat(answer().body()).startsWith("{\"greeting\":\"Hello\"");
		writeExecutable("Hi");
		assertThat(answer().body()).startsWith("{\"greeting\":\"Hi\"");
		Files.delete(executable);
		HttpResponse<String> missing = answer();
		assertThat(missing.statusCode()).isEqualTo(502);
		assertThat(missing.body()).contains("There is no native executable ", "mvn -Pnative package");
	}

	private Path writeExecutable(String greeting) throws IOException {
		Path written = CraftedElf.write(this.project.file("target/bootstrap.new"),
				("#!/bin/sh\nGREETING=" + greeting + " exec " + System.getProperty("java.home") + "/bin/java -cp "
						+ this.project.file("target/classes") + " com.example.Greeter\n")
					.getBytes());
		return Files.move(written, this.project.file("target/bootstrap"), StandardCopyOption.REPLACE_EXISTING);
	}

	@Test
	void followsAJarThatIsNamed() throws Exception {
		assertThat(this.project.run("package", "-DskipTests").status()).isZero();
		start("-Dkindling.jar=" + this.project.file("target/greeter.jar"));
		replace("\\\"greeting\\\"", "\\\"salute\\\"");
		assertThat(answer().body()).startsWith("{\"greeting\":\"Hello\"");
		assertThat(this.project.run("package", "-DskipTests").status()).isZero();
		assertThat(answer().body()).startsWith("{\"salute\":\"Hello\"");
	}

}
