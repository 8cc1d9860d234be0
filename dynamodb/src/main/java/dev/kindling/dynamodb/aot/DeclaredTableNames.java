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

import java.util.Collection;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.kindling.dynamodb.DynamoDbProperties;
import dev.kindling.dynamodb.DynamoDbTableName;
import dev.kindling.dynamodb.table.TableNames;
import dev.kindling.dynamodb.table.TableNaming;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.util.StringUtils;

/**
 * What names an entity's table, told while an application is processed ahead of time: the
 * names themselves are known when it runs, to {@link TableNames}. The variables of the
 * machine that builds tell nothing and aren't looked at.
 */
public final class DeclaredTableNames {

	private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Za-z][A-Za-z0-9_.-]*)(?::([^${}]*))?}");

	private final ConfigurableEnvironment environment;

	private final Collection<Class<?>> entities;

	/**
	 * Creates the names.
	 * @param environment the application's configuration
	 * @param entities all entities that have a table
	 */
	public DeclaredTableNames(ConfigurableEnvironment environment, Collection<Class<?>> entities) {
		this.environment = environment;
		this.entities = entities;
	}

	/**
	 * The property that names the table of an entity.
	 * @param entity the entity
	 * @return its name in kebab case
	 */
	public String property(Class<?> entity) {
		return setting(entity, "name");
	}

	/**
	 * The attribute with the second at which an item of an entity's table expires.
	 * @param entity the entity
	 * @return the attribute, or {@code null} if none is configured
	 */
	public @Nullable String timeToLive(Class<?> entity) {
		return configured(setting(entity, "time-to-live"));
	}

	private static String setting(Class<?> entity, String name) {
		return DynamoDbProperties.PREFIX + "tables." + TableNaming.words(entity, '-') + "." + name;
	}

	/**
	 * The environment variable that names the table: the one that the property refers to,
	 * or that overrides it.
	 * @param entity the entity
	 * @return the variable, or {@code null} if it would name another entity's table as
	 * well
	 */
	public @Nullable String variable(Class<?> entity) {
		String key = TableNaming.words(entity, '-');
		if (isAmbiguous(entity)) {
			return annotatedVariable(entity);
		}
		String name = configured(property(entity));
		if (name == null) {
			return TableNaming.words(entity, '_').toUpperCase(Locale.ROOT) + "_TABLE_NAME";
		}
		Matcher placeholder = PLACEHOLDER.matcher(name);
		if (!placeholder.matches()) {
			return "KINDLING_DYNAMODB_TABLES_" + key.replace("-", "").toUpperCase(Locale.ROOT) + "_NAME";
		}
		return variable(placeholder.group(1));
	}

	private @Nullable String annotatedVariable(Class<?> entity) {
		Matcher placeholder = PLACEHOLDER.matcher(annotated(entity));
		boolean affixed = !"x".equals(affixed("x"));
		return (placeholder.matches() && !affixed) ? variable(placeholder.group(1)) : null;
	}

	private static String annotated(Class<?> entity) {
		DynamoDbTableName annotation = entity.getAnnotation(DynamoDbTableName.class);
		return (annotation != null) ? annotation.value() : "";
	}

	private static String variable(String referred) {
		boolean variable = referred.indexOf('.') < 0 && referred.indexOf('-') < 0;
		return variable ? referred : referred.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
	}

	private boolean isAmbiguous(Class<?> entity) {
		String key = TableNaming.words(entity, '-');
		return this.entities.stream().anyMatch((other) -> other != entity && TableNaming.words(other, '-').equals(key));
	}

	/**
	 * The name that the table has where no variable is set.
	 * @param entity the entity
	 * @return the name, or {@code null} if only the running application knows it
	 */
	public @Nullable String name(Class<?> entity) {
		String name = configured(property(entity));
		boolean ambiguous = isAmbiguous(entity);
		if (name != null && !ambiguous) {
			Matcher placeholder = PLACEHOLDER.matcher(name);
			return literal(placeholder.matches() ? placeholder.group(2) : name);
		}
		String annotated = annotated(entity);
		if (!annotated.isBlank()) {
			Matcher placeholder = PLACEHOLDER.matcher(annotated);
			String known = placeholder.matches() ? placeholder.group(2) : annotated;
			return (known != null) ? affixed(known) : null;
		}
		// what names a table on a developer's machine alone would name two
		TableNaming naming = new DynamoDbProperties(this.environment).choice("table-naming", TableNaming.values(),
				ambiguous ? TableNaming.NONE : TableNaming.KEBAB_CASE);
		return switch (naming) {
			case NONE -> null;
			case KEBAB_CASE -> affixed(TableNaming.words(entity, '-'));
			case SNAKE_CASE -> affixed(TableNaming.words(entity, '_'));
			case CLASS_NAME -> affixed(entity.getSimpleName());
		};
	}

	private @Nullable String affixed(String name) {
		String prefix = configured(DynamoDbProperties.PREFIX + "table-prefix");
		String suffix = configured(DynamoDbProperties.PREFIX + "table-suffix");
		return literal(((prefix != null) ? prefix : "") + name + ((suffix != null) ? suffix : ""));
	}

	private static @Nullable String literal(@Nullable String name) {
		return (!StringUtils.hasText(name) || name.contains("${")) ? null : name;
	}

	/**
	 * A property as it is written, with its placeholders.
	 */
	private @Nullable String configured(String property) {
		ConfigurationPropertyName name = ConfigurationPropertyName.of(property);
		for (PropertySource<?> source : this.environment.getPropertySources()) {
			if (isOfTheMachine(source.getName())) {
				continue;
			}
			ConfigurationPropertySource properties = ConfigurationPropertySource.from(source);
			ConfigurationProperty found = (properties != null) ? properties.getConfigurationProperty(name) : null;
			if (found != null && StringUtils.hasText(String.valueOf(found.getValue()))) {
				return String.valueOf(found.getValue()).trim();
			}
		}
		return null;
	}

	private static boolean isOfTheMachine(String source) {
		return source.equals(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME)
				|| source.equals(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME)
				|| source.equals("configurationProperties");
	}

}
