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
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * The commands of README and docs, word for word and in their order: those for a project
 * of one's own, from an empty folder to an answer; the others in the project that
 * docs/project.md writes by hand. A command that is neither run here nor marked with the
 * reason fails.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DocumentedCommandsIntegrationTests {

	private static final String QUEUE_AND_SCHEDULE = """
			package com.example;

			import java.util.function.Consumer;
			import java.util.function.Supplier;

			import org.springframework.context.annotation.Bean;
			import org.springframework.context.annotation.Configuration;

			@Configuration(proxyBeanMethods = false)
			class MoreFunctions {

				@Bean
				Consumer<String> store() {
					return (order) -> { };
				}

				@Bean
				Supplier<String> report() {
					return () -> "all is well";
				}

			}
			""";

	@TempDir
	private static Path directory;

	private static List<DocumentedCommand> commands;

	private static Maven maven;

	@BeforeAll
	static void read() throws IOException {
		commands = new ArrayList<>(DocumentedCommand.all());
		maven = new Maven(LocalRepository.create(Path.of("target", "repository").toAbsolutePath()), directory,
				Map.of());
	}

	@AfterAll
	static void list() {
		commands.stream()
			.filter((command) -> command.reason() != null)
			.forEach((command) -> System.out.println("NOT RUN: " + command));
	}

	@Test
	@Order(1)
	void twoCommandsOfTheReadmeLeadToAnAnswerAtTheFunctionUrl() throws Exception {
		DocumentedCommand generate = take("README.md", "mvn -B archetype:generate ");
		assertThat(take("project.md", "mvn -B archetype:generate ").command()).isEqualTo(generate.command());
		run(maven, generate);
		DocumentedCommand run = take("README.md", "mvn -f orders package kindling:run");
		DocumentedCommand curl = take("README.md", "curl -i http://127.0.0.1:3000/ ");
		try (RunningFunction function = RunningFunction.start(maven, directory.resolve("orders.txt"), arguments(run))) {
			HttpResponse<String> taken = function.curl(curl.words());
			assertThat(taken.statusCode()).as(taken.body()).isEqualTo(201);
			assertThat(taken.body()).contains("\"product\":\"tea\"", "\"quantity\":2");
			URI order = function.functionUrl().resolve(taken.headers().firstValue("Location").orElseThrow());
			assertThat(RunningFunction.send(HttpRequest.newBuilder(order)).body()).isEqualTo(taken.body());
		}
	}

	@Test
	@Order(2)
	void theProjectThatIsWrittenByHandRunsHereAndIsInvoked() throws Exception {
		Maven project = byHand();
		DocumentedCommand run = take("local.md", "mvn kindling:run");
		DocumentedCommand curl = take("local.md", "curl ");
		DocumentedCommand payload = take("local.md", "mvn -q kindling:invoke -Dpayload=");
		DocumentedCommand file = take("local.md", "mvn -q kindling:invoke -Dfile=event.json");
		Files.writeString(project.directory().resolve("event.json"), "{\"name\":\"mamezou\"}");
		try (RunningFunction function = RunningFunction.start(project, directory.resolve("run.txt"), arguments(run))) {
			HttpResponse<String> answer = function.curl(curl.words());
			assertThat(answer.statusCode()).as(function.output()).isEqualTo(200);
			assertThat(answer.body()).contains("\"name\":\"mamezou\"");
			for (DocumentedCommand invoke : List.of(payload, file)) {
				assertThat(run(project, invoke).output())
					.matches("\\{\"id\":\"[0-9a-f-]{36}\",\"name\":\"mamezou\"}\n");
			}
			assertThat(function.output().split("REPORT RequestId: ")).hasSize(4);
		}
	}

	@Test
	@Order(3)
	void aDebuggerAttaches() throws Exception {
		int port;
		try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			port = free.getLocalPort();
		}
		DocumentedCommand run = take("local.md", "mvn kindling:run -Dkindling.debug=5005");
		List<String> arguments = arguments(run).stream().map((word) -> word.replace("5005", "" + port)).toList();
		try (RunningFunction function = RunningFunction.start(maven.in("sample-function"),
				directory.resolve("debug.txt"), arguments)) {
			RunningFunction.send(HttpRequest.newBuilder(function.functionUrl())
				.POST(HttpRequest.BodyPublishers.ofString("{\"name\":\"mamezou\"}")));
			try (Socket debugger = new Socket(InetAddress.getLoopbackAddress(), port)) {
				byte[] greeting = "JDWP-Handshake".getBytes(StandardCharsets.US_ASCII);
				debugger.getOutputStream().write(greeting);
				assertThat(debugger.getInputStream().readNBytes(greeting.length)).isEqualTo(greeting);
			}
		}
	}

	@Test
	@Order(4)
	void aTemplateSaysWhatCallsTheFunctions() throws Exception {
		Path sources = maven.in("sample-function").directory().resolve("src/main/java/com/example");
		Files.writeString(sources.resolve("MoreFunctions.java"), QUEUE_AND_SCHEDULE);
		DocumentedCommand sam = take("deploy.md", "mvn compile kindling:sam ");
		run(maven.in("sample-function"), sam);
		assertThat(maven.in("sample-function").directory().resolve("template.yaml")).content()
			.contains("Handler: \"store\"", "Type: SQS", "Type: Schedule");
	}

	@Test
	@Order(5)
	void eachCommandIsRunOrSaysWhyNot() {
		assertThat(commands).filteredOn((command) -> command.reason() == null).isEmpty();
		assertThat(
				DocumentedCommand.in("x", "```sh\nmvn a # why\n```\n<!-- not run by a test: dear -->\n```sh\nb\n```\n"))
			.extracting(DocumentedCommand::command, DocumentedCommand::reason)
			.containsExactly(tuple("mvn a", null), tuple("b", "dear"));
	}

	/**
	 * Writes what docs/project.md lets its readers write.
	 */
	private static Maven byHand() throws IOException {
		String text = Files.readString(Path.of("..", "docs", "project.md"));
		text = text.substring(text.indexOf("## By hand"));
		Path project = Files.createDirectories(directory.resolve("sample-function"));
		Files.writeString(project.resolve("pom.xml"), "<project>\n<modelVersion>4.0.0</modelVersion>\n"
				+ "<groupId>com.example</groupId>\n<artifactId>sample-function</artifactId>\n<version>1</version>\n"
				+ block(text, "xml") + "</project>\n");
		Path source = project.resolve("src/main/java/com/example/SampleApplication.java");
		assertThat(text).contains("`" + project.relativize(source) + "`");
		Files.createDirectories(source.getParent());
		Files.writeString(source, block(text, "java"));
		return maven.in("sample-function");
	}

	private static String block(String text, String language) {
		Matcher block = Pattern.compile("^ *```" + language + "\\n(.*?)^ *```", Pattern.DOTALL | Pattern.MULTILINE)
			.matcher(text);
		assertThat(block.find()).isTrue();
		return block.group(1);
	}

	/**
	 * Takes the next command of a document that isn't run yet.
	 */
	private static DocumentedCommand take(String document, String beginning) {
		DocumentedCommand next = commands.stream()
			.filter((command) -> command.document().equals(document) && command.reason() == null)
			.findFirst()
			.orElseThrow(() -> new AssertionError(document + " has no more commands"));
		assertThat(next.toString()).contains(": " + beginning);
		commands.remove(next);
		return next;
	}

	private static Maven.Result run(Maven where, DocumentedCommand command) throws Exception {
		Maven.Result result = where.run(arguments(command).toArray(String[]::new));
		assertThat(result.status()).as(command + "\n" + result.output() + result.errors()).isZero();
		return result;
	}

	/**
	 * Maven's arguments. The plugin's version is named, since which is the newest is
	 * known only where Maven may ask for it.
	 */
	private static List<String> arguments(DocumentedCommand command) {
		String plugin = "org.apache.maven.plugins:maven-archetype-plugin:"
				+ System.getProperty("kindling.test.archetype-plugin") + ":";
		List<String> words = command.words();
		assertThat(words.get(0)).isEqualTo("mvn");
		return words.stream()
			.skip(1)
			.map((word) -> word.replaceFirst("^archetype:", Matcher.quoteReplacement(plugin)))
			.toList();
	}

}
