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

package dev.kindling.function.batch;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/**
 * Spreads the records of a batch over threads, of which the calling one is the first. The
 * others end with the batch, as Lambda freezes what goes on after it.
 */
final class BatchThreads {

	private final int concurrency;

	private final Consumer<Runnable> scope;

	/**
	 * Creates the threads' description.
	 * @param concurrency most records at once
	 * @param scope runs what a thread does as part of the invocation
	 */
	BatchThreads(int concurrency, Consumer<Runnable> scope) {
		this.concurrency = concurrency;
		this.scope = scope;
	}

	/**
	 * Calls the task for each index, and returns when all calls have ended.
	 * @throws InterruptedException if the calling thread was interrupted; then no further
	 * record is begun, and the other threads are interrupted
	 */
	void forEach(int count, IntConsumer task) throws InterruptedException {
		AtomicInteger next = new AtomicInteger();
		Runnable work = () -> {
			int index = next.getAndIncrement();
			while (index < count) {
				task.accept(index);
				index = next.getAndIncrement();
			}
		};
		Thread[] threads = new Thread[Math.min(this.concurrency, count) - 1];
		for (int i = 0; i < threads.length; i++) {
			threads[i] = new Thread(() -> this.scope.accept(work), "batch-" + (i + 2));
			threads[i].setDaemon(true);
			threads[i].start();
		}
		work.run();
		try {
			for (Thread thread : threads) {
				thread.join();
			}
		}
		catch (InterruptedException ex) {
			next.set(count);
			for (Thread thread : threads) {
				thread.interrupt();
			}
			throw ex;
		}
	}

}
