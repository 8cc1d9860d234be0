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

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * What ends calls that take too long. The SDK's own starts a thread for each of the first
 * five calls, and keeps the timers of calls that have ended until their time comes: up to
 * a quarter of an hour on Lambda. This one has one thread, which isn't woken up for a
 * call as long as it wakes up before the call's time anyway; nearly all calls have ended
 * by then.
 */
public final class CallTimer extends ScheduledThreadPoolExecutor {

	private final PriorityQueue<Timeout> timeouts = new PriorityQueue<>();

	private @Nullable ScheduledFuture<?> wakeUp;

	private long wakeUpAt;

	/**
	 * Makes a timer, which starts a thread when it is first used.
	 */
	public CallTimer() {
		super(1, (task) -> {
			Thread thread = new Thread(task, "dynamodb-timeout");
			thread.setDaemon(true);
			return thread;
		});
		setRemoveOnCancelPolicy(true);
	}

	@Override
	public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
		// time has passed since the call's limit was reckoned: it has been signed
		// meanwhile
		long nanos = Math.min(unit.toNanos(delay), InvocationTime.leftNanos());
		Timeout timeout = new Timeout(command, System.nanoTime() + nanos);
		synchronized (this.timeouts) {
			if (isShutdown()) {
				throw new RejectedExecutionException("The client of this timer is closed");
			}
			this.timeouts.add(timeout);
			wakeUpBy(timeout.at);
		}
		return timeout;
	}

	private void wakeUpBy(long at) {
		if (this.wakeUp != null) {
			if (this.wakeUpAt - at <= 0) {
				return;
			}
			this.wakeUp.cancel(false);
		}
		this.wakeUpAt = at;
		this.wakeUp = super.schedule(this::endOverdue, at - System.nanoTime(), TimeUnit.NANOSECONDS);
	}

	private void endOverdue() {
		List<Timeout> overdue = new ArrayList<>();
		synchronized (this.timeouts) {
			this.wakeUp = null;
			Timeout next = this.timeouts.peek();
			while (next != null && next.getDelay(TimeUnit.NANOSECONDS) <= 0) {
				overdue.add(this.timeouts.remove());
				next = this.timeouts.peek();
			}
			if (next != null && !isShutdown()) {
				wakeUpBy(next.at);
			}
		}
		overdue.forEach(Timeout::run);
	}

	/**
	 * How many calls have neither ended nor taken too long.
	 */
	int pending() {
		synchronized (this.timeouts) {
			return this.timeouts.size();
		}
	}

	/**
	 * The end of a call's time.
	 */
	private final class Timeout extends FutureTask<@Nullable Void> implements ScheduledFuture<@Nullable Void> {

		private final long at;

		Timeout(Runnable command, long at) {
			super(command, null);
			this.at = at;
		}

		@Override
		public long getDelay(TimeUnit unit) {
			return unit.convert(this.at - System.nanoTime(), TimeUnit.NANOSECONDS);
		}

		@Override
		public int compareTo(Delayed other) {
			return Long.signum(this.at - ((Timeout) other).at);
		}

		@Override
		protected void done() {
			if (isCancelled()) {
				synchronized (CallTimer.this.timeouts) {
					CallTimer.this.timeouts.remove(this);
				}
			}
		}

	}

}
