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
package dev.kindling.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import dev.kindling.http.channel.Deadline;

/**
 * The connections that are being opened ahead of a request. A call that comes meanwhile
 * waits, as a second handshake beside the first one would only slow both down.
 */
final class Openings {

	private final int patience;

	private final ReentrantLock lock = new ReentrantLock();

	private final Condition ended = this.lock.newCondition();

	private final List<Route> routes = new ArrayList<>(1);

	private volatile boolean any;

	/**
	 * @param patience the milliseconds after which a call connects by itself, 0 for no
	 * limit
	 */
	Openings(int patience) {
		this.patience = patience;
	}

	void begin(Route route) {
		this.lock.lock();
		try {
			this.routes.add(route);
			this.any = true;
		}
		finally {
			this.lock.unlock();
		}
	}

	void end(Route route) {
		this.lock.lock();
		try {
			this.routes.remove(route);
			this.any = !this.routes.isEmpty();
			this.ended.signalAll();
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Waits while a connection to a host is being opened, but not for longer than
	 * connecting may take, or the call.
	 */
	void await(Route route, Abortable call, Deadline callDeadline) throws IOException {
		if (!this.any) {
			return;
		}
		Deadline deadline = Deadline.after(this.patience, "The wait for a connection").orEarlier(callDeadline);
		this.lock.lock();
		try {
			while (isOpening(route) && !call.isAborted()) {
				if (!deadline.isLimited()) {
					this.ended.await();
				}
				else if (this.ended.awaitNanos(deadline.remainingNanos()) <= 0) {
					return;
				}
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new InterruptedIOException("Interrupted while waiting for a connection");
		}
		finally {
			this.lock.unlock();
		}
	}

	private boolean isOpening(Route route) {
		for (int i = 0; i < this.routes.size(); i++) {
			if (this.routes.get(i).matches(route)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Lets those who wait see that their call was aborted.
	 */
	void wakeUp() {
		this.lock.lock();
		try {
			this.ended.signalAll();
		}
		finally {
			this.lock.unlock();
		}
	}

}
