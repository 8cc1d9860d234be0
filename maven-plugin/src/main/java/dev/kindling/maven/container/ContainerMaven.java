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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

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
			"kindling.containerEngine", "kindling.containerArguments", "maven.repo.local", "settings.security",
			"skipTests");

	private final MavenSession session;

	private final MavenProject project;

	private final Path repository;

	/**
	 * Describes it.
	 * @param session the Maven that runs here
	 */
	public ContainerMaven(MavenSession session) {
		this.session = session;
		this.project = session.getCurrentProject();
		this.repository = session.getRepositorySession().getLocalRepository().getBasedir().toPath().toAbsolutePath();
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
		folders.add(this.repository);
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
		add(files, security());
		return files;
	}

	private static void add(List<Path> files, @Nullable File file) {
		if (file != null && file.isFile()) {
			files.add(file.toPath().toAbsolutePath());
		}
	}

	private File security() {
		String named = this.session.getUserProperties().getProperty("settings.security");
		return (named != null) ? new File(named)
				: new File(System.getProperty("user.home"), ".m2/settings-security.xml");
	}

	/**
	 * Maven's arguments.
	 * @return for <code>mvn</code>
	 */
	List<String> arguments() {
		MavenExecutionRequest request = this.session.getRequest();
		List<String> arguments = new ArrayList<>(
				List.of("--batch-mode", "--no-transfer-progress", "--file", this.project.getFile().getAbsolutePath()));
		addSettings(arguments, "--settings", request.getUserSettingsFile());
		addSettings(arguments, "--global-settings", request.getGlobalSettingsFile());
		if (this.session.isOffline()) {
			arguments.add("--offline");
		}
		if (request.isShowErrors()) {
			arguments.add("--errors");
		}
		switch (request.getLoggingLevel()) {
			case MavenExecutionRequest.LOGGING_LEVEL_DEBUG -> arguments.add("--debug");
			case MavenExecutionRequest.LOGGING_LEVEL_ERROR -> arguments.add("--quiet");
			default -> {
			}
		}
		arguments.add("--activate-profiles");
		arguments.add(profiles(request));
		arguments.add("-Dmaven.repo.local=" + this.repository);
		if (Files.isRegularFile(security().toPath())) {
			arguments.add("-Dsettings.security=" + security().getAbsolutePath());
		}
		properties().forEach((name, value) -> arguments.add("-D" + name + "=" + value));
		arguments.addAll(List.of("-DskipTests", "package"));
		return arguments;
	}

	private static void addSettings(List<String> arguments, String option, @Nullable File file) {
		if (file != null && file.isFile()) {
			arguments.add(option);
			arguments.add(file.getAbsolutePath());
		}
	}

	private static String profiles(MavenExecutionRequest request) {
		List<String> profiles = new ArrayList<>(request.getActiveProfiles());
		if (!profiles.contains("native")) {
			profiles.add("native");
		}
		request.getInactiveProfiles().forEach((profile) -> profiles.add("!" + profile));
		return String.join(",", profiles);
	}

	private Map<String, String> properties() {
		Map<String, String> properties = new TreeMap<>();
		for (String name : this.session.getUserProperties().stringPropertyNames()) {
			if (!ELSEWHERE.contains(name)) {
				properties.put(name, this.session.getUserProperties().getProperty(name));
			}
		}
		return properties;
	}

}
