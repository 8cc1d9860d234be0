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

import java.util.concurrent.atomic.AtomicBoolean;

import org.jspecify.annotations.Nullable;

import org.springframework.core.env.Environment;

/**
 * A start through Spring Boot's own stages that has failed. Lambda is told after the
 * reason has been printed: whoever hears of a failed init may end the process at once.
 */
final class FailedStart {

	private static final ThreadLocal<FailedStart> current = new ThreadLocal<>();

	private final @Nullable Environment environment;

	private final Throwable failure;

	private final AtomicBoolean reported = new AtomicBoolean();

	private FailedStart(@Nullable Environment environment, Throwable failure) {
		this.environment = environment;
		this.failure = failure;
	}

	/**
	 * Notes a failure that Spring Boot is about to print. Should it never call
	 * {@link FailedStartReporter}, Lambda is told when the thread that starts the
	 * application has ended, or after a while.
	 */
	static void begin(@Nullable Environment environment, Throwable failure) {
		if (LambdaStart.concerns(environment)) {
			FailedStart start = new FailedStart(environment, failure);
			current.set(start);
			LambdaStart.afterwards(start::report);
		}
	}

	/**
	 * Tells Lambda of the failure that this thread has printed.
	 */
	static void printed() {
		FailedStart start = current.get();
		current.remove();
		if (start != null) {
			start.report();
		}
	}

	private void report() {
		if (this.reported.compareAndSet(false, true)) {
			LambdaStart.failed(this.environment, this.failure);
		}
	}

}
