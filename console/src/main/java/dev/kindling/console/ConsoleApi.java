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

import java.time.Instant;
import java.util.function.Function;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.console.events.SampleEvents;
import dev.kindling.local.invoke.InvokeRequest;
import dev.kindling.local.invoke.InvokeResult;
import dev.kindling.local.server.Json;
import dev.kindling.local.workbench.Secrets;
import dev.kindling.local.workbench.Workbench;
import dev.kindling.local.workbench.WorkbenchFunction;
import org.jspecify.annotations.Nullable;

/**
 * What the page asks for, as JSON.
 */
final class ConsoleApi {

	private final Workbench workbench;

	private final ConsoleListener listener;

	private final Secrets secrets;

	private final Function<WorkbenchFunction, @Nullable JsonNode> examples;

	private final TableViews tables;

	private final SampleEvents samples = new SampleEvents();

	/**
	 * Tells a page that the Lambda which it shows has been started anew.
	 */
	private final String run = Long.toString(System.nanoTime(), Character.MAX_RADIX);

	ConsoleApi(Workbench workbench, ConsoleListener listener, Secrets secrets,
			Function<WorkbenchFunction, @Nullable JsonNode> examples) {
		this.workbench = workbench;
		this.listener = listener;
		this.secrets = secrets;
		this.examples = examples;
		this.tables = new TableViews(workbench, secrets);
	}

	JsonNode hello() {
		return Json.MAPPER.createObjectNode().put("run", this.run);
	}

	/**
	 * All that a page shows when it is opened.
	 */
	JsonNode state() {
		ObjectNode state = Json.MAPPER.createObjectNode().put("run", this.run);
		state.set("functions", functions());
		state.set("reloads", this.listener.reloads().all());
		state.set("failures", this.listener.failures().all());
		state.set("invocations", this.listener.history().rows());
		return state;
	}

	ArrayNode functions() {
		ArrayNode functions = Json.MAPPER.createArrayNode();
		for (WorkbenchFunction function : this.workbench.functions()) {
			ObjectNode json = functions.addObject().put("name", function.name());
			json.put("input", function.input()).put("output", function.output());
			json.put("event", function.event()).put("table", function.table());
			json.put("url", (function.url() != null) ? function.url().toString() : null);
			json.put("queue", (function.queueUrl() != null) ? function.queueUrl().toString() : null);
		}
		return functions;
	}

	JsonNode invocations() {
		return this.listener.history().rows();
	}

	@Nullable JsonNode invocation(String number) {
		return number.matches("\\d{1,18}") ? this.listener.history().find(Long.parseLong(number)) : null;
	}

	/**
	 * Events to choose from, that of the function's own kind first.
	 */
	@Nullable JsonNode events(String name) {
		WorkbenchFunction function = function(name);
		return (function != null)
				? this.samples.of(function.event(), function.eventType(), this.examples.apply(function), name) : null;
	}

	JsonNode tables() {
		ArrayNode tables = Json.MAPPER.createArrayNode();
		for (String table : this.workbench.tables()) {
			try {
				tables.add(this.tables.of(table));
			}
			catch (IllegalStateException ex) {
				// It has just been deleted, or DynamoDB says what is wrong with it
				tables.addObject()
					.put("name", table)
					.put("problem", this.secrets.hide(String.valueOf(ex.getMessage())));
			}
		}
		return tables;
	}

	/**
	 * Calls a function.
	 * @return the invocation; {@code null} if there is no such function
	 * @throws JsonProcessingException if the event is no JSON
	 */
	@Nullable JsonNode invoke(String name, byte[] event) throws JsonProcessingException {
		requireJson(event);
		if (function(name) == null) {
			return null;
		}
		Instant began = Instant.now();
		InvokeResult result = this.workbench.invoke(name, InvokeRequest.of(event));
		this.listener.handled(name, began, event, result);
		return this.listener.history().find(result.requestId());
	}

	private static void requireJson(byte[] event) throws JsonProcessingException {
		try {
			if (Json.MAPPER.readTree(event).isMissingNode()) {
				throw new com.fasterxml.jackson.core.JsonParseException(null, "there is nothing but white space");
			}
		}
		catch (JsonProcessingException ex) {
			throw ex;
		}
		catch (java.io.IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
	}

	private @Nullable WorkbenchFunction function(String name) {
		return this.workbench.functions()
			.stream()
			.filter((function) -> function.name().equals(name))
			.findFirst()
			.orElse(null);
	}

}
