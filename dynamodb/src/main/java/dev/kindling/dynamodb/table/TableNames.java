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

import java.util.Collection;
import java.util.Locale;

import dev.kindling.dynamodb.DynamoDbConfigurationException;
import dev.kindling.dynamodb.DynamoDbProperties;
import dev.kindling.dynamodb.DynamoDbTableName;
import org.jspecify.annotations.Nullable;

import org.springframework.core.env.Environment;

/**
 * Finds the name of an entity's table. In this order:
 * {@code kindling.dynamodb.tables.<entity>.name}, the environment variables
 * {@code <ENTITY>_TABLE_NAME} and {@code <ENTITY>_TABLE}, {@link DynamoDbTableName},
 * {@code TABLE_NAME} if there is but one entity, and the convention that
 * {@code kindling.dynamodb.table-naming} chooses. Where none is chosen, a table has the
 * name of its entity in kebab case, but not on Lambda: there a name that nobody has given
 * is one that somebody has forgotten.
 */
public final class TableNames {

	private final Environment environment;

	private final DynamoDbProperties properties;

	private final Collection<Class<?>> entities;

	/**
	 * @param entities all entities that have a table
	 */
	public TableNames(Environment environment, Collection<Class<?>> entities) {
		this.environment = environment;
		this.properties = new DynamoDbProperties(environment);
		this.entities = entities;
	}

	public String of(Class<?> entity) {
		String key = TableNaming.words(entity, '-');
		String property = "tables." + key + ".name";
		String variable = TableNaming.words(entity, '_').toUpperCase(Locale.ROOT) + "_TABLE";
		String name = this.properties.string(property);
		if (name != null) {
			return unambiguous(name, entity, key, DynamoDbProperties.PREFIX + property);
		}
		for (String candidate : new String[] { variable + "_NAME", variable }) {
			name = this.properties.raw(candidate);
			if (name != null) {
				return unambiguous(name, entity, key, candidate);
			}
		}
		name = annotated(entity);
		if (name != null) {
			return affixed(name);
		}
		if (this.entities.size() == 1 && this.entities.contains(entity)) {
			name = this.properties.raw("TABLE_NAME");
			if (name != null) {
				return name;
			}
		}
		name = conventional(entity);
		if (name != null) {
			return affixed(name);
		}
		throw new DynamoDbConfigurationException("The table of " + entity.getName() + " has no name.",
				"Set the property " + DynamoDbProperties.PREFIX + property + " or the environment variable " + variable
						+ ", annotate the class with @DynamoDbTableName, or choose a convention with "
						+ "kindling.dynamodb.table-naming.");
	}

	private String unambiguous(String name, Class<?> entity, String key, String source) {
		for (Class<?> other : this.entities) {
			if (other != entity && TableNaming.words(other, '-').equals(key)) {
				throw new DynamoDbConfigurationException(
						"'" + source + "' could name the table of " + entity.getName() + " or of " + other.getName()
								+ ".",
						"Unset it and annotate both classes with @DynamoDbTableName, which may hold placeholders.");
			}
		}
		return name;
	}

	private @Nullable String annotated(Class<?> entity) {
		DynamoDbTableName annotation = entity.getAnnotation(DynamoDbTableName.class);
		if (annotation == null) {
			return null;
		}
		String name = annotation.value();
		if (name.contains("${")) {
			try {
				name = this.environment.resolveRequiredPlaceholders(name);
			}
			catch (IllegalArgumentException ex) {
				throw new DynamoDbConfigurationException(
						"@DynamoDbTableName(\"" + annotation.value() + "\") of " + entity.getName()
								+ " has a placeholder without a value.",
						"Set the property or environment variable that it names.");
			}
		}
		return name.isBlank() ? null : name;
	}

	private @Nullable String conventional(Class<?> entity) {
		TableNaming unchosen = isOnLambda() ? TableNaming.NONE : TableNaming.KEBAB_CASE;
		return switch (this.properties.choice("table-naming", TableNaming.values(), unchosen)) {
			case NONE -> null;
			case KEBAB_CASE -> TableNaming.words(entity, '-');
			case SNAKE_CASE -> TableNaming.words(entity, '_');
			case CLASS_NAME -> entity.getSimpleName();
		};
	}

	/**
	 * Not in a Lambda that runs on the developer's machine, which looks the same
	 * otherwise.
	 */
	private boolean isOnLambda() {
		return this.properties.raw("AWS_LAMBDA_FUNCTION_NAME") != null && this.properties.raw("KINDLING_LOCAL") == null
				&& this.properties.raw("AWS_SAM_LOCAL") == null;
	}

	private String affixed(String name) {
		String prefix = this.properties.string("table-prefix");
		String suffix = this.properties.string("table-suffix");
		return ((prefix != null) ? prefix : "") + name + ((suffix != null) ? suffix : "");
	}

}
