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

package dev.kindling.maven.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

import dev.kindling.maven.nested.NestedMaven;
import dev.kindling.maven.nested.Program;
import org.jspecify.annotations.Nullable;

/**
 * Builds an executable that counts, in the place of the application's, which comes back
 * at the end.
 */
public final class CountingBuild implements AutoCloseable {

	private static final String OPTIONS = "NATIVE_IMAGE_OPTIONS";

	/** What the command line says to this goal alone. */
	private static final Set<String> OWN = Set.of("payload", "file", "kindling.record.directory",
			"kindling.profile.calls", "kindling.profile.directory", "kindling.skip");

	private final Path executable;

	private final Path kept;

	private final Path directory;

	private final Thread restoration = new Thread(this::restoreAtTheEnd, "executable-restoration");

	private volatile @Nullable Process process;

	private List<Place> methods = List.of();

	private List<Place> objects = List.of();

	/**
	 * Keeps the executable that there is.
	 * @param executable where the project's build writes it
	 * @throws IOException if it can't be moved
	 */
	public CountingBuild(Path executable) throws IOException {
		this.executable = executable;
		this.kept = executable.resolveSibling(executable.getFileName() + ".kept");
		// options of native-image are separated by spaces, which the project's path may
		// have
		this.directory = Files.createTempDirectory("kindling-profile");
		if (!Files.exists(this.kept) && Files.exists(executable)) {
			Files.move(executable, this.kept);
		}
		Runtime.getRuntime().addShutdownHook(this.restoration);
	}

	/**
	 * Builds it.
	 * @param maven builds the project's executable
	 * @param folder the project's
	 * @param lines takes what is printed
	 * @throws ProfileException if it can't be built
	 * @throws IOException if a file can't be read or written
	 * @throws InterruptedException if this thread is interrupted
	 */
	public void run(NestedMaven maven, Path folder, Consumer<String> lines)
			throws ProfileException, IOException, InterruptedException {
		Path methodsFile = this.directory.resolve("methods");
		Path objectsFile = this.directory.resolve("objects");
		List<String> options = new ArrayList<>();
		String others = System.getenv(OPTIONS);
		if (others != null) {
			options.add(others);
		}
		options.add("-H:+UnlockExperimentalVMOptions");
		options.addAll(CountingObject.options(this.directory, counters()));
		options.addAll(List.of("-H:-UnlockExperimentalVMOptions", "-Dkindling.image.methods=" + methodsFile,
				"-Dkindling.image.objects=" + objectsFile));
		List<String> command = new ArrayList<>(List.of(NestedMaven.program()));
		command.addAll(maven.arguments(OWN));
		// what this build makes must not be packaged
		command.add("-Dkindling.skip=true");
		ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
		builder.environment().put(OPTIONS, String.join(" ", options));
		Process started = builder.start();
		this.process = started;
		int status = Program.await(started, lines);
		if (status != 0) {
			throw new ProfileException(
					"The build of an executable that counts ended with " + status + "; what it printed is above.");
		}
		if (!Files.isRegularFile(this.executable)) {
			throw new ProfileException("The build has written no " + this.executable
					+ ". Has the project the profile native, with native-maven-plugin and the image name bootstrap?"
					+ " kindling-starter-parent brings it.");
		}
		this.methods = Files.exists(methodsFile) ? Place.methods(methodsFile) : List.of();
		this.objects = Files.exists(objectsFile) ? Place.objects(objectsFile) : List.of();
		if (this.methods.isEmpty() || this.objects.isEmpty()) {
			throw new ProfileException("The image builder has not said where "
					+ (this.methods.isEmpty() ? "methods" : "objects")
					+ " lie, and what it printed says why. Is kindling.aot.method-order or kindling.aot.object-order"
					+ " set to graalvm, or has the build a profile of GraalVM's own?");
		}
	}

	/**
	 * Makes the counters for the next start of the executable.
	 */
	Counters newCounters() throws IOException {
		return Counters.create(counters(), this.methods, this.objects);
	}

	/**
	 * Adds what a run has used.
	 */
	void add(Counters counters, int often, UsedLists lists) {
		lists.add(counters, this.methods, this.objects, often);
	}

	private Path counters() {
		return this.directory.resolve("counters");
	}

	/**
	 * Puts the application's own executable back, or removes the one that counts.
	 * @throws IOException if it can't be moved, or files can't be removed
	 */
	@Override
	public void close() throws IOException {
		try {
			Runtime.getRuntime().removeShutdownHook(this.restoration);
		}
		catch (IllegalStateException ex) {
			// Maven is being ended, and the hook runs
			return;
		}
		restore();
	}

	private void restoreAtTheEnd() {
		try {
			restore();
		}
		catch (IOException ex) {
			System.err.println("The executable is in " + this.kept + ": " + ex);
		}
	}

	private synchronized void restore() throws IOException {
		Process running = this.process;
		if (running != null) {
			// whoever writes the executable must have ended
			running.descendants().forEach(ProcessHandle::destroyForcibly);
			running.destroyForcibly().onExit().join();
		}
		Files.deleteIfExists(this.executable);
		if (Files.exists(this.kept)) {
			Files.move(this.kept, this.executable, StandardCopyOption.REPLACE_EXISTING);
		}
		if (Files.exists(this.directory)) {
			try (Stream<Path> files = Files.walk(this.directory)) {
				for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
					Files.delete(file);
				}
			}
		}
	}

}
