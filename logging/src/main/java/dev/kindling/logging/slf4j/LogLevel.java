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

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * How important a record is, or must be to be written.
 */
public enum LogLevel {

	/** Everything. */
	TRACE(0),

	/** What helps to find a fault. */
	DEBUG(10),

	/** What happens in the ordinary course. */
	INFO(20),

	/** What may become a fault. */
	WARN(30),

	/** What failed. */
	ERROR(40),

	/** Nothing. */
	OFF(Integer.MAX_VALUE);

	private final int value;

	LogLevel(int value) {
		this.value = value;
	}

	/**
	 * The number that SLF4J has for it.
	 */
	int value() {
		return this.value;
	}

	/**
	 * Returns the level that has a name, in upper or lower case. {@code FATAL} is
	 * {@code ERROR}, because SLF4J has nothing above; {@code false} is {@code OFF},
	 * because that's what YAML makes of it.
	 * @param name of the level, as it stands in a property or environment variable
	 * @return the level
	 * @throws IllegalArgumentException if there is no such level
	 */
	public static LogLevel of(String name) {
		LogLevel level = find(name);
		if (level == null) {
			throw new IllegalArgumentException(
					"'" + name + "' is no log level: use TRACE, DEBUG, INFO, WARN, ERROR, FATAL or OFF");
		}
		return level;
	}

	static @Nullable LogLevel find(String name) {
		return switch (name.trim().toUpperCase(Locale.ROOT)) {
			case "TRACE" -> TRACE;
			case "DEBUG" -> DEBUG;
			case "INFO" -> INFO;
			case "WARN" -> WARN;
			case "ERROR", "FATAL" -> ERROR;
			case "OFF", "FALSE" -> OFF;
			default -> null;
		};
	}

}
