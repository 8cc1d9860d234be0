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

/**
 * Learns what happens in a local Lambda, when it happens. Of one invocation,
 * {@link #invocationStarted} comes first and {@link #invocationEnded} last.
 */
public interface WorkbenchListener {

	/**
	 * A function gets an event.
	 * @param start the event, and who gets it
	 */
	default void invocationStarted(InvocationStart start) {
	}

	/**
	 * A function has answered, has failed or has been ended.
	 * @param end its answer, log and REPORT values
	 */
	default void invocationEnded(InvocationEnd end) {
	}

	/**
	 * A function, or Lambda for it, writes to its log.
	 * @param line one log event
	 */
	default void logged(LogLine line) {
	}

	/**
	 * A record of a queue or a stream wasn't handled.
	 * @param record the record, and what becomes of it
	 */
	default void recordFailed(FailedRecord record) {
	}

	/**
	 * The code has changed, or can't be run any more.
	 * @param reload what has changed
	 */
	default void reloaded(Reload reload) {
	}

	/**
	 * Says whether this needs answers that are streamed to the caller. They are collected
	 * only then.
	 * @return by default {@code false}: their payload is empty
	 */
	default boolean wantsStreamedAnswers() {
		return false;
	}

}
