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

package dev.kindling.maven.nested;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.jspecify.annotations.Nullable;

/**
 * Another Maven, which builds the executable of the same project: with the settings, the
 * local repository, and what the command line of this one has said.
 */
public final class NestedMaven {

	private static final Set<String> GIVEN = Set.of("maven.repo.local", "settings.security", "skipTests");

	private final MavenSession session;

	/**
	 * Describes it.
	 * @param session the Maven that runs here
	 */
	public NestedMaven(MavenSession session) {
		this.session = session;
	}

	/**
	 * The program that runs here.
	 * @return a path, or a name for the search path
	 */
	public static String program() {
		String home = System.getProperty("maven.home");
		String name = (File.separatorChar == '\\') ? "mvn.cmd" : "mvn";
		return (home != null) ? Path.of(home, "bin", name).toString() : name;
	}

	/**
	 * The local repository.
	 * @return its folder
	 */
	public Path repository() {
		return this.session.getRepositorySession().getLocalRepository().getBasedir().toPath().toAbsolutePath();
	}

	/**
	 * Where passwords of the settings are kept.
	 * @return a file, which need not exist
	 */
	public File security() {
		String named = this.session.getUserProperties().getProperty("settings.security");
		return (named != null) ? new File(named)
				: new File(System.getProperty("user.home"), ".m2/settings-security.xml");
	}

	/**
	 * Its arguments, for <code>package</code> without tests, with the profile
	 * <code>native</code>.
	 * @param unwanted the properties of this command line that mean nothing there
	 * @return for <code>mvn</code>
	 */
	public List<String> arguments(Set<String> unwanted) {
		MavenExecutionRequest request = this.session.getRequest();
		List<String> arguments = new ArrayList<>(List.of("--batch-mode", "--no-transfer-progress", "--file",
				this.session.getCurrentProject().getFile().getAbsolutePath()));
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
		arguments.add("-Dmaven.repo.local=" + repository());
		if (Files.isRegularFile(security().toPath())) {
			arguments.add("-Dsettings.security=" + security().getAbsolutePath());
		}
		properties(unwanted).forEach((name, value) -> arguments.add("-D" + name + "=" + value));
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

	private Map<String, String> properties(Set<String> unwanted) {
		Map<String, String> properties = new TreeMap<>();
		for (String name : this.session.getUserProperties().stringPropertyNames()) {
			if (!GIVEN.contains(name) && !unwanted.contains(name)) {
				properties.put(name, this.session.getUserProperties().getProperty(name));
			}
		}
		return properties;
	}

}
