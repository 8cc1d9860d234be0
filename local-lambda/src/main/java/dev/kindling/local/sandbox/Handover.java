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

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * Hands invocations to the runtime's requests for the next one. A runtime with one
 * invocation at a time that asks again has lost its first connection: what comes goes to
 * the latest request, as the earlier one has nobody at its end.
 */
final class Handover {

	private final boolean concurrent;

	private final Deque<PendingInvocation> waiting = new ArrayDeque<>();

	private long latest;

	private int asking;

	private boolean closed;

	Handover(boolean concurrent) {
		this.concurrent = concurrent;
	}

	synchronized void add(PendingInvocation invocation) {
		this.waiting.add(invocation);
		notifyAll();
	}

	/**
	 * Waits for an invocation.
	 * @return the invocation, or {@code null} if there won't be any for this request
	 */
	synchronized @Nullable PendingInvocation take() throws InterruptedException {
		long mine = ++this.latest;
		this.asking++;
		notifyAll();
		try {
			while (!this.closed && (this.concurrent || mine == this.latest)) {
				PendingInvocation invocation = this.waiting.poll();
				if (invocation != null) {
					return invocation;
				}
				wait();
			}
			return null;
		}
		finally {
			this.asking--;
		}
	}

	/**
	 * Waits until the runtime asks for work, or never will again.
	 * @param nanos how long to wait
	 * @return {@code false} if neither happened in time
	 */
	synchronized boolean awaitRequest(long nanos) throws InterruptedException {
		long end = System.nanoTime() + nanos;
		while (this.asking == 0 && !this.closed) {
			long left = end - System.nanoTime();
			if (left <= 0) {
				return false;
			}
			TimeUnit.NANOSECONDS.timedWait(this, left);
		}
		return true;
	}

	synchronized boolean contains(PendingInvocation invocation) {
		return this.waiting.contains(invocation);
	}

	synchronized int size() {
		return this.waiting.size();
	}

	synchronized void close() {
		this.closed = true;
		this.waiting.clear();
		notifyAll();
	}

}
