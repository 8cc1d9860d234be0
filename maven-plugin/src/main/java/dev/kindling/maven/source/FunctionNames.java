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
import java.util.List;
import java.util.Map;

import dev.kindling.local.workbench.WorkbenchFunction;
import dev.kindling.maven.inventory.FoundFunction;
import dev.kindling.maven.inventory.InventoryFile;
import dev.kindling.maven.sam.EventSource;
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
	 * @param handler the only one of several to serve; {@code null} for all
	 * @return the functions, by the names that they are invoked by; empty if there is
	 * none
	 */
	public static Map<String, FoundFunction> of(InventoryFile inventory, String single, @Nullable String handler) {
		List<FoundFunction> functions = inventory.lambdaFunctions();
		if (handler != null && functions.size() > 1) {
			functions = functions.stream().filter((function) -> handler(function).equals(handler)).toList();
		}
		Map<String, FoundFunction> names = new LinkedHashMap<>();
		for (FoundFunction function : functions) {
			String name = (functions.size() == 1) ? single : allowed(function.name());
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
	 * What {@code kindling:sam} gives a function as handler.
	 */
	private static String handler(FoundFunction function) {
		return function.name().replaceAll("\\s*\\|\\s*", "|");
	}

	/**
	 * Describes a function.
	 * @param only the handler of the only one; {@code null} for that which
	 * {@code kindling:sam} gives to one of several
	 * @param chosen what calls it, if that is configured
	 */
	static WorkbenchFunction describe(String name, FoundFunction found, @Nullable String only,
			@Nullable EventSource chosen) {
		String handler = (only != null) ? only : handler(found);
		return new WorkbenchFunction(name, handler, found.input(), found.output(),
				(chosen != null && chosen.isService()) ? chosen.word() : found.event(), found.eventType(),
				found.entity(), found.reportsItemFailures(), null, null, null);
	}

}
