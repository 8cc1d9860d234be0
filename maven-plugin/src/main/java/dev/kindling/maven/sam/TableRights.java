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

package dev.kindling.maven.sam;

import java.util.List;

import dev.kindling.maven.inventory.TableShape;

/**
 * What the functions of a template may do with its tables: no more than they use, as far
 * as that is known.
 *
 * @param tables all of them
 * @param choice whether there is more than one function or table, so that it matters
 */
record TableRights(List<TableShape> tables, boolean choice) {

	private static final String POLICIES = """
			      # For Scan, BatchGetItem, BatchWriteItem and ConditionCheckItem add the action of that name
			      Policies:
			""";

	private static final String ALL_TABLES = """
			      # Which tables this function uses isn't known: take away what it doesn't
			""";

	private static final String NO_TABLE = """
			      # No rights to a table: none is injected into this function
			""";

	/**
	 * The function's part of the template.
	 */
	String yaml(TemplateFunction function) {
		List<TableShape> used = used(function);
		if (used.isEmpty()) {
			return NO_TABLE;
		}
		StringBuilder yaml = new StringBuilder((this.choice && function.found().tables() == null) ? ALL_TABLES : "")
			.append(POLICIES);
		used.forEach((table) -> yaml.append(TableYaml.statement(table)));
		return yaml.toString();
	}

	/**
	 * The sentence for the terminal.
	 */
	String describe(TemplateFunction function) {
		if (function.found().tables() == null) {
			return "Rights of " + function.found().name() + ": each table, as it isn't known which it uses";
		}
		List<String> names = used(function).stream().map((table) -> table.first().simpleName()).toList();
		return "Rights of " + function.found().name() + ": "
				+ (names.isEmpty() ? "no table" : "the table of " + String.join(", ", names));
	}

	private List<TableShape> used(TemplateFunction function) {
		List<String> entities = function.found().tables();
		return this.tables.stream()
			.filter((table) -> entities == null
					|| table.entities().stream().anyMatch((each) -> entities.contains(each.entity())))
			.toList();
	}

}
