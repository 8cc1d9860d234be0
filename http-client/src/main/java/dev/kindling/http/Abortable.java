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

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;

/**
 * Lets another thread end what a call waits for, by closing its socket or connection.
 */
final class Abortable {

	private static final Closeable ABORTED = () -> {
	};

	private final AtomicReference<@Nullable Closeable> active = new AtomicReference<>();

	/**
	 * Remembers what {@link #abort} is to close from now on; closes it at once if that
	 * has been called.
	 */
	void use(Closeable resource) throws IOException {
		Closeable before = this.active.get();
		if (before == ABORTED || !this.active.compareAndSet(before, resource)) {
			resource.close();
		}
	}

	/**
	 * Whether it was in use until now; {@link #abort} doesn't close it any more.
	 */
	boolean release(Closeable resource) {
		return this.active.compareAndSet(resource, null);
	}

	/**
	 * Closes what is in use, once.
	 * @return whether this was the first time
	 */
	boolean abort() {
		Closeable resource = this.active.getAndSet(ABORTED);
		if (resource == ABORTED) {
			return false;
		}
		if (resource != null) {
			try {
				resource.close();
			}
			catch (IOException ex) {
				// Whoever waits for it has ended all the same
			}
		}
		return true;
	}

	boolean isAborted() {
		return this.active.get() == ABORTED;
	}

	boolean isStopped() {
		return isAborted() || Thread.currentThread().isInterrupted();
	}

	InterruptedIOException stopped(@Nullable IOException ex) {
		InterruptedIOException stopped = new InterruptedIOException(
				isAborted() ? "The call was aborted" : "The thread was interrupted");
		stopped.initCause(ex);
		return stopped;
	}

}
