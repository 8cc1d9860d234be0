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

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/**
 * The table of an entity.
 *
 * @param entity the entity's class
 * @param property the application's property that names the table
 * @param variable the environment variable that names it on Lambda, if one can
 * @param name its name where no variable is set; {@code null} if only the running
 * application knows it
 * @param partitionKeys the attributes of the partition key; none if they aren't known
 * @param sortKeys the attributes of the sort key, if there is one
 * @param indexes the secondary indexes
 * @param timeToLive the attribute with the second at which an item expires, if there is
 * one
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record EntityTable(String entity, String property, @Nullable String variable, @Nullable String name,
		List<Key> partitionKeys, List<Key> sortKeys, List<Index> indexes, @Nullable String timeToLive) {

	public EntityTable {
		partitionKeys = List.copyOf(partitionKeys);
		sortKeys = List.copyOf(sortKeys);
		indexes = List.copyOf(indexes);
	}

	/**
	 * The entity's name without packages and enclosing classes.
	 * @return the name
	 */
	public String simpleName() {
		return this.entity.substring(Math.max(this.entity.lastIndexOf('.'), this.entity.lastIndexOf('$')) + 1);
	}

	/**
	 * The environment variables in which the starter looks for the table's name.
	 * @return their names, in the starter's order
	 */
	public List<String> nameVariables() {
		Set<String> variables = new LinkedHashSet<>();
		variables.add(this.property.replace('.', '_').replace("-", "").toUpperCase(Locale.ROOT));
		String[] parts = this.property.split("\\.");
		String words = parts[parts.length - 2].replace('-', '_').toUpperCase(Locale.ROOT);
		if (this.variable != null) {
			variables.add(this.variable);
		}
		variables.add(words + "_TABLE_NAME");
		variables.add(words + "_TABLE");
		return new ArrayList<>(variables);
	}

	/**
	 * Whether the same table is meant.
	 * @param other another entity's
	 * @return whether the same name or variable names it
	 */
	public boolean isSharedWith(EntityTable other) {
		return (this.variable != null && this.variable.equals(other.variable))
				|| (this.name != null && this.name.equals(other.name));
	}

	/**
	 * An attribute of a key.
	 *
	 * @param name its name
	 * @param type {@code S}, {@code N} or {@code B}
	 */
	public record Key(String name, String type) {
	}

	/**
	 * A secondary index.
	 *
	 * @param name its name
	 * @param kind {@code global} or {@code local}
	 * @param partitionKeys the attributes of its partition key
	 * @param sortKeys the attributes of its sort key, if there is one
	 */
	public record Index(String name, String kind, List<Key> partitionKeys, List<Key> sortKeys) {

		/**
		 * Whether the index has the table's partition key.
		 * @return {@code false} for a global one
		 */
		public boolean isLocal() {
			return this.kind.equals("local");
		}

	}

}
