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
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.kindling.local.invoke.InvokeResult;
import dev.kindling.local.server.Json;
import dev.kindling.local.workbench.FailedRecord;
import dev.kindling.local.workbench.InvocationEnd;
import dev.kindling.local.workbench.InvocationStart;
import dev.kindling.local.workbench.LogLine;
import dev.kindling.local.workbench.Reload;
import dev.kindling.local.workbench.Secrets;
import dev.kindling.local.workbench.WorkbenchListener;

/**
 * Remembers what happens in the local Lambda, and tells it to open pages.
 */
final class ConsoleListener implements WorkbenchListener {

	private final Secrets secrets;

	private final LiveUpdates live;

	private final History history;

	private final Reloads reloads;

	private final Failures failures;

	private final Map<String, InvocationStart> running = new ConcurrentHashMap<>();

	ConsoleListener(Secrets secrets, LiveUpdates live) {
		this.secrets = secrets;
		this.live = live;
		this.history = new History(secrets);
		this.reloads = new Reloads(secrets);
		this.failures = new Failures(secrets);
	}

	History history() {
		return this.history;
	}

	Reloads reloads() {
		return this.reloads;
	}

	Failures failures() {
		return this.failures;
	}

	@Override
	public void invocationStarted(InvocationStart start) {
		this.running.put(start.requestId(), start);
	}

	@Override
	public void invocationEnded(InvocationEnd end) {
		InvocationStart start = this.running.remove(end.requestId());
		handled(end.function(), (start != null) ? start.time() : end.time(),
				(start != null) ? start.request().payload() : new byte[0], end.result());
	}

	/**
	 * Remembers an invocation, if nobody has told of it yet.
	 */
	void handled(String function, Instant began, byte[] event, InvokeResult result) {
		List<FailedRecords.Found> failed = FailedRecords.of(event, result);
		ArrayNode row = this.history.add(function, began, event, result, failed);
		if (row == null) {
			return;
		}
		this.live.send("invocation", row);
		for (FailedRecords.Found found : failed) {
			this.live.send("failure", this.failures.add(function, result.requestId(), found));
		}
	}

	@Override
	public void recordFailed(FailedRecord record) {
		this.live.send("failure", this.failures.add(record));
	}

	@Override
	public void logged(LogLine line) {
		if (this.live.isWatched()) {
			ArrayNode value = Json.MAPPER.createArrayNode().add(line.function());
			this.live.send("log", value.add(TextNode.valueOf(this.secrets.hide(line.text()))));
		}
	}

	@Override
	public void reloaded(Reload reload) {
		this.live.send("reload", this.reloads.add(reload));
	}

}
