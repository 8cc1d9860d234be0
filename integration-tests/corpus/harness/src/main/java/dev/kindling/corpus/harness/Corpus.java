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

package dev.kindling.corpus.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

import dev.kindling.processes.ClassArchive;

/**
 * Runs a module's applications on the JVM, two at a time: each through Spring Boot, then
 * as it was processed ahead of time.
 */
final class Corpus {

	private static final List<String> JVM = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto",
			"-Dfile.encoding=UTF-8", "-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8");

	/**
	 * What gives Spring's own ahead-of-time processing, to see whose a difference is.
	 */
	private static final List<String> KEEP = List.of("-Dkindling.start.lean=false", "-Dkindling.aot.keep=all",
			"-Dkindling.aot.unneeded-beans=keep");

	private final Module module;

	private final ClassPath classPath;

	private final OwnClasses ownClasses;

	private final Path driver;

	private final Path folder;

	private final ClassArchive archive;

	Corpus(Module module, ClassPath classPath) {
		this(module, classPath, module.folder());
	}

	/**
	 * Creates it.
	 * @param module whose applications are run
	 * @param classPath the module's libraries
	 * @param folder where to write
	 */
	Corpus(Module module, ClassPath classPath, Path folder) {
		this.folder = folder;
		this.module = module;
		this.classPath = classPath;
		this.ownClasses = new OwnClasses(module);
		this.archive = new ClassArchive(classPath.common(), folder);
		try {
			this.driver = Path.of(Corpus.class.getProtectionDomain().getCodeSource().getLocation().toURI());
		}
		catch (java.net.URISyntaxException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Runs applications.
	 * @param programs the applications
	 * @param services what they need
	 * @return what each did
	 */
	Map<Program, List<Outcome>> run(List<Program> programs, Services services) throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(2);
		try {
			int half = (programs.size() + 1) / 2;
			List<Future<Map<String, Processed>>> processing = new ArrayList<>();
			for (List<Program> part : List.of(programs.subList(0, half), programs.subList(half, programs.size()))) {
				processing.add(threads.submit(() -> process(part)));
			}
			Map<String, Processed> processed = new LinkedHashMap<>();
			for (Future<Map<String, Processed>> future : processing) {
				processed.putAll(result(future));
			}
			Map<Program, Future<List<Outcome>>> running = new LinkedHashMap<>();
			for (Program program : programs) {
				Callable<List<Outcome>> run = () -> start(program, processed.get(program.name()), services);
				running.put(program, threads.submit(run));
			}
			Map<Program, List<Outcome>> outcomes = new LinkedHashMap<>();
			for (Map.Entry<Program, Future<List<Outcome>>> entry : running.entrySet()) {
				outcomes.put(entry.getKey(), result(entry.getValue()));
			}
			return outcomes;
		}
		finally {
			threads.shutdownNow();
		}
	}

	/**
	 * How an application is started through Spring Boot, and lean.
	 * @param program the application
	 * @return what makes the commands, one for each process, to which arguments can be
	 * added
	 */
	Map<Start, Supplier<List<String>>> commands(Program program) throws Exception {
		Processed processed = process(List.of(program)).get(program.name());
		if (!processed.succeeded() || !processed.isLean()) {
			throw new IllegalStateException(program.name() + " doesn't start lean: " + processed.log());
		}
		return Map.of(Start.BOOT, () -> boot(program, processed), Start.LEAN, () -> lean(program, processed));
	}

	private static <T> T result(Future<T> future) throws Exception {
		try {
			return future.get();
		}
		catch (ExecutionException ex) {
			throw (ex.getCause() instanceof Exception cause) ? cause : ex;
		}
	}

	private Map<String, Processed> process(List<Program> programs) throws Exception {
		List<String> command = java(this.driver.toString(), AotDriver.class.getName());
		Map<String, Processed> processed = new LinkedHashMap<>();
		for (Program program : programs) {
			Path folder = this.folder.resolve(program.name());
			clean(folder);
			String main = program.mainClass(this.module.classes(), this.module.group());
			command.add(main);
			command.add(folder.toString());
			Processed result = new Processed(main, folder, new ArrayList<>());
			this.ownClasses.copy(program, result.application());
			command.add(this.classPath.of(program.features(), result.application()));
			processed.put(main, result);
		}
		List<String> log = new ArrayList<>();
		for (String line : output(command)) {
			if (line.startsWith(AotDriver.BEGINS)) {
				log = processed.get(line.substring(AotDriver.BEGINS.length())).log();
			}
			else {
				log.add(line);
			}
		}
		Map<String, Processed> byName = new LinkedHashMap<>();
		for (Processed result : processed.values()) {
			Files.write(result.folder().resolve("aot.log"), result.log());
			byName.put(result.folder().getFileName().toString(), result);
		}
		return byName;
	}

	private static List<String> output(List<String> command) throws IOException, InterruptedException {
		Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		process.waitFor();
		return output.lines().toList();
	}

	private List<Outcome> start(Program program, Processed processed, Services services) throws IOException {
		Map<String, String> environment = services.start(program.services());
		List<Outcome> outcomes = new ArrayList<>();
		outcomes.add(start(program, Start.BOOT, processed, environment, boot(program, processed)));
		if (!processed.succeeded()) {
			outcomes.add(Outcome.notProcessed(program, processed));
		}
		else if (processed.isLean()) {
			Outcome lean = start(program, Start.LEAN, processed, environment, lean(program, processed));
			outcomes.add(lean);
			if (!lean.differences(program).isEmpty()) {
				Outcome generated = start(program, Start.GENERATED, processed, environment,
						generated(program, processed));
				boolean same = generated.differences(program).isEmpty();
				outcomes.set(1, lean.withNote("through Spring Boot " + (same ? "the same" : "different, too")));
			}
		}
		else {
			outcomes.add(start(program, Start.GENERATED, processed, environment, generated(program, processed))
				.withNote("not lean, as " + processed.reason()));
		}
		return outcomes;
	}

	private List<String> boot(Program program, Processed processed) {
		return started(this.classPath.of(program.features(), processed.application()), processed.mainClass());
	}

	private List<String> lean(Program program, Processed processed) {
		List<String> command = started(processedPath(program, processed), LeanDriver.class.getName());
		command.add(processed.source());
		return command;
	}

	private String processedPath(Program program, Processed processed) {
		return this.classPath.of(program.features(), processed.classes(), processed.application(), this.driver);
	}

	private List<String> generated(Program program, Processed processed) {
		List<String> command = started(processedPath(program, processed), processed.mainClass());
		command.add(1, "-Dspring.aot.enabled=true");
		return command;
	}

	private Outcome start(Program program, Start start, Processed processed, Map<String, String> environment,
			List<String> command) throws IOException {
		Outcome outcome = Runs.run(program, start, environment, command);
		Files.write(processed.folder().resolve(start.name().toLowerCase(java.util.Locale.ROOT) + ".log"),
				outcome.log());
		return outcome;
	}

	private List<String> started(String classPath, String mainClass) {
		List<String> command = java(classPath, mainClass);
		command.addAll(1, this.archive.options());
		return command;
	}

	private static List<String> java(String classPath, String mainClass) {
		List<String> command = new ArrayList<>();
		command.add(ClassArchive.JAVA);
		command.addAll(JVM);
		if (Boolean.getBoolean("corpus.keep")) {
			command.addAll(KEEP);
		}
		command.addAll(List.of("-cp", classPath, mainClass));
		return command;
	}

	private static void clean(Path folder) {
		try {
			if (Files.exists(folder)) {
				try (var files = Files.walk(folder)) {
					for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
						Files.delete(file);
					}
				}
			}
			Files.createDirectories(folder);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
