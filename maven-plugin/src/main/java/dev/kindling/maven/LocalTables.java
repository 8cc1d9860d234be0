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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import dev.kindling.maven.sam.ClassScanner;
import dev.kindling.maven.sam.EntityTable;
import dev.kindling.test.TableDefinition;
import dev.kindling.test.EmbeddedDynamoDb;
import org.apache.maven.plugin.logging.Log;
import org.jspecify.annotations.Nullable;

/**
 * Creates the tables of a project's entities in DynamoDB Local, so that none has to be
 * configured.
 */
final class LocalTables {

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
	 * Creates the tables whose names are known here; those of others have to be
	 * configured.
	 * @param classes the compiled classes
	 * @param database where to create them
	 * @param log says which are created
	 */
	void create(Path classes, EmbeddedDynamoDb database, Log log) {
		if (!Files.isDirectory(classes)) {
			return;
		}
		try {
			for (EntityTable table : ClassScanner.scan(classes).tables()) {
				String name = name(table);
				if (name == null) {
					log.info("The name of " + table.entity() + "'s table isn't known here: configure it in <tables>");
				}
				else if (this.taken.add(name)) {
					database.createTable(table.createTableRequest(name));
					log.info("Table " + name + " of " + table.entity());
				}
			}
		}
		catch (IOException | IllegalStateException ex) {
			log.warn("The entities' tables can't be created, configure them in <tables>: " + ex.getMessage());
		}
	}

	private @Nullable String name(EntityTable table) {
		for (String variable : table.nameVariables()) {
			String name = this.environment.get(variable);
			if (name != null && !name.isBlank()) {
				return name;
			}
		}
		return table.localName();
	}

}
