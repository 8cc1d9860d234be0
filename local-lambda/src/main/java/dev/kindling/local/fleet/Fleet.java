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

import java.io.Closeable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.kindling.local.invoke.FunctionCode;
import dev.kindling.local.sandbox.ServedFunctions;
import org.jspecify.annotations.Nullable;

/**
 * All functions of one application, by name.
 */
public final class Fleet implements ServedFunctions, Closeable {

	private final Map<String, FunctionPool> functions = new LinkedHashMap<>();

	/**
	 * Takes the functions.
	 * @param functions at least one
	 * @throws IllegalArgumentException if two have the same name
	 */
	public Fleet(List<FunctionPool> functions) {
		for (FunctionPool function : functions) {
			if (this.functions.put(function.settings().name(), function) != null) {
				throw new IllegalArgumentException("Two functions are called " + function.settings().name());
			}
		}
	}

	@Override
	public List<String> names() {
		return List.copyOf(this.functions.keySet());
	}

	@Override
	public @Nullable FunctionPool find(String name) {
		return this.functions.get(name);
	}

	/**
	 * The function that must be there.
	 * @param name its name
	 * @return the function
	 * @throws IllegalArgumentException if there is no such function; the message names
	 * those that there are
	 */
	public FunctionPool get(String name) {
		FunctionPool function = find(name);
		if (function == null) {
			throw new IllegalArgumentException("There is no function " + name + ", but " + String.join(", ", names()));
		}
		return function;
	}

	/**
	 * The function that was named first.
	 * @return the only one, mostly
	 */
	public FunctionPool first() {
		return this.functions.values().iterator().next();
	}

	/**
	 * Starts the first environment of each function.
	 */
	public void start() {
		this.functions.values().forEach((function) -> function.first().start());
	}

	/**
	 * Gives all functions new code.
	 * @param code what to start from now on
	 * @throws InterruptedException if the thread is interrupted while it waits
	 */
	public void deploy(FunctionCode code) throws InterruptedException {
		for (FunctionPool function : this.functions.values()) {
			function.deploy(code);
		}
	}

	public int coldStarts() {
		return this.functions.values().stream().mapToInt(FunctionPool::coldStarts).sum();
	}

	/**
	 * Ends all processes.
	 */
	public void end() {
		this.functions.values().forEach(FunctionPool::end);
	}

	@Override
	public void close() {
		this.functions.values().forEach(FunctionPool::close);
	}

}
