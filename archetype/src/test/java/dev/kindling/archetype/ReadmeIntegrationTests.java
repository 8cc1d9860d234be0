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
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The commands of the README for a project of one's own, word for word and in their
 * order, from an empty folder to an answer.
 */
class ReadmeIntegrationTests {

	private static final Path README = Path.of("..", "README.md");

	private static final String SECTION = "## In your own project\n";

	@TempDir
	private static Path directory;

	@Test
	void twoCommandsLeadToAnAnswerAtTheFunctionUrl() throws Exception {
		List<String> commands = commands();
		assertThat(commands).hasSize(3);
		assertThat(commands.get(0)).startsWith("mvn ").contains(" archetype:generate ");
		assertThat(commands.get(1)).startsWith("mvn ").contains(" kindling:run");
		Maven maven = new Maven(LocalRepository.create(Path.of("target", "repository").toAbsolutePath()), directory,
				Map.of());
		Maven.Result generated = maven.run(arguments(commands.get(0)));
		assertThat(generated.status()).as(generated.output() + generated.errors()).isZero();
		Path output = directory.resolve("run.txt");
		Process run = maven.start(output, arguments(commands.get(1), "-Dkindling.functionUrlPort=0",
				"-Dkindling.endpointPort=0", "-Dkindling.dynamodbPort=0"));
		try {
			answers(commands.get(2), functionUrl(run, output));
		}
		finally {
			run.destroy();
			run.waitFor();
		}
	}

	/**
	 * Sends what the README lets curl send, and gets what was kept once more.
	 */
	private static void answers(String curl, URI url) throws Exception {
		Matcher request = Pattern.compile("curl -i http://127.0.0.1:3000/ -H '(.+): (.+)' -d '(.+)'\n").matcher(curl);
		assertThat(request.matches()).as(curl).isTrue();
		HttpResponse<String> taken = send(HttpRequest.newBuilder(url)
			.header(request.group(1), request.group(2))
			.POST(HttpRequest.BodyPublishers.ofString(request.group(3))));
		assertThat(taken.statusCode()).as(taken.body()).isEqualTo(201);
		assertThat(taken.body()).contains("\"product\":\"tea\"", "\"quantity\":2");
		URI order = url.resolve(taken.headers().firstValue("Location").orElseThrow());
		assertThat(send(HttpRequest.newBuilder(order)).body()).isEqualTo(taken.body());
	}

	private static List<String> commands() throws IOException {
		String readme = Files.readString(README);
		assertThat(readme).contains(SECTION);
		String section = readme.substring(readme.indexOf(SECTION) + SECTION.length());
		section = section.substring(0, section.indexOf("\n## "));
		return Pattern.compile("```sh\n(.+?)```", Pattern.DOTALL)
			.matcher(section)
			.results()
			.map((block) -> block.group(1))
			.toList();
	}

	/**
	 * Splits a command as a shell does, as far as these need it. The plugin's version is
	 * named, since which is the newest is known only where Maven may ask for it.
	 */
	private static String[] arguments(String command, String... more) {
		String plugin = "org.apache.maven.plugins:maven-archetype-plugin:"
				+ System.getProperty("kindling.test.archetype-plugin") + ":";
		List<String> words = Pattern.compile("[^\\s\\\\]+")
			.matcher(command)
			.results()
			.map(MatchResult::group)
			.skip(1)
			.map((word) -> word.replaceFirst("^archetype:", Matcher.quoteReplacement(plugin)))
			.toList();
		return Stream.concat(words.stream(), Arrays.stream(more)).toArray(String[]::new);
	}

	private static URI functionUrl(Process run, Path output) throws IOException, InterruptedException {
		long end = System.nanoTime() + Duration.ofMinutes(5).toNanos();
		while (!Files.readString(output).contains("Press Ctrl-C")) {
			assertThat(run.isAlive() && System.nanoTime() < end).as(Files.readString(output)).isTrue();
			Thread.sleep(100);
		}
		Matcher url = Pattern.compile("Function URL:\\s+(http\\S+)").matcher(Files.readString(output));
		assertThat(url.find()).isTrue();
		return URI.create(url.group(1));
	}

	private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
		return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
	}

}
