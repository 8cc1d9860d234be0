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

package dev.kindling.maven.source;

import java.util.LinkedHashMap;
import java.util.Map;

import dev.kindling.local.workbench.WorkbenchFunction;
import dev.kindling.maven.inventory.FoundFunction;
import dev.kindling.maven.inventory.InventoryFile;
import org.jspecify.annotations.Nullable;

/**
 * What the functions of an inventory are called on this machine.
 */
public final class FunctionNames {

	private static final int MAX_LENGTH = 64;

	private FunctionNames() {
	}

	/**
	 * Names the functions.
	 * @param inventory all functions
	 * @param single what the function is called if there is only one
	 * @return the functions, by the names that they are invoked by; empty if there is
	 * none
	 */
	public static Map<String, FoundFunction> of(InventoryFile inventory, String single) {
		Map<String, FoundFunction> names = new LinkedHashMap<>();
		for (FoundFunction function : inventory.lambdaFunctions()) {
			String name = (inventory.lambdaFunctions().size() == 1) ? single : allowed(function.name());
			String candidate = name;
			for (int next = 2; names.containsKey(candidate); next++) {
				candidate = name + "-" + next;
			}
			names.put(candidate, function);
		}
		return names;
	}

	/**
	 * Lambda's names have neither blanks nor bars, as a composition's has.
	 */
	private static String allowed(String name) {
		String allowed = name.replaceAll("[^a-zA-Z0-9-_]+", "-");
		return allowed.substring(0, Math.min(MAX_LENGTH, allowed.length()));
	}

	/**
	 * Describes a function.
	 * @param only the handler of the only one; {@code null} for that which
	 * {@code kindling:sam} gives to one of several
	 */
	static WorkbenchFunction describe(String name, FoundFunction found, @Nullable String only) {
		String handler = (only != null) ? only : found.name().replaceAll("\\s*\\|\\s*", "|");
		return new WorkbenchFunction(name, handler, found.input(), found.output(), found.event(), found.eventType(),
				found.entity(), found.reportsItemFailures(), null, null, null);
	}

}
