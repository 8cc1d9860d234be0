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

package dev.kindling.start;

import java.lang.Thread.UncaughtExceptionHandler;

/**
 * Keeps quiet about a failure that has been logged when it ends the main thread, as
 * Spring Boot does, and passes all others on.
 */
final class ReportedFailure implements UncaughtExceptionHandler {

	private final UncaughtExceptionHandler next;

	private final Throwable failure;

	private ReportedFailure(UncaughtExceptionHandler next, Throwable failure) {
		this.next = next;
		this.failure = failure;
	}

	static void isNotPrintedAgain(Throwable failure) {
		Thread thread = Thread.currentThread();
		thread.setUncaughtExceptionHandler(new ReportedFailure(thread.getUncaughtExceptionHandler(), failure));
	}

	@Override
	public void uncaughtException(Thread thread, Throwable uncaught) {
		if (uncaught != this.failure) {
			this.next.uncaughtException(thread, uncaught);
		}
	}

}
