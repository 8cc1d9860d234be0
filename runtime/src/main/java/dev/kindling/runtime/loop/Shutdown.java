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

import java.util.concurrent.atomic.AtomicBoolean;

import dev.kindling.runtime.api.RuntimeProcess;

/**
 * What {@code SIGTERM} leads to: the loop ends, the application is closed, and the
 * process exits with status 0 before Lambda kills it.
 */
final class Shutdown implements Runnable {

	/**
	 * Lambda allows 500 ms where there are internal extensions only.
	 */
	static final int LIMIT_MILLIS = 300;

	/**
	 * How much of it an invocation may take to finish.
	 */
	static final int INVOCATION_MILLIS = 150;

	private final LambdaRuntime runtime;

	private final Runnable onShutdown;

	private final RuntimeProcess process;

	private final AtomicBoolean started = new AtomicBoolean();

	Shutdown(LambdaRuntime runtime, Runnable onShutdown, RuntimeProcess process) {
		this.runtime = runtime;
		this.onShutdown = onShutdown;
		this.process = process;
	}

	@Override
	public void run() {
		if (!this.started.compareAndSet(false, true)) {
			return;
		}
		new Limit(this.process).start();
		this.runtime.stop(INVOCATION_MILLIS);
		try {
			this.onShutdown.run();
		}
		catch (Throwable ex) {
			this.process.complain("The application could not be closed: " + ex);
		}
		this.process.exit(0);
	}

	/**
	 * Ends the process when the time is over, whatever still runs.
	 */
	private static final class Limit extends Thread {

		private final RuntimeProcess process;

		Limit(RuntimeProcess process) {
			super("lambda-shutdown-limit");
			this.process = process;
			setDaemon(true);
		}

		@Override
		public void run() {
			try {
				sleep(LIMIT_MILLIS);
			}
			catch (InterruptedException ex) {
				// The time counts as over
			}
			this.process.halt(0);
		}

	}

}
