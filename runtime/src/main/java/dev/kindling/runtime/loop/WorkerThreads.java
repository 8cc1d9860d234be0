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

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

import org.jspecify.annotations.Nullable;

/**
 * Threads for concurrent invocations: virtual ones from Java 21 on, or else platform
 * threads.
 */
final class WorkerThreads {

	private final @Nullable MethodHandle startVirtual;

	WorkerThreads() {
		this.startVirtual = findStartVirtual();
	}

	private static @Nullable MethodHandle findStartVirtual() {
		try {
			return MethodHandles.publicLookup()
				.findStatic(Thread.class, "startVirtualThread", MethodType.methodType(Thread.class, Runnable.class));
		}
		catch (NoSuchMethodException | IllegalAccessException ex) {
			return null;
		}
	}

	Thread start(String name, Runnable task) {
		if (this.startVirtual != null) {
			try {
				Thread thread = (Thread) this.startVirtual.invokeExact(task);
				thread.setName(name);
				return thread;
			}
			catch (Throwable ex) {
				// A preview of Java 19 and 20 that isn't enabled
			}
		}
		Thread thread = new Thread(task, name);
		thread.start();
		return thread;
	}

}
