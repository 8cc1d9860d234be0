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

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

import dev.kindling.local.invoke.FunctionCode;
import dev.kindling.local.invoke.InvocationReport;
import dev.kindling.local.invoke.InvokeRequest;
import dev.kindling.local.invoke.InvokeResult;
import dev.kindling.local.server.ResponseSink;
import dev.kindling.local.workbench.InvocationEnd;
import dev.kindling.local.workbench.InvocationStart;
import dev.kindling.local.workbench.WorkbenchListener;
import org.jspecify.annotations.Nullable;

/**
 * Calls the function: starts its process when there is none, waits for the answer, ends
 * the process when it takes too long, and logs what Lambda logs.
 */
public final class Invoker {

	/**
	 * How long a process that has reported a failed init may take to end.
	 */
	private static final Duration FAREWELL = Duration.ofSeconds(3);

	private volatile FunctionSettings settings;

	private final LogCollector logs;

	private final WorkbenchListener listener;

	private final Semaphore permits;

	private final Object lifecycle = new Object();

	private String runtimeApi = "";

	private volatile @Nullable Sandbox sandbox;

	private volatile boolean closed;

	private int coldStarts;

	public Invoker(FunctionSettings settings, Consumer<String> logs, WorkbenchListener listener) {
		this.settings = settings;
		this.logs = new LogCollector(settings.name(), logs, listener);
		this.listener = listener;
		this.permits = new Semaphore(settings.concurrency(), true);
	}

	public void connect(String address) {
		this.runtimeApi = address;
	}

	public FunctionSettings settings() {
		return this.settings;
	}

	/**
	 * The process that the Runtime API's requests come from.
	 */
	public @Nullable Sandbox sandbox() {
		return this.sandbox;
	}

	public int coldStarts() {
		synchronized (this.lifecycle) {
			return this.coldStarts;
		}
	}

	public InvokeResult invoke(InvokeRequest request, ResponseSink sink) {
		this.permits.acquireUninterruptibly();
		try {
			if (this.closed) {
				throw new IllegalStateException("The local Lambda has been closed");
			}
			return invokeNow(request, sink);
		}
		finally {
			this.permits.release();
		}
	}

	private InvokeResult invokeNow(InvokeRequest request, ResponseSink sink) {
		String requestId = UUID.randomUUID().toString();
		this.listener.invocationStarted(new InvocationStart(this.settings.name(), requestId, Instant.now(), request));
		ObservedSink observed = this.listener.wantsStreamedAnswers() ? new ObservedSink(sink) : null;
		LogCollector.Section section = this.logs.begin(requestId);
		ColdStart start = ensureStarted();
		Sandbox current = start.sandbox();
		section.add("START RequestId: " + requestId + " Version: " + FunctionSettings.VERSION);
		long begin = System.nanoTime();
		Outcome outcome = start.failure();
		if (outcome == null && start.isRepeated()) {
			begin = start.repeatedSince();
		}
		if (outcome == null) {
			outcome = run(current, requestId, request, (observed != null) ? observed : sink, section);
		}
		Duration duration = start.failedFor().plusNanos(System.nanoTime() - begin);
		current.drainOutput();
		section.add("END RequestId: " + requestId);
		InvocationReport report = new InvocationReport(requestId, duration, this.settings.memorySize(),
				current.maxMemoryMegabytes(), reportedInit(start), outcome.status(), outcome.errorType());
		section.add(report.toString());
		InvokeResult result = new InvokeResult(requestId, outcome.body(), outcome.contentType(),
				outcome.functionError(), section.end(), report);
		this.listener.invocationEnded(new InvocationEnd(this.settings.name(), Instant.now(),
				(observed != null) ? observed.whole(result) : result));
		return result;
	}

	/**
	 * The init is reported with the first invocation of a process, unless it was repeated
	 * and is part of the invocation.
	 */
	private static @Nullable Duration reportedInit(ColdStart start) {
		boolean first = start.sandbox().claimInitReport();
		boolean separate = start.failure() == null && !start.isRepeated();
		return (first && separate) ? start.sandbox().initDuration() : null;
	}

	private Outcome run(Sandbox current, String requestId, InvokeRequest request, ResponseSink sink,
			LogCollector.Section section) {
		long deadline = System.currentTimeMillis() + this.settings.timeout().toMillis();
		PendingInvocation invocation = new PendingInvocation(requestId, request, traceId(request), deadline, sink);
		long end = System.nanoTime() + this.settings.timeout().toNanos();
		current.dispatch(invocation);
		try {
			Outcome outcome = invocation.outcome().get(this.settings.timeout().toNanos(), TimeUnit.NANOSECONDS);
			if (!current.awaitIdle(end - System.nanoTime())) {
				endForTimeOut(current, invocation, section);
			}
			return outcome;
		}
		catch (TimeoutException ex) {
			return timedOut(current, invocation, section);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			current.kill();
			throw new IllegalStateException("Interrupted while the function was running", ex);
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException(ex.getCause());
		}
	}

	private Outcome timedOut(Sandbox current, PendingInvocation invocation, LogCollector.Section section) {
		Outcome outcome = Outcome.timedOut(invocation.requestId(), timeoutSeconds());
		invocation.claim();
		current.complete(invocation, outcome);
		endForTimeOut(current, invocation, section);
		return outcome;
	}

	/**
	 * Ends a process that takes too long. One that has answered, but doesn't ask for the
	 * next event, is such a process too; its caller keeps the answer.
	 */
	private void endForTimeOut(Sandbox current, PendingInvocation invocation, LogCollector.Section section) {
		if (!this.settings.isMultiConcurrent()) {
			current.kill();
		}
		current.drainOutput();
		section.add(Instant.now().truncatedTo(ChronoUnit.MILLIS) + " " + invocation.requestId()
				+ " Task timed out after " + timeoutSeconds() + " seconds");
		section.add(LambdaLimits.timeout(this.settings.timeout()));
	}

	private String timeoutSeconds() {
		return BigDecimal.valueOf(this.settings.timeout().toMillis(), 3)
			.setScale(2, RoundingMode.HALF_UP)
			.toPlainString();
	}

	/**
	 * Makes sure that there is a process. A failed init is repeated once, with the
	 * function's time-out, as Lambda does within the first invocation.
	 */
	private ColdStart ensureStarted() {
		synchronized (this.lifecycle) {
			Sandbox current = this.sandbox;
			if (current != null && current.isUsable()) {
				return ColdStart.ready(current);
			}
			Sandbox first = startProcess();
			String limit = LambdaLimits.initTimeout(this.settings.initTimeout());
			InitOutcome outcome = first.awaitInit(this.settings.initTimeout(), limit);
			if (outcome.failure() == null) {
				return ColdStart.ready(first);
			}
			reportFailedInit(first, outcome, "init", limit);
			long since = System.nanoTime();
			Sandbox second = startProcess();
			String timeout = LambdaLimits.timeout(this.settings.timeout());
			InitOutcome repeated = second.awaitInit(this.settings.timeout(), timeout);
			if (repeated.failure() == null) {
				return ColdStart.repeated(second, since);
			}
			Duration failedFor = Duration.ofNanos(System.nanoTime() - since);
			reportFailedInit(second, repeated, "invoke", timeout);
			return ColdStart.failed(second, repeated.failure(), failedFor);
		}
	}

	private Sandbox startProcess() {
		Sandbox created = new Sandbox(this.settings);
		this.sandbox = created;
		this.coldStarts++;
		created.start(this.runtimeApi, this.logs);
		// Whoever closes may have seen only the process before
		if (this.closed) {
			created.kill();
		}
		return created;
	}

	private void reportFailedInit(Sandbox failed, InitOutcome outcome, String phase, String limit) {
		Duration duration = failed.initDuration();
		if (outcome.isTimeout()) {
			this.logs.accept("The init phase took too long: " + limit);
		}
		else {
			failed.awaitEnd(FAREWELL);
		}
		failed.kill();
		failed.drainOutput();
		StringBuilder line = new StringBuilder("INIT_REPORT Init Duration: ");
		line.append(InvocationReport.millis(duration)).append(" ms\tPhase: ").append(phase);
		line.append("\tStatus: ").append(outcome.status());
		if (outcome.errorType() != null) {
			line.append("\tError Type: ").append(outcome.errorType());
		}
		this.logs.accept(line.toString());
	}

	/**
	 * Starts the process before the first call, as provisioned concurrency does.
	 */
	public void start() {
		ensureStarted();
	}

	/**
	 * Ends the process once the events that it handles are over. The next starts the new
	 * code.
	 */
	public void deploy(FunctionCode code) throws InterruptedException {
		int all = this.settings.concurrency();
		this.permits.acquire(all);
		try {
			synchronized (this.lifecycle) {
				Sandbox current = this.sandbox;
				if (current != null) {
					current.shutDown();
					current.drainOutput();
				}
				this.settings = this.settings.with(code);
			}
		}
		finally {
			this.permits.release(all);
		}
	}

	public void close() {
		this.closed = true;
		Sandbox current = this.sandbox;
		if (current != null) {
			current.shutDown();
			current.drainOutput();
		}
	}

	private static String traceId(InvokeRequest request) {
		if (request.traceId() != null) {
			return request.traceId();
		}
		ThreadLocalRandom random = ThreadLocalRandom.current();
		return "Root=1-%08x-%08x%016x;Parent=%016x;Sampled=0".formatted(System.currentTimeMillis() / 1000,
				random.nextInt(), random.nextLong(), random.nextLong());
	}

}
