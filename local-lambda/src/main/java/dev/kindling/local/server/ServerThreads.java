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

package dev.kindling.local.server;

import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.eclipse.jetty.util.thread.ThreadPool;

/**
 * A server's threads. Unlike Jetty's own pool this one ends idle threads at once and has
 * nothing to say about it.
 */
final class ServerThreads implements ThreadPool {

	private static final int MAX_THREADS = 2000;

	private static final int IDLE_SECONDS = 60;

	private final AtomicInteger created = new AtomicInteger();

	private final ThreadPoolExecutor executor;

	ServerThreads(String name) {
		this.executor = new ThreadPoolExecutor(0, MAX_THREADS, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(),
				(task) -> {
					Thread thread = new Thread(task, name + "-" + this.created.incrementAndGet());
					thread.setDaemon(true);
					return thread;
				});
	}

	@Override
	public void execute(Runnable task) {
		this.executor.execute(task);
	}

	@Override
	public void join() throws InterruptedException {
		this.executor.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
	}

	@Override
	public int getThreads() {
		return this.executor.getPoolSize();
	}

	@Override
	public int getIdleThreads() {
		return this.executor.getPoolSize() - this.executor.getActiveCount();
	}

	@Override
	public boolean isLowOnThreads() {
		return this.executor.getActiveCount() >= MAX_THREADS;
	}

	/**
	 * Interrupts all threads.
	 * @param seconds how long to wait for their end
	 */
	void end(int seconds) throws InterruptedException {
		this.executor.shutdownNow();
		this.executor.awaitTermination(seconds, TimeUnit.SECONDS);
	}

}
