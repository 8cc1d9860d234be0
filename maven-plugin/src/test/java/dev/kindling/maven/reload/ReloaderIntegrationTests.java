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

package dev.kindling.maven.reload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;

import dev.kindling.local.invoke.InvokeResult;
import dev.kindling.local.LocalLambda;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A function in an environment of its own whose project is edited, with a compiler.
 */
class ReloaderIntegrationTests {

	@TempDir
	private Path directory;

	private final List<String> logs = new CopyOnWriteArrayList<>();

	private final List<String> messages = new CopyOnWriteArrayList<>();

	private JavaProject project;

	private Reloader reloader;

	private LocalLambda lambda;

	private Thread thread;

	@BeforeEach
	void create() throws Exception {
		this.project = new JavaProject(this.directory);
	}

	@AfterEach
	void end() throws Exception {
		if (this.lambda != null) {
			long pid = this.lambda.pid();
			this.thread.interrupt();
			this.thread.join();
			this.lambda.close();
			assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
		}
		if (this.reloader != null) {
			this.reloader.close();
		}
		assertThat(this.directory.toFile().list()).noneMatch((name) -> name.startsWith("kindling-run"));
	}

	private void start() throws Exception {
		start(new ClassesApplication(this.project.classes(), List.of(), this.directory, null, List.of()), this.project,
				List.of(this.project.sources()));
	}

	private void start(Application application, Build build, List<Path> sources) throws Exception {
		this.reloader = new Reloader(() -> sources, List.of(this.directory.resolve("pom.xml")), build, application,
				new Copies(this.directory), new SystemStreamLog() {

					@Override
					public void info(CharSequence content) {
						ReloaderIntegrationTests.this.messages.add(content.toString());
					}

					@Override
					public void warn(CharSequence content) {
						info(content);
					}

					@Override
					public void error(CharSequence content) {
						info(content);
					}

				});
		this.lambda = LocalLambda.builder()
			.code(this.reloader.start())
			.codeCheck(this.reloader)
			.timeout(Duration.ofSeconds(30))
			.initTimeout(Duration.ofSeconds(30))
			.logs(this.logs::add)
			.build();
		this.thread = new Thread(() -> {
			try {
				this.reloader.run(this.lambda, () -> this.messages.add("deployed"));
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}, "reloads");
		this.thread.start();
	}

	private String answer() {
		InvokeResult result = this.lambda.invoke("{}");
		return (result.errorMessage() != null) ? result.errorMessage() : result.json().asText();
	}

	@Test
	void answersTheEventAfterAnEditWithTheNewCode() throws Exception {
		start();
		assertThat(answer()).isEqualTo("Hello nobody");
		for (String greeting : List.of("Hi", "Moin", "Servus")) {
			this.project.greet(greeting);
			assertThat(answer()).isEqualTo(greeting + " nobody");
		}
		assertThat(this.lambda.coldStarts()).isEqualTo(4);
		assertThat(this.messages).contains("Greeting.java changed",
				"Reloaded Greeting.java: the next event gets a new environment", "deployed");
	}

	@Test
	void answersTheEventAfterAResourceIsWrittenWithIt() throws Exception {
		start();
		assertThat(answer()).isEqualTo("Hello nobody");
		Files.writeString(this.project.sources().resolve("greeting.txt"), "mamezou");
		assertThat(answer()).isEqualTo("Hello mamezou");
	}

	@Test
	void showsTheCompilersErrorsWhereTheAnswerWouldBeAndGoesOnOnceTheyAreMended() throws Exception {
		start();
		assertThat(answer()).isEqualTo("Hello nobody");
		long pid = this.lambda.pid();
		this.project.replace("\"Hello\";", "\"Hello\"");
		assertThat(answer()).contains("Greeting.java:6", "';' expected");
		assertThat(answer()).as("and no event is handled by old code").contains("';' expected");
		assertThat(this.messages).anyMatch((message) -> message.contains("';' expected"))
			.contains("Events are answered with this until it is mended");
		this.project.replace("\"Hello\"", "\"Hello\";");
		assertThat(answer()).isEqualTo("Hello nobody");
		assertThat(this.lambda.pid()).as("the last good code goes on").isEqualTo(pid);
		this.project.replace("\"Hello\";", "\"Hello\"");
		assertThat(answer()).contains("';' expected");
		this.project.replace("\"Hello\"", "\"Hi\";");
		assertThat(answer()).isEqualTo("Hi nobody");
	}

	@Test
	void findsErrorsWithoutAnEvent() throws Exception {
		start();
		this.project.replace("\"Hello\";", "\"Hello\"");
		await(() -> this.messages.contains("Events are answered with this until it is mended"));
	}

	@Test
	void seesAnEditDuringABuild() throws Exception {
		List<String> greetings = new CopyOnWriteArrayList<>(List.of("Hi", "Moin"));
		start(new ClassesApplication(this.project.classes(), List.of(), this.directory, null, List.of()), (changes) -> {
			this.project.run(changes);
			if (!greetings.isEmpty()) {
				this.project.greet(greetings.remove(0));
			}
		}, List.of(this.project.sources()));
		await(() -> greetings.isEmpty());
		assertThat(answer()).isEqualTo("Moin nobody");
	}

	@Test
	void buildsRarelyWhatChangesByBeingBuilt() throws Exception {
		Path generated = this.project.sources().resolve("generated.txt");
		start(new ClassesApplication(this.project.classes(), List.of(), this.directory, null, List.of()), (changes) -> {
			this.project.run(changes);
			try {
				Files.writeString(generated, "by build " + this.project.builds());
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}, List.of(this.project.sources()));
		Thread.sleep(8000);
		assertThat(this.project.builds()).isLessThan(8);
		this.project.greet("Hi");
		assertThat(answer()).as("an event doesn't wait for the next").isEqualTo("Hi nobody");
	}

	@Test
	void keepsTheEnvironmentWhenNothingHasChanged() throws Exception {
		start();
		answer();
		long pid = this.lambda.pid();
		Path source = this.project.sources().resolve("Greeting.java");
		Files.setLastModifiedTime(source, FileTime.fromMillis(System.currentTimeMillis() + 5000));
		Files.writeString(this.project.sources().resolve("Greeting.java~"), "an editor's");
		answer();
		assertThat(this.project.builds()).as("a touch is no change").isEqualTo(1);
		Files.writeString(source, Files.readString(source) + "// nothing\n");
		answer();
		assertThat(this.project.builds()).isEqualTo(2);
		assertThat(this.lambda.pid()).as("the class is the same").isEqualTo(pid);
		assertThat(this.lambda.coldStarts()).isEqualTo(1);
	}

	@Test
	void runsWhatSomeoneElseHasCompiled() throws Exception {
		start(new ClassesApplication(this.project.classes(), List.of(), this.directory, null, List.of()), this.project,
				List.of());
		assertThat(answer()).isEqualTo("Hello nobody");
		this.project.greet("Hi");
		this.project.compile(this.project.classes());
		assertThat(answer()).isEqualTo("Hi nobody");
		assertThat(this.project.builds()).as("it is compiled already").isEqualTo(1);
	}

	/**
	 * A compiler's file is empty for a moment, and its files come one after the other.
	 */
	@Test
	void waitsForACompilerThatIsAtWork() throws Exception {
		start();
		assertThat(answer()).isEqualTo("Hello nobody");
		Path target = Files.createDirectory(this.directory.resolve("elsewhere"));
		this.project.greet("Hi");
		this.project.compile(target);
		CompletableFuture<Void> ide = CompletableFuture.runAsync(() -> {
			try {
				for (int i = 0; i < 10; i++) {
					for (String name : List.of("Greeting.class", "Greeter.class")) {
						Path file = this.project.classes().resolve("com/example").resolve(name);
						Files.write(file, new byte[0]);
						Thread.sleep(20);
						Files.copy(target.resolve("com/example").resolve(name), file,
								StandardCopyOption.REPLACE_EXISTING);
						Thread.sleep(100);
					}
				}
			}
			catch (Exception ex) {
				throw new IllegalStateException(ex);
			}
		});
		while (!ide.isDone()) {
			assertThat(answer()).isEqualTo("Hi nobody");
			Thread.sleep(30);
		}
		ide.get();
		assertThat(answer()).isEqualTo("Hi nobody");
		assertThat(this.logs).noneMatch((line) -> line.contains("Error"));
	}

	@Test
	void letsTheEventEndThatIsBeingHandled() throws Exception {
		start();
		answer();
		CompletableFuture<String> handled = CompletableFuture
			.supplyAsync(() -> this.lambda.invoke("\"sleep\"").json().asText());
		await(() -> this.logs.stream().filter((line) -> line.startsWith("START")).count() == 2);
		this.project.greet("Hi");
		assertThat(answer()).isEqualTo("Hi nobody");
		assertThat(handled.get()).isEqualTo("Hello nobody");
	}

	@Test
	void compilesAgainWhatHasBeenDeleted() throws Exception {
		start();
		answer();
		long pid = this.lambda.pid();
		for (Path file : JavaProject.list(this.project.classes(), ".class")) {
			Files.delete(file);
		}
		assertThat(answer()).isEqualTo("Hello nobody");
		assertThat(this.project.builds()).isEqualTo(2);
		assertThat(this.lambda.pid()).as("it ran from a copy").isEqualTo(pid);
	}

	@Test
	void saysThatNothingCanBeStarted() throws Exception {
		start();
		answer();
		Path main = this.project.sources().resolve("Greeter.java");
		String source = Files.readString(main);
		Files.writeString(main, source.replace("void main(", "void run("));
		assertThat(answer()).startsWith("There is no class with a main method in ").contains("-Dkindling.mainClass");
		Files.writeString(main, source);
		assertThat(answer()).isEqualTo("Hello nobody");
		Files.writeString(this.project.sources().resolve("Other.java"),
				"package com.example; class Other { public static void main(String[] args) { } }");
		assertThat(answer()).contains("com.example.Greeter", "com.example.Other", "-Dkindling.mainClass");
	}

	@Test
	void refusesToStartWithWhatDoesNotCompile() throws Exception {
		this.project.replace("\"Hello\";", "\"Hello\"");
		assertThatExceptionOfType(BuildFailure.class).isThrownBy(this::start).withMessageContaining("';' expected");
	}

	@Test
	void saysThatAChangedPomNeedsANewStart() throws Exception {
		Files.writeString(this.directory.resolve("pom.xml"), "<project/>");
		start();
		Files.writeString(this.directory.resolve("pom.xml"), "<project></project>");
		assertThat(answer()).isEqualTo("Hello nobody");
		assertThat(this.messages).containsExactly(
				"The POM has changed. What runs is of the old one:" + " end with Ctrl-C and start kindling:run again");
	}

	@Test
	void runsAnExecutableThatIsBuiltAnew() throws Exception {
		this.project.run(Changes.NONE);
		startPackaged(PackagedApplication.executable(this.project.executable(), "Build it"));
		assertThat(answer()).isEqualTo("Hello nobody");
		this.project.greet("Hi");
		assertThat(answer()).as("until it is built").isEqualTo("Hello nobody");
		this.project.run(Changes.NONE);
		Path executable = this.project.executable();
		assertThat(answer()).isEqualTo("Hi nobody");
		Files.delete(executable);
		assertThat(answer()).isEqualTo("Build it");
		this.project.executable();
		assertThat(answer()).isEqualTo("Hi nobody");
	}

	@Test
	void runsAJarThatIsBuiltAnew() throws Exception {
		this.project.run(Changes.NONE);
		startPackaged(PackagedApplication.jar(this.project.jar(), "Build it", List.of()));
		assertThat(answer()).isEqualTo("Hello nobody");
		this.project.greet("Hi");
		this.project.run(Changes.NONE);
		this.project.jar();
		assertThat(answer()).isEqualTo("Hi nobody");
	}

	private void startPackaged(Application application) throws Exception {
		start(application, (changes) -> {
		}, List.of());
	}

	private static void await(BooleanSupplier condition) throws InterruptedException {
		long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
		while (!condition.getAsBoolean()) {
			assertThat(System.nanoTime()).as("in time").isLessThan(end);
			Thread.sleep(20);
		}
	}

}
