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

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import dev.kindling.local.invoke.FunctionCode;
import org.jspecify.annotations.Nullable;

/**
 * A function's configuration, as one would give it to Lambda, and how to start it here.
 *
 * @param name the function's name
 * @param handler what the function finds in {@code _HANDLER}
 * @param command the program and its arguments
 * @param application has the {@code main} that is called instead of a program, within
 * this process
 * @param directory the working directory, and what the function finds in
 * {@code LAMBDA_TASK_ROOT}
 * @param environment the function's own variables
 * @param memorySize megabytes
 * @param memoryEnforced whether a process that has more resident is ended
 * @param timeout of one invocation
 * @param initTimeout of the init phase
 * @param region the region that the function believes to be in
 * @param maxConcurrency invocations that one process handles at once, as on Lambda
 * Managed Instances; {@code 0} for a function with one at a time
 */
public record FunctionSettings(String name, String handler, List<String> command, @Nullable Class<?> application,
		Path directory, Map<String, String> environment, int memorySize, boolean memoryEnforced, Duration timeout,
		Duration initTimeout, String region, int maxConcurrency) {

	public static final String ACCOUNT = "123456789012";

	public static final String VERSION = "$LATEST";

	public FunctionSettings {
		command = List.copyOf(command);
		environment = Map.copyOf(environment);
	}

	/**
	 * Refuses what Lambda would refuse.
	 * @throws IllegalArgumentException saying what it is
	 */
	public void requireAllowed() {
		require(this.application == null || !this.memoryEnforced,
				"The memory of a function within this process can't be limited");
		require(this.name.matches("[a-zA-Z0-9-_]{1,64}"),
				"A function's name has up to 64 letters, digits, hyphens and underscores: " + this.name);
		require(this.memorySize >= LambdaLimits.MIN_MEMORY && this.memorySize <= LambdaLimits.MAX_MEMORY,
				"The memory size is from 128 to 10240 MB, not " + this.memorySize);
		require(!this.timeout.isNegative() && !this.timeout.isZero()
				&& this.timeout.compareTo(LambdaLimits.MAX_TIMEOUT) <= 0,
				"The time-out is from 1 ms to 15 minutes, not " + this.timeout);
		require(!this.initTimeout.isNegative() && !this.initTimeout.isZero(),
				"The init phase's time-out is longer than 0, not " + this.initTimeout);
		require(this.maxConcurrency >= 0 && this.maxConcurrency <= 1000,
				"The concurrency is from 1 to 1000, not " + this.maxConcurrency);
		LambdaEnvironment.requireAllowed(this.environment);
	}

	/**
	 * The same configuration for other code.
	 */
	public FunctionSettings with(FunctionCode code) {
		return new FunctionSettings(this.name, this.handler, code.command(), null, code.directory(), this.environment,
				this.memorySize, this.memoryEnforced, this.timeout, this.initTimeout, this.region, this.maxConcurrency);
	}

	public String arn() {
		return "arn:aws:lambda:" + this.region + ":" + ACCOUNT + ":function:" + this.name;
	}

	boolean isMultiConcurrent() {
		return this.maxConcurrency > 0;
	}

	int concurrency() {
		return Math.max(1, this.maxConcurrency);
	}

	private static void require(boolean condition, String message) {
		if (!condition) {
			throw new IllegalArgumentException(message);
		}
	}

}
