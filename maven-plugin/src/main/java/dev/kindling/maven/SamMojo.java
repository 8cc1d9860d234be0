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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.kindling.maven.inventory.AheadOfTime;
import dev.kindling.maven.inventory.InventoryFile;
import dev.kindling.maven.inventory.ProcessingFailedException;
import dev.kindling.maven.inventory.SpringProject;
import dev.kindling.maven.sam.EventSource;
import dev.kindling.maven.sam.SamTemplate;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Writes <code>template.yaml</code>, <code>Makefile</code> and
 * <code>samconfig.toml</code> into the project, with the functions and tables that
 * ahead-of-time processing finds, and does that for it. Existing files are left alone.
 * Use it as <code>mvn compile kindling:sam</code>.
 */
@Mojo(name = "sam", requiresDirectInvocation = true,
		requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME)
public class SamMojo extends AbstractMojo {

	/**
	 * The project.
	 */
	@Parameter(defaultValue = "${project}", readonly = true, required = true)
	private @Nullable MavenProject project;

	/**
	 * The compiled classes.
	 */
	@Parameter(defaultValue = "${project.build.outputDirectory}", readonly = true)
	private File classes = new File("");

	/**
	 * Where the inventory of functions and tables is kept.
	 */
	@Parameter(defaultValue = "${project.build.directory}/kindling", readonly = true)
	private File inventoryDirectory = new File("");

	/**
	 * What calls a function, where its types don't tell or something else is wanted:
	 * <code>function:source</code>, with the sources <code>url</code>,
	 * <code>http-api</code>, <code>sqs</code>, <code>sns</code>, <code>kinesis</code>,
	 * <code>dynamodb</code>, <code>s3</code>, <code>eventbridge</code>,
	 * <code>schedule</code> and <code>none</code>.
	 */
	@Parameter(property = "kindling.events")
	private @Nullable List<String> events;

	/**
	 * Where the files are written.
	 */
	@Parameter(property = "kindling.samDirectory", defaultValue = "${project.basedir}")
	private File directory = new File("");

	/**
	 * The name of the stack.
	 */
	@Parameter(property = "kindling.stackName", defaultValue = "${project.artifactId}")
	private String stackName = "";

	/**
	 * The functions' processor, <code>x86_64</code> or <code>arm64</code>; by default
	 * that of this machine, since an executable is for the processor that it is built on.
	 */
	@Parameter(property = "kindling.architecture")
	private @Nullable String architecture;

	/**
	 * Overwrites files that exist.
	 */
	@Parameter(property = "kindling.overwrite", defaultValue = "false")
	private boolean overwrite;

	@Override
	public void execute() throws MojoExecutionException, MojoFailureException {
		if (this.project != null && "pom".equals(this.project.getPackaging())) {
			getLog().info("No template is written here: this module only holds others together");
			return;
		}
		String processor = architecture();
		try {
			Map<String, EventSource> chosen = EventSource.parse((this.events != null) ? this.events : List.of());
			InventoryFile inventory = inventory();
			if (inventory.lambdaFunctions().isEmpty()) {
				throw new MojoFailureException(
						"The application has no function: no bean that is a Function, Consumer, Supplier or "
								+ "RequestHandler.");
			}
			SamTemplate template = new SamTemplate(this.stackName, processor, inventory, chosen);
			write(template.files());
			template.describe().forEach(getLog()::info);
			getLog().info("Next: sam validate --lint, sam build, sam deploy --guided");
		}
		catch (IllegalArgumentException | ProcessingFailedException ex) {
			throw new MojoFailureException(ex.getMessage(), ex);
		}
		catch (IOException ex) {
			throw new MojoExecutionException(ex.getMessage(), ex);
		}
	}

	private InventoryFile inventory() throws ProcessingFailedException, IOException {
		if (this.project == null) {
			throw new IllegalStateException("Maven sets the project");
		}
		SpringProject application = SpringProject.of(this.project, this.classes.toPath(), null);
		return new AheadOfTime(this.inventoryDirectory.toPath(), application, getLog()::info).inventory();
	}

	private String architecture() throws MojoFailureException {
		Architecture.check(this.architecture);
		return (this.architecture != null) ? this.architecture : Architecture.here();
	}

	private void write(Map<String, String> files) throws IOException, MojoFailureException {
		Path target = this.directory.toPath();
		List<String> existing = new ArrayList<>();
		for (String name : files.keySet()) {
			if (Files.exists(target.resolve(name))) {
				existing.add(name);
			}
		}
		if (!existing.isEmpty() && !this.overwrite) {
			throw new MojoFailureException(String.join(", ", existing) + " in " + target
					+ " won't be overwritten. Move them away, or add -Dkindling.overwrite.");
		}
		Files.createDirectories(target);
		for (Map.Entry<String, String> file : files.entrySet()) {
			Files.writeString(target.resolve(file.getKey()), file.getValue());
			getLog().info("Wrote " + target.resolve(file.getKey()));
		}
	}

}
