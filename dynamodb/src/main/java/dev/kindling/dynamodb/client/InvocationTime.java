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

package dev.kindling.dynamodb.client;

import java.time.Instant;
import java.util.concurrent.TimeUnit;

import dev.kindling.runtime.CurrentInvocation;
import dev.kindling.runtime.Invocation;

/**
 * The time that is left for a call within an invocation.
 */
final class InvocationTime {

	/**
	 * Reported where the calling thread handles no invocation.
	 */
	static final long UNLIMITED = Long.MAX_VALUE;

	private static final long MIN_RESERVE_MILLIS = 50;

	private static final long MAX_RESERVE_MILLIS = 500;

	/**
	 * The part of the time that is kept. A function of 128 MB has a fourteenth of a
	 * processor: it needs a while to log an exception and to send it.
	 */
	private static final int RESERVED_PART = 10;

	private InvocationTime() {
	}

	/**
	 * How long a call may take.
	 * @return milliseconds, at least 1, or {@link #UNLIMITED}
	 */
	static long leftMillis() {
		Invocation invocation = CurrentInvocation.get();
		Instant deadline = (invocation != null) ? invocation.deadline() : null;
		if (deadline == null) {
			return UNLIMITED;
		}
		return callMillis(deadline.toEpochMilli() - System.currentTimeMillis());
	}

	/**
	 * What of the time to the deadline a call may take, so that the function can still
	 * say that it has failed.
	 */
	static long callMillis(long untilDeadline) {
		long reserve = Math.min(Math.max(untilDeadline / RESERVED_PART, MIN_RESERVE_MILLIS), MAX_RESERVE_MILLIS);
		return Math.max(1, untilDeadline - reserve);
	}

	/**
	 * The same in nanoseconds.
	 */
	static long leftNanos() {
		return TimeUnit.MILLISECONDS.toNanos(leftMillis());
	}

}
