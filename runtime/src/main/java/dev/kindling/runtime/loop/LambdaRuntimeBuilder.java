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

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;

import dev.kindling.runtime.Invocation;
import dev.kindling.runtime.InvocationHandler;
import dev.kindling.runtime.api.RuntimeEnvironment;
import dev.kindling.runtime.api.RuntimeProcess;
import dev.kindling.runtime.api.SystemProcess;
import org.jspecify.annotations.Nullable;

/**
 * Describes a {@link LambdaRuntime}.
 */
public final class LambdaRuntimeBuilder {

	final RuntimeEnvironment environment;

	@Nullable InvocationHandler handler;

	@Nullable BiConsumer<Invocation, Throwable> failures;

	Runnable onShutdown = new Nothing();

	boolean shutdownSignal = true;

	@Nullable Future<?> firstTask;

	Duration firstTaskLimit = Duration.ZERO;

	RuntimeProcess process = new SystemProcess();

	LambdaRuntimeBuilder(RuntimeEnvironment environment) {
		this.environment = environment;
	}

	/**
	 * Sets what handles each invocation.
	 * @param handler the handler; several threads call it at once where
	 * {@code AWS_LAMBDA_MAX_CONCURRENCY} is set
	 * @return this builder
	 */
	public LambdaRuntimeBuilder handler(InvocationHandler handler) {
		this.handler = handler;
		return this;
	}

	/**
	 * Sets who is told that a handler has failed, before the caller is.
	 * @param listener called on the invocation's thread. By default, the stack trace is
	 * written to the standard error
	 * @return this builder
	 */
	public LambdaRuntimeBuilder onFailure(BiConsumer<Invocation, Throwable> listener) {
		this.failures = listener;
		return this;
	}

	/**
	 * Sets what {@code SIGTERM} runs after the loop has ended, such as closing the
	 * application. The process exits when it returns, and at the latest 300 ms after the
	 * signal.
	 * @param action may call {@link LambdaRuntime#close()}
	 * @return this builder
	 */
	public LambdaRuntimeBuilder onShutdown(Runnable action) {
		this.onShutdown = action;
		return this;
	}

	/**
	 * Sets whether the runtime registers itself as an internal extension, so that Lambda
	 * sends {@code SIGTERM}, and handles that signal.
	 * @param enabled by default {@code true}
	 * @return this builder
	 */
	public LambdaRuntimeBuilder shutdownSignal(boolean enabled) {
		this.shutdownSignal = enabled;
		return this;
	}

	/**
	 * Sets what must be done, or have failed, before the first invocation is asked for:
	 * Lambda gives an environment more processor time during its start.
	 * @param task runs elsewhere already
	 * @param limit how long it is waited for at most
	 * @return this builder
	 */
	public LambdaRuntimeBuilder beforeFirstNext(Future<?> task, Duration limit) {
		this.firstTask = task;
		this.firstTaskLimit = limit;
		return this;
	}

	public LambdaRuntimeBuilder process(RuntimeProcess process) {
		this.process = process;
		return this;
	}

	/**
	 * Makes the runtime.
	 * @return a runtime that is to be started
	 * @throws NullPointerException if there is no handler
	 */
	public LambdaRuntime build() {
		return new LambdaRuntime(this);
	}

	/**
	 * Nothing to do.
	 */
	private static final class Nothing implements Runnable {

		@Override
		public void run() {
			// As it says
		}

	}

}
