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

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.kindling.logging.slf4j.LambdaLogging;
import dev.kindling.logging.slf4j.LogLevel;

import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.util.ClassUtils;

/**
 * Sets the levels of the loggers from {@code logging.level.*}, {@code logging.group.*},
 * {@code debug} and {@code trace}, as Spring Boot's start does with its logging systems.
 *
 * @see <a href=
 * "https://docs.spring.io/spring-boot/reference/features/logging.html#features.logging.log-levels">Log
 * levels in Spring Boot</a>
 */
public final class LogLevels {

	private static final boolean PRESENT = ClassUtils.isPresent("dev.kindling.logging.slf4j.LambdaLogging",
			LogLevels.class.getClassLoader());

	private static final List<String> DEBUG_LOGGERS = List.of("sql", "web", "org.springframework.boot");

	private static final List<String> TRACE_LOGGERS = List.of("org.springframework", "org.apache.tomcat",
			"org.apache.catalina", "org.eclipse.jetty", "org.hibernate.tool.hbm2ddl");

	private LogLevels() {
	}

	/**
	 * Whether the log goes to {@code kindling-logging}. It doesn't when there is another
	 * SLF4J provider on the class path, which only Spring Boot's own start can set up.
	 * @return {@code false} if {@link #apply} does nothing
	 */
	public static boolean isAvailable() {
		return PRESENT && LambdaLogging.isActive();
	}

	/**
	 * Sets the levels that the environment has, and warns about logging properties that
	 * have no effect.
	 * @param environment to read; property sources that can't list their names are left
	 * out
	 * @throws IllegalArgumentException if a value is no level
	 */
	public static void apply(ConfigurableEnvironment environment) {
		if (!isAvailable()) {
			return;
		}
		LoggingProperties properties = LoggingProperties.of(environment);
		Map<String, LogLevel> levels = new HashMap<>();
		addFlag(environment, properties, levels);
		addLevels(properties, levels);
		if (!levels.isEmpty()) {
			LambdaLogging.setLevels(levels);
		}
		properties.warnAboutIgnored();
	}

	private static void addFlag(ConfigurableEnvironment environment, LoggingProperties properties,
			Map<String, LogLevel> levels) {
		if (isSet(environment, "trace")) {
			for (String logger : TRACE_LOGGERS) {
				levels.put(logger, LogLevel.TRACE);
			}
		}
		else if (isSet(environment, "debug")) {
			for (String name : DEBUG_LOGGERS) {
				for (String logger : properties.members(name)) {
					levels.put(logger, LogLevel.DEBUG);
				}
			}
		}
	}

	private static boolean isSet(ConfigurableEnvironment environment, String name) {
		String value = environment.getProperty(name);
		return value != null && !value.equals("false");
	}

	/**
	 * Groups come first, so that a logger's own level wins over that of its group.
	 */
	private static void addLevels(LoggingProperties properties, Map<String, LogLevel> levels) {
		Map<String, LogLevel> own = new HashMap<>();
		for (Map.Entry<String, String> entry : properties.levels().entrySet()) {
			LogLevel level = level(entry.getKey(), entry.getValue());
			if (properties.isGroup(entry.getKey())) {
				for (String logger : properties.members(entry.getKey())) {
					levels.put(logger, level);
				}
			}
			else {
				own.put(entry.getKey(), level);
			}
		}
		levels.putAll(own);
	}

	private static LogLevel level(String logger, String value) {
		try {
			return LogLevel.of(value);
		}
		catch (IllegalArgumentException ex) {
			throw new IllegalArgumentException("logging.level." + logger + ": " + ex.getMessage(), ex);
		}
	}

}
