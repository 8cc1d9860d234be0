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

package dev.kindling.logging.slf4j;

import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.slf4j.helpers.ThreadLocalMapOfStacks;
import org.slf4j.spi.MDCAdapter;

/**
 * An MDC that belongs to one thread and isn't inherited by those it starts: an invocation
 * must not leave its request id to a thread that outlives it.
 */
final class ThreadBoundMdc implements MDCAdapter {

	private static final ThreadLocal<Map<String, String>> CONTEXT = new ThreadLocal<>();

	private final ThreadLocalMapOfStacks stacks = new ThreadLocalMapOfStacks();

	/**
	 * The thread's entries themselves, in the order in which they were put.
	 */
	static Map<String, String> current() {
		Map<String, String> context = CONTEXT.get();
		return (context != null) ? context : Map.of();
	}

	@Override
	public void put(String key, @Nullable String value) {
		requireKey(key);
		Map<String, String> context = CONTEXT.get();
		if (context == null) {
			context = new LinkedHashMap<>();
			CONTEXT.set(context);
		}
		context.put(key, value);
	}

	@Override
	public @Nullable String get(String key) {
		requireKey(key);
		return current().get(key);
	}

	@Override
	public void remove(String key) {
		requireKey(key);
		Map<String, String> context = CONTEXT.get();
		if (context != null) {
			context.remove(key);
			if (context.isEmpty()) {
				CONTEXT.remove();
			}
		}
	}

	@Override
	public void clear() {
		CONTEXT.remove();
	}

	@Override
	public @Nullable Map<String, String> getCopyOfContextMap() {
		Map<String, String> context = CONTEXT.get();
		return (context != null) ? new LinkedHashMap<>(context) : null;
	}

	@Override
	public void setContextMap(@Nullable Map<String, String> contextMap) {
		if (contextMap == null || contextMap.isEmpty()) {
			CONTEXT.remove();
		}
		else {
			CONTEXT.set(new LinkedHashMap<>(contextMap));
		}
	}

	@Override
	public void pushByKey(String key, @Nullable String value) {
		this.stacks.pushByKey(key, value);
	}

	@Override
	public @Nullable String popByKey(String key) {
		Deque<String> stack = this.stacks.getCopyOfDequeByKey(key);
		return (stack == null || stack.isEmpty()) ? null : this.stacks.popByKey(key);
	}

	@Override
	public @Nullable Deque<String> getCopyOfDequeByKey(String key) {
		return this.stacks.getCopyOfDequeByKey(key);
	}

	@Override
	public void clearDequeByKey(String key) {
		this.stacks.clearDequeByKey(key);
	}

	private static void requireKey(@Nullable String key) {
		if (key == null) {
			throw new IllegalArgumentException("A key of the MDC can't be null");
		}
	}

}
