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
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;

import dev.kindling.runtime.Invocation;
import dev.kindling.runtime.InvocationHandler;
import dev.kindling.runtime.InvocationResponse;
import dev.kindling.runtime.api.InitErrorReporter;
import dev.kindling.runtime.api.RuntimeApiAddress;
import dev.kindling.runtime.api.RuntimeApiClient;
import dev.kindling.runtime.api.RuntimeEnvironment;
import dev.kindling.runtime.api.RuntimeFailure;
import dev.kindling.runtime.api.RuntimeProcess;
import dev.kindling.runtime.api.SystemProcess;
import org.jspecify.annotations.Nullable;

/**
 * Serves a function in Lambda: takes one invocation after the other from the Runtime API,
 * or several at once where {@code AWS_LAMBDA_MAX_CONCURRENCY} says so, and posts what the
 * handler answers. Ends the process with status 1 when Lambda leaves it nothing to serve.
 *
 * <pre>{@code
 * LambdaRuntime.builder(System.getenv())
 * 	.handler((invocation) -> InvocationResponse.of(invocation.body()))
 * 	.build()
 * 	.start();
 * }</pre>
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/runtimes-custom.html">Custom
 * runtimes</a>
 */
public final class LambdaRuntime implements AutoCloseable {

	private static final int CLOSE_MILLIS = 300;

	private final RuntimeEnvironment environment;

	private final InvocationHandler handler;

	private final BiConsumer<Invocation, Throwable> failures;

	private final Runnable onShutdown;

	private final boolean shutdownSignal;

	private final @Nullable Future<?> firstTask;

	private final Duration firstTaskLimit;

	private final RuntimeProcess process;

	private volatile Worker[] workers = {};

	private volatile Thread @Nullable [] threads;

	private volatile @Nullable InternalExtension extension;

	private volatile boolean stopped;

	LambdaRuntime(LambdaRuntimeBuilder builder) {
		this.environment = builder.environment;
		this.handler = Objects.requireNonNull(builder.handler, "A runtime needs a handler");
		this.failures = (builder.failures != null) ? builder.failures
				: new FailureLog(this.environment.logsJson(), System.err);
		this.onShutdown = builder.onShutdown;
		this.shutdownSignal = builder.shutdownSignal;
		this.firstTask = builder.firstTask;
		this.firstTaskLimit = builder.firstTaskLimit;
		this.process = builder.process;
	}

	/**
	 * Starts the description of a runtime.
	 * @param environment the process's environment variables, such as
	 * {@code System.getenv()}
	 * @return an empty builder
	 */
	public static LambdaRuntimeBuilder builder(Map<String, String> environment) {
		return new LambdaRuntimeBuilder(new RuntimeEnvironment(environment));
	}

	/**
	 * Starts to serve, on threads that keep the process alive, and returns. If
	 * {@code AWS_LAMBDA_RUNTIME_API} is malformed or nobody answers there, the process
	 * ends with status 1 and one line on its standard error.
	 * @throws IllegalStateException if it was started before
	 */
	public void start() {
		if (this.threads != null) {
			throw new IllegalStateException("The runtime was started already");
		}
		RuntimeApiAddress address;
		int concurrency;
		try {
			address = this.environment.address();
			concurrency = this.environment.maxConcurrency();
		}
		catch (IllegalArgumentException ex) {
			this.threads = new Thread[0];
			this.process.complain(ex.getMessage());
			this.process.halt(1);
			return;
		}
		catch (RuntimeFailure ex) {
			this.threads = new Thread[0];
			this.process.complain(ex.getMessage());
			initError(ex);
			this.process.halt(1);
			return;
		}
		Worker[] created = new Worker[Math.max(concurrency, 1)];
		InvocationScope scope = new InvocationScope(concurrency == 0);
		for (int i = 0; i < created.length; i++) {
			created[i] = new Worker(new RuntimeApiClient(address, this.process), this.handler, this.failures, scope,
					this.process);
		}
		this.workers = created;
		Thread[] started = new Thread[(created.length > 1) ? created.length + 1 : 1];
		started[0] = new Thread(new MainThread(this, address, started), "lambda-runtime");
		this.threads = started;
		started[0].start();
	}

	/**
	 * Reports that the application can't serve invocations. Whoever calls this ends the
	 * process afterwards, with a status other than 0.
	 * @param failure why
	 * @return whether Lambda accepted the report
	 * @see InitErrorReporter
	 */
	public boolean initError(Throwable failure) {
		return InitErrorReporter.report(this.environment, failure, this.process);
	}

	/**
	 * Ends the loop. An invocation that is being handled has 300 ms to finish, unless
	 * this is called by its own thread.
	 */
	@Override
	public void close() {
		stop(CLOSE_MILLIS);
	}

	/**
	 * Ends the loop.
	 * @param millis how long invocations that are being handled have to finish
	 */
	void stop(int millis) {
		Thread[] running = this.threads;
		if (this.stopped || running == null) {
			this.stopped = true;
			return;
		}
		this.stopped = true;
		for (Worker worker : this.workers) {
			worker.stop();
		}
		join(running, millis);
		for (Worker worker : this.workers) {
			worker.abandon();
		}
		InternalExtension current = this.extension;
		if (current != null) {
			current.close();
		}
	}

	public boolean isRunning() {
		Thread[] running = this.threads;
		if (running != null) {
			for (Thread thread : running) {
				if (thread != null && thread.isAlive()) {
					return true;
				}
			}
		}
		return false;
	}

	Worker[] workers() {
		return this.workers;
	}

	RuntimeProcess process() {
		return this.process;
	}

	private static void join(Thread[] threads, int millis) {
		long end = System.nanoTime() + millis * 1_000_000L;
		for (Thread thread : threads) {
			if (thread == Thread.currentThread()) {
				return;
			}
		}
		try {
			for (Thread thread : threads) {
				long left = (end - System.nanoTime()) / 1_000_000;
				if (thread != null && left > 0) {
					thread.join(left);
				}
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * What comes before the first invocation.
	 */
	void prepare(RuntimeApiAddress address) {
		if (this.shutdownSignal) {
			TerminationSignal.handle(new Shutdown(this, this.onShutdown, this.process));
			InternalExtension registered = new InternalExtension(address);
			this.extension = registered;
			registered.register();
		}
		if (this.firstTask != null) {
			await(this.firstTask);
		}
	}

	private void await(Future<?> task) {
		try {
			task.get(this.firstTaskLimit.toNanos(), TimeUnit.NANOSECONDS);
		}
		catch (TimeoutException ex) {
			this.process.complain("The first invocation is taken after waiting " + this.firstTaskLimit.toMillis()
					+ " ms for what was to be done before; it goes on beside");
		}
		catch (ExecutionException | CancellationException ex) {
			this.process.complain("What was to be done before the first invocation failed: "
					+ ((ex.getCause() != null) ? ex.getCause().getClass() : ex.getClass()).getName());
		}
		catch (InterruptedException ex) {
			// Whoever interrupts ends the loop, which sees that itself
		}
	}

}
