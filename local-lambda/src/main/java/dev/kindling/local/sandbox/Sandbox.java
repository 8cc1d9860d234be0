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
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * One execution environment: a process and what it has been asked to do. When the process
 * ends, so does the sandbox; the next invocation gets a new one.
 */
public final class Sandbox {

	private final FunctionSettings settings;

	private final long started = System.nanoTime();

	private final CompletableFuture<InitOutcome> init = new CompletableFuture<>();

	private final Handover queue;

	private final Map<String, PendingInvocation> running = new ConcurrentHashMap<>();

	private final Extensions extensions = new Extensions();

	private final CompletableFuture<Integer> ended = new CompletableFuture<>();

	private final AtomicBoolean initReported = new AtomicBoolean();

	private volatile @Nullable FunctionHost process;

	private volatile Duration initDuration = Duration.ZERO;

	private volatile boolean outOfMemory;

	private volatile boolean closed;

	Sandbox(FunctionSettings settings) {
		this.settings = settings;
		this.queue = new Handover(settings.isMultiConcurrent());
	}

	void start(String runtimeApi, Consumer<String> lines) {
		Map<String, String> environment = LambdaEnvironment.of(this.settings, runtimeApi);
		Class<?> application = this.settings.application();
		FunctionHost created = (application != null) ? InProcessFunction.start(application, environment, lines)
				: FunctionProcess.start(this.settings, environment, lines);
		this.process = created;
		created.onExit().thenAccept(this::exited);
		if (this.settings.memoryEnforced()) {
			created.limitMemory(this.settings.memorySize(), () -> this.outOfMemory = true);
		}
	}

	private void exited(int exitStatus) {
		this.closed = true;
		this.init.complete(InitOutcome.exited(exitStatus));
		this.queue.close();
		this.extensions.close();
		failAll(exitStatus);
		this.ended.complete(exitStatus);
	}

	private void failAll(int exitStatus) {
		for (PendingInvocation invocation : this.running.values()) {
			if (this.running.remove(invocation.requestId()) != null && invocation.claim()) {
				invocation.complete(Outcome.failed(this.outOfMemory ? "Runtime.OutOfMemory" : "Runtime.ExitError",
						"RequestId: " + invocation.requestId() + " " + InitOutcome.exitMessage(exitStatus)));
			}
		}
	}

	/**
	 * Waits until the process asks for its first event, or can't.
	 * @param patience how long to wait
	 * @param limit what to say of that time
	 */
	InitOutcome awaitInit(Duration patience, String limit) {
		try {
			return this.init.get(patience.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (TimeoutException ex) {
			return InitOutcome.timedOut(limit);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return InitOutcome.timedOut(limit);
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException(ex.getCause());
		}
	}

	/**
	 * Says whether nobody is left who speaks to the Runtime API.
	 */
	public boolean hasEnded() {
		FunctionHost current = this.process;
		return current == null || !current.isAlive();
	}

	boolean isUsable() {
		FunctionHost current = this.process;
		return !this.closed && current != null && current.isAlive();
	}

	/**
	 * Gives the function something to do.
	 */
	void dispatch(PendingInvocation invocation) {
		synchronized (this.queue) { // in between, it would look as if it ran already
			this.running.put(invocation.requestId(), invocation);
			this.queue.add(invocation);
		}
		this.extensions.invoked(invocation, this.settings);
		if (this.closed) {
			this.ended.thenAccept(this::failAll);
		}
	}

	/**
	 * The runtime asks for work; the first time, this ends the init phase.
	 * @return the invocation, or {@code null} if the runtime may not ask now, or is gone
	 */
	public @Nullable PendingInvocation next() throws InterruptedException {
		if (this.init.complete(InitOutcome.READY)) {
			this.initDuration = Duration.ofNanos(System.nanoTime() - this.started);
		}
		return isBusy() ? null : this.queue.take();
	}

	private boolean isBusy() {
		synchronized (this.queue) {
			return !this.settings.isMultiConcurrent() && this.running.size() > this.queue.size();
		}
	}

	/**
	 * Waits until the process has asked for the next event or has ended: only then is an
	 * invocation over, though its caller may have the answer. What comes earlier would be
	 * handed to a process that is about to leave.
	 * @param nanos how long to wait
	 * @return {@code false} if neither happened in time
	 */
	boolean awaitIdle(long nanos) throws InterruptedException {
		return this.settings.isMultiConcurrent() || this.queue.awaitRequest(nanos);
	}

	/**
	 * Finds the invocation that the runtime answers, and makes sure that it is answered
	 * once.
	 * @return the invocation, or {@code null} if there is none with this id
	 */
	public @Nullable PendingInvocation claim(String requestId) {
		PendingInvocation invocation = this.running.get(requestId);
		return (invocation != null && !this.queue.contains(invocation) && invocation.claim()) ? invocation : null;
	}

	public void complete(PendingInvocation invocation, Outcome outcome) {
		this.running.remove(invocation.requestId());
		invocation.complete(outcome);
	}

	/**
	 * The runtime can't start.
	 * @return {@code false} if it has started already
	 */
	public boolean initFailed(byte[] body, String errorType) {
		return this.init.complete(InitOutcome.reported(body, errorType));
	}

	public boolean isInitialised() {
		return this.init.isDone();
	}

	Duration initDuration() {
		return this.init.isDone() && !this.initDuration.isZero() ? this.initDuration
				: Duration.ofNanos(System.nanoTime() - this.started);
	}

	boolean claimInitReport() {
		return this.initReported.compareAndSet(false, true);
	}

	void drainOutput() {
		FunctionHost current = this.process;
		if (current != null) {
			current.drainOutput();
		}
	}

	long maxMemoryMegabytes() {
		FunctionHost current = this.process;
		return (current != null) ? current.maxMemoryMegabytes() : 0;
	}

	public long pid() {
		FunctionHost current = this.process;
		return (current != null) ? current.pid() : -1;
	}

	public Extensions extensions() {
		return this.extensions;
	}

	/**
	 * Lets the process end by itself, and what it still has to say be heard.
	 * @param patience how long it may take
	 */
	void awaitEnd(Duration patience) {
		try {
			this.ended.get(patience.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (TimeoutException ex) {
			// It is ended then
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException(ex.getCause());
		}
	}

	void kill() {
		this.closed = true;
		FunctionHost current = this.process;
		if (current != null) {
			current.kill();
		}
	}

	/**
	 * Shuts the process down as Lambda does: with SIGTERM and half a second if an
	 * extension is registered, at once if none is.
	 * @see <a href=
	 * "https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html#runtimes-lifecycle-shutdown">Shutdown
	 * phase</a>
	 */
	void shutDown() {
		FunctionHost current = this.process;
		if (current == null || !this.extensions.isAnyRegistered()) {
			kill();
			return;
		}
		this.closed = true;
		current.terminate(Extensions.SHUTDOWN);
	}

}
