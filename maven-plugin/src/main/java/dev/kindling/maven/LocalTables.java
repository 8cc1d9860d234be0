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

package dev.kindling.maven;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.maven.inventory.EntityTable;
import dev.kindling.maven.inventory.TableShape;
import dev.kindling.local.dynamodb.EmbeddedDynamoDb;
import dev.kindling.local.dynamodb.TableDefinition;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;
import org.jspecify.annotations.Nullable;

/**
 * Creates the tables of a project's entities in DynamoDB Local, so that none has to be
 * configured.
 */
final class LocalTables {

	private static final Pattern NEXT_WORD = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

	private final Map<String, String> environment;

	private final Set<String> taken = new HashSet<>();

	/**
	 * @param environment the function's own variables
	 * @param configured the tables that there are already
	 */
	LocalTables(Map<String, String> environment, TableDefinition... configured) {
		this.environment = environment;
		for (TableDefinition table : configured) {
			this.taken.add(table.name());
		}
	}

	/**
	 * Reads tables from the configuration.
	 * @param definitions one line each
	 * @return the tables
	 * @throws MojoFailureException if one is none
	 */
	static TableDefinition[] parse(List<String> definitions) throws MojoFailureException {
		try {
			return definitions.stream().map(TableDefinition::parse).toArray(TableDefinition[]::new);
		}
		catch (IllegalArgumentException ex) {
			throw new MojoFailureException("kindling.tables: " + ex.getMessage());
		}
	}

	/**
	 * Creates the tables whose names are known here; those of others have to be
	 * configured.
	 * @param tables the entities' tables
	 * @param database where to create them
	 * @param log says which are created
	 * @return whether all of those were that have a name and keys here
	 */
	boolean create(List<EntityTable> tables, EmbeddedDynamoDb database, Log log) {
		Map<String, List<EntityTable>> byName = new LinkedHashMap<>();
		for (EntityTable table : tables) {
			String name = name(table);
			if (name == null || table.partitionKeys().isEmpty()) {
				log.info("The " + ((name == null) ? "name" : "key") + " of " + table.simpleName()
						+ "'s table isn't known here: configure it in <tables>");
			}
			else if (!this.taken.contains(name)) {
				byName.computeIfAbsent(name, (key) -> new ArrayList<>()).add(table);
			}
		}
		boolean all = true;
		for (Map.Entry<String, List<EntityTable>> table : byName.entrySet()) {
			all &= create(table.getKey(), table.getValue(), database, log);
		}
		return all;
	}

	private boolean create(String name, List<EntityTable> entities, EmbeddedDynamoDb database, Log log) {
		try {
			TableShape shape = TableShape.shared(entities);
			database.createTable(shape.createTableRequest(name));
			if (shape.timeToLive() != null) {
				database.call("UpdateTimeToLive", timeToLive(name, shape.timeToLive()));
			}
		}
		catch (IllegalStateException ex) {
			log.warn("Table " + name + " can't be created, configure it in <tables>: " + ex.getMessage());
			return false;
		}
		this.taken.add(name);
		log.info("Table " + name + " of " + String.join(", ", entities.stream().map(EntityTable::simpleName).toList()));
		return true;
	}

	private static String timeToLive(String table, String attribute) {
		ObjectNode request = new ObjectMapper().createObjectNode().put("TableName", table);
		request.putObject("TimeToLiveSpecification").put("Enabled", true).put("AttributeName", attribute);
		return request.toString();
	}

	/**
	 * The variables that {@code kindling:sam} gives the functions, where the environment
	 * has none for a table.
	 * @param tables the entities' tables
	 * @return the tables' names here, by variable
	 */
	Map<String, String> variables(List<EntityTable> tables) {
		Map<String, String> variables = new LinkedHashMap<>();
		for (EntityTable table : tables) {
			String name = name(table);
			if (name != null && table.variable() != null
					&& table.nameVariables().stream().noneMatch(this.environment::containsKey)) {
				variables.put(table.variable(), name);
			}
		}
		return variables;
	}

	/**
	 * What an entity's table is called here.
	 * @param table the entity's
	 * @return the name; {@code null} if only the running application knows it
	 */
	@Nullable String name(EntityTable table) {
		for (String variable : table.nameVariables()) {
			String name = this.environment.get(variable);
			if (name != null && !name.isBlank()) {
				return name;
			}
		}
		if (table.name() != null || table.variable() == null) {
			return table.name();
		}
		return NEXT_WORD.matcher(table.simpleName()).replaceAll("-").toLowerCase(Locale.ROOT);
	}

}
