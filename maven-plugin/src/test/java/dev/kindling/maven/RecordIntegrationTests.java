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

	/**
	 * In the versions of this build, which are there without a network.
	 */
	private static final String DEPENDENCIES = """
			<dependencyManagement>
				<dependencies>
					<dependency>
						<groupId>dev.kindling</groupId>
						<artifactId>kindling-parent</artifactId>
						<version>0.1.0-SNAPSHOT</version>
						<type>pom</type>
						<scope>import</scope>
					</dependency>
				</dependencies>
			</dependencyManagement>

			<dependencies>
				<dependency>
					<groupId>dev.kindling</groupId>
					<artifactId>kindling-test</artifactId>
					<scope>test</scope>
				</dependency>
			</dependencies>

			""";

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
		replace("pom.xml", "	<build>", DEPENDENCIES + "	<build>");
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

	private HttpResponse<String> post(String announced, String path, String body, String... headers) throws Exception {
		Matcher url = Pattern.compile(announced + "\\s+(http\\S+)").matcher(Files.readString(this.output));
		assertThat(url.find()).isTrue();
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url.group(1)).resolve(path))
			.POST(HttpRequest.BodyPublishers.ofString(body));
		if (headers.length > 0) {
			request.headers(headers);
		}
		return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
	}

	private void send(String path, String body) throws Exception {
		assertThat(post("Function URL:", path, body, "Authorization", "Bearer 0123456789", "Content-Type",
				"application/json")
			.statusCode()).isEqualTo(200);
	}

	private HttpResponse<String> invoke(String event) throws Exception {
		return post("--endpoint-url", "/2015-03-31/functions/greeter/invocations", event);
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
		send("orders", "{\"name\":\"mamezou\"}");
		await("001-POST-orders.json (masked: authorization; marked in the answer: ");
		assertThat(invoke("{\"do\":\"fail\"}").headers().firstValue("X-Amz-Function-Error")).hasValue("Unhandled");
		invoke("{\"Records\":[{\"messageId\":\"m\",\"eventSource\":\"aws:sqs\",\"body\":\"one\"}]}");
		await("003-sqs-1-record.json");
		end();
		assertThat(recorded()).containsExactly("001-POST-orders.json", "002-event-failed.json",
				"003-sqs-1-record.json");
		JsonNode order = recorded("001-POST-orders.json");
		assertThat(order.at("/event/headers/authorization").asText()).isEqualTo("Bearer masked");
		assertThat(order.at("/answer/id").asText()).isEqualTo("${uuid}");
		assertThat(order.toString()).doesNotContain("0123456789");

		MavenProject.Result same = replay();
		assertThat(same.status()).as(same.output()).isZero();
		assertThat(same.output()).contains("Tests run: 3, Failures: 0, Errors: 0, Skipped: 0");

		replace(SOURCE, "\\\"greeting\\\"", "\\\"salute\\\"");
		MavenProject.Result changed = replay();
		assertThat(changed.status()).isNotZero();
		assertThat(changed.output()).contains("Tests run: 3, Failures: 2, Errors: 0, Skipped: 0",
				RECORDED + "/001-POST-orders.json: the answer isn't the recorded one",
				"answer.greeting: \"Hello\" is missing", "answer.salute: \"Hello\" wasn't recorded");
	}

	/**
	 * The test needs the jar, which Maven's life cycle makes after it.
	 */
	private MavenProject.Result replay() throws Exception {
		return this.project.run("test-compile", "jar:jar", "surefire:test", "-Dkindling.test.mode=jar");
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
		send("", "{\"name\":\"mamezou\"}");
		await("008-POST.json");
		end();
		assertThat(recorded("008-POST.json").at("/event/body").asText()).isEqualTo("{\"name\":\"masked\"}");
		assertThat(before).hasContent("{}");
	}

}
