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

import dev.kindling.maven.sam.ClassScanner;
import dev.kindling.maven.sam.ProjectContents;
import dev.kindling.maven.sam.SamTemplate;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Writes <code>template.yaml</code>, <code>Makefile</code> and
 * <code>samconfig.toml</code> into the project, with the functions and tables that its
 * classes declare. Existing files are left alone. Use it as <code>mvn compile
 * kindling:sam</code>.
 */
@Mojo(name = "sam", requiresDirectInvocation = true)
public class SamMojo extends AbstractMojo {

	/**
	 * The compiled classes.
	 */
	@Parameter(defaultValue = "${project.build.outputDirectory}", readonly = true)
	private File classes = new File("");

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
	 * Overwrites files that exist.
	 */
	@Parameter(property = "kindling.overwrite", defaultValue = "false")
	private boolean overwrite;

	@Override
	public void execute() throws MojoExecutionException, MojoFailureException {
		if (!this.classes.isDirectory()) {
			throw new MojoFailureException(
					"There are no classes in " + this.classes + ". Compile them with `mvn compile kindling:sam`.");
		}
		try {
			ProjectContents contents = ClassScanner.scan(this.classes.toPath());
			if (contents.functions().isEmpty()) {
				throw new MojoFailureException("There is no function in " + this.classes
						+ ": neither a @Bean method that returns a Function, Consumer or Supplier nor a @Component"
						+ " that is one.");
			}
			write(new SamTemplate(this.stackName, contents).files());
			getLog().info("Functions: " + String.join(", ", contents.functions()));
			contents.tables()
				.forEach((table) -> getLog()
					.info("Table of " + table.entity() + ": its name is in " + table.variable()));
			getLog().info("Next: sam validate --lint, sam build, sam deploy --guided");
		}
		catch (IOException ex) {
			throw new MojoExecutionException(ex.getMessage(), ex);
		}
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
