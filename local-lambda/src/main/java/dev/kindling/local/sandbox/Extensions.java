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

package dev.kindling.local.sandbox;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.local.server.Json;
import org.jspecify.annotations.Nullable;

/**
 * The extensions that a process has registered, and the events that wait for them.
 *
 * @see <a href=
 * "https://docs.aws.amazon.com/lambda/latest/dg/runtimes-extensions-api.html">Lambda
 * Extensions API</a>
 */
public final class Extensions {

	/**
	 * What the shutdown phase may take with internal extensions.
	 */
	static final Duration SHUTDOWN = Duration.ofMillis(500);

	/**
	 * What is in a queue when nothing else will come.
	 */
	private static final ObjectNode NONE = Json.MAPPER.createObjectNode();

	private final Map<String, Extension> registered = new ConcurrentHashMap<>();

	private volatile boolean closed;

	/**
	 * Registers an extension.
	 * @param name as the extension calls itself
	 * @param events what it wants to hear of
	 * @return its identifier
	 */
	public String register(String name, Set<String> events) {
		String identifier = UUID.randomUUID().toString();
		this.registered.put(identifier, new Extension(name, events, new LinkedBlockingQueue<>()));
		return identifier;
	}

	boolean isAnyRegistered() {
		return !this.registered.isEmpty();
	}

	public @Nullable Extension find(@Nullable String identifier) {
		return (identifier != null) ? this.registered.get(identifier) : null;
	}

	void invoked(PendingInvocation invocation, FunctionSettings settings) {
		ObjectNode event = Json.MAPPER.createObjectNode();
		event.put("eventType", "INVOKE");
		event.put("deadlineMs", invocation.deadlineMillis());
		event.put("requestId", invocation.requestId());
		event.put("invokedFunctionArn", settings.arn());
		event.putObject("tracing").put("type", "X-Amzn-Trace-Id").put("value", invocation.traceId());
		for (Extension extension : this.registered.values()) {
			if (extension.events().contains("INVOKE")) {
				extension.queue().add(event);
			}
		}
	}

	/**
	 * Ends what extensions wait for.
	 */
	void close() {
		this.closed = true;
		this.registered.values().forEach((extension) -> extension.queue().add(NONE));
	}

	/**
	 * Waits for an event.
	 * @param extension who asks
	 * @return the event, or {@code null} if there won't be any
	 */
	public @Nullable ObjectNode next(Extension extension) throws InterruptedException {
		ObjectNode event = this.closed ? NONE : extension.queue().take();
		if (event != NONE) {
			return event;
		}
		extension.queue().add(NONE);
		return null;
	}

	/**
	 * An extension.
	 *
	 * @param name as it calls itself
	 * @param events what it wants to hear of
	 * @param queue what it hasn't heard of yet
	 */
	public record Extension(String name, Set<String> events, BlockingQueue<ObjectNode> queue) {
	}

}
