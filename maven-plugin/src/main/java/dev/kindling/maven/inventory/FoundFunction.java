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

package dev.kindling.maven.inventory;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * A function that the application can serve.
 *
 * @param name what chooses it
 * @param kind {@code bean}, {@code composition} or {@code router}
 * @param input the type that it takes, if any
 * @param output the type that it returns, if any
 * @param event the kind of event that it takes, {@code any} if its types don't tell
 * @param eventType the class that tells the kind, if one does
 * @param entity of changes of a table, the class of its items, if that is known
 * @param reportsItemFailures whether Lambda takes its answer to a batch for a report on
 * the items that failed
 * @param tables the entities whose tables it can use, {@code null} if that isn't known
 * @param example what the type of the application's that it takes looks like as JSON, if
 * it takes one
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record FoundFunction(String name, String kind, @Nullable String input, @Nullable String output, String event,
		@Nullable String eventType, @Nullable String entity, boolean reportsItemFailures, @Nullable List<String> tables,
		@Nullable JsonNode example) {

	public FoundFunction {
		tables = (tables != null) ? List.copyOf(tables) : null;
	}

}
