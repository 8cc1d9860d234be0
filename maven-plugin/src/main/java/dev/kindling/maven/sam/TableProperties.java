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

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * The properties <code>kindling.dynamodb.tables.*.name</code> of the application. The
 * starter prefers them to the entity's own environment variable, so a template has to set
 * what they refer to.
 */
final class TableProperties {

	private static final List<String> YAML_FILES = List.of("application.yml", "application.yaml");

	private static final Pattern NAME = Pattern.compile("kindling\\.dynamodb\\.tables(?:\\.|\\[)([^.\\]]+)]?\\.name");

	private static final Pattern SETTING = Pattern
		.compile("kindling\\.dynamodb\\.(table-?naming|table-?prefix|table-?suffix)", Pattern.CASE_INSENSITIVE);

	private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Za-z][A-Za-z0-9_.-]*)(?::([^${}]*))?}");

	private final Map<String, String> names = new HashMap<>();

	private final Map<String, String> settings = new HashMap<>();

	private TableProperties() {
	}

	/**
	 * Reads them from the application's properties files.
	 * @param directory such as {@code target/classes}
	 * @return the properties
	 * @throws IOException if a file can't be read
	 */
	static TableProperties read(Path directory) throws IOException {
		TableProperties properties = new TableProperties();
		for (String name : YAML_FILES) {
			properties.addYaml(directory.resolve(name));
		}
		// Spring Boot prefers them to YAML
		properties.addProperties(directory.resolve("application.properties"));
		return properties;
	}

	/**
	 * Names a table as the starter does.
	 * @param table as an entity declares it
	 * @param annotated the name that the entity's annotation gives it
	 * @return the table with its variable, and with the name that it has where the
	 * variable isn't set
	 */
	EntityTable name(EntityTable table, @Nullable String annotated) {
		String name = this.names.get(uniform(table.entity()));
		if (name == null) {
			return table.named(table.variable(),
					affixed((annotated != null) ? resolved(annotated) : conventional(table.entity())));
		}
		Matcher placeholder = PLACEHOLDER.matcher(name);
		if (placeholder.matches()) {
			String referred = placeholder.group(1);
			boolean property = referred.indexOf('.') >= 0 || referred.indexOf('-') >= 0;
			return table.named(
					property ? referred.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT) : referred,
					placeholder.group(2));
		}
		return table.named("KINDLING_DYNAMODB_TABLES_" + uniform(table.entity()).toUpperCase(Locale.ROOT) + "_NAME",
				resolved(name));
	}

	/**
	 * What a name with placeholders comes to can't be known here.
	 */
	private static @Nullable String resolved(String name) {
		return (name.contains("${") || name.isBlank()) ? null : name;
	}

	private @Nullable String conventional(String entity) {
		return switch (uniform(this.settings.getOrDefault("tablenaming", "kebab-case"))) {
			case "kebabcase" -> EntityTable.words(entity, '-');
			case "snakecase" -> EntityTable.words(entity, '_');
			case "classname" -> entity;
			default -> null;
		};
	}

	private @Nullable String affixed(@Nullable String name) {
		return (name == null) ? null : resolved(
				this.settings.getOrDefault("tableprefix", "") + name + this.settings.getOrDefault("tablesuffix", ""));
	}

	private void addProperties(Path file) throws IOException {
		if (!Files.isRegularFile(file)) {
			return;
		}
		Properties properties = new Properties();
		try (InputStream input = Files.newInputStream(file)) {
			properties.load(input);
		}
		catch (IllegalArgumentException ex) {
			throw new IOException(file + " can't be read: " + ex.getMessage(), ex);
		}
		properties.stringPropertyNames().forEach((name) -> add(name, properties.getProperty(name)));
	}

	private void addYaml(Path file) throws IOException {
		if (!Files.isRegularFile(file)) {
			return;
		}
		try (InputStream input = Files.newInputStream(file)) {
			for (Object document : new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(input)) {
				flatten("", document);
			}
		}
		catch (YAMLException ex) {
			throw new IOException(file + " is no YAML: " + ex.getMessage(), ex);
		}
	}

	private void flatten(String path, @Nullable Object value) {
		if (value instanceof Map<?, ?> map) {
			map.forEach((key, each) -> flatten(path.isEmpty() ? String.valueOf(key) : path + "." + key, each));
		}
		else if (value != null) {
			add(path, value.toString());
		}
	}

	private void add(String property, String value) {
		Matcher setting = SETTING.matcher(property.trim());
		if (setting.matches() && !value.isBlank()) {
			this.settings.put(uniform(setting.group(1)), value.trim());
		}
		Matcher matcher = NAME.matcher(property.trim());
		if (matcher.matches() && !value.isBlank()) {
			this.names.put(uniform(matcher.group(1)), value.trim());
		}
	}

	/**
	 * Without what Spring Boot's relaxed binding overlooks.
	 */
	private static String uniform(String name) {
		return name.replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
	}

}
