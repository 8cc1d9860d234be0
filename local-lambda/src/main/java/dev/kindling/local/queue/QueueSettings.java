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

package dev.kindling.local.queue;

import java.time.Duration;

/**
 * How a queue's messages come to a function.
 *
 * @param function the function's name
 * @param batchSize how many messages an event has at most, 1 to 10
 * @param maxReceiveCount how often a message is received before it goes to the
 * dead-letter queue
 * @param visibilityTimeout how long after it has been received a message that failed is
 * visible again, whole seconds
 * @param handlingTime how long a received message stays hidden at least while the
 * function handles it, whole seconds
 * @param reportsItemFailures whether the function's answer names the messages that failed
 * @param region what {@code awsRegion} says
 */
public record QueueSettings(String function, int batchSize, int maxReceiveCount, Duration visibilityTimeout,
		Duration handlingTime, boolean reportsItemFailures, String region) {

	/** As many messages as SQS gives at once. */
	public static final int MAX_BATCH = 10;

	/** As long as SQS hides a message. */
	public static final Duration MAX_VISIBILITY_TIMEOUT = Duration.ofHours(12);

	/**
	 * Refuses what SQS would refuse.
	 */
	public QueueSettings {
		if (batchSize < 1 || batchSize > MAX_BATCH) {
			throw new IllegalArgumentException("A batch has from 1 to 10 messages here, not " + batchSize);
		}
		if (maxReceiveCount < 1 || maxReceiveCount > 1000) {
			throw new IllegalArgumentException(
					"A message is received from 1 to 1000 times before it is a dead letter, not " + maxReceiveCount);
		}
		if (visibilityTimeout.isNegative() || visibilityTimeout.compareTo(MAX_VISIBILITY_TIMEOUT) > 0) {
			throw new IllegalArgumentException("A message is hidden from 0 to " + MAX_VISIBILITY_TIMEOUT.toSeconds()
					+ " seconds, not " + visibilityTimeout.toSeconds());
		}
	}

	/**
	 * How long a message is hidden when it is received.
	 */
	Duration hidden() {
		return (this.visibilityTimeout.compareTo(this.handlingTime) < 0) ? this.handlingTime : this.visibilityTimeout;
	}

}
