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

import java.util.ArrayDeque;
import java.util.Deque;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.local.server.Json;
import dev.kindling.local.workbench.Reload;
import dev.kindling.local.workbench.Secrets;

/**
 * What has become of the code since the local Lambda was started.
 */
final class Reloads {

	private static final int MAX = 100;

	private static final int MAX_CHARACTERS = 20_000;

	private final Secrets secrets;

	private final Deque<ObjectNode> entries = new ArrayDeque<>();

	Reloads(Secrets secrets) {
		this.secrets = secrets;
	}

	/**
	 * Remembers what has become of the code.
	 * @return as the page shows it
	 */
	synchronized ObjectNode add(Reload reload) {
		String problem = reload.problem();
		ObjectNode entry = Json.MAPPER.createObjectNode();
		entry.put("time", reload.time().toEpochMilli()).put("what", this.secrets.hide(reload.cause()));
		entry.put("problem", (problem != null) ? shown(problem) : null);
		this.entries.addLast(entry);
		if (this.entries.size() > MAX) {
			this.entries.removeFirst();
		}
		return entry;
	}

	private String shown(String problem) {
		String text = this.secrets.hide(problem);
		return (text.length() > MAX_CHARACTERS) ? text.substring(0, MAX_CHARACTERS) + "\n…" : text;
	}

	synchronized ArrayNode all() {
		return Json.MAPPER.createArrayNode().addAll(this.entries);
	}

}
