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

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import dev.kindling.maven.nested.NestedMaven;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * The Maven in the container: the same project, settings and local repository, at the
 * same paths, and what the command line here has said.
 */
public final class ContainerMaven {

	private static final Set<String> ELSEWHERE = Set.of("kindling.image", "kindling.dockerfile",
			"kindling.containerEngine", "kindling.containerArguments");

	private final MavenSession session;

	private final MavenProject project;

	private final NestedMaven maven;

	/**
	 * Describes it.
	 * @param session the Maven that runs here
	 */
	public ContainerMaven(MavenSession session) {
		this.session = session;
		this.project = session.getCurrentProject();
		this.maven = new NestedMaven(session);
	}

	/**
	 * Where it starts.
	 * @return the project's folder
	 */
	Path directory() {
		return this.project.getBasedir().toPath().toAbsolutePath();
	}

	/**
	 * Where what it builds lies.
	 * @return the folder <code>target</code>, of whatever name
	 */
	Path output() {
		return Path.of(this.project.getBuild().getDirectory()).toAbsolutePath();
	}

	/**
	 * What it writes to.
	 * @return folders, none below another
	 */
	List<Path> written() {
		MavenExecutionRequest request = this.session.getRequest();
		Set<Path> folders = new TreeSet<>(Comparator.comparing(Path::toString));
		folders.add(this.maven.repository());
		folders.add(directory());
		folders.add(output());
		if (request.getMultiModuleProjectDirectory() != null) {
			folders.add(request.getMultiModuleProjectDirectory().toPath().toAbsolutePath());
		}
		for (MavenProject parent = this.project.getParent(); parent != null
				&& parent.getFile() != null; parent = parent.getParent()) {
			folders.add(parent.getBasedir().toPath().toAbsolutePath());
		}
		return folders.stream().filter((folder) -> !isBelowAnother(folder, folders)).toList();
	}

	private static boolean isBelowAnother(Path folder, Set<Path> others) {
		return others.stream().anyMatch((other) -> !folder.equals(other) && folder.startsWith(other));
	}

	/**
	 * What it only reads.
	 * @return the files of settings that there are
	 */
	List<Path> read() {
		List<Path> files = new ArrayList<>();
		MavenExecutionRequest request = this.session.getRequest();
		add(files, request.getUserSettingsFile());
		add(files, request.getGlobalSettingsFile());
		add(files, this.maven.security());
		return files;
	}

	private static void add(List<Path> files, @Nullable File file) {
		if (file != null && file.isFile()) {
			files.add(file.toPath().toAbsolutePath());
		}
	}

	/**
	 * Maven's arguments.
	 * @return for <code>mvn</code>
	 */
	List<String> arguments() {
		return this.maven.arguments(ELSEWHERE);
	}

}
