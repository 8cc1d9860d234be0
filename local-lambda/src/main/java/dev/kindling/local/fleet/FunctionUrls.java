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

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import dev.kindling.local.api.FunctionUrlHandler;
import dev.kindling.local.server.LambdaHttpServer;
import dev.kindling.local.workbench.WorkbenchFunction;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Which function takes which requests by HTTP. The only function, or the only one that
 * takes any, has them all; several have paths that begin with their names.
 */
public final class FunctionUrls {

	/**
	 * The kinds of events that a function URL can send: its own, and those of functions
	 * whose types tell none.
	 */
	private static final Set<String> HTTP = Set.of("http", "any");

	private final Map<String, String> prefixes = new LinkedHashMap<>();

	/**
	 * Gives each function its path.
	 * @param functions all that are served
	 */
	public FunctionUrls(List<WorkbenchFunction> functions) {
		if (functions.size() == 1) {
			this.prefixes.put(functions.get(0).name(), "");
			return;
		}
		for (WorkbenchFunction function : functions) {
			if (HTTP.contains(function.event()) && function.queueUrl() == null && function.table() == null) {
				this.prefixes.put(function.name(), "/" + function.name());
			}
		}
	}

	/**
	 * Serves the functions.
	 * @param fleet where they are found
	 * @param logs is told of answers that can't be used
	 * @return the handler of all
	 */
	public Handler handler(Fleet fleet, Consumer<String> logs) {
		List<Handler> handlers = new ArrayList<>();
		this.prefixes.forEach((name, prefix) -> handlers.add(new FunctionUrlHandler(fleet.get(name), prefix, logs)));
		if (this.prefixes.size() == 1) {
			handlers.add(new FunctionUrlHandler(fleet.get(this.prefixes.keySet().iterator().next()), "", logs));
		}
		handlers.add(new Handler.Abstract() {

			@Override
			public boolean handle(Request request, Response response, Callback callback) {
				LambdaHttpServer.send(response, callback, 404,
						FunctionUrls.this.prefixes.isEmpty() ? "{\"Message\":\"No function takes HTTP requests\"}"
								: "{\"Message\":\"No function has this path. There is: "
										+ String.join("/, ", FunctionUrls.this.prefixes.values())
										+ "/, of the functions that there were at the start\"}");
				return true;
			}

		});
		return new Handler.Sequence(handlers);
	}

	/**
	 * Where a function takes HTTP requests.
	 * @param name the function's name
	 * @param root the server's address, with a slash at its end
	 * @return the address, or {@code null} if it takes none
	 */
	public @Nullable URI of(String name, URI root) {
		String prefix = this.prefixes.get(name);
		return (prefix == null) ? null : prefix.isEmpty() ? root : root.resolve(prefix + "/");
	}

}
