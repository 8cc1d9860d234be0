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

package dev.kindling.function.route;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import dev.kindling.function.FunctionBindingException;
import dev.kindling.function.RoutingException;
import dev.kindling.function.call.LambdaContexts;
import dev.kindling.function.call.Messages;
import dev.kindling.function.http.HttpBody;
import dev.kindling.function.http.HttpRequestEvent;
import dev.kindling.function.http.MalformedHttpEventException;
import dev.kindling.function.serve.FunctionBinder;
import dev.kindling.function.serve.ServedFunction;
import dev.kindling.runtime.Invocation;
import dev.kindling.runtime.InvocationHandler;
import dev.kindling.runtime.InvocationResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * Serves each event with the function that the application's routes choose for it.
 */
public final class FunctionRouter implements InvocationHandler {

	/** Names may come from events, so that what is remembered has to end somewhere. */
	private static final int REMEMBERED = 256;

	private final List<FunctionRoute> routes;

	private final FunctionBinder binder;

	private final LambdaContexts contexts;

	private final Map<String, ServedFunction> functions = new ConcurrentHashMap<>();

	public FunctionRouter(List<FunctionRoute> routes, FunctionBinder binder, LambdaContexts contexts) {
		this.routes = routes;
		this.binder = binder;
		this.contexts = contexts;
	}

	@Override
	public InvocationResponse handle(Invocation invocation) throws Throwable {
		HttpRequestEvent request = this.binder.request(invocation.body());
		byte[] payload;
		try {
			payload = (request != null) ? payload(request.body()) : invocation.body();
		}
		catch (MalformedHttpEventException ex) {
			return this.binder.badRequest(request, ex);
		}
		String definition = choose(payload, Messages.headers(this.contexts.of(invocation), request));
		return function(definition).handle(invocation, request);
	}

	/**
	 * What can't be decoded may still be for a function that takes bytes.
	 */
	private static byte[] payload(HttpBody body) {
		try {
			return body.json();
		}
		catch (MalformedHttpEventException ex) {
			return body.bytes();
		}
	}

	private String choose(byte[] payload, Map<String, Object> headers) {
		for (FunctionRoute route : this.routes) {
			String definition = route.route(payload, headers);
			if (StringUtils.hasText(definition)) {
				return definition.trim();
			}
		}
		throw new RoutingException("The event was routed to no function");
	}

	private ServedFunction function(String definition) {
		ServedFunction known = this.functions.get(definition);
		if (known != null) {
			return known;
		}
		ServedFunction function = bind(definition);
		if (function == null) {
			// What it names may come from the event, and isn't repeated
			throw new RoutingException("The event was routed to something that is no function of this application");
		}
		if (this.functions.size() < REMEMBERED) {
			this.functions.put(definition, function);
		}
		return function;
	}

	private @Nullable ServedFunction bind(String definition) {
		try {
			return this.binder.bind(definition);
		}
		catch (FunctionBindingException ex) {
			return null;
		}
	}

}
