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

package dev.kindling.maven.inventory;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Has Spring process a project ahead of time, to get its inventory. It is done as
 * {@code spring-boot:process-aot} does it, in a process of its own, but nothing goes into
 * the project's classes, and nothing is compiled. What has been processed once isn't
 * processed again until the classes or their libraries change.
 */
public final class AheadOfTime {

	private static final String PROCESSOR = "org.springframework.boot.SpringApplicationAotProcessor";

	/** How much of the output tells what went wrong. */
	private static final int LAST_LINES = 25;

	private final Path directory;

	private final SpringProject project;

	private final Consumer<String> progress;

	/**
	 * Prepares it.
	 * @param directory where the inventory is kept, such as {@code target/kindling}
	 * @param project what is processed
	 * @param progress is told what takes a while
	 */
	public AheadOfTime(Path directory, SpringProject project, Consumer<String> progress) {
		this.directory = directory;
		this.project = project;
		this.progress = progress;
	}

	/**
	 * Gets the inventory.
	 * @return the inventory of the classes as they are now
	 * @throws ProcessingFailedException if the project can't be processed
	 * @throws IOException if a file can't be read or written
	 */
	public InventoryFile inventory() throws ProcessingFailedException, IOException {
		// a console asks while tables are created, and both write to the same directory
		synchronized (AheadOfTime.class) {
			return processed();
		}
	}

	private InventoryFile processed() throws ProcessingFailedException, IOException {
		Path work = this.directory.resolve("aot");
		Path written = work.resolve("kindling/inventory.json");
		Path stampFile = work.resolve("stamp.txt");
		String stamp = stamp();
		if (!Files.isRegularFile(written) || !Files.isRegularFile(stampFile)
				|| !Files.readString(stampFile).equals(stamp)) {
			Files.deleteIfExists(stampFile);
			Files.deleteIfExists(written);
			Files.createDirectories(work);
			this.progress
				.accept("Processing " + this.project.mainClass() + " ahead of time, to find its functions and tables");
			process(work);
			if (!Files.isRegularFile(written)) {
				throw new ProcessingFailedException("Processing " + this.project.mainClass()
						+ " ahead of time wrote no inventory. Does the project depend on kindling-spring-boot-starter, "
						+ "in the version of this plugin?");
			}
			Files.copy(written, this.directory.resolve("inventory.json"), StandardCopyOption.REPLACE_EXISTING);
			Files.writeString(stampFile, stamp);
		}
		return InventoryFile.read(written);
	}

	private void process(Path work) throws ProcessingFailedException, IOException {
		// the report and the inventory are written beside a folder of this name
		Path generated = work.resolve("spring-aot");
		Path output = work.resolve("output.txt");
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(this.project.jvmArguments());
		command.addAll(List.of("-cp", classPath(), PROCESSOR, this.project.mainClass()));
		for (String kind : List.of("sources", "resources", "classes")) {
			command.add(generated.resolve(kind).toString());
		}
		command.addAll(List.of(this.project.groupId(), this.project.artifactId()));
		command.addAll(this.project.arguments());
		Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
		try {
			if (process.waitFor() != 0) {
				List<String> lines = Files.readAllLines(output, StandardCharsets.UTF_8);
				throw new ProcessingFailedException(this.project.mainClass()
						+ " can't be processed ahead of time. All of the output is in " + output
						+ ", which ends with:\n"
						+ String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size())));
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			process.destroy();
			throw new ProcessingFailedException("Interrupted while " + this.project.mainClass() + " was processed");
		}
	}

	private String classPath() {
		return this.project.classPath().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
	}

	/**
	 * Changes whenever a class, a library or the way of processing does.
	 */
	private String stamp() throws IOException {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			digest.update(
					(this.project.mainClass() + this.project.jvmArguments() + this.project.arguments() + variables())
						.getBytes(StandardCharsets.UTF_8));
			for (Path entry : this.project.classPath()) {
				try (Stream<Path> files = Files.exists(entry) ? Files.walk(entry) : Stream.<Path>empty()) {
					files.filter(Files::isRegularFile).sorted().forEach((file) -> update(digest, file));
				}
			}
			return HexFormat.of().formatHex(digest.digest());
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
		catch (UncheckedIOException ex) {
			throw ex.getCause();
		}
	}

	/**
	 * The variables that choose profiles and set properties.
	 */
	private static Map<String, String> variables() {
		Map<String, String> variables = new TreeMap<>(System.getenv());
		variables.keySet().removeIf((name) -> !name.startsWith("SPRING_") && !name.startsWith("KINDLING_"));
		return variables;
	}

	private static void update(MessageDigest digest, Path file) {
		try {
			digest.update((file + "|" + Files.size(file) + "|" + Files.getLastModifiedTime(file).toMillis() + "\n")
				.getBytes(StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
