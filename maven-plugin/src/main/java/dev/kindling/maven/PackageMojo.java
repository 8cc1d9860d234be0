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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import dev.kindling.maven.measure.Sizes;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Writes the native executable into a zip for the runtime <code>provided.al2023</code>,
 * and refuses one that can't run there.
 */
@Mojo(name = "package", defaultPhase = LifecyclePhase.PACKAGE, threadSafe = true)
public class PackageMojo extends AbstractMojo {

	private static final long MAX_UPLOAD = 50_000_000;

	private static final long MAX_UNZIPPED = 262_144_000;

	/**
	 * The native executable.
	 */
	@Parameter(property = "kindling.executable", defaultValue = "${project.build.directory}/bootstrap", required = true)
	private File executable = new File("");

	/**
	 * The zip to write.
	 */
	@Parameter(property = "kindling.zip",
			defaultValue = "${project.build.directory}/${project.build.finalName}-lambda.zip", required = true)
	private File zip = new File("");

	/**
	 * The function's architecture: <code>x86_64</code> or <code>arm64</code>. Without it,
	 * either is accepted.
	 */
	@Parameter(property = "kindling.architecture")
	private @Nullable String architecture;

	/**
	 * Shared libraries that a layer brings, such as <code>libfoo.so.1</code>.
	 */
	@Parameter(property = "kindling.providedLibraries")
	private @Nullable List<String> providedLibraries;

	/**
	 * Skips this goal.
	 */
	@Parameter(property = "kindling.skip", defaultValue = "false")
	private boolean skip;

	@Override
	public void execute() throws MojoExecutionException, MojoFailureException {
		if (this.skip) {
			getLog().info("Nothing is packaged, as kindling.skip is set");
			return;
		}
		Path file = this.executable.toPath();
		if (!Files.isRegularFile(file)) {
			throw new MojoFailureException(Hints.noExecutable(file));
		}
		try {
			Map<String, Path> libraries = FunctionZip.librariesBeside(file);
			check(file, libraries.keySet());
			FunctionZip.write(file, libraries, this.zip.toPath());
			report(file, libraries);
		}
		catch (IOException ex) {
			throw new MojoExecutionException(this.zip + " can't be written: " + ex.getMessage(), ex);
		}
	}

	private void check(Path file, Set<String> beside) throws IOException, MojoFailureException {
		Architecture.check(this.architecture);
		Set<String> brought = new TreeSet<>(beside);
		if (this.providedLibraries != null) {
			brought.addAll(this.providedLibraries);
		}
		ExecutableCheck.check(file, brought, this.architecture, getLog());
	}

	private void report(Path file, Map<String, Path> libraries) throws IOException, MojoFailureException {
		long size = Files.size(file);
		for (Path library : libraries.values()) {
			size += Files.size(library);
		}
		long zipped = Files.size(this.zip.toPath());
		getLog().info(this.zip + ": " + Sizes.megabytes(size) + ", zipped " + Sizes.megabytes(zipped)
				+ "; at a cold start Lambda needs about " + Sizes.estimatedInit(zipped) + " to fetch and start it");
		if (size > MAX_UNZIPPED) {
			throw new MojoFailureException("Lambda takes no more than 250 MB unzipped");
		}
		if (zipped > MAX_UPLOAD) {
			getLog()
				.warn("Lambda takes no more than 50 MB directly: upload this zip by way of S3, as `sam deploy` does");
		}
	}

}
