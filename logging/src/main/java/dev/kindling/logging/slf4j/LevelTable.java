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

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The levels that are set, by logger. Never changes; a change makes another table, which
 * is how a logger sees that it must look its own level up again.
 */
final class LevelTable {

	private final LogLevel root;

	private final Map<String, LogLevel> levels;

	LevelTable(LogLevel root, Map<String, LogLevel> levels) {
		this.root = root;
		this.levels = Map.copyOf(levels);
	}

	LogLevel root() {
		return this.root;
	}

	Map<String, LogLevel> levels() {
		return this.levels;
	}

	/**
	 * The level set for this very logger.
	 */
	@Nullable LogLevel configured(String logger) {
		return this.levels.get(logger);
	}

	/**
	 * The level of the logger, or of the nearest package or class around it that has one.
	 */
	LogLevel effective(String logger) {
		if (this.levels.isEmpty()) {
			return this.root;
		}
		String name = logger;
		while (true) {
			LogLevel level = this.levels.get(name);
			if (level != null) {
				return level;
			}
			int end = Math.max(name.lastIndexOf('.'), name.lastIndexOf('$'));
			if (end < 0) {
				return this.root;
			}
			name = name.substring(0, end);
		}
	}

}
