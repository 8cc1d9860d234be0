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

package dev.kindling.local.sandbox;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * Where a function runs: in a process of its own, or within this one.
 */
interface FunctionHost {

	/**
	 * Completes when the function has ended and all of its output has been handed over.
	 * @return the exit status
	 */
	CompletableFuture<Integer> onExit();

	boolean isAlive();

	long pid();

	void drainOutput();

	/**
	 * Ends the function at once.
	 */
	void kill();

	/**
	 * Asks the function to end, and ends it if it doesn't.
	 * @param patience how long it may take
	 */
	void terminate(Duration patience);

	/**
	 * The most memory that the function has had resident.
	 * @return megabytes; {@code 0} where that can't be told
	 */
	long maxMemoryMegabytes();

	/**
	 * Ends the function as soon as it has too much memory resident.
	 * @param megabytes the limit
	 * @param exceeded is called before the function is ended
	 */
	void limitMemory(int megabytes, Runnable exceeded);

}
