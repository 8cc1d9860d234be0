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

package dev.kindling.dynamodb.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.kindling.dynamodb.DynamoDbConfigurationException;
import dev.kindling.start.LooksUp;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbIndex;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.BeanFactoryAware;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.NativeDetector;
import org.springframework.core.env.Environment;

/**
 * The tables of the entities, with their names and schemas. What is injected as
 * {@code DynamoDbTable<Customer>} or {@code DynamoDbIndex<Customer>} comes from here.
 */
@LooksUp({ DynamoDbEnhancedClient.class, TableSchemas.class })
public final class DynamoDbTables implements BeanFactoryAware {

	private @Nullable ConfigurableListableBeanFactory beanFactory;

	private final Map<String, DynamoDbTable<?>> made = new LinkedHashMap<>();

	private @Nullable TableNames names;

	public DynamoDbTables() {
	}

	@Override
	public void setBeanFactory(BeanFactory beanFactory) {
		this.beanFactory = (ConfigurableListableBeanFactory) beanFactory;
	}

	/**
	 * The table of an entity.
	 * @param <T> the entity
	 * @param entity its class
	 * @return the table
	 * @throws DynamoDbConfigurationException if it has no name
	 * @throws dev.kindling.dynamodb.schema.SchemaException if the class can't be mapped
	 */
	public <T> DynamoDbTable<T> table(Class<T> entity) {
		long begin = System.nanoTime();
		TableSchema<T> schema = beanFactory().getBean(TableSchemas.class).of(entity);
		if (!NativeDetector.inNativeImage()) {
			// in an executable it has been looked for when that was built
			requirePartitionKey(entity, schema);
		}
		DynamoDbTable<T> table = beanFactory().getBean(DynamoDbEnhancedClient.class).table(tableName(entity), schema);
		synchronized (this.made) {
			this.made.putIfAbsent(table.tableName(), table);
		}
		Logger logger = LoggerFactory.getLogger(DynamoDbTables.class);
		if (logger.isDebugEnabled()) {
			logger.debug("Table {} of {} is ready after {} us, with all that it needs", table.tableName(),
					entity.getSimpleName(), (System.nanoTime() - begin) / 1_000);
		}
		return table;
	}

	private static void requirePartitionKey(Class<?> entity, TableSchema<?> schema) {
		try {
			schema.tableMetadata().primaryPartitionKey();
		}
		catch (IllegalArgumentException ex) {
			throw noPartitionKey(entity, ex);
		}
	}

	static DynamoDbConfigurationException noPartitionKey(Class<?> entity, @Nullable Throwable cause) {
		DynamoDbConfigurationException failure = new DynamoDbConfigurationException(
				entity.getName() + " has no partition key, so that it can have no table.",
				"Annotate the getter or the record's component that is its key with @DynamoDbPartitionKey.");
		if (cause != null) {
			failure.initCause(cause);
		}
		return failure;
	}

	/**
	 * The tables that somebody asked for, each once.
	 */
	public List<DynamoDbTable<?>> made() {
		synchronized (this.made) {
			return new ArrayList<>(this.made.values());
		}
	}

	/**
	 * A secondary index of an entity's table.
	 * @param <T> the entity
	 * @param entity its class
	 * @param index the index's name
	 * @return the index
	 * @throws DynamoDbConfigurationException if the table has no name
	 * @throws dev.kindling.dynamodb.schema.SchemaException if the class can't be mapped
	 */
	public <T> DynamoDbIndex<T> index(Class<T> entity, String index) {
		return table(entity).index(index);
	}

	/**
	 * The name of an entity's table.
	 * @param entity the entity's class
	 * @return the name, with prefix and suffix
	 * @throws DynamoDbConfigurationException if it has none
	 */
	public synchronized String tableName(Class<?> entity) {
		TableNames found = this.names;
		if (found == null) {
			found = new TableNames(beanFactory().getBean(Environment.class), entities(beanFactory()));
			this.names = found;
		}
		return found.of(entity);
	}

	private static Set<Class<?>> entities(ConfigurableListableBeanFactory beanFactory) {
		Set<Class<?>> entities = new LinkedHashSet<>();
		for (String name : beanFactory.getBeanDefinitionNames()) {
			Class<?> entity = TableBeanDefinitions.entity(beanFactory.getBeanDefinition(name));
			if (entity != null) {
				entities.add(entity);
			}
		}
		return entities;
	}

	private ConfigurableListableBeanFactory beanFactory() {
		if (this.beanFactory == null) {
			throw new IllegalStateException("Only a bean can find tables");
		}
		return this.beanFactory;
	}

}
