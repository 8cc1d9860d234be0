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
package dev.kindling.http.channel;

import java.net.SocketTimeoutException;
import java.util.concurrent.TimeUnit;

/**
 * A point in time at which something must be over, and what to say if it isn't.
 */
public final class Deadline {

	public static final Deadline NONE = new Deadline(false, 0, "");

	private final boolean limited;

	private final long at;

	private final String message;

	private Deadline(boolean limited, long at, String message) {
		this.limited = limited;
		this.at = at;
		this.message = message;
	}

	/**
	 * A deadline some milliseconds from now.
	 * @param millis milliseconds, 0 for no deadline
	 * @param what what is limited, the start of the message
	 */
	public static Deadline after(long millis, String what) {
		return (millis != 0) ? new Deadline(true, System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis),
				what + " took longer than " + millis + " ms") : NONE;
	}

	public Deadline orEarlier(Deadline other) {
		if (!other.limited) {
			return this;
		}
		return (!this.limited || other.at - this.at < 0) ? other : this;
	}

	public boolean isLimited() {
		return this.limited;
	}

	public long remainingNanos() {
		return this.at - System.nanoTime();
	}

	/**
	 * How long one wait may take.
	 * @param millis its own limit in milliseconds, 0 for none
	 * @return milliseconds, rounded up so that they never become 0, which is no limit
	 * @throws SocketTimeoutException if the time is up
	 */
	public int limit(int millis) throws SocketTimeoutException {
		if (!this.limited) {
			return millis;
		}
		long remaining = remainingNanos();
		if (remaining <= 0) {
			throw exceeded();
		}
		long left = TimeUnit.NANOSECONDS.toMillis(remaining) + 1;
		return (int) Math.min(left, (millis != 0) ? millis : Integer.MAX_VALUE);
	}

	public boolean isOver() {
		return this.limited && remainingNanos() <= 0;
	}

	public SocketTimeoutException exceeded() {
		return new SocketTimeoutException(this.message);
	}

}
