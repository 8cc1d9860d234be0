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

package dev.kindling.maven.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;

/**
 * Gets libraries from Maven's repositories.
 */
final class MavenLibraries implements Libraries {

	private final RepositorySystem system;

	private final MavenSession session;

	private final MavenProject project;

	MavenLibraries(RepositorySystem system, MavenSession session, MavenProject project) {
		this.system = system;
		this.session = session;
		this.project = project;
	}

	@Override
	public List<Path> resolve(String coordinates) throws IOException {
		List<RemoteRepository> repositories = new ArrayList<>(this.project.getRemotePluginRepositories());
		repositories.addAll(this.project.getRemoteProjectRepositories());
		CollectRequest request = new CollectRequest(new Dependency(new DefaultArtifact(coordinates), "runtime"),
				repositories);
		try {
			return this.system
				.resolveDependencies(this.session.getRepositorySession(), new DependencyRequest(request, null))
				.getArtifactResults()
				.stream()
				.map((result) -> result.getArtifact().getFile().toPath())
				.toList();
		}
		catch (DependencyResolutionException ex) {
			throw new IOException("The SQS endpoint needs " + coordinates
					+ ", which isn't found. Run once without -o, or leave queues out with -Dkindling.sqs=false: "
					+ ex.getMessage(), ex);
		}
	}

}
