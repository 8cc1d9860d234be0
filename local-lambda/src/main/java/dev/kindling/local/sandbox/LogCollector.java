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

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import dev.kindling.local.workbench.LogLine;
import dev.kindling.local.workbench.WorkbenchListener;
import org.jspecify.annotations.Nullable;

/**
 * Passes each line on, and keeps those of the invocations that are running. With several
 * at once, each gets the lines of all: the output of one process can't be told apart.
 */
final class LogCollector implements Consumer<String> {

	private final String function;

	private final Consumer<String> target;

	private final WorkbenchListener listener;

	private final List<Section> open = new CopyOnWriteArrayList<>();

	LogCollector(String function, Consumer<String> target, WorkbenchListener listener) {
		this.function = function;
		this.target = target;
		this.listener = listener;
	}

	Section begin(String requestId) {
		Section section = new Section(requestId);
		this.open.add(section);
		return section;
	}

	@Override
	public synchronized void accept(String line) {
		for (Section section : this.open) {
			section.lines.add(line);
		}
		pass(line, (this.open.size() == 1) ? this.open.get(0).requestId : null);
	}

	private void pass(String line, @Nullable String requestId) {
		this.target.accept(line);
		this.listener.logged(new LogLine(this.function, requestId, Instant.now(), line));
	}

	/**
	 * The lines of one invocation.
	 */
	final class Section {

		private final String requestId;

		private final List<String> lines = new ArrayList<>();

		private Section(String requestId) {
			this.requestId = requestId;
		}

		/**
		 * Adds a line of Lambda's own.
		 */
		void add(String line) {
			synchronized (LogCollector.this) {
				this.lines.add(line);
				pass(line, this.requestId);
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
