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

package dev.kindling.runtime.loop;

import dev.kindling.runtime.api.RuntimeApiAddress;

/**
 * The thread that keeps the process alive: prepares, and serves or starts those that
 * serve.
 */
record MainThread(LambdaRuntime runtime, RuntimeApiAddress address, Thread[] threads) implements Runnable {

	@Override
	public void run() {
		try {
			serve();
		}
		catch (Throwable ex) {
			// Never a process that ends as if all were well
			this.runtime.process().complain("The runtime could not be started: " + ex);
			this.runtime.process().halt(1);
		}
	}

	private void serve() {
		this.runtime.prepare(this.address);
		Worker[] workers = this.runtime.workers();
		if (workers.length == 1) {
			workers[0].run();
			return;
		}
		WorkerThreads starter = new WorkerThreads();
		for (int i = 0; i < workers.length; i++) {
			this.threads[i + 1] = starter.start("lambda-runtime-" + (i + 1), workers[i]);
		}
		for (int i = 0; i < workers.length; i++) {
			join(this.threads[i + 1]);
		}
	}

	private static void join(Thread thread) {
		while (thread.isAlive()) {
			try {
				thread.join();
			}
			catch (InterruptedException ex) {
				// Virtual threads don't keep the process alive, this one does
			}
		}
	}

}
