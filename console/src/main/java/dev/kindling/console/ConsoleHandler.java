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

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.local.invoke.TooManyRequestsException;
import dev.kindling.local.server.Json;
import dev.kindling.local.server.LambdaHttpServer;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.jspecify.annotations.Nullable;

/**
 * Answers the console's page, and nobody else.
 */
final class ConsoleHandler extends Handler.Abstract {

	/**
	 * As large as the event of a synchronous invocation may be.
	 */
	private static final int MAX_EVENT = 6 * 1024 * 1024;

	private static final Map<String, String> SECURITY_HEADERS = Map.of("Content-Security-Policy",
			"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
					+ "worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
			"X-Content-Type-Options", "nosniff", "X-Frame-Options", "DENY", "Referrer-Policy", "no-referrer",
			"Cross-Origin-Opener-Policy", "same-origin", "Cross-Origin-Resource-Policy", "same-origin", "Cache-Control",
			"no-store");

	private final ConsoleApi api;

	private final LiveUpdates live;

	private final RequestGuard guard = new RequestGuard();

	private final PageFiles files = new PageFiles();

	ConsoleHandler(ConsoleApi api, LiveUpdates live) {
		this.api = api;
		this.live = live;
	}

	@Override
	public boolean handle(Request request, Response response, Callback callback) throws Exception {
		HttpFields.Mutable headers = response.getHeaders();
		SECURITY_HEADERS.forEach(headers::put);
		String refusal = this.guard.refusal(request, Request.getLocalPort(request));
		String path = Request.getPathInContext(request);
		if (refusal != null) {
			// whatever else it may have sent isn't read
			headers.put(HttpHeader.CONNECTION, "close");
			send(response, callback, 403, error(refusal));
		}
		else if (request.getMethod().equals("POST")) {
			post(path, request, response, callback);
		}
		else if (path.equals("/api/live")) {
			this.live.serve(this.api.hello(), response, callback);
		}
		else if (path.startsWith("/api/")) {
			JsonNode found = get(path.substring("/api/".length()), request);
			send(response, callback, (found != null) ? 200 : 404, (found != null) ? found : error("There is none"));
		}
		else {
			file(path.substring(1), response, callback);
		}
		return true;
	}

	private @Nullable JsonNode get(String path, Request request) throws Exception {
		String invocation = "invocations/";
		if (path.startsWith(invocation)) {
			return this.api.invocation(path.substring(invocation.length()));
		}
		return switch (path) {
			case "state" -> this.api.state();
			case "functions" -> this.api.functions();
			case "invocations" -> this.api.invocations();
			case "events" -> this.api.events(function(request));
			case "tables" -> this.api.tables();
			default -> null;
		};
	}

	private static String function(Request request) throws Exception {
		Fields parameters = Request.extractQueryParameters(request, StandardCharsets.UTF_8);
		String name = parameters.getValue("function");
		return (name != null) ? name : "";
	}

	private void post(String path, Request request, Response response, Callback callback) throws Exception {
		byte[] event = LambdaHttpServer.read(request, MAX_EVENT);
		if (event == null) {
			send(response, callback, 413, error("An event has at most 6 MB"));
			return;
		}
		if (!path.equals("/api/invocations")) {
			send(response, callback, 404, error("There is nothing to do"));
			return;
		}
		try {
			JsonNode answer = this.api.invoke(function(request), event);
			send(response, callback, (answer != null) ? 200 : 404,
					(answer != null) ? answer : error("There is no such function any more"));
		}
		catch (JsonProcessingException ex) {
			ObjectNode problem = error("The event is no JSON: " + ex.getOriginalMessage());
			if (ex.getLocation() != null) {
				problem.put("line", ex.getLocation().getLineNr()).put("column", ex.getLocation().getColumnNr());
			}
			send(response, callback, 400, problem);
		}
		catch (TooManyRequestsException | IllegalStateException ex) {
			send(response, callback, 503, error(String.valueOf(ex.getMessage())));
		}
	}

	private void file(String name, Response response, Callback callback) throws IOException {
		if (name.isEmpty()) {
			byte[] page = this.files.page(this.guard.pageToken());
			LambdaHttpServer.send(response, callback, 200, "text/html;charset=utf-8", page);
			return;
		}
		byte[] file = this.files.file(name);
		if (file != null) {
			LambdaHttpServer.send(response, callback, 200, PageFiles.type(name), file);
		}
		else {
			send(response, callback, 404, error("There is no such file"));
		}
	}

	private static ObjectNode error(String message) {
		return Json.MAPPER.createObjectNode().put("error", message);
	}

	private static void send(Response response, Callback callback, int status, JsonNode json) {
		LambdaHttpServer.send(response, callback, status, LambdaHttpServer.JSON, Json.bytes(json));
	}

}
