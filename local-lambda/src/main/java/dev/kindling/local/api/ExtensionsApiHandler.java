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

package dev.kindling.local.api;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.local.sandbox.Extensions;
import dev.kindling.local.sandbox.FunctionSettings;
import dev.kindling.local.sandbox.LambdaLimits;
import dev.kindling.local.sandbox.Sandbox;
import dev.kindling.local.server.Json;
import dev.kindling.local.server.LambdaHttpServer;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * The Extensions API, for internal extensions.
 *
 * @see <a href=
 * "https://docs.aws.amazon.com/lambda/latest/dg/runtimes-extensions-api.html">Lambda
 * Extensions API</a>
 */
public final class ExtensionsApiHandler extends Handler.Abstract {

	private static final String BASE = "/2020-01-01/extension/";

	private static final String IDENTIFIER = "Lambda-Extension-Identifier";

	/**
	 * An internal extension hears of invocations only: Lambda refuses SHUTDOWN for it.
	 */
	private static final Set<String> INTERNAL_EVENTS = Set.of("INVOKE");

	private final FunctionSettings settings;

	private final Supplier<@Nullable Sandbox> sandboxes;

	public ExtensionsApiHandler(FunctionSettings settings, Supplier<@Nullable Sandbox> sandboxes) {
		this.settings = settings;
		this.sandboxes = sandboxes;
	}

	@Override
	public boolean handle(Request request, Response response, Callback callback) throws Exception {
		String path = Request.getPathInContext(request);
		Sandbox sandbox = this.sandboxes.get();
		if (!path.startsWith(BASE) || sandbox == null) {
			return false;
		}
		switch (request.getMethod() + " " + path.substring(BASE.length())) {
			case "POST register" -> register(sandbox, request, response, callback);
			case "GET event/next" -> next(sandbox, request, response, callback);
			case "POST init/error", "POST exit/error" -> report(sandbox, request, response, callback);
			default -> {
				return false;
			}
		}
		return true;
	}

	private void register(Sandbox sandbox, Request request, Response response, Callback callback) throws IOException {
		String name = request.getHeaders().get("Lambda-Extension-Name");
		byte[] body = LambdaHttpServer.read(request, LambdaLimits.ERROR_BODY);
		if (name == null || name.isBlank()) {
			RuntimeApiHandler.refuse(response, callback, 400, "Extension.InvalidExtensionName",
					"The header Lambda-Extension-Name is missing");
			return;
		}
		if (sandbox.isInitialised()) {
			RuntimeApiHandler.refuse(response, callback, 403, "Extension.RegistrationClosed",
					"Extensions register before the first request for an event");
			return;
		}
		Set<String> events = events(body);
		if (events == null || !INTERNAL_EVENTS.containsAll(events)) {
			RuntimeApiHandler.refuse(
					response, callback, 403, (events != null && events.contains("SHUTDOWN"))
							? "ShutdownEventNotSupportedForInternalExtension" : "Extension.InvalidEventType",
					"An internal extension may subscribe to INVOKE only");
			return;
		}
		response.getHeaders().put(IDENTIFIER, sandbox.extensions().register(name, events));
		ObjectNode answer = Json.MAPPER.createObjectNode();
		answer.put("functionName", this.settings.name());
		answer.put("functionVersion", FunctionSettings.VERSION);
		answer.put("handler", this.settings.handler());
		LambdaHttpServer.send(response, callback, 200, LambdaHttpServer.JSON, Json.bytes(answer));
	}

	private static @Nullable Set<String> events(byte @Nullable [] body) throws IOException {
		Set<String> events = new TreeSet<>();
		if (body == null) {
			return null;
		}
		try {
			JsonNode list = Json.MAPPER.readTree(body).path("events");
			list.forEach((event) -> events.add(event.asText()));
			return events;
		}
		catch (JsonProcessingException ex) {
			return null;
		}
	}

	private static void next(Sandbox sandbox, Request request, Response response, Callback callback)
			throws InterruptedException {
		Extensions.Extension extension = sandbox.extensions().find(request.getHeaders().get(IDENTIFIER));
		if (extension == null) {
			refuseUnknown(response, callback);
			return;
		}
		ObjectNode event = sandbox.extensions().next(extension);
		if (event == null) {
			RuntimeApiHandler.refuse(response, callback, 500, "Extension.ContainerError", "The sandbox has ended");
			return;
		}
		LambdaHttpServer.send(response, callback, 200, LambdaHttpServer.JSON, Json.bytes(event));
	}

	private static void report(Sandbox sandbox, Request request, Response response, Callback callback)
			throws IOException {
		if (sandbox.extensions().find(request.getHeaders().get(IDENTIFIER)) == null) {
			refuseUnknown(response, callback);
			return;
		}
		LambdaHttpServer.read(request, LambdaLimits.ERROR_BODY);
		LambdaHttpServer.send(response, callback, 202, "{\"status\":\"OK\"}\n");
	}

	private static void refuseUnknown(Response response, Callback callback) {
		RuntimeApiHandler.refuse(response, callback, 403, "Extension.UnknownExtensionIdentifier",
				"The header " + IDENTIFIER + " names no registered extension");
	}

}
