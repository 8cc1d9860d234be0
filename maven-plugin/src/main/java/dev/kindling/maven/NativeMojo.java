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

package dev.kindling.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import dev.kindling.maven.container.BuildImage;
import dev.kindling.maven.container.ContainerBuild;
import dev.kindling.maven.container.ContainerEngine;
import dev.kindling.maven.container.ContainerException;
import dev.kindling.maven.container.ContainerMaven;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Builds the native executable in a container of Amazon Linux 2023 with GraalVM: for
 * those who have no GraalVM, whose C library is newer than Lambda's, or whose machine has
 * another processor than the function. Needs Docker or Podman. In the container,
 * <code>mvn -Pnative -DskipTests package</code> runs with this project, this local
 * repository, these settings, and the profiles and properties of this command line, and
 * <code>NATIVE_IMAGE_OPTIONS</code> of the environment. Files in <code>target/</code>
 * belong to you. What comes out is checked for its processor and for the C library.
 */
@Mojo(name = "native", requiresDirectInvocation = true)
public class NativeMojo extends AbstractMojo {

	/**
	 * The session, with the project and the settings.
	 */
	@Parameter(defaultValue = "${session}", readonly = true, required = true)
	private @Nullable MavenSession session;

	/**
	 * The function's processor, <code>x86_64</code> or <code>arm64</code>; by default
	 * that of this machine. Another is emulated, where the engine can do that.
	 */
	@Parameter(property = "kindling.architecture")
	private @Nullable String architecture;

	/**
	 * An image to build in: with GraalVM 25 in <code>GRAALVM_HOME</code> and
	 * <code>JAVA_HOME</code>, <code>mvn</code> on the <code>PATH</code>, and a C library
	 * that isn't newer than Lambda's. By default one that is made once, of Kindling's
	 * Dockerfile.
	 */
	@Parameter(property = "kindling.image")
	private @Nullable String image;

	/**
	 * A Dockerfile of your own for such an image, with the files that it copies beside
	 * it. Not together with <code>kindling.image</code>.
	 */
	@Parameter(property = "kindling.dockerfile")
	private @Nullable File dockerfile;

	/**
	 * The program that runs containers. By default <code>docker</code>, and
	 * <code>podman</code> where that doesn't run.
	 */
	@Parameter(property = "kindling.containerEngine")
	private @Nullable String containerEngine;

	/**
	 * Further arguments of <code>docker run</code>, such as <code>--memory=8g</code> or
	 * <code>--network=host</code>; on the command line with commas between them.
	 */
	@Parameter(property = "kindling.containerArguments")
	private @Nullable List<String> containerArguments;

	/**
	 * The native executable, as the project's profile <code>native</code> builds it.
	 */
	@Parameter(property = "kindling.executable", defaultValue = "${project.build.directory}/bootstrap", required = true)
	private File executable = new File("");

	/**
	 * Where Kindling's Dockerfile is written.
	 */
	@Parameter(defaultValue = "${project.build.directory}/kindling/image", readonly = true)
	private File imageDirectory = new File("");

	@Override
	public void execute() throws MojoExecutionException, MojoFailureException {
		if (this.session == null) {
			throw new IllegalStateException("Maven sets the session");
		}
		if ("pom".equals(this.session.getCurrentProject().getPackaging())) {
			getLog().info("Nothing is built here: this module only holds others together");
			return;
		}
		Architecture.check(this.architecture);
		if (this.image != null && this.dockerfile != null) {
			throw new MojoFailureException("Give kindling.image or kindling.dockerfile, not both");
		}
		if (File.separatorChar == '\\') {
			throw new MojoFailureException("On Windows, run kindling:native within WSL: the container gets the"
					+ " project and the local repository at the paths that they have here.");
		}
		try {
			build((this.architecture != null) ? this.architecture : Architecture.here(),
					new ContainerMaven(this.session));
		}
		catch (ContainerException ex) {
			throw new MojoFailureException(ex.getMessage(), ex);
		}
		catch (IOException ex) {
			throw new MojoExecutionException(ex.getMessage(), ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new MojoExecutionException("The build in the container was ended", ex);
		}
	}

	private void build(String processor, ContainerMaven maven)
			throws ContainerException, IOException, InterruptedException, MojoFailureException {
		ContainerEngine engine = ContainerEngine.find(this.containerEngine);
		getLog().info("Building an executable for " + processor + " in a container, by " + engine.command()
				+ ". GraalVM compiles the whole application, which takes minutes");
		if (!processor.equals(engine.architecture())) {
			getLog().warn("The engine runs on " + engine.architecture() + " and emulates " + processor
					+ ", which takes several times as long. A machine with that processor is quicker");
		}
		String buildImage = image(new BuildImage(engine, processor, System.out::println));
		getLog().info("What follows comes from the container of " + buildImage);
		Path file = this.executable.toPath();
		FileTime before = written(file);
		new ContainerBuild(engine, buildImage, processor, runArguments()).run(maven, System.out::println);
		if (Objects.equals(before, written(file))) {
			throw new MojoFailureException("The build in the container has written no " + file
					+ ". Has the project the profile native, with native-maven-plugin and the image name bootstrap?"
					+ " kindling-starter-parent brings it.");
		}
		ExecutableCheck.check(file, FunctionZip.librariesBeside(file).keySet(), processor, getLog());
		getLog().info("Next: mvn kindling:package, or KINDLING_BOOTSTRAP=" + file + " sam build");
	}

	private List<String> runArguments() {
		List<String> arguments = new ArrayList<>();
		if (this.image == null) {
			// what is made here has no namesake elsewhere that could be meant
			arguments.addAll(List.of("--pull", "never"));
		}
		if (this.containerArguments != null) {
			arguments.addAll(this.containerArguments);
		}
		return arguments;
	}

	private static @Nullable FileTime written(Path file) throws IOException {
		return Files.isRegularFile(file) ? Files.getLastModifiedTime(file) : null;
	}

	private String image(BuildImage made) throws ContainerException, IOException, InterruptedException {
		if (this.image != null) {
			return this.image;
		}
		return (this.dockerfile != null) ? made.of(this.dockerfile.toPath()) : made.own(this.imageDirectory.toPath());
	}

}
