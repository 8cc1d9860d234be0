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

package dev.kindling.local.fleet;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.local.api.ScheduleHandler;
import dev.kindling.local.dynamodb.EmbeddedDynamoDb;
import dev.kindling.local.invoke.InvokeRequest;
import dev.kindling.local.invoke.InvokeResult;
import dev.kindling.local.server.Json;
import dev.kindling.local.server.ResponseSink;
import dev.kindling.local.workbench.Workbench;
import dev.kindling.local.workbench.WorkbenchFunction;
import dev.kindling.local.workbench.WorkbenchListener;
import dev.kindling.local.workbench.WorkbenchListeners;
import org.jspecify.annotations.Nullable;

/**
 * What can be done with a fleet and the DynamoDB beside it.
 */
public final class FleetWorkbench implements Workbench {

	private final Fleet fleet;

	private final List<WorkbenchFunction> functions;

	private final @Nullable EmbeddedDynamoDb database;

	private final WorkbenchListeners listeners;

	/**
	 * Brings together what there is.
	 * @param fleet the functions
	 * @param functions their descriptions
	 * @param database where the tables are, if there is one
	 * @param listeners all that are told
	 */
	public FleetWorkbench(Fleet fleet, List<WorkbenchFunction> functions, @Nullable EmbeddedDynamoDb database,
			WorkbenchListeners listeners) {
		this.fleet = fleet;
		this.functions = List.copyOf(functions);
		this.database = database;
		this.listeners = listeners;
	}

	@Override
	public List<WorkbenchFunction> functions() {
		return this.functions;
	}

	@Override
	public InvokeResult invoke(String function, InvokeRequest request) {
		return this.fleet.get(function).invoke(request, ResponseSink.collecting());
	}

	@Override
	public InvokeResult fireSchedule(String function) {
		return invoke(function, InvokeRequest.of(ScheduleHandler.event(this.fleet.get(function).settings())));
	}

	@Override
	public List<String> tables() {
		return (this.database != null) ? this.database.tables() : List.of();
	}

	@Override
	public JsonNode scan(String table, int limit, @Nullable JsonNode startKey) {
		ObjectNode request = Json.MAPPER.createObjectNode().put("TableName", table).put("Limit", limit);
		if (startKey != null) {
			request.set("ExclusiveStartKey", startKey);
		}
		return database().call("Scan", request.toString());
	}

	@Override
	public JsonNode getItem(String table, JsonNode key) {
		ObjectNode request = Json.MAPPER.createObjectNode().put("TableName", table).put("ConsistentRead", true);
		request.set("Key", key);
		return database().call("GetItem", request.toString());
	}

	private EmbeddedDynamoDb database() {
		if (this.database == null) {
			throw new IllegalStateException("There is no DynamoDB Local here");
		}
		return this.database;
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
