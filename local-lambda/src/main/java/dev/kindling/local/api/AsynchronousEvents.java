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

package dev.kindling.local.api;

import java.io.Closeable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import dev.kindling.local.invoke.InvokeRequest;
import dev.kindling.local.sandbox.PatientInvocation;
import dev.kindling.local.sandbox.ServedFunction;

/**
 * Events that nobody waits for the answers of. As on Lambda they are kept until a
 * function can handle them: until it has an environment for them, and there is code that
 * can be run.
 */
public final class AsynchronousEvents implements Closeable {

	private final ExecutorService threads;

	private final AtomicInteger waiting = new AtomicInteger();

	private final Consumer<String> logs;

	/**
	 * Begins with none.
	 * @param atOnce how many are handled at the same time, from 1
	 * @param logs is told of events that wait for code, and of those that are left at the
	 * end
	 */
	public AsynchronousEvents(int atOnce, Consumer<String> logs) {
		this.logs = logs;
		this.threads = Executors.newFixedThreadPool(atOnce, (task) -> {
			Thread thread = new Thread(task, "asynchronous-invocations");
			thread.setDaemon(true);
			return thread;
		});
	}

	void accept(ServedFunction function, InvokeRequest request) {
		this.waiting.incrementAndGet();
		this.threads.execute(() -> {
			try {
				PatientInvocation.invoke(function, request, () -> this.logs.accept("An asynchronous event of "
						+ function.settings().name() + " is kept until there is code to run"));
				this.waiting.decrementAndGet();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		});
	}

	@Override
	public void close() {
		this.threads.shutdownNow();
		int left = this.waiting.get();
		if (left > 0) {
			this.logs.accept("Asynchronous events that weren't handled to their end: " + left);
		}
	}

}
