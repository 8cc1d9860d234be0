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

package dev.kindling.local.fleet;

import java.io.Closeable;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

import dev.kindling.local.invoke.CodeCheck;
import dev.kindling.local.invoke.FunctionCode;
import dev.kindling.local.invoke.InvokeRequest;
import dev.kindling.local.invoke.InvokeResult;
import dev.kindling.local.invoke.TooManyRequestsException;
import dev.kindling.local.sandbox.CodeGate;
import dev.kindling.local.sandbox.FunctionSettings;
import dev.kindling.local.sandbox.Invoker;
import dev.kindling.local.sandbox.ServedFunction;
import dev.kindling.local.server.ResponseSink;
import dev.kindling.local.workbench.InvocationEnd;
import dev.kindling.local.workbench.InvocationStart;
import dev.kindling.local.workbench.WorkbenchListener;

/**
 * A function's environments. An event gets the idle one that was used last, or a new one.
 */
public final class FunctionPool implements ServedFunction, Closeable {

	private final int limit;

	private final CodeGate codeGate;

	private final Consumer<String> logs;

	private final WorkbenchListener listener;

	private final List<ExecutionEnvironment> all = new ArrayList<>();

	private final Deque<ExecutionEnvironment> idle = new ArrayDeque<>();

	private FunctionSettings settings;

	private boolean closed;

	/**
	 * Prepares a function; no process is started yet.
	 * @param settings the function's
	 * @param limit how many environments it may have at once; {@code 0} for one in which
	 * events wait for each other
	 * @param codeCheck is asked before each event
	 * @param logs receives the function's log
	 * @param listener learns of its invocations
	 */
	public FunctionPool(FunctionSettings settings, int limit, CodeCheck codeCheck, Consumer<String> logs,
			WorkbenchListener listener) {
		this.settings = settings;
		this.limit = limit;
		this.codeGate = new CodeGate(codeCheck, logs);
		this.logs = logs;
		this.listener = listener;
		this.idle.push(create());
	}

	private ExecutionEnvironment create() {
		ExecutionEnvironment created = new ExecutionEnvironment(new Invoker(this.settings, this.logs, this.listener));
		this.all.add(created);
		return created;
	}

	@Override
	public synchronized FunctionSettings settings() {
		return this.settings;
	}

	@Override
	public InvokeResult invoke(InvokeRequest request, ResponseSink sink) {
		InvokeResult refusal = this.codeGate.refusal(settings().memorySize());
		if (refusal != null) {
			String name = settings().name();
			this.listener.invocationStarted(new InvocationStart(name, refusal.requestId(), Instant.now(), request));
			this.listener.invocationEnded(new InvocationEnd(name, Instant.now(), refusal));
			return refusal;
		}
		if (this.limit == 0) {
			return first().invoke(request, sink);
		}
		ExecutionEnvironment environment = take();
		try {
			return environment.invoker().invoke(request, sink);
		}
		finally {
			giveBack(environment);
		}
	}

	@Override
	public boolean hasCode() {
		return this.codeGate.isOpen();
	}

	private synchronized ExecutionEnvironment take() {
		if (this.closed) {
			throw new IllegalStateException("The local Lambda has been closed");
		}
		if (!this.idle.isEmpty()) {
			return this.idle.pop();
		}
		if (this.all.size() >= this.limit) {
			throw new TooManyRequestsException("Rate Exceeded. " + this.settings.name() + " may have " + this.limit
					+ " environments here, and all are busy");
		}
		return create();
	}

	private synchronized void giveBack(ExecutionEnvironment environment) {
		this.idle.push(environment);
	}

	/**
	 * The first environment.
	 * @return what calls the function there
	 */
	public synchronized Invoker first() {
		return this.all.get(0).invoker();
	}

	/**
	 * Gives the function new code, once the events are over that it handles.
	 * @param code what to start from now on
	 * @throws InterruptedException if the thread is interrupted while it waits
	 */
	public void deploy(FunctionCode code) throws InterruptedException {
		List<ExecutionEnvironment> old;
		synchronized (this) {
			this.settings = this.settings.with(code);
			old = List.copyOf(this.all);
		}
		for (ExecutionEnvironment environment : old) {
			environment.invoker().deploy(code);
		}
	}

	public synchronized int coldStarts() {
		return this.all.stream().mapToInt((environment) -> environment.invoker().coldStarts()).sum();
	}

	/**
	 * Ends all processes. Those that they speak to go on listening until
	 * {@link #close()}.
	 */
	public void end() {
		List<ExecutionEnvironment> environments;
		synchronized (this) {
			this.closed = true;
			environments = List.copyOf(this.all);
		}
		environments.forEach((environment) -> environment.invoker().close());
	}

	@Override
	public synchronized void close() {
		this.all.forEach(ExecutionEnvironment::close);
	}

}
