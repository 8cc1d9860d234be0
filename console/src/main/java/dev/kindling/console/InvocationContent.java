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

import java.util.List;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.local.invoke.InvokeResult;
import dev.kindling.local.server.Json;
import dev.kindling.local.workbench.Secrets;

/**
 * What went into an invocation and came out of it. It is made readable when it is looked
 * at, which is seldom.
 *
 * @param number the invocation's
 * @param event the event
 * @param result the answer
 * @param failed the records that the answer reports as failed
 */
record InvocationContent(long number, byte[] event, InvokeResult result, List<FailedRecords.Found> failed) {

	private static final int MAX_LINES = 2000;

	/**
	 * About how many bytes it takes to keep this.
	 */
	int size() {
		int size = this.event.length + this.result.payload().length;
		for (String line : this.result.logs()) {
			size += line.length();
		}
		return size;
	}

	/**
	 * As the page shows it.
	 * @param row the invocation's line in the list
	 * @param secrets what isn't shown
	 */
	ObjectNode json(ArrayNode row, Secrets secrets) {
		ObjectNode json = Json.MAPPER.createObjectNode();
		json.set("row", row);
		json.put("requestId", this.result.requestId());
		json.put("billed", this.result.report().billedMillis());
		json.put("memorySize", this.result.report().memorySize());
		json.put("event", ShownJson.of(this.event, secrets));
		json.put("answer", ShownJson.of(this.result.payload(), secrets));
		ArrayNode log = json.putArray("log");
		List<String> lines = this.result.logs();
		lines.stream().limit(MAX_LINES).forEach((line) -> log.add(secrets.hide(line)));
		if (lines.size() > MAX_LINES) {
			log.add("… and " + (lines.size() - MAX_LINES) + " more lines");
		}
		ArrayNode records = json.putArray("failed");
		this.failed.forEach((each) -> records.add(Failures.json(each, secrets)));
		return json;
	}

	@Override
	public boolean equals(Object other) {
		return this == other;
	}

	@Override
	public int hashCode() {
		return System.identityHashCode(this);
	}

	/**
	 * Leaves the event out, so that this can be logged.
	 */
	@Override
	public String toString() {
		return "InvocationContent[" + this.number + "]";
	}

}
