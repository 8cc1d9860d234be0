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
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kindling.maven.elf.CraftedElf;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A project whose events are recorded while Maven runs it, and replayed by its own test.
 */
class RecordIntegrationTests {

	private static final String SOURCE = "src/main/java/com/example/Greeter.java";

	private static final String RECORDED = "src/test/resources/events/recorded/greeter";

	private static final String TEST = """
			package com.example;

			import dev.kindling.test.junit.LambdaTest;
			import dev.kindling.test.junit.LocalDynamoDb;
			import dev.kindling.test.junit.RecordedEvent;
			import dev.kindling.test.junit.RecordedEvents;

			@LambdaTest(value = Greeter.class, environment = "GREETING=Hello", initTimeoutSeconds = 60)
			@LocalDynamoDb("people:id:S")
			class GreeterTests {

				@RecordedEvents
				void answersAsRecorded(RecordedEvent event) {
					event.replay();
				}

			}
			""";

	@TempDir
	private Path directory;

	private MavenProject project;

	private Process run;

	private Path output;

	@BeforeEach
	void create() throws Exception {
		this.project = MavenProject.create("project", this.directory.resolve("greeter"));
		this.output = this.directory.resolve("run.txt");
		replace("pom.xml", "	<build>", """
				<dependencies>
					<dependency>
						<groupId>dev.kindling</groupId>
						<artifactId>kindling-test</artifactId>
						<version>0.1.0-SNAPSHOT</version>
						<scope>test</scope>
					</dependency>
				</dependencies>

				<build>""");
		replace(SOURCE, "\\\"event\\\":\" + event", "\\\"id\\\":\\\"\" + id + \"\\\",\\\"event\\\":\" + event");
		Path test = this.project.file("src/test/java/com/example/GreeterTests.java");
		Files.createDirectories(test.getParent());
		Files.writeString(test, TEST);
	}

	@AfterEach
	void end() throws Exception {
		if (this.run != null) {
			this.run.toHandle().destroy();
			this.run.waitFor();
		}
	}

	private void replace(String file, String old, String text) throws IOException {
		Path path = this.project.file(file);
		String before = Files.readString(path);
		assertThat(before).contains(old);
		Files.writeString(path, before.replace(old, text));
	}

	private void record(String... arguments) throws Exception {
		List<String> all = new ArrayList<>(
				List.of("kindling:record", "-Dkindling.functionUrlPort=0", "-Dkindling.endpointPort=0",
						"-Dkindling.dynamodbPort=0", "-Dkindling.console=false", "-Dkindling.initTimeout=60"));
		all.addAll(List.of(arguments));
		this.run = this.project.start(this.output, all.toArray(String[]::new));
		await("Press Ctrl-C");
	}

	private void await(String text) throws IOException, InterruptedException {
		long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
		while (!Files.readString(this.output).contains(text)) {
			assertThat(this.run.isAlive() && System.nanoTime() < end).as(Files.readString(this.output)).isTrue();
			Thread.sleep(50);
		}
	}

	private void post(String path, String body) throws Exception {
		Matcher url = Pattern.compile("Function URL:\\s+(http\\S+)").matcher(Files.readString(this.output));
		assertThat(url.find()).isTrue();
		HttpRequest request = HttpRequest.newBuilder(URI.create(url.group(1) + path))
			.header("Authorization", "Bearer 0123456789")
			.header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(body))
			.build();
		assertThat(HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
			.isEqualTo(200);
	}

	private List<String> recorded() throws IOException {
		try (Stream<Path> files = Files.list(this.project.file(RECORDED))) {
			return files.map((file) -> file.getFileName().toString()).sorted().toList();
		}
	}

	private JsonNode recorded(String name) throws IOException {
		return new ObjectMapper().readTree(this.project.file(RECORDED).resolve(name).toFile());
	}

	@Test
	void aTestReplaysWhatWasRecordedAndTellsWhatHasChanged() throws Exception {
		record();
		post("orders", "{\"name\":\"mamezou\"}");
		await("001-POST-orders.json (masked: authorization; marked in the answer: ");
		assertThat(this.project.run("kindling:invoke", "-Dpayload={\"do\":\"fail\"}").status()).isNotZero();
		Path batch = Files.writeString(this.project.file("batch.json"), """
				{"Records":[{"messageId":"m","eventSource":"aws:sqs","body":"one"}]}""");
		assertThat(this.project.run("kindling:invoke", "-Dfile=" + batch).status()).isZero();
		await("003-sqs-1-record.json");
		end();
		assertThat(recorded()).containsExactly("001-POST-orders.json", "002-event-failed.json",
				"003-sqs-1-record.json");
		JsonNode order = recorded("001-POST-orders.json");
		assertThat(order.at("/event/headers/authorization").asText()).isEqualTo("Bearer masked");
		assertThat(order.at("/answer/id").asText()).isEqualTo("${uuid}");
		assertThat(order.toString()).doesNotContain("0123456789");

		assertThat(this.project.run("package", "-DskipTests").status()).isZero();
		MavenProject.Result same = replay();
		assertThat(same.status()).as(same.output()).isZero();
		assertThat(same.output()).contains("Tests run: 3, Failures: 0, Errors: 0, Skipped: 0");

		replace(SOURCE, "\\\"greeting\\\"", "\\\"salute\\\"");
		assertThat(this.project.run("package", "-DskipTests").status()).isZero();
		MavenProject.Result changed = replay();
		assertThat(changed.status()).isNotZero();
		assertThat(changed.output()).contains("Tests run: 3, Failures: 2, Errors: 0, Skipped: 0",
				RECORDED + "/001-POST-orders.json: the answer isn't the recorded one",
				"answer.greeting: \"Hello\" is missing", "answer.salute: \"Hello\" wasn't recorded");

		MavenProject.Result updated = replay("-Dkindling.recorded.update=true");
		assertThat(updated.status()).as(updated.output()).isZero();
		assertThat(recorded("001-POST-orders.json").at("/answer/salute").asText()).isEqualTo("Hello");
		assertThat(recorded("001-POST-orders.json").at("/answer/id").asText()).isEqualTo("${uuid}");
		MavenProject.Result again = replay();
		assertThat(again.status()).as(again.output()).isZero();
	}

	private MavenProject.Result replay(String... arguments) throws Exception {
		List<String> all = new ArrayList<>(List.of("surefire:test", "-Dkindling.test.mode=jar"));
		all.addAll(List.of(arguments));
		return this.project.run(all.toArray(String[]::new));
	}

	@Test
	void recordsWhatAnExecutableAnswersAndOverwritesNothing() throws Exception {
		assertThat(this.project.run("compile").status()).isZero();
		Path executable = CraftedElf.write(this.project.file("target/bootstrap.new"),
				("#!/bin/sh\nexec " + System.getProperty("java.home") + "/bin/java -cp "
						+ this.project.file("target/classes") + " com.example.Greeter\n")
					.getBytes());
		Files.move(executable, this.project.file("target/bootstrap"), StandardCopyOption.REPLACE_EXISTING);
		Path before = this.project.file(RECORDED).resolve("007-by-hand.json");
		Files.createDirectories(before.getParent());
		Files.writeString(before, "{}");
		record("-Dkindling.native", "-Dkindling.record.masked=name");
		await("greeter has 1 recorded already, which stay");
		post("", "{\"name\":\"mamezou\"}");
		await("008-POST.json");
		end();
		assertThat(recorded("008-POST.json").at("/event/body").asText()).isEqualTo("{\"name\":\"masked\"}");
		assertThat(before).hasContent("{}");
	}

}
