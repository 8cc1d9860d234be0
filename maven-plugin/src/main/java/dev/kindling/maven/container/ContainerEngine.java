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
import java.util.ArrayList;
import java.util.List;

import dev.kindling.maven.nested.Program;

import org.jspecify.annotations.Nullable;

/**
 * Docker or Podman, as it runs here.
 *
 * @param command its program
 * @param podman whether it is Podman, whose options for users differ
 * @param rootless whether the root of a container is this user
 * @param architecture the processor that it runs on, as Lambda calls it
 */
public record ContainerEngine(String command, boolean podman, boolean rootless, String architecture) {

	private static final List<String> KNOWN = List.of("docker", "podman");

	/**
	 * Finds the first that runs.
	 * @param named the program to take; {@code null} for Docker's or Podman's
	 * @return the engine
	 * @throws ContainerException if none runs; says what each answered
	 */
	public static ContainerEngine find(@Nullable String named) throws ContainerException, InterruptedException {
		List<String> problems = new ArrayList<>();
		for (String command : (named != null) ? List.of(named) : KNOWN) {
			try {
				boolean podman = ask(command, "--version").contains("podman version");
				String format = podman ? "{{.Host.Arch}} {{.Host.Security.Rootless}}"
						: "{{.Architecture}} {{.SecurityOptions}}";
				String host = ask(command, "info", "--format", format);
				return new ContainerEngine(command, podman, host.contains(podman ? " true" : "name=rootless"),
						lambdaName(host.replaceFirst(" .*", "")));
			}
			catch (ContainerException ex) {
				problems.add(ex.getMessage());
			}
		}
		throw new ContainerException("No Docker or Podman runs here:\n  - " + String.join("\n  - ", problems)
				+ "\nInstall one and start it, or name its program by -Dkindling.containerEngine. On a machine with"
				+ " GraalVM 25 and the function's processor, `mvn -Pnative package` needs neither.");
	}

	private static String ask(String command, String... arguments) throws ContainerException, InterruptedException {
		List<String> line = new ArrayList<>(List.of(command));
		line.addAll(List.of(arguments));
		Program.Result result;
		try {
			result = Program.run(line);
		}
		catch (IOException ex) {
			throw new ContainerException(command + " isn't installed, or not on the PATH");
		}
		if (result.status() != 0) {
			throw new ContainerException("`" + String.join(" ", line.subList(0, 2)) + "` ended with " + result.status()
					+ ": " + lastLine(result));
		}
		return lastLine(result);
	}

	/**
	 * Before it, engines warn.
	 */
	private static String lastLine(Program.Result result) {
		return result.output().substring(result.output().lastIndexOf('\n') + 1);
	}

	private static String lambdaName(String processor) {
		return switch (processor) {
			case "amd64", "x86_64" -> "x86_64";
			case "aarch64", "arm64" -> "arm64";
			default -> processor;
		};
	}

	/**
	 * What engines call a processor.
	 * @param architecture as Lambda calls it
	 * @return such as {@code linux/amd64}
	 */
	static String platform(String architecture) {
		return "linux/" + (architecture.equals("x86_64") ? "amd64" : "arm64");
	}

	/**
	 * Begins one of its commands.
	 * @param arguments the first of them
	 * @return what may be added to
	 */
	List<String> commandLine(String... arguments) {
		List<String> line = new ArrayList<>(List.of(this.command));
		line.addAll(List.of(arguments));
		return line;
	}

}
