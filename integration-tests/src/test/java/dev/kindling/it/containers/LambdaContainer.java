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

package dev.kindling.it.containers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.model.Container;
import org.testcontainers.DockerClientFactory;

/**
 * A sandbox like the one that Lambda makes for a function: an unprivileged user, a
 * read-only root, an own {@code /tmp}, a memory limit and a share of the processor. The
 * image is {@code kindling.test.lambda.image}, by default the one that Lambda runs.
 * <p>
 * It is the {@link #command() command} of a local Lambda, so that the executable within
 * speaks to that one's Runtime API. Closing it removes every container that was started.
 */
final class LambdaContainer implements AutoCloseable {

	/**
	 * A whole processor comes with that much memory.
	 * @see <a href=
	 * "https://docs.aws.amazon.com/lambda/latest/dg/configuration-memory.html">Lambda
	 * function memory</a>
	 */
	static final double MEGABYTES_PER_CPU = 1769;

	static final String USER = "993:990";

	private static final String LABEL = "dev.kindling.test.sandbox";

	private static final List<String> VARIABLES = List.of("_HANDLER", "AWS_LAMBDA_RUNTIME_API", "AWS_REGION",
			"AWS_DEFAULT_REGION", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN",
			"AWS_LAMBDA_FUNCTION_NAME", "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "AWS_LAMBDA_FUNCTION_VERSION",
			"AWS_LAMBDA_LOG_GROUP_NAME", "AWS_LAMBDA_LOG_STREAM_NAME", "AWS_LAMBDA_INITIALIZATION_TYPE", "LANG", "TZ",
			"AWS_ENDPOINT_URL_DYNAMODB", "EXAMPLE_TABLE_NAME");

	private final DockerClient docker = DockerClientFactory.instance().client();

	private final String id = UUID.randomUUID().toString();

	private final String image = System.getProperty("kindling.test.lambda.image",
			"public.ecr.aws/lambda/provided:al2023");

	private final Path executable;

	private final Path configuration;

	private final int megabytes;

	private final double cpus;

	private final boolean writable;

	/**
	 * Describes a sandbox.
	 * @param executable what runs in it
	 * @param megabytes the memory limit
	 * @param cpus the share of a processor
	 * @param writable whether there is a {@code /tmp}, as on Lambda
	 */
	LambdaContainer(Path executable, int megabytes, double cpus, boolean writable) {
		this.writable = writable;
		this.executable = executable;
		this.megabytes = megabytes;
		this.cpus = cpus;
		try {
			this.configuration = Files.createTempDirectory("docker-configuration");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	String[] command() {
		List<String> command = new ArrayList<>();
		command.addAll(List.of("docker", "--config", this.configuration.toString()));
		command.addAll(List.of("--host", DockerClientFactory.instance().getTransportConfig().getDockerHost().toString(),
				"run", "--rm"));
		command.addAll(List.of("--label", LABEL + "=" + this.id, "--network", "host"));
		command.addAll(List.of("--memory", this.megabytes + "m", "--memory-swap", this.megabytes + "m"));
		command.addAll(List.of("--cpus", Double.toString(this.cpus), "--pids-limit", "1024"));
		command.add("--read-only");
		if (this.writable) {
			command.addAll(List.of("--tmpfs", "/tmp:rw,nosuid,nodev,size=64m"));
		}
		command.addAll(List.of("--user", USER, "--cap-drop", "ALL", "--security-opt", "no-new-privileges"));
		command.addAll(List.of("--volume", this.executable.toAbsolutePath() + ":/var/task/bootstrap:ro"));
		command.addAll(List.of("--workdir", "/var/task", "--env", "LAMBDA_TASK_ROOT=/var/task"));
		for (String variable : VARIABLES) {
			command.addAll(List.of("--env", variable));
		}
		command.addAll(List.of("--entrypoint", "/var/task/bootstrap", this.image));
		return command.toArray(String[]::new);
	}

	/**
	 * The container that runs now, as the engine describes it.
	 */
	InspectContainerResponse inspect() {
		List<Container> running = containers(false);
		if (running.size() != 1) {
			throw new IllegalStateException("One container should run, not " + running.size());
		}
		InspectContainerResponse container = this.docker.inspectContainerCmd(running.get(0).getId()).exec();
		System.out.println("CONTAINER: " + this.image + ", " + container.getId().substring(0, 12) + ", "
				+ this.executable.getFileName() + " with " + this.megabytes + " MB and " + this.cpus + " CPU");
		return container;
	}

	private List<Container> containers(boolean stopped) {
		return this.docker.listContainersCmd().withShowAll(stopped).withLabelFilter(Map.of(LABEL, this.id)).exec();
	}

	@Override
	public void close() {
		for (Container container : containers(true)) {
			this.docker.removeContainerCmd(container.getId()).withForce(true).withRemoveVolumes(true).exec();
		}
		try {
			Files.deleteIfExists(this.configuration);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
