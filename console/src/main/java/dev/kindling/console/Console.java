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

import java.io.Closeable;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.kindling.local.invoke.InvokeResult;
import dev.kindling.local.server.Json;
import dev.kindling.local.server.LambdaHttpServer;
import org.eclipse.jetty.server.handler.gzip.GzipHandler;

/**
 * A page on which events are sent to the functions of a local Lambda, and on which can be
 * seen what comes of them. It listens on the loopback interface only, and answers no
 * other page than its own.
 */
public final class Console implements Closeable {

	private final History history;

	private final Reloads reloads;

	private final LiveUpdates live = new LiveUpdates();

	private final LambdaHttpServer server;

	private Console(int port, Workbench workbench, Secrets secrets) {
		this.history = new History(secrets);
		this.reloads = new Reloads(secrets);
		ConsoleApi api = new ConsoleApi(workbench, this.history, this.reloads, secrets);
		GzipHandler compressed = new GzipHandler();
		compressed.setIncludedMimeTypes("text/html", "text/css", "text/javascript", "image/svg+xml",
				LambdaHttpServer.JSON);
		compressed.setHandler(new ConsoleHandler(api, this.live, this::invoked));
		this.server = LambdaHttpServer.start("console", port, compressed);
	}

	/**
	 * Starts a console.
	 * @param port to listen at; {@code 0} for a free one
	 * @param workbench the functions and tables
	 * @param environment the functions' own variables: what by its name is a credential
	 * is never shown, and nor is this process's
	 * @return the running console
	 */
	public static Console start(int port, Workbench workbench, Map<String, String> environment) {
		return new Console(port, workbench, Secrets.of(System.getenv(), environment));
	}

	/**
	 * Where the page is.
	 * @return such as {@code http://127.0.0.1:3002/}
	 */
	public URI address() {
		return URI.create("http://" + this.server.address() + "/");
	}

	/**
	 * Shows an invocation; once, however often it is told.
	 * @param function the function's name
	 * @param began when the event came
	 * @param event the event
	 * @param result the answer
	 */
	public void invoked(String function, Instant began, byte[] event, InvokeResult result) {
		invoked(function, began, event, result, FailedRecords.of(event, result));
	}

	/**
	 * Shows an invocation; once, however often it is told.
	 * @param function the function's name
	 * @param began when the event came
	 * @param event the event
	 * @param result the answer
	 * @param failed the records of the event that failed
	 */
	public void invoked(String function, Instant began, byte[] event, InvokeResult result, List<FailedRecord> failed) {
		ArrayNode row = this.history.add(function, began, event, result, failed);
		if (row != null) {
			this.live.send("invocation", row);
			if (!failed.isEmpty()) {
				this.live.send("failures", this.history.failures(result.requestId()));
			}
		}
	}

	/**
	 * Shows that functions get new code.
	 * @param what has changed, in a few words
	 */
	public void reloaded(String what) {
		this.live.send("reload", this.reloads.add(what, null));
	}

	/**
	 * Shows that there is no code to run.
	 * @param problem such as the compiler's errors
	 */
	public void broken(String problem) {
		if (!this.reloads.isKnown(problem)) {
			this.live.send("reload", this.reloads.add("No code to run", problem));
		}
	}

	/**
	 * Shows that what was there before the problem runs on.
	 */
	public void mended() {
		if (this.reloads.problem() != null) {
			this.live.send("reload", this.reloads.add("Back to the code that ran before", null));
		}
	}

	/**
	 * Has the pages look at the functions again: there are others, or more is known of
	 * them.
	 */
	public void functionsChanged() {
		this.live.send("functions", Json.MAPPER.nullNode());
	}

	/**
	 * Shows a line of the log at once, before the invocation ends that it belongs to.
	 * @param line what a function or Lambda wrote
	 */
	public void log(String line) {
		if (this.live.isWatched()) {
			this.live.send("log", TextNode.valueOf(this.reloads.hide(line)));
		}
	}

	/**
	 * Stops listening.
	 */
	@Override
	public void close() {
		this.live.close();
		this.server.close();
	}

}
