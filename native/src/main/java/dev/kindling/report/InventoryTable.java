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

import org.jspecify.annotations.Nullable;

/**
 * The table of an entity. Entities that have the same variable, or the same name, share a
 * table.
 *
 * @param entity the entity's class
 * @param property the application's property that names the table
 * @param variable the environment variable that names the table on Lambda; {@code null}
 * if none can, since another entity has the same simple name
 * @param name the table's name where no variable is set; {@code null} if that is known to
 * the running application only
 * @param partitionKeys the attributes of the partition key; none if they aren't known,
 * because a bean makes the schema
 * @param sortKeys the attributes of the sort key, if there is one
 * @param indexes the secondary indexes, by name
 * @param timeToLive the attribute with the second at which an item expires; {@code null}
 * if none is configured
 */
public record InventoryTable(String entity, String property, @Nullable String variable, @Nullable String name,
		List<Key> partitionKeys, List<Key> sortKeys, List<Index> indexes, @Nullable String timeToLive) {

	public InventoryTable {
		partitionKeys = List.copyOf(partitionKeys);
		sortKeys = List.copyOf(sortKeys);
		indexes = List.copyOf(indexes);
	}

	/**
	 * An attribute of a key.
	 *
	 * @param name the attribute's name
	 * @param type {@code S}, {@code N} or {@code B}
	 */
	public record Key(String name, String type) {
	}

	/**
	 * A secondary index.
	 *
	 * @param name its name
	 * @param kind {@code global} or {@code local}
	 * @param partitionKeys the attributes of its partition key, which a local one has
	 * from the table
	 * @param sortKeys the attributes of its sort key, if there is one
	 */
	public record Index(String name, String kind, List<Key> partitionKeys, List<Key> sortKeys) {
	}

}
