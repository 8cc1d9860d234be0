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
import java.nio.file.Path;
import java.util.List;

import dev.kindling.local.LocalLambda;
import dev.kindling.local.record.RecordedFiles;
import dev.kindling.local.record.Recorder;
import dev.kindling.local.record.RecorderSettings;
import dev.kindling.local.workbench.WorkbenchFunction;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/**
 * Does what <code>kindling:run</code> does, and keeps each event and its answer in a
 * file, until it is ended by Ctrl-C. A test with <code>@RecordedEvents</code> sends the
 * events again and compares the answers. Credentials are masked, and values are marked
 * that change from run to run.
 */
@Mojo(name = "record", requiresDirectInvocation = true,
		requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME)
public class RecordMojo extends RunMojo {

	/**
	 * Gets a directory for each function, with a file for each event. Files that there
	 * are stay as they are.
	 */
	@Parameter(property = "kindling.record.directory",
			defaultValue = "${project.basedir}/src/test/resources/events/recorded")
	private File recordDirectory = new File("");

	/**
	 * Names of headers, parameters and properties whose values are masked, beside
	 * <code>Authorization</code>, <code>Cookie</code>, <code>password</code> and others.
	 */
	@Parameter(property = "kindling.record.masked")
	private @Nullable List<String> masked;

	/**
	 * Names that are masked by default, and whose values are kept.
	 */
	@Parameter(property = "kindling.record.kept")
	private @Nullable List<String> kept;

	@Override
	void begin(LocalLambda lambda) throws IOException {
		Path directory = this.recordDirectory.toPath();
		Recorder recorder = Recorder
			.start(lambda.workbench(),
					new RecorderSettings(directory, (this.masked != null) ? this.masked : List.of(),
							(this.kept != null) ? this.kept : List.of(), environment()),
					getLog()::info, getLog()::warn);
		Runtime.getRuntime().addShutdownHook(new Thread(recorder::close, "finish-recording"));
		getLog().info("Events and answers are recorded in " + directory);
		for (WorkbenchFunction function : lambda.workbench().functions()) {
			int there = new RecordedFiles(directory.resolve(function.name())).list().size();
			if (there > 0) {
				getLog().info(function.name() + " has " + there + " recorded already, which stay");
			}
		}
	}

}
