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

package dev.kindling.start.logging;

import java.util.LinkedHashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LoggingProperties}.
 */
class LoggingPropertiesUnitTests {

	private final StandardEnvironment environment = new StandardEnvironment();

	private final MutablePropertySources sources = this.environment.getPropertySources();

	LoggingPropertiesUnitTests() {
		this.sources.stream().toList().forEach((source) -> this.sources.remove(source.getName()));
	}

	@Test
	void readsLevelsWithAndWithoutBrackets() {
		file(Map.of("logging.level.root", "warn", "logging.level.com.example.Orders", "debug",
				"logging.level[com.example.Items]", "trace", "logging.level.[com.example.More]", "off",
				"logging.level.empty", "", "logging.levels", "info", "other", "x"));
		assertThat(LoggingProperties.of(this.environment).levels()).isEqualTo(Map.of("root", "warn",
				"com.example.Orders", "debug", "com.example.Items", "trace", "com.example.More", "off"));
	}

	@Test
	void readsLevelsFromEnvironmentVariablesFirst() {
		this.sources.addLast(new SystemEnvironmentPropertySource("systemEnvironment",
				Map.of("LOGGING_LEVEL_COM_EXAMPLE", "DEBUG", "LOGGING_LEVEL_ROOT", "ERROR", "PATH", "/bin")));
		file(Map.of("logging.level.com.example", "info", "logging.level.root", "info", "logging.level.web", "info"));
		assertThat(LoggingProperties.of(this.environment).levels())
			.isEqualTo(Map.of("com.example", "DEBUG", "root", "ERROR", "web", "info"));
	}

	@Test
	void resolvesPlaceholders() {
		file(Map.of("logging.level.com.example", "${level:info}", "level", "debug"));
		assertThat(LoggingProperties.of(this.environment).levels()).containsEntry("com.example", "debug");
	}

	@Test
	void readsGroupsAsValuesWithCommasOrWithIndexes() {
		Map<String, Object> values = new LinkedHashMap<>();
		values.put("logging.group.one", "a.b, c.d");
		values.put("logging.group.two[0]", "e.f");
		values.put("logging.group.two[1]", "g.h");
		values.put("logging.group.sql", "my.sql");
		file(values);
		LoggingProperties properties = LoggingProperties.of(this.environment);
		assertThat(properties.members("one")).containsExactly("a.b", "c.d");
		assertThat(properties.members("two")).containsExactly("e.f", "g.h");
		assertThat(properties.members("sql")).containsExactly("my.sql");
		assertThat(properties.members("web")).contains("org.springframework.web");
		assertThat(properties.members("com.example")).containsExactly("com.example");
		assertThat(properties.isGroup("com.example")).isFalse();
	}

	private void file(Map<String, Object> values) {
		this.sources.addLast(new MapPropertySource("file", values));
	}

}
