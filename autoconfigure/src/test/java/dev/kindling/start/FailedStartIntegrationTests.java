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

package dev.kindling.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import dev.kindling.fake.FakeRuntimeApi;
import dev.kindling.start.apps.FailingApplication;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a process that can't start has printed when it tells Lambda so: Lambda may end it
 * at once.
 */
class FailedStartIntegrationTests {

	@TempDir
	private static Path folder;

	private static StartedApplication application;

	private final CompletableFuture<String> printedBefore = new CompletableFuture<>();

	private FakeRuntimeApi lambda;

	private Path output;

	@BeforeAll
	static void process() throws Exception {
		application = new StartedApplication(FailingApplication.class, folder);
	}

	@BeforeEach
	void start() throws IOException {
		this.output = folder.resolve("output.txt");
		this.lambda = new FakeRuntimeApi();
		this.lambda.onPost((exchange) -> {
			this.printedBefore.complete(Files.readString(this.output));
			exchange.accept();
		});
	}

	@AfterEach
	void stop() throws IOException {
		this.lambda.close();
		assertThat(this.lambda.violations()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "boot", "generated" })
	void printsTheAnalysisBeforeItTellsLambda(String how) throws Exception {
		assertFails(application.command(how));
		assertThat(this.printedBefore.join()).contains("APPLICATION FAILED TO START", "Action:",
				"Consider defining a bean of type 'java.lang.Runnable'");
		assertThat(this.lambda.post().text()).contains("NoSuchBeanDefinitionException");
	}

	@ParameterizedTest
	@ValueSource(strings = { "boot", "lean" })
	void printsAFailureThatNobodyKnowsWithItsTrace(String how) throws Exception {
		assertFails(application.command(how, "--failing=unknown"));
		assertThat(this.printedBefore.join()).contains("Application run failed", "nobody knows this one", "at dev.");
		assertThat(this.lambda.post().text()).contains("nobody knows this one");
	}

	@Test
	void saysItOnce() throws Exception {
		assertFails(application.command("boot"));
		assertThat(Files.readString(this.output)).containsOnlyOnce("APPLICATION FAILED TO START");
	}

	private void assertFails(List<String> command) throws Exception {
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(this.output.toFile());
		builder.environment().put(LambdaProcess.RUNTIME_API, this.lambda.authority());
		Process process = builder.start();
		assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("has ended").isTrue();
		assertThat(process.exitValue()).as(() -> read(this.output)).isEqualTo(1);
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			return ex.toString();
		}
	}

}
