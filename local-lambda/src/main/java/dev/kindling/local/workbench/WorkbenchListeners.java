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

package dev.kindling.local.workbench;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * All listeners. What one of them throws reaches neither the function nor the others.
 */
public final class WorkbenchListeners implements WorkbenchListener {

	private final List<WorkbenchListener> listeners = new CopyOnWriteArrayList<>();

	private final Consumer<String> log;

	/**
	 * Begins with none.
	 * @param log is told which listener fails
	 */
	public WorkbenchListeners(Consumer<String> log) {
		this.log = log;
	}

	public void add(WorkbenchListener listener) {
		this.listeners.add(listener);
	}

	public void remove(WorkbenchListener listener) {
		this.listeners.remove(listener);
	}

	@Override
	public void invocationStarted(InvocationStart start) {
		each((listener) -> listener.invocationStarted(start));
	}

	@Override
	public void invocationEnded(InvocationEnd end) {
		each((listener) -> listener.invocationEnded(end));
	}

	@Override
	public void logged(LogLine line) {
		each((listener) -> listener.logged(line));
	}

	@Override
	public void recordFailed(FailedRecord record) {
		each((listener) -> listener.recordFailed(record));
	}

	@Override
	public void reloaded(Reload reload) {
		each((listener) -> listener.reloaded(reload));
	}

	@Override
	public boolean wantsStreamedAnswers() {
		return this.listeners.stream().anyMatch(WorkbenchListener::wantsStreamedAnswers);
	}

	private void each(Consumer<WorkbenchListener> call) {
		for (WorkbenchListener listener : this.listeners) {
			try {
				call.accept(listener);
			}
			catch (RuntimeException ex) {
				this.log.accept("A listener of the local Lambda fails: " + ex);
			}
		}
	}

}
