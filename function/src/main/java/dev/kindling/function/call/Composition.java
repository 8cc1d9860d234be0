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

package dev.kindling.function.call;

import java.util.List;

import dev.kindling.function.http.HttpRequestEvent;
import dev.kindling.runtime.Invocation;
import org.jspecify.annotations.Nullable;

/**
 * Functions of which each takes what the one before returned, as in
 * {@code "check|price|store"}. One alone is the usual case.
 */
public final class Composition {

	private final BoundFunction[] functions;

	public Composition(List<BoundFunction> functions) {
		this.functions = functions.toArray(BoundFunction[]::new);
	}

	public BoundFunction first() {
		return this.functions[0];
	}

	public BoundFunction last() {
		return this.functions[this.functions.length - 1];
	}

	/**
	 * Calls one function after the other. The first {@code null} ends it.
	 */
	public @Nullable Object call(@Nullable Object payload, Invocation invocation, @Nullable HttpRequestEvent request)
			throws Throwable {
		Object result = this.functions[0].call(payload, invocation, request);
		for (int i = 1; i < this.functions.length && result != null; i++) {
			result = this.functions[i].callWith(result, this.functions[i - 1], invocation);
		}
		return result;
	}

}
