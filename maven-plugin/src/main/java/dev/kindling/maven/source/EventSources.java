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

import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import dev.kindling.local.LocalLambda;
import dev.kindling.local.dynamodb.EmbeddedDynamoDb;
import dev.kindling.local.queue.QueueMapping;
import dev.kindling.local.queue.QueueSettings;
import dev.kindling.local.queue.SqsClient;
import dev.kindling.local.queue.SqsQueue;
import dev.kindling.local.stream.StartingPosition;
import dev.kindling.local.stream.StreamMapping;
import dev.kindling.local.stream.StreamSettings;
import dev.kindling.local.workbench.WorkbenchFunction;
import dev.kindling.maven.inventory.EntityTable;
import dev.kindling.maven.inventory.FoundFunction;
import dev.kindling.maven.inventory.InventoryFile;
import dev.kindling.maven.sam.EventSource;
import org.apache.maven.plugin.logging.Log;
import org.jspecify.annotations.Nullable;

/**
 * The queues and streams of an inventory's functions, with what {@code kindling:sam}
 * writes for them: which function has which source, and how often what fails comes again.
 */
public final class EventSources implements Closeable {

	private static final int RETRIES = 5;

	private final SourceSettings settings;

	private final Log log;

	private final List<WorkbenchFunction> functions = new ArrayList<>();

	private final Map<String, SqsQueue> queues = new LinkedHashMap<>();

	private final List<Closeable> running = new ArrayList<>();

	private @Nullable QueueProcess server;

	/**
	 * Prepares the sources.
	 * @param settings how events come
	 * @param log for the developer
	 */
	public EventSources(SourceSettings settings, Log log) {
		this.settings = settings;
		this.log = log;
	}

	/**
	 * Finds what calls each function, and starts the SQS endpoint if one has a queue.
	 * @param served the functions, with the names that they are invoked by
	 * @param inventory what is known of them
	 * @param tables the name of an entity's table, if it is known
	 * @param libraries where ElasticMQ comes from
	 * @throws IOException if the endpoint can't be started
	 * @throws InterruptedException if the thread is interrupted
	 */
	public void prepare(Map<String, FoundFunction> served, InventoryFile inventory,
			Function<EntityTable, @Nullable String> tables, Libraries libraries)
			throws IOException, InterruptedException {
		Set<String> unknown = new LinkedHashSet<>(this.settings.chosen().keySet());
		inventory.lambdaFunctions().forEach((function) -> unknown.remove(function.name()));
		for (Map.Entry<String, FoundFunction> entry : served.entrySet()) {
			FoundFunction found = entry.getValue();
			EventSource chosen = this.settings.chosen().get(found.name());
			WorkbenchFunction function = FunctionNames.describe(entry.getKey(), found,
					(served.size() == 1) ? this.settings.handler() : null, chosen);
			EventSource source = (chosen != null) ? chosen : EventSource.of(found);
			if (source == EventSource.SQS && this.settings.queues()) {
				SqsQueue queue = queue(queueSettings(function), libraries);
				this.queues.put(function.name(), queue);
				function = function.withQueueUrl(queue.url());
			}
			else if (source == EventSource.DYNAMODB) {
				function = streaming(function, found, inventory, tables);
			}
			this.functions.add(function);
		}
		if (!unknown.isEmpty()) {
			throw new IllegalArgumentException("kindling.events: there is no function " + String.join(", ", unknown));
		}
	}

	private SqsQueue queue(QueueSettings settings, Libraries libraries) throws IOException, InterruptedException {
		if (this.server == null) {
			this.server = QueueProcess.start(libraries.resolve(QueueProcess.coordinates()), this.settings.sqsPort(),
					this.settings.region());
		}
		SqsClient client = client();
		SqsQueue deadLetters = client.createQueue(settings.function() + "-dead-letters", Map.of());
		return client.createQueue(settings.function(),
				Map.of("VisibilityTimeout", Long.toString(settings.visibilityTimeout().toSeconds()), "RedrivePolicy",
						"{\"deadLetterTargetArn\":\"" + deadLetters.arn() + "\",\"maxReceiveCount\":\""
								+ settings.maxReceiveCount() + "\"}"));
	}

	private QueueSettings queueSettings(WorkbenchFunction function) {
		return new QueueSettings(function.name(), Math.min(this.settings.batchSize(), QueueSettings.MAX_BATCH),
				this.settings.maxReceiveCount(), visibilityTimeout(), handlingTime(), function.reportsItemFailures(),
				this.settings.region());
	}

	private WorkbenchFunction streaming(WorkbenchFunction function, FoundFunction found, InventoryFile inventory,
			Function<EntityTable, @Nullable String> tables) {
		EntityTable table = inventory.tables()
			.stream()
			.filter((each) -> each.entity().equals(found.entity()) || each.entity().equals(found.input()))
			.findFirst()
			.orElse((found.entity() == null && inventory.tables().size() == 1) ? inventory.tables().get(0) : null);
		String name = (table != null) ? tables.apply(table) : null;
		if (name == null) {
			this.log.warn("Which table's changes " + function.name() + " gets isn't known here: it gets none");
			return function;
		}
		return function.withTable(name);
	}

	/**
	 * How long a message is hidden while it is handled.
	 */
	private Duration handlingTime() {
		Duration six = this.settings.timeout().multipliedBy(6);
		return (six.compareTo(QueueSettings.MAX_VISIBILITY_TIMEOUT) < 0) ? six : QueueSettings.MAX_VISIBILITY_TIMEOUT;
	}

	private Duration visibilityTimeout() {
		Duration chosen = this.settings.visibilityTimeout();
		return (chosen != null) ? chosen : handlingTime();
	}

	private SqsClient client() {
		return new SqsClient(endpoint(), this.settings.region());
	}

	/**
	 * The functions with their sources.
	 * @return descriptions of all
	 */
	public List<WorkbenchFunction> functions() {
		return List.copyOf(this.functions);
	}

	/**
	 * Where the SDK finds the queues.
	 * @return the endpoint, or {@code null} if no function has a queue
	 */
	public @Nullable URI sqsEndpoint() {
		return (this.server != null) ? this.server.endpoint() : null;
	}

	private URI endpoint() {
		if (this.server == null) {
			throw new IllegalStateException("There is no SQS endpoint");
		}
		return this.server.endpoint();
	}

	/**
	 * Begins to bring events.
	 * @param lambda where the functions are
	 * @param database where the tables are, if there is one
	 */
	public void start(LocalLambda lambda, @Nullable EmbeddedDynamoDb database) {
		for (WorkbenchFunction function : this.functions) {
			SqsQueue queue = this.queues.get(function.name());
			if (queue != null) {
				this.running.add(QueueMapping.start(client(), queue, queueSettings(function),
						lambda.function(function.name()), lambda.listeners(), this.log::warn));
				this.log.info("Queue of " + function.name() + ": " + queue.url() + " (what fails comes again after "
						+ visibilityTimeout().toSeconds() + " s: kindling.visibilityTimeout)");
			}
			if (function.table() != null && database != null) {
				start(function, function.table(), lambda, database);
			}
			else if (function.table() != null) {
				this.log.warn(function.name() + " gets no changes of table " + function.table()
						+ ": there is no DynamoDB Local here");
			}
		}
	}

	private void start(WorkbenchFunction function, String table, LocalLambda lambda, EmbeddedDynamoDb database) {
		try {
			this.running.add(StreamMapping.start(database,
					new StreamSettings(function.name(), table, StartingPosition.TRIM_HORIZON, this.settings.batchSize(),
							RETRIES, function.reportsItemFailures(), this.settings.region()),
					lambda.function(function.name()), lambda.listeners(), this.log::warn));
			this.log.info("Changes of table " + table + ": to " + function.name());
		}
		catch (IllegalStateException ex) {
			this.log.warn(function.name() + " gets no changes of table " + table + ": " + ex.getMessage());
		}
	}

	@Override
	public void close() {
		for (Closeable mapping : this.running) {
			try {
				mapping.close();
			}
			catch (IOException ex) {
				this.log.warn("A source of events can't be closed: " + ex);
			}
		}
		if (this.server != null) {
			this.server.close();
		}
	}

}
