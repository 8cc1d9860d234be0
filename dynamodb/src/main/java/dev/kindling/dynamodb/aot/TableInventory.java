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

package dev.kindling.dynamodb.aot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import dev.kindling.dynamodb.schema.JvmTableSchemas;
import dev.kindling.dynamodb.schema.SchemaException;
import dev.kindling.dynamodb.table.TableBeanDefinitions;
import dev.kindling.report.BuildReport;
import dev.kindling.report.Inventory;
import dev.kindling.report.InventoryTable;
import dev.kindling.report.InventoryTable.Index;
import dev.kindling.report.InventoryTable.Key;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.AttributeValueType;
import software.amazon.awssdk.enhanced.dynamodb.IndexMetadata;
import software.amazon.awssdk.enhanced.dynamodb.KeyAttributeMetadata;
import software.amazon.awssdk.enhanced.dynamodb.TableMetadata;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;

/**
 * Tells the inventory which tables an application has. Their keys and indexes are those
 * of the schemas with which the application runs on the JVM.
 */
final class TableInventory {

	private TableInventory() {
	}

	static void add(ConfigurableListableBeanFactory beanFactory) {
		Set<Class<?>> entities = new LinkedHashSet<>();
		for (String name : beanFactory.getBeanDefinitionNames()) {
			Class<?> entity = TableBeanDefinitions.entity(beanFactory.getBeanDefinition(name));
			if (entity != null) {
				entities.add(entity);
			}
		}
		if (entities.isEmpty()
				|| !(beanFactory.getBean(Environment.class) instanceof ConfigurableEnvironment environment)) {
			return;
		}
		DeclaredTableNames names = new DeclaredTableNames(environment, entities);
		JvmTableSchemas schemas = new JvmTableSchemas();
		Inventory inventory = BuildReport.of(beanFactory).inventory();
		entities.forEach((entity) -> inventory.add(table(entity, names, schema(entity, schemas))));
	}

	/**
	 * A schema that a bean makes isn't made here, and one that can't be made is told by
	 * what generates it.
	 */
	private static @Nullable TableSchema<?> schema(Class<?> entity, JvmTableSchemas schemas) {
		try {
			return schemas.find(entity);
		}
		catch (SchemaException ex) {
			return null;
		}
	}

	private static InventoryTable table(Class<?> entity, DeclaredTableNames names, @Nullable TableSchema<?> schema) {
		List<Key> partitionKeys = List.of();
		List<Key> sortKeys = List.of();
		List<Index> indexes = new ArrayList<>();
		String timeToLive = names.timeToLive(entity);
		if (schema != null) {
			TableMetadata metadata = schema.tableMetadata();
			for (IndexMetadata index : metadata.indices()) {
				if (index.name().equals(TableMetadata.primaryIndexName())) {
					partitionKeys = keys(index.partitionKeys());
					sortKeys = keys(index.sortKeys());
				}
			}
			for (IndexMetadata index : metadata.indices()) {
				if (!index.name().equals(TableMetadata.primaryIndexName())) {
					boolean local = index.partitionKeys().isEmpty();
					indexes.add(new Index(index.name(), local ? "local" : "global",
							local ? partitionKeys : keys(index.partitionKeys()), keys(index.sortKeys())));
				}
			}
			indexes.sort(Comparator.comparing(Index::name));
			checkTimeToLive(entity, timeToLive, schema);
		}
		return new InventoryTable(entity.getName(), names.property(entity), names.variable(entity), names.name(entity),
				partitionKeys, sortKeys, indexes, timeToLive);
	}

	private static List<Key> keys(List<KeyAttributeMetadata> attributes) {
		return attributes.stream()
			.map((key) -> new Key(key.name(), key.attributeValueType().scalarAttributeType().toString()))
			.toList();
	}

	/**
	 * DynamoDB takes any attribute, and then deletes nothing.
	 */
	private static void checkTimeToLive(Class<?> entity, @Nullable String attribute, TableSchema<?> schema) {
		if (attribute == null) {
			return;
		}
		if (!schema.attributeNames().contains(attribute)) {
			throw new IllegalStateException("The time to live of the table of " + entity.getName() + ", '" + attribute
					+ "', is none of its attributes: " + schema.attributeNames());
		}
		if (schema.converterForAttribute(attribute).attributeValueType() != AttributeValueType.N) {
			throw new IllegalStateException("The time to live of the table of " + entity.getName() + ", '" + attribute
					+ "', is no number. DynamoDB takes seconds since 1970: convert it with @DynamoDbConvertedBy");
		}
	}

}
