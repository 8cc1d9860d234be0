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

package dev.kindling.test.junit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.kindling.dynamodb.DynamoDbConfigurationException;
import dev.kindling.dynamodb.DynamoDbProperties;
import dev.kindling.dynamodb.schema.Documents;
import dev.kindling.dynamodb.schema.EntityIntrospector;
import dev.kindling.dynamodb.schema.EntityKeys;
import dev.kindling.dynamodb.schema.EntityScanner;
import dev.kindling.dynamodb.schema.JvmTableSchemas;
import dev.kindling.dynamodb.schema.SchemaException;
import dev.kindling.dynamodb.table.TableNames;
import dev.kindling.dynamodb.table.TableNaming;
import dev.kindling.local.dynamodb.EmbeddedDynamoDb;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSecondaryPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSecondarySortKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSortKey;

import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * Creates the tables of an application's entities: the annotated classes in its package
 * and those below, with the names that the application finds for them.
 */
final class EntityTables {

	private static final String[] NEEDED = { "dev.kindling.dynamodb.schema.EntityScanner",
			"software.amazon.awssdk.enhanced.dynamodb.TableSchema",
			"org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor" };

	private EntityTables() {
	}

	/**
	 * Says whether there can be entities, which need Kindling's starter and the SDK's
	 * enhanced client.
	 */
	static boolean arePossible(ClassLoader classLoader) {
		for (String name : NEEDED) {
			try {
				Class.forName(name, false, classLoader);
			}
			catch (ClassNotFoundException ex) {
				return false;
			}
		}
		return true;
	}

	/**
	 * Creates them.
	 * @param database where
	 * @param application whose entities
	 * @param variables the function's environment
	 * @param inProcess whether it gets them as arguments, and this process's environment
	 * @throws IllegalStateException if an entity can have no table, with what to do
	 */
	static void create(EmbeddedDynamoDb database, Class<?> application, Map<String, String> variables,
			boolean inProcess) {
		Set<Class<?>> entities = entities(application);
		if (entities.isEmpty()) {
			return;
		}
		try {
			for (EntityTable table : tables(entities, environment(variables, inProcess))) {
				database.createTable(table.createTableRequest());
				String timeToLive = table.timeToLiveRequest();
				if (timeToLive != null) {
					database.call("UpdateTimeToLive", timeToLive);
				}
			}
		}
		catch (SchemaException | DynamoDbConfigurationException ex) {
			throw new IllegalStateException(ex.getMessage(), ex);
		}
	}

	private static Set<Class<?>> entities(Class<?> application) {
		Set<Class<?>> entities = new LinkedHashSet<>();
		Map<Class<?>, EntityKeys> others = new HashMap<>();
		for (Class<?> type : EntityScanner.scan(List.of(application.getPackageName()), application.getClassLoader())) {
			EntityKeys keys = EntityKeys.of(type);
			if (keys.hasPartitionKey()) {
				entities.add(type);
			}
			else if (hasOtherKeys(keys)) {
				others.put(type, keys);
			}
		}
		others.keySet().removeAll(parts(entities));
		for (Class<?> keyless : others.keySet()) {
			throw new IllegalStateException(keyless.getName() + " has keys, but no partition key, so that it can have"
					+ " no table. Annotate the getter or the record's component that is its key with"
					+ " @DynamoDbPartitionKey");
		}
		return entities;
	}

	private static boolean hasOtherKeys(EntityKeys keys) {
		return keys.isAnnotated(DynamoDbSortKey.class) || keys.isAnnotated(DynamoDbSecondaryPartitionKey.class)
				|| keys.isAnnotated(DynamoDbSecondarySortKey.class);
	}

	/**
	 * What entities are made of, which need no keys.
	 */
	private static Set<Class<?>> parts(Collection<Class<?>> entities) {
		Set<Class<?>> parts = new HashSet<>();
		List<Class<?>> left = new ArrayList<>(entities);
		while (!left.isEmpty()) {
			for (Class<?> part : Documents.of(EntityIntrospector.introspect(left.remove(0)))) {
				if (parts.add(part)) {
					left.add(part);
				}
			}
		}
		return parts;
	}

	private static Collection<EntityTable> tables(Set<Class<?>> entities, ConfigurableEnvironment environment) {
		TableNames names = new TableNames(environment, entities);
		DynamoDbProperties properties = new DynamoDbProperties(environment);
		JvmTableSchemas schemas = new JvmTableSchemas();
		Map<String, EntityTable> tables = new LinkedHashMap<>();
		for (Class<?> entity : entities) {
			TableSchema<?> schema = schemas.find(entity);
			String name = name(entity, names);
			if (schema == null) {
				continue;
			}
			EntityTable table = tables.get(name);
			if (table == null) {
				table = new EntityTable(name, entity, schema);
				tables.put(name, table);
			}
			else {
				table.add(entity, schema);
			}
			String timeToLive = properties.string("tables." + TableNaming.words(entity, '-') + ".time-to-live");
			if (timeToLive != null) {
				table.expiresBy(timeToLive);
			}
		}
		return tables.values();
	}

	private static String name(Class<?> entity, TableNames names) {
		String name = names.of(entity);
		if (name.contains("${")) {
			throw new IllegalStateException("The table of " + entity.getName() + " is called '" + name
					+ "', which has a placeholder without a value. Give it one by @LambdaTest(environment)");
		}
		return name;
	}

	/**
	 * The configuration as the application sees it.
	 */
	private static ConfigurableEnvironment environment(Map<String, String> variables, boolean inProcess) {
		StandardEnvironment environment = new StandardEnvironment();
		Map<String, Object> values = new LinkedHashMap<>(variables);
		if (inProcess) {
			environment.getPropertySources().addFirst(new MapPropertySource("commandLineArgs", values));
		}
		else {
			String system = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
			environment.getPropertySources().remove(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME);
			environment.getPropertySources().replace(system, new SystemEnvironmentPropertySource(system, values));
		}
		ConfigDataEnvironmentPostProcessor.applyTo(environment);
		ConfigurationPropertySources.attach(environment);
		return environment;
	}

}
