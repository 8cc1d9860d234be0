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
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

import dev.kindling.local.LocalLambda;
import dev.kindling.local.LocalLambdaBuilder;
import dev.kindling.local.invoke.FunctionCode;
import dev.kindling.maven.nested.NestedMaven;
import dev.kindling.maven.profile.CountingBuild;
import dev.kindling.maven.profile.CountingRun;
import dev.kindling.maven.profile.ProfileEvents;
import dev.kindling.maven.profile.ProfileException;
import dev.kindling.maven.profile.UsedLists;
import dev.kindling.maven.source.GivenEvent;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which methods and which objects of the image heap the application uses when
 * it starts and when it is called, and writes lists of them into the project. The next
 * build lays them side by side, so that less of the executable is read and kept in
 * memory. The application is built once more for that, with what counts, and called with
 * the events that <code>kindling:record</code> has written, or with <code>payload</code>.
 * Listed methods allocate objects inline, too.
 */
@Mojo(name = "profile", requiresDirectInvocation = true,
		requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME)
public class ProfileMojo extends AbstractFunctionMojo {

	private static final Duration PATIENCE = Duration.ofMinutes(15);

	/**
	 * The session, with the project and the settings.
	 */
	@Parameter(defaultValue = "${session}", readonly = true, required = true)
	private @Nullable MavenSession session;

	/**
	 * Has a directory for each function, with its events, as <code>kindling:record</code>
	 * writes them.
	 */
	@Parameter(property = "kindling.record.directory",
			defaultValue = "${project.basedir}/src/test/resources/events/recorded")
	private File recordDirectory = new File("");

	/**
	 * One event, instead of those that are recorded; the function is the one that
	 * <code>kindling.handler</code> names.
	 */
	@Parameter(property = "payload")
	private @Nullable String payload;

	/**
	 * A file with one event, instead.
	 */
	@Parameter(property = "file")
	private @Nullable File file;

	/**
	 * How many calls follow the first one.
	 */
	@Parameter(property = "kindling.profile.calls", defaultValue = "20")
	private int calls;

	/**
	 * Gets the lists. It has to come onto the class path as
	 * <code>META-INF/kindling/image</code>.
	 */
	@Parameter(property = "kindling.profile.directory",
			defaultValue = "${project.basedir}/src/main/resources/META-INF/kindling/image")
	private File profileDirectory = new File("");

	@Override
	public void execute() throws MojoExecutionException, MojoFailureException {
		if (isAggregator()) {
			getLog().info("Nothing is measured here: this module only holds others together");
			return;
		}
		if (this.calls < 1 || this.calls > 1000) {
			throw new MojoFailureException("kindling.profile.calls is from 1 to 1000, not " + this.calls);
		}
		try {
			profile(events());
		}
		catch (ProfileException ex) {
			throw new MojoFailureException(ex.getMessage(), ex);
		}
		catch (IOException ex) {
			throw new MojoExecutionException(ex.getMessage(), ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new MojoExecutionException("Measuring was ended", ex);
		}
	}

	private ProfileEvents events() throws IOException, MojoFailureException {
		Optional<byte[]> given = GivenEvent.read(this.payload, this.file);
		if (given.isPresent()) {
			return ProfileEvents.of(handler(), given.get());
		}
		ProfileEvents recorded = ProfileEvents.recorded(this.recordDirectory.toPath(), getLog()::info);
		if (recorded.isEmpty()) {
			throw new MojoFailureException("There are no events in " + this.recordDirectory
					+ ". Record some with `mvn kindling:record`, or give one: -Dpayload='{…}' or -Dfile=event.json");
		}
		return recorded;
	}

	private void profile(ProfileEvents events)
			throws IOException, MojoFailureException, ProfileException, InterruptedException {
		if (this.session == null) {
			throw new IllegalStateException("Maven sets the session");
		}
		Path target = Path.of(project().getBuild().getDirectory()).toAbsolutePath();
		if (!target.equals(executable().toAbsolutePath().getParent())) {
			throw new MojoFailureException("kindling.executable isn't in " + target
					+ ", where the project's build writes it: leave it out here");
		}
		try (CountingBuild build = new CountingBuild(executable())) {
			getLog().info("Building an executable that counts, which takes minutes");
			build.run(new NestedMaven(this.session), project().getBasedir().toPath(), System.out::println);
			UsedLists lists = new CountingRun(build, this::run, this.calls, getLog()).use(events);
			Path directory = this.profileDirectory.toPath();
			lists.write(directory);
			getLog().info(lists.describe() + " are in the lists in " + directory);
			getLog().info("Next: keep the lists with the sources, and build the executable: mvn -Pnative package");
		}
	}

	private void run(String handler, Consumer<String> lines, CountingRun.Calls calls)
			throws MojoFailureException, ProfileException, InterruptedException {
		LocalLambdaBuilder function = function(FunctionCode.executable(executable())).handler(handler)
			.timeout(PATIENCE)
			.initTimeout(PATIENCE)
			.logs(lines);
		try (LocalDatabase database = needsDynamoDb() ? startDatabase(0) : null) {
			if (database != null) {
				function.dynamoDb(database.get()).environment(tableVariables());
			}
			try (LocalLambda lambda = function.build()) {
				calls.make(lambda);
			}
		}
	}

}
