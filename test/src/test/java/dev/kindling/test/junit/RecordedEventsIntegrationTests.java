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

package dev.kindling.test.junit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import dev.kindling.local.invoke.InvokeResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that replay events, as JUnit runs them.
 */
@LambdaTest(value = GreetingApplication.class, mode = LambdaMode.IN_PROCESS, environment = "GREETING=Hello")
class RecordedEventsIntegrationTests {

	private static final String DIRECTORY = "target/recorded-events";

	private static final String HELLO = """
			{"function":"f","handler":"bootstrap","event":{"name":"mamezou"},
			"answer":{"name":"mamezou","greeting":"Hello, mamezou","pid":"${number}","dynamoDb":"none"}}""";

	@BeforeEach
	@AfterEach
	void clear() throws IOException {
		System.clearProperty(RecordedEvent.UPDATE_PROPERTY);
		Path directory = Path.of(DIRECTORY);
		if (Files.exists(directory)) {
			try (Stream<Path> files = Files.walk(directory)) {
				files.sorted(Comparator.reverseOrder()).forEach((file) -> file.toFile().delete());
			}
		}
	}

	@RecordedEvents
	void answersAsRecorded(RecordedEvent event) {
		InvokeResult result = event.replay();
		assertThat(result.isError()).isEqualTo(event.toString().endsWith("-failed.json"));
		assertThat(event.file()).hasParentRaw(Path.of("src/test/resources/events/recorded/greeting"));
	}

	private static Path write(String function, String name, String text) throws IOException {
		Path directory = Files.createDirectories(Path.of(DIRECTORY, function));
		return Files.writeString(directory.resolve(name), text);
	}

	private static TestExecutionSummary run(Class<?> test) {
		SummaryGeneratingListener listener = new SummaryGeneratingListener();
		LauncherFactory.create()
			.execute(LauncherDiscoveryRequestBuilder.request().selectors(DiscoverySelectors.selectClass(test)).build(),
					listener);
		return listener.getSummary();
	}

	private static String failure(TestExecutionSummary summary) {
		assertThat(summary.getFailures()).hasSize(1);
		Throwable failure = summary.getFailures().get(0).getException();
		assertThat(failure).isNotNull();
		return String.valueOf(failure.getMessage());
	}

	@Test
	void runsOnceForEachFileAndShowsItsName() throws IOException {
		write("f", "002-second.json", HELLO.replace("mamezou", "second"));
		write("f", "001-first.json", HELLO);
		SummaryGeneratingListener listener = new SummaryGeneratingListener();
		List<String> names = new ArrayList<>();
		LauncherFactory.create()
			.execute(LauncherDiscoveryRequestBuilder.request()
				.selectors(DiscoverySelectors.selectClass(Replaying.class))
				.build(), listener, new TestExecutionListener() {

					@Override
					public void executionFinished(TestIdentifier test, TestExecutionResult result) {
						if (test.isTest()) {
							names.add(test.getDisplayName());
						}
					}

				});
		assertThat(listener.getSummary().getTotalFailureCount()).isZero();
		assertThat(names).containsExactly("001-first.json", "002-second.json");
	}

	@Test
	void failsWithFilePathAndBothValuesWhenTheAnswerDiffers() throws IOException {
		write("f", "001-first.json", HELLO.replace("Hello", "Hi").replace("\"dynamoDb\":\"none\"", "\"old\":1"));
		assertThat(failure(run(Replaying.class))).isEqualTo(DIRECTORY + """
				/f/001-first.json: the answer isn't the recorded one
				  answer.greeting: expected "Hi, mamezou", but was "Hello, mamezou"
				  answer.old: 1 is missing
				  answer.dynamoDb: "none" wasn't recorded
				If it is right: -Dkindling.recorded.update=true records it. A value that changes from run to run is \
				marked in the file, such as "${any}" or "${number}".""");
	}

	@Test
	void failsWhenAnErrorWasRecordedAndThereIsNoneAnyMore() throws IOException {
		write("f", "001-failed.json", """
				{"event":{"name":"x"},"failed":true,"answer":{"errorMessage":"on purpose"}}""");
		assertThat(failure(run(Replaying.class))).contains("failed: true is missing",
				"answer.errorMessage: \"on purpose\" is missing", "answer.greeting: \"Hello, x\" wasn't recorded");
	}

	@Test
	void recordsTheNewAnswerWhenItIsToldTo() throws IOException {
		Path file = write("f", "001-first.json", HELLO.replace("Hello", "Hi"));
		System.setProperty(RecordedEvent.UPDATE_PROPERTY, "true");
		assertThat(run(Replaying.class).getTotalFailureCount()).isZero();
		assertThat(file).content()
			.contains("\"greeting\": \"Hello, mamezou\"", "\"pid\": \"${number}\"", "\"name\": \"mamezou\"");
		System.clearProperty(RecordedEvent.UPDATE_PROPERTY);
		assertThat(run(Replaying.class).getTotalFailureCount()).isZero();
		System.setProperty(RecordedEvent.UPDATE_PROPERTY, "yes");
		write("f", "001-first.json", HELLO.replace("Hello", "Hi"));
		assertThat(failure(run(Replaying.class))).isEqualTo("kindling.recorded.update is true or false, not 'yes'");
	}

	@Test
	void hidesTheCredentialsOfTheEnvironmentInANewAnswer() throws IOException {
		Path file = write("f", "001-first.json", HELLO.replace("Hello", "Hi"));
		System.setProperty(RecordedEvent.UPDATE_PROPERTY, "true");
		assertThat(run(ReplayingWithPassword.class).getTotalFailureCount()).isZero();
		assertThat(file).content().contains("\"greeting\": \"${any}, mamezou\"").doesNotContain("tomato-soup");
	}

	@Test
	void failsWithoutRecordedEvents() throws IOException {
		assertThat(failure(run(Replaying.class))).startsWith("There is no directory " + DIRECTORY)
			.contains("mvn kindling:record");
		Files.createDirectories(Path.of(DIRECTORY, "f"));
		assertThat(failure(run(Replaying.class))).startsWith("There are no recorded events in " + DIRECTORY + "/f");
	}

	@Test
	void asksWhichFunctionIsMeantWhenThereAreSeveral() throws IOException {
		write("f", "001-first.json", HELLO);
		write("g", "001-first.json", HELLO);
		assertThat(failure(run(Replaying.class))).contains("choose one of them by @RecordedEvents(\"f\"): f, g");
		assertThat(run(ReplayingG.class).getTestsSucceededCount()).isEqualTo(1);
	}

	@Test
	void refusesTheEventsOfAnotherFunction() throws IOException {
		write("f", "001-first.json", HELLO.replace("bootstrap", "store"));
		assertThat(failure(run(Replaying.class))).contains("is of the function store",
				"@LambdaTest(handler = \"store\")");
	}

	@Test
	void failsWhenTheTestReplaysNothing() throws IOException {
		write("f", "001-first.json", HELLO);
		assertThat(failure(run(Forgetting.class))).endsWith("wasn't replayed: the test has to call replay()");
		assertThat(failure(run(WithoutEvent.class))).contains("has no parameter of the type RecordedEvent");
	}

	@Test
	void saysWhichFileCantBeRead() throws IOException {
		write("f", "001-first.json", "{\"event\":");
		assertThat(failure(run(Replaying.class))).contains("001-first.json is no JSON: ");
	}

	@LambdaTest(value = GreetingApplication.class, mode = LambdaMode.IN_PROCESS, environment = "GREETING=Hello")
	static class Replaying {

		@RecordedEvents(directory = DIRECTORY)
		void replays(RecordedEvent event) {
			event.replay();
		}

	}

	@LambdaTest(value = GreetingApplication.class, mode = LambdaMode.IN_PROCESS,
			environment = { "GREETING=tomato-soup", "DB_PASSWORD=tomato-soup" })
	static class ReplayingWithPassword {

		@RecordedEvents(directory = DIRECTORY)
		void replays(RecordedEvent event) {
			event.replay();
		}

	}

	@LambdaTest(value = GreetingApplication.class, mode = LambdaMode.IN_PROCESS, environment = "GREETING=Hello")
	static class ReplayingG {

		@RecordedEvents(value = "g", directory = DIRECTORY)
		void replays(RecordedEvent event) {
			event.replay();
		}

	}

	@LambdaTest(value = GreetingApplication.class, mode = LambdaMode.IN_PROCESS)
	static class Forgetting {

		@RecordedEvents(directory = DIRECTORY)
		void replays(RecordedEvent event) {
		}

	}

	@LambdaTest(value = GreetingApplication.class, mode = LambdaMode.IN_PROCESS)
	static class WithoutEvent {

		@RecordedEvents(directory = DIRECTORY)
		void replays() {
		}

	}

}
