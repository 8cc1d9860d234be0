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

import java.time.Instant;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A record of a queue or a stream that wasn't handled.
 *
 * @param function the function's name
 * @param requestId the invocation that failed
 * @param time when it failed
 * @param source the ARN of the queue or stream
 * @param id the message's id, or the record's sequence number
 * @param attempt how often the function has had it, from 1
 * @param fate what becomes of it
 * @param record the record, as it was in the event
 * @param reason the function's error, or that it named the record in its answer
 */
public record FailedRecord(String function, String requestId, Instant time, String source, String id, int attempt,
		Fate fate, JsonNode record, String reason) {

	/**
	 * What becomes of a record that wasn't handled.
	 */
	public enum Fate {

		/**
		 * The function gets it again.
		 */
		RETRIED,

		/**
		 * It goes to the dead-letter queue.
		 */
		DEAD_LETTER,

		/**
		 * It is given up, as nothing is configured for what fails.
		 */
		DISCARDED

	}

}
