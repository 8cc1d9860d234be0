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

package dev.kindling.maven.reload;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;

import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.LifecycleExecutionException;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.model.Resource;
import org.apache.maven.plugin.AbstractMojoExecutionException;
import org.apache.maven.plugin.BuildPluginManager;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * The project's own build up to <code>process-classes</code>, within the Maven that runs
 * already: with the plugins and the settings of the POM, generators of sources, filters
 * of resources and Kotlin included. The plugins stay loaded, and with them the compiler.
 */
public final class MavenBuild implements Build {

	private static final String LAST_PHASE = "process-classes";

	private final MavenSession session;

	private final LifecycleExecutor lifecycle;

	private final BuildPluginManager plugins;

	private @Nullable List<MojoExecution> plan;

	private long ended;

	/**
	 * Describes the build.
	 * @param session whose current project is built
	 * @param lifecycle knows what belongs to it
	 * @param plugins runs it
	 */
	public MavenBuild(MavenSession session, LifecycleExecutor lifecycle, BuildPluginManager plugins) {
		this.session = session;
		this.lifecycle = lifecycle;
		this.plugins = plugins;
	}

	/**
	 * The project's sources, whatever the language, and what they are generated from.
	 * @return files and directories
	 */
	List<Path> sources() {
		MavenProject project = this.session.getCurrentProject();
		Path generated = Path.of(project.getBuild().getDirectory());
		List<Path> sources = new ArrayList<>(List.of(project.getBasedir().toPath().resolve("src/main")));
		project.getCompileSourceRoots().forEach((root) -> sources.add(Path.of(root)));
		project.getResources().forEach((resource) -> sources.add(Path.of(resource.getDirectory())));
		project.getFilters().forEach((filter) -> sources.add(project.getBasedir().toPath().resolve(filter)));
		sources.removeIf((source) -> source.startsWith(generated));
		return sources.stream().filter((source) -> !isBelowAnother(source, sources)).distinct().toList();
	}

	/**
	 * The project's POM, and those of its parents that are no artifacts.
	 * @return the files
	 */
	List<Path> poms() {
		List<Path> poms = new ArrayList<>();
		MavenProject project = this.session.getCurrentProject();
		while (project != null && project.getFile() != null) {
			poms.add(project.getFile().toPath());
			project = project.getParent();
		}
		return poms;
	}

	private static boolean isBelowAnother(Path source, List<Path> others) {
		return others.stream().anyMatch((other) -> !source.equals(other) && source.startsWith(other));
	}

	@Override
	public void run(Changes changes) throws BuildFailure {
		MojoExecution current = null;
		try {
			removeCopies(changes.removed());
			touch(changes.written());
			for (MojoExecution execution : plan()) {
				current = execution;
				this.lifecycle.executeForkedExecutions(execution, this.session);
				this.plugins.executeMojo(this.session, execution);
			}
		}
		catch (AbstractMojoExecutionException ex) {
			String message = (ex.getLongMessage() != null) ? ex.getLongMessage() : String.valueOf(ex.getMessage());
			throw new BuildFailure(describe(current, message), ex);
		}
		catch (LifecycleExecutionException ex) {
			throw new BuildFailure(describe(current, String.valueOf(ex.getMessage())), ex);
		}
		catch (Exception ex) {
			throw new BuildFailure(describe(current, ex.toString()), ex);
		}
		finally {
			this.ended = System.currentTimeMillis();
		}
	}

	/**
	 * Plugins tell by the time of a file whether what they made of it is out of date. One
	 * that was edited while they worked, or restored with its time, isn't newer.
	 */
	private void touch(List<Path> written) throws IOException {
		for (Path file : written) {
			if (Files.exists(file) && Files.getLastModifiedTime(file).toMillis() <= this.ended) {
				Files.setLastModifiedTime(file, FileTime.fromMillis(System.currentTimeMillis()));
			}
		}
	}

	private List<MojoExecution> plan() throws Exception {
		if (this.plan == null) {
			this.plan = this.lifecycle.calculateExecutionPlan(this.session, LAST_PHASE).getMojoExecutions();
		}
		return this.plan;
	}

	/**
	 * Removes what was made of resources that are gone: nothing else does.
	 */
	private void removeCopies(List<Path> removed) throws IOException {
		MavenProject project = this.session.getCurrentProject();
		Path output = Path.of(project.getBuild().getOutputDirectory());
		for (Resource resource : project.getResources()) {
			Path directory = Path.of(resource.getDirectory());
			Path target = (resource.getTargetPath() != null) ? output.resolve(resource.getTargetPath()) : output;
			for (Path file : removed) {
				if (file.startsWith(directory)) {
					Files.deleteIfExists(target.resolve(directory.relativize(file).toString()));
				}
			}
		}
	}

	/**
	 * Names the plugin, and files from the project's folder on.
	 */
	private String describe(@Nullable MojoExecution execution, String message) {
		String folder = this.session.getCurrentProject().getBasedir() + File.separator;
		String text = message.replace("file://" + folder, "").replace(folder, "").strip();
		return (execution != null) ? text + "\n(" + execution.getArtifactId() + ":" + execution.getGoal() + ")" : text;
	}

}
