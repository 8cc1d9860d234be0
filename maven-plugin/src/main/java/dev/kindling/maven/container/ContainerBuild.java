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

package dev.kindling.maven.container;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import dev.kindling.maven.nested.Program;

/**
 * Runs a build in a container of its own, which is gone at the end, whatever the end is.
 */
public final class ContainerBuild {

	private static final int NOT_STARTED = 125;

	private static final int KILLED = 137;

	private final ContainerEngine engine;

	private final String image;

	private final String architecture;

	private final List<String> moreArguments;

	/**
	 * Describes the container.
	 * @param engine runs it
	 * @param image with Maven and GraalVM
	 * @param architecture the processor, as Lambda calls it
	 * @param moreArguments of the engine's <code>run</code>
	 */
	public ContainerBuild(ContainerEngine engine, String image, String architecture, List<String> moreArguments) {
		this.engine = engine;
		this.image = image;
		this.architecture = architecture;
		this.moreArguments = List.copyOf(moreArguments);
	}

	/**
	 * Runs the build to its end.
	 * @param maven what runs in it
	 * @param lines takes what it prints, line by line
	 * @throws ContainerException if it fails; says what is known of why
	 */
	public void run(ContainerMaven maven, Consumer<String> lines)
			throws ContainerException, IOException, InterruptedException {
		String name = "kindling-native-" + UUID.randomUUID();
		Process process = Program.start(commandLine(name, maven));
		Thread removal = new Thread(() -> remove(process, name), "container-removal");
		Runtime.getRuntime().addShutdownHook(removal);
		AtomicBoolean otherProcessor = new AtomicBoolean();
		boolean ended = false;
		try {
			int status = Program.await(process, (line) -> {
				if (line.toLowerCase(Locale.ROOT).contains("exec format error")) {
					otherProcessor.set(true);
				}
				lines.accept(line);
			});
			ended = true;
			if (status != 0) {
				throw new ContainerException(describe(status, otherProcessor.get()));
			}
		}
		finally {
			if (!ended) {
				remove(process, name);
			}
			forget(removal);
		}
	}

	private static void forget(Thread removal) {
		try {
			Runtime.getRuntime().removeShutdownHook(removal);
		}
		catch (IllegalStateException ex) {
			// Maven is being ended, and the hook runs
		}
	}

	/**
	 * The engine's program goes first, lest it starts the container afterwards.
	 */
	private void remove(Process process, String name) {
		try {
			process.destroyForcibly().waitFor();
			Program.run(this.engine.commandLine("rm", "--force", name));
		}
		catch (IOException ex) {
			throw new IllegalStateException("The container " + name + " may run on", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private String describe(int status, boolean otherProcessor) {
		if (otherProcessor) {
			return "This machine can't run containers for " + this.architecture + ": install QEMU's emulation with `"
					+ this.engine.command() + " run --privileged --rm tonistiigi/binfmt --install all`, or build on a"
					+ " machine with that processor.";
		}
		return switch (status) {
			case NOT_STARTED -> "The container couldn't be started; " + this.engine.command() + " says above why.";
			case KILLED -> "The build in the container was killed, probably for want of memory: GraalVM wants some"
					+ " 4 GB or more. Where the engine runs in a virtual machine, give that more.";
			default -> "The build in the container ended with " + status + "; what it printed is above.";
		};
	}

	private List<String> commandLine(String name, ContainerMaven maven) throws IOException {
		List<String> line = this.engine.commandLine("run", "--rm", "--name", name, "--platform",
				ContainerEngine.platform(this.architecture), "--workdir", maven.directory().toString());
		// else SELinux, where it is on, keeps the user's files from containers
		line.addAll(List.of("--security-opt", "label=disable", "--env", "HOME=/tmp"));
		if (System.getenv("NATIVE_IMAGE_OPTIONS") != null) {
			line.addAll(List.of("--env", "NATIVE_IMAGE_OPTIONS"));
		}
		for (Path folder : maven.written()) {
			Files.createDirectories(folder);
			line.addAll(mount(folder, ""));
		}
		line.addAll(user(maven));
		for (Path file : maven.read()) {
			line.addAll(mount(file, ",readonly"));
		}
		line.addAll(this.moreArguments);
		line.addAll(List.of("--entrypoint", "mvn", this.image));
		line.addAll(maven.arguments());
		return line;
	}

	/**
	 * Whoever writes files here owns what the build writes. Where the container's root is
	 * this user already, any other would be a stranger.
	 */
	private List<String> user(ContainerMaven maven) throws IOException {
		if (this.engine.rootless()) {
			return this.engine.podman() ? List.of("--userns", "keep-id") : List.of();
		}
		Path own = Files.createTempFile(Files.createDirectories(maven.output()), "owner", null);
		try {
			return List.of("--user", Files.getAttribute(own, "unix:uid") + ":" + Files.getAttribute(own, "unix:gid"));
		}
		finally {
			Files.delete(own);
		}
	}

	private static List<String> mount(Path path, String options) {
		// of comma-separated values, as the engines read it
		return List.of("--mount", "type=bind,\"source=" + path + "\",\"target=" + path + "\"" + options);
	}

}
