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

import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * {@code SIGTERM}, handled without the virtual machine's own way, which would end the
 * process with status 143.
 */
final class TerminationSignal implements SignalHandler {

	private final Runnable action;

	private TerminationSignal(Runnable action) {
		this.action = action;
	}

	/**
	 * Has the action run on a thread of its own when the signal comes.
	 */
	static void handle(Runnable action) {
		try {
			Signal.handle(new Signal("TERM"), new TerminationSignal(action));
		}
		catch (IllegalArgumentException | LinkageError ex) {
			// With -Xrs, or without the module jdk.unsupported, the system's own way
			// stays
		}
	}

	@Override
	public void handle(Signal signal) {
		// The virtual machine's own thread is a daemon: when the loop ends, it would be
		// cut off
		Thread thread = new Thread(this.action, "lambda-shutdown");
		thread.setDaemon(false);
		thread.start();
	}

}
