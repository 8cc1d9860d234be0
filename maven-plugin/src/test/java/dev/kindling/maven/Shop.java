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
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.local.LocalLambda;
import dev.kindling.local.LocalLambdaBuilder;
import dev.kindling.local.dynamodb.EmbeddedDynamoDb;
import dev.kindling.local.queue.SqsClient;
import dev.kindling.local.workbench.Reload;
import dev.kindling.maven.inventory.InventoryFile;
import dev.kindling.maven.source.EventSources;
import dev.kindling.maven.source.FunctionNames;
import dev.kindling.maven.source.SourceSettings;
import org.apache.maven.plugin.logging.SystemStreamLog;

/**
 * What {@code kindling:run} starts for a project with four functions, without Maven: the
 * Lambda, DynamoDB Local with a stream, ElasticMQ, and the console.
 */
final class Shop implements AutoCloseable {

	private static final int RECEIVES = 2;

	private final EmbeddedDynamoDb database = EmbeddedDynamoDb.start();

	private final EventSources sources;

	private final LocalLambda lambda;

	private final RunConsole console;

	private volatile String problem;

	Shop() throws Exception {
		SystemStreamLog log = new SystemStreamLog();
		InventoryFile inventory = InventoryFile.read(Path.of("src/test/resources/shop.json"));
		LocalTables tables = new LocalTables(Map.of());
		tables.create(inventory.tables(), this.database, log);
		Duration timeout = Duration.ofMinutes(1);
		this.sources = new EventSources(
				new SourceSettings(Map.of(), true, 0, 10, RECEIVES, Duration.ZERO, timeout, "us-east-1", "bootstrap"),
				log);
		this.sources.prepare(FunctionNames.of(inventory, "shop", null), inventory, tables::name,
				(coordinates) -> libraries());
		LocalLambdaBuilder builder = LocalLambda.builder()
			.mainClass(ShopRuntime.class)
			.functions(this.sources.functions())
			.dynamoDb(this.database)
			.environment(tables.variables(inventory.tables()))
			.memorySize(512)
			.maxEnvironments(2)
			.timeout(timeout)
			.initTimeout(timeout)
			.codeCheck(() -> this.problem)
			.logs((line) -> {
			});
		this.lambda = builder.build();
		this.console = RunConsole.start(0, false, this.lambda, Map.of(), () -> inventory, log);
		this.sources.start(this.lambda, this.database);
	}

	private static List<Path> libraries() {
		String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
		return Arrays.stream(classPath.split(File.pathSeparator)).map(Path::of).toList();
	}

	String page() {
		return this.console.address().toString();
	}

	/**
	 * Orders by HTTP, as anyone would.
	 */
	int order(String method, String id, int quantity) throws Exception {
		String body = "{\"id\":\"" + id + "\",\"quantity\":" + quantity + "}";
		HttpRequest request = HttpRequest.newBuilder(this.lambda.functionUrl().resolve("/checkout/"))
			.header("Content-Type", "application/json")
			.method(method, HttpRequest.BodyPublishers.ofString(body))
			.build();
		return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
	}

	/**
	 * Sends a message to the queue of {@code store}.
	 */
	void message(String id, int quantity) throws Exception {
		URI queue = this.sources.functions()
			.stream()
			.filter((function) -> function.name().equals("store"))
			.findFirst()
			.orElseThrow()
			.queueUrl();
		ObjectNode request = new ObjectMapper().createObjectNode().put("QueueUrl", queue.toString());
		request.put("MessageBody", "{\"id\":\"" + id + "\",\"quantity\":" + quantity + "}");
		new SqsClient(this.sources.sqsEndpoint(), "us-east-1").call("SendMessage", request);
	}

	/**
	 * Edits the code, in a way that can't be run.
	 */
	void breakCode(String message) {
		this.problem = message;
		this.lambda.listeners().reloaded(new Reload(Instant.now(), "The code can't be run", message));
	}

	void mendCode() {
		if (this.problem == null) {
			return;
		}
		this.problem = null;
		this.lambda.listeners().reloaded(new Reload(Instant.now(), "What ran before can be run again", null));
	}

	@Override
	public void close() {
		this.console.close();
		this.sources.close();
		this.lambda.close();
		this.database.close();
	}

}
