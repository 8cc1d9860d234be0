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
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.kindling.local.LocalLambdaBuilder;
import dev.kindling.maven.inventory.FoundFunction;
import dev.kindling.maven.inventory.InventoryFile;
import dev.kindling.maven.sam.EventSource;
import dev.kindling.maven.source.EventSources;
import dev.kindling.maven.source.FunctionNames;
import dev.kindling.maven.source.Libraries;
import dev.kindling.maven.source.SourceSettings;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Component;
import org.apache.maven.plugins.annotations.Parameter;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/**
 * What the goals have in common that serve all functions of the project: how many, and
 * where their events come from.
 */
abstract class AbstractSourcesMojo extends AbstractFunctionMojo {

	private static final String SQS_ENDPOINT = "AWS_ENDPOINT_URL_SQS";

	/** The handler, if none is configured. */
	private static final String ANY_HANDLER = "bootstrap";

	/**
	 * How many environments each of several functions may have at once. An only function
	 * has one, in which events wait for each other.
	 */
	@Parameter(property = "kindling.maxEnvironments", defaultValue = "10")
	private int maxEnvironments;

	/**
	 * What calls a function, where its types don't tell: <code>function:source</code>, as
	 * for <code>kindling:sam</code>. Here <code>sqs</code> and <code>dynamodb</code>
	 * bring it events.
	 */
	@Parameter(property = "kindling.events")
	private @Nullable List<String> events;

	/**
	 * Starts an SQS endpoint if a function has a queue, and tells the functions where it
	 * is.
	 */
	@Parameter(property = "kindling.sqs", defaultValue = "true")
	private boolean sqs;

	/**
	 * The SQS endpoint's port; <code>0</code> for a free one.
	 */
	@Parameter(property = "kindling.sqsPort", defaultValue = "9324")
	private int sqsPort;

	/**
	 * How many messages of a queue, at most 10, or changes of a table an event has at
	 * most.
	 */
	@Parameter(property = "kindling.batchSize", defaultValue = "10")
	private int batchSize;

	/**
	 * How often a message is received before it goes to the dead-letter queue.
	 */
	@Parameter(property = "kindling.maxReceiveCount", defaultValue = "5")
	private int maxReceiveCount;

	/**
	 * How many seconds after it has been received a message that failed comes again, at
	 * most 43200; by default six times <code>kindling.timeout</code>.
	 */
	@Parameter(property = "kindling.visibilityTimeout")
	private @Nullable Integer visibilityTimeout;

	@Parameter(defaultValue = "${session}", readonly = true, required = true)
	private @Nullable MavenSession session;

	@SuppressWarnings("deprecation")
	@Component
	private @Nullable RepositorySystem repositories;

	/**
	 * Describes the functions of the inventory, with their sources of events.
	 * @param builder is told of the functions
	 * @param sources where their events come from
	 * @param withTables whether there is a DynamoDB Local with their tables
	 * @return whether there are several
	 */
	final boolean addFunctions(LocalLambdaBuilder builder, EventSources sources, boolean withTables)
			throws MojoFailureException, IOException, InterruptedException {
		InventoryFile found = inventory().get();
		if (found == null) {
			return false;
		}
		if (withTables) {
			builder.environment(localTables().variables(found.tables()));
		}
		Map<String, FoundFunction> functions = FunctionNames.of(found, functionName(),
				handler().equals(ANY_HANDLER) ? null : handler());
		if (functions.isEmpty()) {
			return false;
		}
		Libraries libraries = Libraries.of(Objects.requireNonNull(this.repositories), session(), project());
		sources.prepare(functions, found, localTables()::name, libraries);
		builder.functions(sources.functions());
		if (sources.sqsEndpoint() != null && !environment().containsKey(SQS_ENDPOINT)) {
			builder.environment(SQS_ENDPOINT, sources.sqsEndpoint().toString());
		}
		if (functions.size() > 1) {
			builder.maxEnvironments(this.maxEnvironments);
		}
		return functions.size() > 1;
	}

	final EventSources eventSources(Duration timeout) {
		Map<String, EventSource> chosen = EventSource.parse((this.events != null) ? this.events : List.of());
		return new EventSources(new SourceSettings(chosen, this.sqs, this.sqsPort, this.batchSize, this.maxReceiveCount,
				(this.visibilityTimeout != null) ? Duration.ofSeconds(this.visibilityTimeout) : null, timeout, region(),
				handler()), getLog());
	}

	final MavenSession session() {
		return Objects.requireNonNull(this.session);
	}

}
