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

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;

import dev.kindling.maven.reload.BuildFailure;
import dev.kindling.maven.reload.MavenBuild;
import dev.kindling.maven.reload.PackagedApplication;
import dev.kindling.maven.reload.Reloader;
import dev.kindling.maven.source.EventSources;
import dev.kindling.local.LocalLambda;
import dev.kindling.local.LocalLambdaBuilder;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.plugin.BuildPluginManager;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Component;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/**
 * Runs the application in a Lambda on this machine, with DynamoDB Local beside it, until
 * it is ended by Ctrl-C. Compiles it first, and again whenever sources change: the next
 * event is handled by the new code. Use it as <code>mvn kindling:run</code>, or
 * <code>mvn -Pnative package kindling:run</code> for the native executable.
 */
@Mojo(name = "run", requiresDirectInvocation = true,
		requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME)
public class RunMojo extends AbstractSourcesMojo {

	private static final Duration WHEN_DEBUGGING = Duration.ofMinutes(15);

	/**
	 * The function URL's port; <code>0</code> for a free one.
	 */
	@Parameter(property = "kindling.functionUrlPort", defaultValue = "3000")
	private int functionUrlPort;

	/**
	 * The port at which the AWS CLI and the SDKs call the function; <code>0</code> for a
	 * free one.
	 */
	@Parameter(property = "kindling.endpointPort", defaultValue = "3001")
	private int endpointPort;

	/**
	 * DynamoDB Local's port; <code>0</code> for a free one.
	 */
	@Parameter(property = "kindling.dynamodbPort", defaultValue = "8000")
	private int dynamodbPort;

	/**
	 * Lets a debugger attach to the function at this port. Time-outs are 15 minutes then.
	 * Not for the executable.
	 */
	@Parameter(property = "kindling.debug")
	private @Nullable Integer debug;

	/**
	 * Runs the classes rather than the jar, and follows what changes: sources, resources
	 * and classes, or the executable, or the jar that <code>kindling.jar</code> names.
	 * <code>false</code> runs the packaged jar or executable as it is.
	 */
	@Parameter(property = "kindling.reload", defaultValue = "true")
	private boolean reload;

	/**
	 * The class that is started. By default the one that Spring Boot's plugin would find.
	 */
	@Parameter(property = "kindling.mainClass")
	private @Nullable String mainClass;

	/**
	 * Shows what happens on a page, from which events can be sent, too.
	 */
	@Parameter(property = "kindling.console", defaultValue = "true")
	private boolean console;

	/**
	 * The page's port; <code>0</code> for a free one.
	 */
	@Parameter(property = "kindling.console.port", defaultValue = "3002")
	private int consolePort;

	/**
	 * Opens the page in the browser.
	 */
	@Parameter(property = "kindling.open", defaultValue = "false")
	private boolean open;

	@SuppressWarnings("deprecation")
	@Component
	private @Nullable LifecycleExecutor lifecycle;

	@SuppressWarnings("deprecation")
	@Component
	private @Nullable BuildPluginManager plugins;

	@Override
	public void execute() throws MojoExecutionException, MojoFailureException {
		if (isAggregator()) {
			getLog().info("Nothing runs here: this module only holds others together");
			return;
		}
		RunningLambda running = runningLambda();
		Reloader reloader = null;
		LocalDatabase database = null;
		EventSources sources = null;
		try {
			requireNoDebuggerOfAnExecutable();
			reloader = this.reload ? reloader() : null;
			LocalLambdaBuilder builder = describe(reloader);
			if (needsDynamoDb()) {
				database = startDatabase(this.dynamodbPort);
				builder.dynamoDb(database.get());
			}
			sources = eventSources((this.debug != null) ? WHEN_DEBUGGING : timeout());
			boolean several = addFunctions(builder, sources, database != null);
			if (several) {
				requireNoDebuggerOfSeveral();
			}
			try (LocalLambda lambda = builder.build()) {
				begin(lambda);
				if (!several) {
					lambda.start();
				}
				try (RunConsole page = this.console ? console(lambda) : null) {
					sources.start(lambda, (database != null) ? database.get() : null);
					running.write(lambda.endpoint());
					Runtime.getRuntime().addShutdownHook(new Thread(running::delete, "forget-lambda"));
					Announcement.write(getLog(), lambda, database, page);
					serve(lambda, reloader, database);
				}
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		catch (IOException | UncheckedIOException ex) {
			throw new MojoExecutionException(ex.getMessage(), ex);
		}
		catch (BuildFailure | IllegalArgumentException | IllegalStateException ex) {
			throw new MojoFailureException(ex.getMessage(), ex);
		}
		finally {
			running.delete();
			if (sources != null) {
				sources.close();
			}
			if (database != null) {
				database.close();
			}
			if (reloader != null) {
				reloader.close();
			}
		}
	}

	/**
	 * Is called before the first event.
	 */
	void begin(LocalLambda lambda) throws IOException {
	}

	private RunConsole console(LocalLambda lambda) {
		return RunConsole.start(this.consolePort, this.open, lambda, environment(), inventory()::get, getLog());
	}

	private void serve(LocalLambda lambda, @Nullable Reloader reloader, @Nullable LocalDatabase database)
			throws IOException, InterruptedException {
		if (reloader == null) {
			new CountDownLatch(1).await();
			return;
		}
		EntityFiles entities = new EntityFiles(classes());
		changed(entities);
		reloader.run(lambda, () -> {
			if (database != null && changed(entities)) {
				getLog().info("An entity has changed. A table that there is keeps its keys and indexes:"
						+ " for others, end with Ctrl-C and start kindling:run again");
				if (!createTables(database)) {
					entities.forget();
				}
			}
		});
	}

	@Override
	@Nullable String mainClass() {
		return this.mainClass;
	}

	private boolean changed(EntityFiles entities) {
		try {
			return entities.changed();
		}
		catch (IOException | UncheckedIOException ex) {
			getLog().warn("The entities can't be read, they are looked at again after the next change: " + ex);
			entities.forget();
			return false;
		}
	}

	private void requireNoDebuggerOfAnExecutable() throws MojoFailureException {
		if (this.debug != null && runsExecutable()) {
			throw new MojoFailureException(
					"kindling.debug works on the JVM only: leave out -Pnative and -Dkindling.native");
		}
	}

	/**
	 * Each environment is a process, and only the first could listen there.
	 */
	private void requireNoDebuggerOfSeveral() throws MojoFailureException {
		if (this.debug != null) {
			throw new MojoFailureException("kindling.debug is the port of one process, and there are several functions:"
					+ " name the bean to debug with -Dkindling.handler");
		}
	}

	private LocalLambdaBuilder describe(@Nullable Reloader reloader)
			throws MojoFailureException, BuildFailure, IOException, InterruptedException {
		LocalLambdaBuilder builder = (reloader != null) ? function(reloader.start()).codeCheck(reloader)
				: function(runsExecutable(), debugArguments().toArray(String[]::new));
		if (this.debug != null) {
			builder.timeout(WHEN_DEBUGGING).initTimeout(WHEN_DEBUGGING);
		}
		return builder.endpointPort(this.endpointPort).functionUrlPort(this.functionUrlPort);
	}

	private List<String> debugArguments() {
		return (this.debug == null) ? List.of()
				: List.of("-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=127.0.0.1:" + this.debug);
	}

	private Reloader reloader() throws MojoFailureException {
		Reloader reloader = watched();
		Runtime.getRuntime().addShutdownHook(new Thread(reloader::close, "delete-copies"));
		return reloader;
	}

	private Reloader watched() throws MojoFailureException {
		List<String> arguments = new ArrayList<>(debugArguments());
		arguments.addAll(jvmArguments());
		Path namedJar = namedJar();
		if (runsExecutable()) {
			return Reloader.of(PackagedApplication.executable(executable(), Hints.noExecutable(executable())),
					getLog());
		}
		if (namedJar != null) {
			PackagedFiles.requireExecutableJar(namedJar);
			return Reloader.of(PackagedApplication.jar(namedJar, Hints.noJar(namedJar), arguments), getLog());
		}
		MavenBuild build = new MavenBuild(session(), Objects.requireNonNull(this.lifecycle),
				Objects.requireNonNull(this.plugins));
		return Reloader.of(build, ProjectApplication.of(project(), this.mainClass, arguments), getLog());
	}

}
