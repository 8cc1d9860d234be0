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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.maven.inventory.EntityTable.Index;
import dev.kindling.maven.inventory.EntityTable.Key;
import org.jspecify.annotations.Nullable;

/**
 * Keys and indexes of a table, with those of all entities that share it.
 *
 * @param entities the entities
 * @param indexes the secondary indexes, each name once
 */
public record TableShape(List<EntityTable> entities, List<Index> indexes) {

	/**
	 * The tables of entities, each once.
	 * @param entities the entities
	 * @return the tables, in the order of their first entity
	 */
	public static List<TableShape> of(List<EntityTable> entities) {
		List<List<EntityTable>> groups = new ArrayList<>();
		for (EntityTable entity : entities) {
			groups.stream()
				.filter((group) -> group.stream().anyMatch(entity::isSharedWith))
				.findFirst()
				.ifPresentOrElse((group) -> group.add(entity), () -> groups.add(new ArrayList<>(List.of(entity))));
		}
		return groups.stream().map(TableShape::shared).toList();
	}

	/**
	 * One table of several entities.
	 * @param entities the entities, at least one
	 * @return the table
	 */
	public static TableShape shared(List<EntityTable> entities) {
		Map<String, Index> indexes = new LinkedHashMap<>();
		for (EntityTable entity : entities) {
			entity.indexes().forEach((index) -> indexes.putIfAbsent(index.name(), index));
		}
		return new TableShape(List.copyOf(entities), List.copyOf(indexes.values()));
	}

	/**
	 * The entity that gives the table its keys: the first that has some.
	 * @return the entity
	 */
	public EntityTable first() {
		return this.entities.stream()
			.filter((entity) -> !entity.partitionKeys().isEmpty())
			.findFirst()
			.orElse(this.entities.get(0));
	}

	/**
	 * Whether the keys are known.
	 * @return whether the table can be described
	 */
	public boolean isKnown() {
		return !first().partitionKeys().isEmpty();
	}

	/**
	 * The first entity whose keys are others than the table's.
	 * @return the entity, or {@code null} if all have the same
	 */
	public @Nullable EntityTable differing() {
		EntityTable first = first();
		return this.entities.stream()
			.filter((entity) -> !entity.partitionKeys().isEmpty()
					&& !(entity.partitionKeys().equals(first.partitionKeys())
							&& entity.sortKeys().equals(first.sortKeys())))
			.findFirst()
			.orElse(null);
	}

	/**
	 * The environment variables that name the table.
	 * @return their names, each once
	 */
	public List<String> variables() {
		List<String> variables = new ArrayList<>();
		for (EntityTable entity : this.entities) {
			if (entity.variable() != null && !variables.contains(entity.variable())) {
				variables.add(entity.variable());
			}
		}
		return variables;
	}

	/**
	 * The attribute with the second at which an item expires.
	 * @return its name, or {@code null} if there is none
	 */
	public @Nullable String timeToLive() {
		for (EntityTable entity : this.entities) {
			if (entity.timeToLive() != null) {
				return entity.timeToLive();
			}
		}
		return null;
	}

	/**
	 * The attributes that are keys of the table or of an index, each once.
	 * @return their types, by name
	 */
	public Map<String, String> keyAttributes() {
		Map<String, String> attributes = new LinkedHashMap<>();
		add(attributes, first().partitionKeys());
		add(attributes, first().sortKeys());
		for (Index index : this.indexes) {
			add(attributes, index.partitionKeys());
			add(attributes, index.sortKeys());
		}
		return attributes;
	}

	private static void add(Map<String, String> attributes, List<Key> keys) {
		keys.forEach((key) -> attributes.putIfAbsent(key.name(), key.type()));
	}

	/**
	 * What creates the table.
	 * @param name its name
	 * @return the JSON of DynamoDB's CreateTable
	 */
	public String createTableRequest(String name) {
		ObjectNode request = new ObjectMapper().createObjectNode();
		request.put("TableName", name);
		request.put("BillingMode", "PAY_PER_REQUEST");
		ArrayNode attributes = request.putArray("AttributeDefinitions");
		keyAttributes().forEach(
				(attribute, type) -> attributes.addObject().put("AttributeName", attribute).put("AttributeType", type));
		schema(request, first().partitionKeys(), first().sortKeys());
		for (Index index : this.indexes) {
			ObjectNode node = request.withArray(index.isLocal() ? "/LocalSecondaryIndexes" : "/GlobalSecondaryIndexes")
				.addObject();
			node.put("IndexName", index.name());
			schema(node, index.partitionKeys(), index.sortKeys());
			node.putObject("Projection").put("ProjectionType", "ALL");
		}
		return request.toString();
	}

	private static void schema(ObjectNode node, List<Key> partition, List<Key> sort) {
		ArrayNode schema = node.putArray("KeySchema");
		partition.forEach((key) -> schema.addObject().put("AttributeName", key.name()).put("KeyType", "HASH"));
		sort.forEach((key) -> schema.addObject().put("AttributeName", key.name()).put("KeyType", "RANGE"));
	}

}
