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

package dev.kindling.local.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Passes each line on, and keeps those of the invocations that are running. With several
 * at once, each gets the lines of all: the output of one process can't be told apart.
 */
final class LogCollector implements Consumer<String> {

	private final Consumer<String> target;

	private final List<Section> open = new CopyOnWriteArrayList<>();

	LogCollector(Consumer<String> target) {
		this.target = target;
	}

	Section begin() {
		Section section = new Section();
		this.open.add(section);
		return section;
	}

	@Override
	public synchronized void accept(String line) {
		for (Section section : this.open) {
			section.lines.add(line);
		}
		this.target.accept(line);
	}

	/**
	 * The lines of one invocation.
	 */
	final class Section {

		private final List<String> lines = new ArrayList<>();

		/**
		 * Adds a line of Lambda's own.
		 */
		void add(String line) {
			synchronized (LogCollector.this) {
				this.lines.add(line);
				LogCollector.this.target.accept(line);
			}
		}

		List<String> end() {
			synchronized (LogCollector.this) {
				LogCollector.this.open.remove(this);
				return List.copyOf(this.lines);
			}
		}

	}

}
