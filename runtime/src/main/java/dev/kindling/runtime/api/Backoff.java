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

package dev.kindling.runtime.api;

/**
 * Waits longer after each failure in a row: not at all, then from 10 ms up to a second.
 */
public final class Backoff {

	/**
	 * After that many failures in a row, some six seconds, nobody is there any more.
	 */
	public static final int MAX_FAILURES = 12;

	private static final int FIRST_MILLIS = 10;

	private static final int MAX_MILLIS = 1_000;

	private int failures;

	void succeeded() {
		this.failures = 0;
	}

	/**
	 * Waits after a failure.
	 * @param immediately whether the first failure in a row calls for no delay
	 * @param maxFailures how many failures in a row are too many
	 * @return {@code false} if this failure was one too many
	 */
	boolean failed(boolean immediately, int maxFailures) {
		this.failures++;
		if (this.failures >= maxFailures) {
			return false;
		}
		if (this.failures > 1 || !immediately) {
			sleep(Math.min(FIRST_MILLIS << Math.min(this.failures - 1, 16), MAX_MILLIS));
		}
		return true;
	}

	private static void sleep(long millis) {
		try {
			Thread.sleep(millis);
		}
		catch (InterruptedException ex) {
			// Whoever interrupts wants no delay; the loop looks itself whether to end
		}
	}

}
