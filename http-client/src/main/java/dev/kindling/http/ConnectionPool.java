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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import dev.kindling.http.channel.Deadline;
import org.jspecify.annotations.Nullable;

/**
 * Bounds how many connections there are, and keeps the idle ones. There is no thread
 * behind it: idle connections that have become too old are closed when the pool is used
 * next, and a frozen function has none running anyway.
 */
final class ConnectionPool {

	private final int maxConnections;

	private final int maxPending;

	private final long acquireTimeout;

	private final long idleNanos;

	private final long timeToLiveNanos;

	private final ReentrantLock lock = new ReentrantLock();

	private final Condition available = this.lock.newCondition();

	/**
	 * The idle ones, the one used last at the end.
	 */
	private final List<PooledConnection> idle = new ArrayList<>();

	private int open;

	private int pending;

	private boolean closed;

	ConnectionPool(ClientSettings settings) {
		this.maxConnections = settings.maxConnections();
		this.maxPending = settings.maxPending();
		this.acquireTimeout = settings.acquireTimeout();
		this.idleNanos = TimeUnit.MILLISECONDS.toNanos(settings.idleTimeout());
		this.timeToLiveNanos = TimeUnit.MILLISECONDS.toNanos(settings.timeToLive());
	}

	/**
	 * Takes an idle connection or the right to make one; either is given back by
	 * {@link #release} or {@link #discard}.
	 * @return the connection, or {@code null} if the caller is to connect
	 */
	@Nullable PooledConnection acquire(Route route, boolean fresh, Abortable call, Deadline callDeadline) throws IOException {
		List<PooledConnection> expired = new ArrayList<>(0);
		this.lock.lock();
		try {
			requireOpen();
			removeExpired(expired);
			PooledConnection connection = fresh ? null : takeIdle(route);
			if (connection != null) {
				return connection;
			}
			if (!hasRoom(expired)) {
				return await(route, fresh, call, callDeadline, expired);
			}
			this.open++;
			return null;
		}
		finally {
			this.lock.unlock();
			closeAll(expired);
		}
	}

	private @Nullable PooledConnection await(Route route, boolean fresh, Abortable call, Deadline callDeadline,
			List<PooledConnection> expired) throws IOException {
		if (this.pending >= this.maxPending) {
			throw new IOException("All " + this.maxConnections + " connections are in use and " + this.pending
					+ " calls wait for one: close the answers that were read, or raise maxConnections");
		}
		Deadline deadline = Deadline
			.after(this.acquireTimeout,
					"The wait for one of " + this.maxConnections
							+ " connections (close the answers that were read, or raise maxConnections)")
			.orEarlier(callDeadline);
		this.pending++;
		try {
			while (true) {
				awaitSignal(deadline);
				requireOpen();
				if (call.isAborted()) {
					throw new InterruptedIOException("The call was aborted");
				}
				PooledConnection connection = fresh ? null : takeIdle(route);
				if (connection != null) {
					return connection;
				}
				if (hasRoom(expired)) {
					this.open++;
					return null;
				}
			}
		}
		finally {
			this.pending--;
		}
	}

	private void awaitSignal(Deadline deadline) throws IOException {
		try {
			if (!deadline.isLimited()) {
				this.available.await();
			}
			else if (this.available.awaitNanos(deadline.remainingNanos()) <= 0) {
				this.available.signal();
				throw deadline.exceeded();
			}
		}
		catch (InterruptedException ex) {
			this.available.signal();
			Thread.currentThread().interrupt();
			throw new InterruptedIOException("Interrupted while waiting for a connection");
		}
	}

	private void requireOpen() {
		if (this.closed) {
			throw new IllegalStateException("The HTTP client is closed");
		}
	}

	private @Nullable PooledConnection takeIdle(Route route) {
		for (int i = this.idle.size() - 1; i >= 0; i--) {
			if (this.idle.get(i).route().matches(route)) {
				return this.idle.remove(i);
			}
		}
		return null;
	}

	/**
	 * Whether one more may be opened. Where all are in use or idle, the one that has been
	 * idle for longest makes room.
	 */
	private boolean hasRoom(List<PooledConnection> expired) {
		if (this.open < this.maxConnections) {
			return true;
		}
		if (this.idle.isEmpty()) {
			return false;
		}
		expired.add(this.idle.remove(0));
		this.open--;
		return true;
	}

	private void removeExpired(List<PooledConnection> expired) {
		if (this.idle.isEmpty() || (this.idleNanos == 0 && this.timeToLiveNanos == 0)) {
			return;
		}
		long now = System.nanoTime();
		int kept = 0;
		for (int i = 0; i < this.idle.size(); i++) {
			PooledConnection connection = this.idle.get(i);
			if (isExpired(connection, now)) {
				expired.add(connection);
			}
			else {
				this.idle.set(kept++, connection);
			}
		}
		while (this.idle.size() > kept) {
			this.idle.remove(this.idle.size() - 1);
			this.open--;
		}
	}

	private boolean isExpired(PooledConnection connection, long now) {
		return (this.idleNanos != 0 && now - connection.idleSince() >= this.idleNanos)
				|| (this.timeToLiveNanos != 0 && now - connection.connectedAt() >= this.timeToLiveNanos);
	}

	/**
	 * Gives a connection back that can be used again.
	 */
	void release(PooledConnection connection) {
		connection.idle();
		List<PooledConnection> expired = new ArrayList<>(0);
		this.lock.lock();
		try {
			if (this.closed || isExpired(connection, connection.idleSince())) {
				expired.add(connection);
				this.open--;
			}
			else {
				this.idle.add(connection);
			}
			removeExpired(expired);
			this.available.signal();
		}
		finally {
			this.lock.unlock();
		}
		closeAll(expired);
	}

	/**
	 * Gives up a connection, or the right to make one.
	 */
	void discard(@Nullable PooledConnection connection) {
		this.lock.lock();
		try {
			this.open--;
			this.available.signal();
		}
		finally {
			this.lock.unlock();
		}
		if (connection != null) {
			connection.closeQuietly();
		}
	}

	/**
	 * Lets those who wait see that their call was aborted.
	 */
	void wakeUp() {
		this.lock.lock();
		try {
			this.available.signalAll();
		}
		finally {
			this.lock.unlock();
		}
	}

	int maxConnections() {
		return this.maxConnections;
	}

	/**
	 * How many connections are idle, in use, and waited for.
	 */
	int[] usage() {
		this.lock.lock();
		try {
			return new int[] { this.idle.size(), this.open - this.idle.size(), this.pending };
		}
		finally {
			this.lock.unlock();
		}
	}

	void close() {
		List<PooledConnection> all;
		this.lock.lock();
		try {
			this.closed = true;
			all = new ArrayList<>(this.idle);
			this.open -= all.size();
			this.idle.clear();
			this.available.signalAll();
		}
		finally {
			this.lock.unlock();
		}
		closeAll(all);
	}

	private static void closeAll(List<PooledConnection> connections) {
		for (int i = 0; i < connections.size(); i++) {
			connections.get(i).closeIdle();
		}
	}

}
