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

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.slf4j.LoggerFactory;

import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.util.StringUtils;

/**
 * The {@code logging.*} properties of an environment, found by going through the names
 * once: Spring Boot's binder would take longer than the rest of a start.
 */
final class LoggingProperties {

	private static final String PREFIX = "logging.";

	private static final String LEVEL = "logging.level";

	private static final String GROUP = "logging.group";

	private static final String[] IGNORED = { "logging.config", "logging.file.", "logging.pattern.",
			"logging.structured.", "logging.threshold." };

	private final Map<String, String> levels = new LinkedHashMap<>();

	private final Map<String, List<String>> groups = new HashMap<>();

	private final Set<String> ignored = new TreeSet<>();

	private LoggingProperties() {
	}

	static LoggingProperties of(ConfigurableEnvironment environment) {
		LoggingProperties properties = new LoggingProperties();
		for (PropertySource<?> source : environment.getPropertySources()) {
			if (source instanceof EnumerablePropertySource<?> enumerable) {
				properties.add(enumerable, environment);
			}
		}
		properties.groups.putIfAbsent("web",
				List.of("org.springframework.core.codec", "org.springframework.http", "org.springframework.web",
						"org.springframework.boot.actuate.endpoint.web",
						"org.springframework.boot.web.servlet.ServletContextInitializerBeans"));
		properties.groups.putIfAbsent("sql",
				List.of("org.springframework.jdbc.core", "org.hibernate.SQL", "org.jooq.tools.LoggerListener"));
		return properties;
	}

	/**
	 * Adds what no source before has.
	 */
	private void add(EnumerablePropertySource<?> source, ConfigurableEnvironment environment) {
		boolean variables = source instanceof SystemEnvironmentPropertySource;
		Map<String, List<String>> found = new HashMap<>();
		for (String original : source.getPropertyNames()) {
			String name = variables ? ofVariable(original) : original;
			if (!name.startsWith(PREFIX)) {
				continue;
			}
			String value = environment.resolvePlaceholders(String.valueOf(source.getProperty(original))).trim();
			if (isBelow(name, LEVEL)) {
				if (!value.isEmpty()) {
					this.levels.putIfAbsent(below(name, LEVEL), value);
				}
			}
			else if (isBelow(name, GROUP)) {
				addMembers(found, below(name, GROUP), value);
			}
			else {
				addIgnored(name);
			}
		}
		found.forEach(this.groups::putIfAbsent);
	}

	/**
	 * Lambda allows neither dots nor dashes in the names of environment variables.
	 */
	private static String ofVariable(String name) {
		return name.regionMatches(true, 0, "logging_", 0, PREFIX.length())
				? name.toLowerCase(Locale.ROOT).replace('_', '.') : name;
	}

	private static boolean isBelow(String name, String parent) {
		return name.startsWith(parent) && name.length() > parent.length() + 1
				&& (name.charAt(parent.length()) == '.' || name.charAt(parent.length()) == '[');
	}

	/**
	 * The rest of the name, out of its brackets.
	 */
	private static String below(String name, String parent) {
		String rest = name.substring(parent.length() + 1);
		boolean bracketed = name.charAt(parent.length()) == '[' || rest.startsWith("[");
		if (!bracketed || !rest.endsWith("]")) {
			return rest;
		}
		return rest.substring(rest.startsWith("[") ? 1 : 0, rest.length() - 1);
	}

	/**
	 * A list is either one value with commas or a property for each index.
	 */
	private static void addMembers(Map<String, List<String>> groups, String name, String value) {
		String group = name;
		int index = name.lastIndexOf('[');
		if (index > 0 && name.endsWith("]")) {
			group = name.substring(0, index);
		}
		List<String> members = groups.computeIfAbsent(group, (key) -> new ArrayList<>());
		for (String member : StringUtils.commaDelimitedListToStringArray(value)) {
			if (!member.isBlank()) {
				members.add(member.trim());
			}
		}
	}

	private void addIgnored(String name) {
		for (String candidate : IGNORED) {
			if (name.equals(candidate) || candidate.endsWith(".") && name.startsWith(candidate)) {
				this.ignored.add(name);
			}
		}
	}

	Map<String, String> levels() {
		return this.levels;
	}

	boolean isGroup(String name) {
		List<String> members = this.groups.get(name);
		return members != null && !members.isEmpty();
	}

	/**
	 * The loggers of a group, or the name itself if it's that of a logger.
	 */
	List<String> members(String name) {
		List<String> members = this.groups.get(name);
		return (members != null && !members.isEmpty()) ? members : List.of(name);
	}

	void warnAboutIgnored() {
		if (!this.ignored.isEmpty()) {
			LoggerFactory.getLogger(LogLevels.class)
				.warn("No effect have {}: records go to standard output in Lambda's format. "
						+ "To use Logback, add spring-boot-starter-logging and a logback-spring.xml", this.ignored);
		}
	}

}
