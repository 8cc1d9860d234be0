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

import java.util.Objects;
import java.util.function.BiConsumer;

import dev.kindling.codec.HttpRequest;
import dev.kindling.runtime.Invocation;
import dev.kindling.runtime.InvocationHandler;
import dev.kindling.runtime.InvocationResponse;
import dev.kindling.runtime.api.BrokenEventException;
import dev.kindling.runtime.api.ErrorReport;
import dev.kindling.runtime.api.RuntimeApiClient;
import dev.kindling.runtime.api.RuntimeApiException;
import dev.kindling.runtime.api.RuntimeFailure;
import dev.kindling.runtime.api.RuntimeProcess;
import dev.kindling.runtime.api.StreamedBody;
import org.jspecify.annotations.Nullable;

/**
 * The event loop: one invocation after the other, over one connection.
 */
final class Worker implements Runnable {

	private static final byte[] NULL = { 'n', 'u', 'l', 'l' };

	private final RuntimeApiClient client;

	private final InvocationHandler handler;

	private final BiConsumer<Invocation, Throwable> failures;

	private final InvocationScope scope;

	private final RuntimeProcess process;

	private volatile boolean stopping;

	private volatile boolean idle;

	private volatile @Nullable Thread thread;

	Worker(RuntimeApiClient client, InvocationHandler handler, BiConsumer<Invocation, Throwable> failures,
			InvocationScope scope, RuntimeProcess process) {
		this.client = client;
		this.handler = handler;
		this.failures = failures;
		this.scope = scope;
		this.process = process;
	}

	@Override
	public void run() {
		this.thread = Thread.currentThread();
		try {
			while (!this.stopping) {
				serveNext();
			}
		}
		catch (RuntimeApiException ex) {
			end(ex.getMessage());
		}
		catch (Throwable ex) {
			// Never a process that is alive and serves nothing
			end("The event loop failed: " + ex);
		}
		finally {
			this.client.close();
			this.thread = null;
		}
	}

	private void end(String reason) {
		if (!this.stopping) {
			this.process.complain(reason);
			this.process.halt(1);
		}
	}

	private void serveNext() throws RuntimeApiException {
		Invocation invocation = awaitNext();
		if (invocation != null) {
			this.scope.enter(invocation);
			try {
				answer(invocation);
			}
			finally {
				this.scope.leave();
			}
		}
	}

	private @Nullable Invocation awaitNext() throws RuntimeApiException {
		this.idle = true;
		try {
			return this.stopping ? null : this.client.next();
		}
		catch (BrokenEventException ex) {
			broken(ex);
			return null;
		}
		finally {
			this.idle = false;
		}
	}

	private void broken(BrokenEventException ex) throws RuntimeApiException {
		Throwable cause = ex.getCause();
		this.process
			.complain("The event of invocation " + ex.requestId() + " could not be read: " + cause.getMessage());
		Throwable failure = (cause instanceof RuntimeFailure || cause instanceof VirtualMachineError) ? cause
				: new RuntimeFailure("Runtime.IncompleteEvent", "The event could not be read to its end", cause);
		this.client.error(ex.requestId(), new ErrorReport(failure));
		endAfter(failure);
	}

	private void answer(Invocation invocation) throws RuntimeApiException {
		InvocationResponse response;
		try {
			response = this.handler.handle(invocation);
		}
		catch (Throwable ex) {
			failed(invocation, ex);
			return;
		}
		if (response instanceof InvocationResponse.Streaming streaming) {
			stream(invocation, streaming);
		}
		else {
			respond(invocation, (InvocationResponse.Buffered) response);
		}
	}

	private void respond(Invocation invocation, InvocationResponse.@Nullable Buffered response)
			throws RuntimeApiException {
		// Code without null checks may answer null
		boolean empty = response == null || response.body() == null;
		HttpRequest request;
		try {
			request = this.client.requests()
				.response(invocation.requestId(),
						empty ? InvocationResponse.JSON : contentType(response.contentType()));
		}
		catch (IllegalArgumentException ex) {
			failed(invocation, ex);
			return;
		}
		this.client.respond(invocation.requestId(), request, empty ? NULL : response.body());
	}

	private void stream(Invocation invocation, InvocationResponse.Streaming response) throws RuntimeApiException {
		StreamedBody body = null;
		Throwable failure = null;
		try {
			body = this.client.stream(this.client.requests()
				.streamedResponse(invocation.requestId(), contentType(response.contentType())));
			response.writer().write(body);
		}
		catch (Throwable ex) {
			failure = ex;
		}
		if (body == null || (failure != null && !body.isStarted())) {
			failed(invocation, Objects.requireNonNull(failure));
			return;
		}
		if (failure != null) {
			tell(invocation, failure);
		}
		this.client.finish(invocation.requestId(), body, failure);
		endAfter(failure);
	}

	private static String contentType(@Nullable String contentType) {
		return (contentType != null) ? contentType : InvocationResponse.JSON;
	}

	private void failed(Invocation invocation, Throwable failure) throws RuntimeApiException {
		tell(invocation, failure);
		this.client.error(invocation.requestId(), new ErrorReport(failure));
		endAfter(failure);
	}

	private void tell(Invocation invocation, Throwable failure) {
		try {
			this.failures.accept(invocation, failure);
		}
		catch (Throwable ex) {
			// What matters more is that the caller is told
		}
	}

	/**
	 * Out of memory or stack, the process may be damaged: Lambda starts another one.
	 */
	private void endAfter(@Nullable Throwable failure) throws RuntimeApiException {
		if (failure instanceof VirtualMachineError) {
			throw new RuntimeApiException("The process ends because of " + failure.getClass().getName());
		}
	}

	/**
	 * Ends the loop: at once if it waits for an invocation, or else after the answer of
	 * the present one.
	 */
	void stop() {
		this.stopping = true;
		if (this.idle) {
			this.client.close();
			Thread current = this.thread;
			if (current != null) {
				current.interrupt();
			}
		}
	}

	/**
	 * Ends the loop, whatever it does, unless it is the calling thread's own: that one
	 * still answers its invocation.
	 */
	void abandon() {
		this.stopping = true;
		if (this.thread != Thread.currentThread()) {
			this.client.close();
		}
	}

}
