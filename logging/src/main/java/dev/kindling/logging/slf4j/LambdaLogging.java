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

package dev.kindling.logging.slf4j;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import org.slf4j.ILoggerFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The levels of the loggers, which can be changed at any time. The environment is read
 * when the first record or level is asked for: loggers may be made while an executable is
 * built, and that machine's environment isn't the function's.
 */
public final class LambdaLogging {

	private static volatile @Nullable LogSettings settings;

	private static volatile @Nullable LevelTable levels;

	private LambdaLogging() {
	}

	/**
	 * Whether SLF4J's loggers are this provider's, and not those of another on the class
	 * path.
	 * @return {@code false} if setting levels here has no effect
	 */
	public static boolean isActive() {
		return LoggerFactory.getILoggerFactory() instanceof LambdaLoggerFactory;
	}

	/**
	 * Sets the level of a logger and of those below it that have none of their own.
	 * @param logger name of a logger, package or class; {@value Logger#ROOT_LOGGER_NAME}
	 * for all
	 * @param level to set, or {@code null} to take it back
	 */
	public static void setLevel(String logger, @Nullable LogLevel level) {
		Map<String, LogLevel> change = new HashMap<>();
		change.put(logger, level);
		setLevels(change);
	}

	/**
	 * Sets several levels at once.
	 * @param changes the level of each logger, or {@code null} to take it back
	 * @see #setLevel
	 */
	public static synchronized void setLevels(Map<String, LogLevel> changes) {
		LevelTable before = levels();
		LogLevel root = before.root();
		Map<String, LogLevel> after = new HashMap<>(before.levels());
		for (Map.Entry<String, LogLevel> change : changes.entrySet()) {
			LogLevel level = change.getValue();
			if (Logger.ROOT_LOGGER_NAME.equalsIgnoreCase(change.getKey())) {
				root = (level != null) ? level : settings().level();
			}
			else if (level != null) {
				after.put(change.getKey(), level);
			}
			else {
				after.remove(change.getKey());
			}
		}
		levels = new LevelTable(root, after);
	}

	/**
	 * Returns the level that is set for a logger.
	 * @param logger its name
	 * @return the level, or {@code null} if it has none of its own
	 */
	public static @Nullable LogLevel getLevel(String logger) {
		LevelTable table = levels();
		return Logger.ROOT_LOGGER_NAME.equalsIgnoreCase(logger) ? table.root() : table.configured(logger);
	}

	/**
	 * Returns the level from which on a logger writes.
	 * @param logger its name
	 * @return its own level, or that of the nearest one above
	 */
	public static LogLevel getEffectiveLevel(String logger) {
		return levels().effective(logger);
	}

	/**
	 * Returns the names of all loggers, that have been asked for or whose level is set.
	 * @return the names in order, without the root logger's
	 */
	public static Set<String> getLoggers() {
		Set<String> names = new TreeSet<>(levels().levels().keySet());
		ILoggerFactory factory = LoggerFactory.getILoggerFactory();
		if (factory instanceof LambdaLoggerFactory own) {
			names.addAll(own.names());
		}
		names.remove(Logger.ROOT_LOGGER_NAME);
		return names;
	}

	static LevelTable levels() {
		LevelTable table = levels;
		return (table != null) ? table : initialize().levels;
	}

	static LogSettings settings() {
		LogSettings current = settings;
		return (current != null) ? current : initialize().settings;
	}

	private static synchronized Initial initialize() {
		if (isBuildingExecutable()) {
			return Initial.BUILD;
		}
		LogSettings current = settings;
		LevelTable table = levels;
		if (current == null || table == null) {
			current = LogSettings.of(System.getenv());
			table = new LevelTable(current.level(), Map.of());
			levels = table;
			settings = current;
			if (current.refusedLevel() != null) {
				LoggerFactory.getLogger(LambdaLogging.class)
					.warn("AWS_LAMBDA_LOG_LEVEL is '{}', which is no log level: "
							+ "use TRACE, DEBUG, INFO, WARN, ERROR or FATAL", current.refusedLevel());
			}
		}
		return new Initial(current, table);
	}

	/**
	 * What a method of GraalVM's SDK would tell, without needing it.
	 */
	private static boolean isBuildingExecutable() {
		return "buildtime".equals(System.getProperty("org.graalvm.nativeimage.imagecode"));
	}

	private record Initial(LogSettings settings, LevelTable levels) {

		static final Initial BUILD = new Initial(LogSettings.BUILD,
				new LevelTable(LogSettings.BUILD.level(), Map.of()));

	}

}
