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
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.kindling.maven.inventory.EntityTable;
import dev.kindling.local.invoke.FunctionCode;
import dev.kindling.local.LocalLambda;
import dev.kindling.local.LocalLambdaBuilder;
import dev.kindling.local.dynamodb.TableDefinition;
import org.apache.maven.model.Build;
import org.apache.maven.model.Profile;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * What the goals that run the function have in common: the function's configuration.
 */
abstract class AbstractFunctionMojo extends AbstractMojo {

	private static final String DYNAMODB_ENDPOINT = "AWS_ENDPOINT_URL_DYNAMODB";

	/**
	 * The project.
	 */
	@Parameter(defaultValue = "${project}", readonly = true, required = true)
	private @Nullable MavenProject project;

	/**
	 * The compiled classes, with the entities whose tables are created.
	 */
	@Parameter(defaultValue = "${project.build.outputDirectory}", readonly = true)
	private File classes = new File("");

	/**
	 * Where the inventory of functions and tables is kept.
	 */
	@Parameter(defaultValue = "${project.build.directory}/kindling", readonly = true)
	private File inventoryDirectory = new File("");

	/**
	 * Where a running <code>kindling:run</code> leaves its address.
	 */
	@Parameter(defaultValue = "${project.build.directory}/kindling/lambda.properties", readonly = true)
	private File address = new File("");

	/**
	 * Runs the native executable rather than the jar. Set by the profile
	 * <code>native</code>.
	 */
	@Parameter(property = "kindling.native")
	private @Nullable Boolean nativeExecutable;

	/**
	 * The native executable.
	 */
	@Parameter(property = "kindling.executable", defaultValue = "${project.build.directory}/bootstrap")
	private File executable = new File("");

	/**
	 * The executable jar. By default
	 * <code>${project.build.directory}/${project.build.finalName}.jar</code>, which
	 * <code>kindling:run</code> runs with <code>-Dkindling.reload=false</code> only.
	 */
	@Parameter(property = "kindling.jar")
	private @Nullable File jar;

	/**
	 * Further arguments for the JVM that runs the jar, such as <code>-Xmx96m</code>.
	 */
	@Parameter(property = "kindling.jvmArguments")
	private @Nullable List<String> jvmArguments;

	/**
	 * The function's name.
	 */
	@Parameter(property = "kindling.functionName", defaultValue = "${project.artifactId}")
	private String functionName = "";

	/**
	 * What the function finds in <code>_HANDLER</code>: the name of the function bean,
	 * where there are several.
	 */
	@Parameter(property = "kindling.handler", defaultValue = "bootstrap")
	private String handler = "";

	/**
	 * The memory size in megabytes, 128 to 10240.
	 */
	@Parameter(property = "kindling.memorySize", defaultValue = "256")
	private int memorySize;

	/**
	 * How many seconds an invocation may take, at most 900.
	 */
	@Parameter(property = "kindling.timeout", defaultValue = "30")
	private int timeout;

	/**
	 * How many seconds the function may take to start. Lambda's limit is 10; on a slow
	 * machine that can be too few.
	 */
	@Parameter(property = "kindling.initTimeout", defaultValue = "10")
	private int initTimeout;

	/**
	 * The region that the function believes to be in.
	 */
	@Parameter(property = "kindling.region", defaultValue = "us-east-1")
	private String region = "";

	/**
	 * The function's environment variables.
	 */
	@Parameter
	private @Nullable Map<String, String> environment;

	/**
	 * Starts DynamoDB Local and tells the function where it is. Off when the environment
	 * has <code>AWS_ENDPOINT_URL_DYNAMODB</code>.
	 */
	@Parameter(property = "kindling.dynamodb", defaultValue = "true")
	private boolean dynamodb;

	/**
	 * The tables to create in DynamoDB Local beside those of the project's entities, or
	 * instead of one with the same name: <code>name:key</code>,
	 * <code>name:key:type</code> or <code>name:key:type:sortKey:type</code>, with the
	 * types <code>S</code>, <code>N</code> and <code>B</code>.
	 */
	@Parameter(property = "kindling.tables")
	private @Nullable List<String> tables;

	private @Nullable LocalTables localTables;

	private @Nullable ProjectInventory inventory;

	final RunningLambda runningLambda() {
		return new RunningLambda(this.address.toPath());
	}

	final String functionName() {
		return this.functionName;
	}

	final Path executable() {
		return this.executable.toPath();
	}

	/**
	 * The jar that is asked for by name, if one is.
	 */
	final @Nullable Path namedJar() {
		return (this.jar != null) ? this.jar.toPath() : null;
	}

	private Path jar() {
		if (this.jar != null) {
			return this.jar.toPath();
		}
		Build build = project().getBuild();
		return Path.of(build.getDirectory(), build.getFinalName() + ".jar");
	}

	final Path classes() {
		return this.classes.toPath();
	}

	/**
	 * The main class, where the goal has a parameter for it.
	 */
	@Nullable String mainClass() {
		return null;
	}

	final boolean isAggregator() {
		return this.project != null && "pom".equals(this.project.getPackaging());
	}

	final MavenProject project() {
		if (this.project == null) {
			throw new IllegalStateException("There is no project");
		}
		return this.project;
	}

	final List<String> jvmArguments() {
		return (this.jvmArguments != null) ? this.jvmArguments : List.of();
	}

	final boolean runsExecutable() {
		if (this.nativeExecutable != null) {
			return this.nativeExecutable;
		}
		if (this.project != null) {
			for (Profile profile : this.project.getActiveProfiles()) {
				if ("native".equals(profile.getId())) {
					return true;
				}
			}
		}
		return false;
	}

	final boolean needsDynamoDb() {
		LocalDatabase.quiet();
		return this.dynamodb && (this.environment == null || !this.environment.containsKey(DYNAMODB_ENDPOINT));
	}

	/**
	 * Starts DynamoDB Local with the tables that are configured and those of the
	 * project's entities.
	 * @param port to listen at; {@code 0} for a free one
	 */
	final LocalDatabase startDatabase(int port) throws MojoFailureException {
		LocalDatabase database = LocalDatabase.start(port, tables());
		localTables();
		createTables(database);
		return database;
	}

	/**
	 * Creates the tables of entities that have none yet. Those that there are stay as
	 * they are, with their items.
	 * @return whether all that are known are there now
	 */
	final boolean createTables(LocalDatabase database) {
		List<EntityTable> tables = inventory().tables();
		return this.localTables != null && tables != null && this.localTables.create(tables, database.get(), getLog());
	}

	final ProjectInventory inventory() {
		ProjectInventory known = this.inventory;
		if (known == null) {
			known = new ProjectInventory(project(), classes(), this.inventoryDirectory.toPath(), mainClass(), getLog());
			this.inventory = known;
		}
		return known;
	}

	final LocalTables localTables() throws MojoFailureException {
		LocalTables known = this.localTables;
		if (known == null) {
			known = new LocalTables(environment(), tables());
			this.localTables = known;
		}
		return known;
	}

	/**
	 * What names the entities' tables to the function, by variable.
	 */
	final Map<String, String> tableVariables() throws MojoFailureException {
		List<EntityTable> known = inventory().tables();
		return localTables().variables((known != null) ? known : List.of());
	}

	final Map<String, String> environment() {
		return (this.environment != null) ? this.environment : Map.of();
	}

	final String handler() {
		return this.handler;
	}

	final String region() {
		return this.region;
	}

	final Duration timeout() {
		return Duration.ofSeconds(this.timeout);
	}

	private TableDefinition[] tables() throws MojoFailureException {
		return LocalTables.parse((this.tables != null) ? this.tables : List.of());
	}

	/**
	 * Describes the packaged function to a local Lambda.
	 * @param runExecutable whether the executable is to run, or the jar
	 * @param moreJvmArguments for the jar
	 * @return the description
	 * @throws MojoFailureException if the application hasn't been built
	 */
	final LocalLambdaBuilder function(boolean runExecutable, String... moreJvmArguments) throws MojoFailureException {
		if (runExecutable) {
			PackagedFiles.requireExecutable(executable());
			return function(FunctionCode.executable(executable()));
		}
		PackagedFiles.requireExecutableJar(jar());
		List<String> arguments = new ArrayList<>(List.of(moreJvmArguments));
		arguments.addAll(jvmArguments());
		return function(FunctionCode.jar(jar(), arguments.toArray(String[]::new)));
	}

	/**
	 * Describes the function to a local Lambda.
	 */
	final LocalLambdaBuilder function(FunctionCode code) {
		LocalDatabase.quiet();
		return LocalLambda.builder()
			.code(code)
			.functionName(this.functionName)
			.handler(this.handler)
			.memorySize(this.memorySize)
			.timeout(timeout())
			.initTimeout(Duration.ofSeconds(this.initTimeout))
			.region(this.region)
			.environment(environment());
	}

}
