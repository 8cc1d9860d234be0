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

package dev.kindling.console;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.local.LocalLambda;
import dev.kindling.local.dynamodb.EmbeddedDynamoDb;
import dev.kindling.local.invoke.InvokeRequest;
import dev.kindling.local.invoke.InvokeResult;
import dev.kindling.local.server.Json;
import dev.kindling.local.workbench.InvocationEnd;
import dev.kindling.local.workbench.InvocationStart;
import dev.kindling.local.workbench.Workbench;
import dev.kindling.local.workbench.WorkbenchFunction;
import dev.kindling.local.workbench.WorkbenchListener;
import org.jspecify.annotations.Nullable;

/**
 * A real Lambda with one function, and a real DynamoDB.
 */
record LocalWorkbench(LocalLambda lambda, EmbeddedDynamoDb database,
		List<WorkbenchListener> listeners) implements Workbench {

	LocalWorkbench(LocalLambda lambda, EmbeddedDynamoDb database) {
		this(lambda, database, new CopyOnWriteArrayList<>());
	}

	@Override
	public List<WorkbenchFunction> functions() {
		URI url = this.lambda.functionUrl();
		return List.of(new WorkbenchFunction(this.lambda.functionName(), "echo", "com.example.Order",
				"com.example.Receipt", "any", null, null, false, url, null, null));
	}

	@Override
	public InvokeResult invoke(String function, InvokeRequest request) {
		Instant began = Instant.now();
		InvokeResult result = this.lambda.invoke(request);
		tell((listener) -> listener
			.invocationStarted(new InvocationStart(function, result.requestId(), began, request)));
		tell((listener) -> listener.invocationEnded(new InvocationEnd(function, Instant.now(), result)));
		return result;
	}

	void tell(Consumer<WorkbenchListener> what) {
		this.listeners.forEach(what);
	}

	@Override
	public InvokeResult fireSchedule(String function) {
		throw new UnsupportedOperationException();
	}

	@Override
	public List<String> tables() {
		return this.database.tables();
	}

	@Override
	public JsonNode scan(String table, int limit, @Nullable JsonNode startKey) {
		ObjectNode request = Json.MAPPER.createObjectNode().put("TableName", table).put("Limit", limit);
		return this.database.call("Scan", request.toString());
	}

	@Override
	public JsonNode getItem(String table, JsonNode key) {
		throw new UnsupportedOperationException();
	}

	@Override
	public void addListener(WorkbenchListener listener) {
		this.listeners.add(listener);
	}

	@Override
	public void removeListener(WorkbenchListener listener) {
		this.listeners.remove(listener);
	}

}
