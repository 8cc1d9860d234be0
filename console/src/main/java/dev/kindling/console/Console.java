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
import java.util.Map;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindling.local.server.Json;
import dev.kindling.local.server.LambdaHttpServer;
import dev.kindling.local.workbench.Secrets;
import dev.kindling.local.workbench.Workbench;
import dev.kindling.local.workbench.WorkbenchFunction;
import org.eclipse.jetty.server.handler.gzip.GzipHandler;
import org.jspecify.annotations.Nullable;

/**
 * A page on which events are sent to the functions of a local Lambda, and on which can be
 * seen what comes of them. It listens on the loopback interface only, and answers no
 * other page than its own.
 */
public final class Console implements Closeable {

	private final Workbench workbench;

	private final ConsoleListener listener;

	private final LiveUpdates live = new LiveUpdates();

	private final LambdaHttpServer server;

	private Console(int port, Workbench workbench, Secrets secrets,
			Function<WorkbenchFunction, @Nullable JsonNode> examples) {
		this.workbench = workbench;
		this.listener = new ConsoleListener(secrets, this.live);
		GzipHandler compressed = new GzipHandler();
		compressed.setIncludedMimeTypes("text/html", "text/css", "text/javascript", "image/svg+xml",
				LambdaHttpServer.JSON);
		compressed
			.setHandler(new ConsoleHandler(new ConsoleApi(workbench, this.listener, secrets, examples), this.live));
		this.server = LambdaHttpServer.start("console", port, compressed);
		workbench.addListener(this.listener);
	}

	/**
	 * Starts a console.
	 * @param port to listen at; {@code 0} for a free one
	 * @param workbench the functions and tables
	 * @param environment the functions' own variables: what by its name is a credential
	 * is never shown, and nor is this process's
	 * @param examples what a function's own type looks like as JSON; {@code null} where
	 * that isn't known
	 * @return the running console
	 */
	public static Console start(int port, Workbench workbench, Map<String, String> environment,
			Function<WorkbenchFunction, @Nullable JsonNode> examples) {
		return new Console(port, workbench, Secrets.of(System.getenv(), environment), examples);
	}

	/**
	 * Where the page is.
	 * @return such as {@code http://127.0.0.1:3002/}
	 */
	public URI address() {
		return URI.create("http://" + this.server.address() + "/");
	}

	/**
	 * Has the pages look at the functions again: there are others, or more is known of
	 * them.
	 */
	public void functionsChanged() {
		this.live.send("functions", Json.MAPPER.nullNode());
	}

	/**
	 * Stops listening.
	 */
	@Override
	public void close() {
		this.workbench.removeListener(this.listener);
		this.live.close();
		this.server.close();
	}

}
