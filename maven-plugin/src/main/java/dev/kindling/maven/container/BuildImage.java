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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;

import dev.kindling.maven.nested.Program;

/**
 * The image with GraalVM, Maven, and the runtime's C library: made here of a Dockerfile,
 * as nobody publishes one.
 */
public final class BuildImage {

	private static final String OWN = "Dockerfile";

	private final ContainerEngine engine;

	private final String architecture;

	private final Consumer<String> lines;

	/**
	 * Describes where it is made.
	 * @param engine makes it
	 * @param architecture the processor, as Lambda calls it
	 * @param lines takes what the engine says meanwhile
	 */
	public BuildImage(ContainerEngine engine, String architecture, Consumer<String> lines) {
		this.engine = engine;
		this.architecture = architecture;
		this.lines = lines;
	}

	/**
	 * Makes Kindling's own, unless the engine has it already.
	 * @param directory where its Dockerfile is written
	 * @return the image's name
	 * @throws ContainerException if the engine can't make it
	 */
	public String own(Path directory) throws ContainerException, IOException, InterruptedException {
		Files.createDirectories(directory);
		Path dockerfile = directory.resolve(OWN);
		try (var content = BuildImage.class.getResourceAsStream(OWN)) {
			if (content == null) {
				throw new IllegalStateException("The plugin's jar has no " + OWN);
			}
			Files.write(dockerfile, content.readAllBytes());
		}
		String name = name(dockerfile);
		List<String> inspect = this.engine.commandLine("image", "inspect", "--format", "{{.Id}}", name);
		return (Program.run(inspect).status() == 0) ? name : of(dockerfile);
	}

	/**
	 * Makes an image of a Dockerfile; what the engine remembers isn't made again.
	 * @param dockerfile with the files that it needs beside it
	 * @return the image's name
	 * @throws ContainerException if the engine can't make it
	 */
	public String of(Path dockerfile) throws ContainerException, IOException, InterruptedException {
		String name = name(dockerfile);
		this.lines.accept("Making the image " + name + " of " + dockerfile + ", which the engine then keeps");
		List<String> build = this.engine.commandLine("build", "--platform", ContainerEngine.platform(this.architecture),
				"--tag", name, "--file", dockerfile.toString(), dockerfile.toAbsolutePath().getParent().toString());
		int status = Program.run(build, this.lines);
		if (status != 0) {
			throw new ContainerException("The image can't be made of " + dockerfile + ": `" + this.engine.command()
					+ " build` ended with " + status + ", and says above why. Name an image that has GraalVM 25 and"
					+ " Maven by -Dkindling.image, or a Dockerfile of your own by -Dkindling.dockerfile.");
		}
		return name;
	}

	/**
	 * Another content is another image, and so is another processor.
	 */
	private String name(Path dockerfile) throws IOException {
		try {
			byte[] hash = MessageDigest.getInstance("SHA-256")
				.digest(Files.readString(dockerfile, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8));
			return "kindling-native:" + HexFormat.of().formatHex(hash, 0, 6) + "-" + this.architecture;
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every JDK has SHA-256", ex);
		}
	}

}
