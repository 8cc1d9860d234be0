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

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.local.server.Json;
import dev.kindling.local.workbench.FailedRecord;
import dev.kindling.local.workbench.Secrets;

/**
 * The last records that weren't handled: those of queues and streams, and those that an
 * answer reports for an event that was sent by hand.
 */
final class Failures {

	private static final int MAX = 100;

	private final Secrets secrets;

	private final Map<String, ObjectNode> entries = new LinkedHashMap<>();

	Failures(Secrets secrets) {
		this.secrets = secrets;
	}

	/**
	 * Remembers what an answer reports.
	 * @return as the page shows it
	 */
	synchronized ObjectNode add(String function, String requestId, FailedRecords.Found found) {
		return add(requestId, found.id(), json(found, this.secrets).put("function", function));
	}

	/**
	 * Remembers a record of a queue or a stream, of which more is known than its answer
	 * says.
	 * @return as the page shows it
	 */
	synchronized ObjectNode add(FailedRecord failed) {
		ObjectNode json = Json.MAPPER.createObjectNode().put("id", failed.id());
		json.put("reason", this.secrets.hide(failed.reason()));
		json.put("content", this.secrets.hide(ShownJson.of(failed.record())));
		json.put("function", failed.function()).put("source", failed.source()).put("attempt", failed.attempt());
		json.put("fate", failed.fate().name().toLowerCase(Locale.ROOT).replace('_', ' '));
		return add(failed.requestId(), failed.id(), json);
	}

	private ObjectNode add(String requestId, String id, ObjectNode json) {
		String key = requestId + " " + id;
		this.entries.remove(key);
		this.entries.put(key, json.put("key", key));
		if (this.entries.size() > MAX) {
			this.entries.remove(this.entries.keySet().iterator().next());
		}
		return json;
	}

	synchronized ArrayNode all() {
		return Json.MAPPER.createArrayNode().addAll(this.entries.values());
	}

	static ObjectNode json(FailedRecords.Found found, Secrets secrets) {
		JsonNode content = found.content();
		ObjectNode json = Json.MAPPER.createObjectNode().put("id", found.id());
		json.put("reason", (found.reason() != null) ? secrets.hide(found.reason()) : null);
		return json.put("content", (content != null) ? secrets.hide(ShownJson.of(content)) : null);
	}

}
