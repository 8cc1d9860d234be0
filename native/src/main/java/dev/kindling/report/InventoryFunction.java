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

package dev.kindling.report;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * A function that an application can serve.
 *
 * @param name what chooses it: the bean's name, names with {@code |} between them for a
 * composition, or {@code functionRouter}
 * @param kind {@code bean}, {@code composition} or {@code router}
 * @param shape how the bean is called, such as {@code consumer}; of a composition its
 * first, {@code null} for the router
 * @param input the type that it takes, with packages and type arguments; {@code null} if
 * nothing
 * @param output the type that it returns; {@code null} if nothing
 * @param event the kind of event, {@code any} if its types don't tell
 * @param eventType the class, without package, that tells the kind; {@code null} if none
 * does
 * @param entity of changes of a table, the class of its items; {@code null} if that isn't
 * known
 * @param reportsItemFailures whether it answers a batch so that Lambda takes the answer
 * for a report on the items that failed
 * @param tables the entities whose tables it can use, by what is injected into it;
 * {@code null} if that doesn't tell, so that it may be any
 * @param example what the type of the application's that it takes looks like as JSON;
 * {@code null} if it takes none
 */
public record InventoryFunction(String name, String kind, @Nullable String shape, @Nullable String input,
		@Nullable String output, String event, @Nullable String eventType, @Nullable String entity,
		boolean reportsItemFailures, @Nullable List<String> tables, @Nullable JsonNode example) {

	public InventoryFunction {
		tables = (tables != null) ? List.copyOf(tables) : null;
	}

}
