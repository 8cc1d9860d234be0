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

package dev.kindling.runtime;

import org.jspecify.annotations.Nullable;

/**
 * The invocation that the calling thread handles. Threads that it starts don't inherit
 * it: hand over what they need.
 */
public final class CurrentInvocation {

	private static final ThreadLocal<@Nullable Invocation> CURRENT = new ThreadLocal<>();

	private CurrentInvocation() {
	}

	/**
	 * The invocation, from before the handler is called until its answer has been
	 * accepted.
	 * @return the invocation, or {@code null} on a thread that handles none
	 */
	public static @Nullable Invocation get() {
		return CURRENT.get();
	}

	/**
	 * Runs a task on another thread that works for an invocation.
	 * @param invocation the invocation
	 * @param task what to run; it has to end before the invocation does
	 */
	public static void run(Invocation invocation, Runnable task) {
		Invocation previous = CURRENT.get();
		CURRENT.set(invocation);
		try {
			task.run();
		}
		finally {
			if (previous != null) {
				CURRENT.set(previous);
			}
			else {
				CURRENT.remove();
			}
		}
	}

	public static void set(Invocation invocation) {
		CURRENT.set(invocation);
	}

	public static void clear() {
		CURRENT.remove();
	}

}
