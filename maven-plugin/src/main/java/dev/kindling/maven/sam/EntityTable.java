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

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * The table of an entity.
 *
 * @param entity the class's simple name
 * @param partitionKey the partition key
 * @param sortKey the sort key, if any
 * @param variable the environment variable that the application takes the table's name
 * from
 */
public record EntityTable(String entity, Key partitionKey, @Nullable Key sortKey, String variable) {

	/**
	 * A table whose name no property of the application sets.
	 * @param entity the class's simple name
	 * @param partitionKey the partition key
	 * @param sortKey the sort key, if any
	 */
	EntityTable(String entity, Key partitionKey, @Nullable Key sortKey) {
		this(entity, partitionKey, sortKey, conventionalVariable(entity));
	}

	/**
	 * Where the starter looks for the name, such as {@code CUSTOMER_TABLE_NAME}.
	 */
	private static String conventionalVariable(String entity) {
		return entity.replaceAll("([a-z0-9])([A-Z])|([A-Z])(?=[A-Z][a-z])", "$1$3_$2").toUpperCase(Locale.ROOT)
				+ "_TABLE_NAME";
	}

	/**
	 * The same table, named by another variable.
	 */
	EntityTable withVariable(String name) {
		return new EntityTable(this.entity, this.partitionKey, this.sortKey, name);
	}

	/**
	 * A key.
	 *
	 * @param attribute its name
	 * @param type {@code S}, {@code N} or {@code B}
	 */
	public record Key(String attribute, String type) {
	}

}
