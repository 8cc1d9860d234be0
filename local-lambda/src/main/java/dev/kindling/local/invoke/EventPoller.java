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
package dev.kindling.local.invoke;

import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Asks an event source for events on a thread of its own, until it is closed. What keeps
 * it from asking is said once, and not with each attempt.
 */
public final class EventPoller implements Closeable {

	private static final long PAUSE_MILLIS = 300;

	private static final long END_SECONDS = 5;

	private final Source source;

	private final String sourceName;

	private final Consumer<String> logs;

	private final Thread thread;

	private volatile boolean closed;

	/**
	 * Creates it; it asks once {@linkplain #start started}.
	 * @param source what is asked
	 * @param sourceName what it is called in logs, at the beginning of a sentence
	 * @param threadName what its thread is called
	 * @param logs is told when the source can't be read
	 */
	public EventPoller(Source source, String sourceName, String threadName, Consumer<String> logs) {
		this.source = source;
		this.sourceName = sourceName;
		this.logs = logs;
		this.thread = new Thread(this::run, threadName);
		this.thread.setDaemon(true);
	}

	/**
	 * Begins to ask.
	 */
	public void start() {
		this.thread.start();
	}

	/**
	 * Whether nothing more is to be asked.
	 * @return {@code true} once it is closed
	 */
	public boolean isClosed() {
		return this.closed;
	}

	/**
	 * Waits for a moment before the next attempt.
	 * @throws InterruptedException if it is closed meanwhile
	 */
	public static void pause() throws InterruptedException {
		Thread.sleep(PAUSE_MILLIS);
	}

	/**
	 * Waits longer with each attempt.
	 * @param doublings how often the wait is doubled
	 * @throws InterruptedException if it is closed meanwhile
	 */
	public static void pause(int doublings) throws InterruptedException {
		Thread.sleep(PAUSE_MILLIS << doublings);
	}

	private void run() {
		String problem = "";
		try {
			while (!this.closed) {
				try {
					this.source.poll();
					problem = "";
				}
				catch (IOException | IllegalStateException ex) {
					String found = this.sourceName + " can't be read: " + ex.getMessage();
					if (!this.closed && !found.equals(problem)) {
						this.logs.accept(found);
						problem = found;
					}
					pause();
				}
			}
		}
		catch (InterruptedException ex) {
			// whoever closes it has waited long enough
		}
	}

	/**
	 * Asks nothing more, and gives the event a while that is being handled.
	 */
	@Override
	public void close() {
		this.closed = true;
		try {
			this.thread.join(TimeUnit.SECONDS.toMillis(END_SECONDS));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		this.thread.interrupt();
	}

	/**
	 * What has events.
	 */
	@FunctionalInterface
	public interface Source {

		/**
		 * Asks for events, and brings those there are to the function.
		 * @throws IOException if the source can't be read
		 * @throws InterruptedException if the poller is closed meanwhile
		 */
		void poll() throws IOException, InterruptedException;

	}

}
