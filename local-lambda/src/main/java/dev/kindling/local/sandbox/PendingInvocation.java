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

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

import dev.kindling.local.invoke.InvokeRequest;
import dev.kindling.local.server.ResponseSink;

/**
 * An invocation between its call and its answer.
 */
public final class PendingInvocation {

	private final String requestId;

	private final InvokeRequest request;

	private final String traceId;

	private final long deadlineMillis;

	private final ResponseSink sink;

	private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();

	/**
	 * An invocation is answered once; who comes second is told so.
	 */
	private final AtomicBoolean answered = new AtomicBoolean();

	PendingInvocation(String requestId, InvokeRequest request, String traceId, long deadlineMillis, ResponseSink sink) {
		this.requestId = requestId;
		this.request = request;
		this.traceId = traceId;
		this.deadlineMillis = deadlineMillis;
		this.sink = sink;
	}

	public String requestId() {
		return this.requestId;
	}

	public InvokeRequest request() {
		return this.request;
	}

	public String traceId() {
		return this.traceId;
	}

	public long deadlineMillis() {
		return this.deadlineMillis;
	}

	public ResponseSink sink() {
		return this.sink;
	}

	/**
	 * Claims the right to answer.
	 * @return {@code false} if someone else has it
	 */
	boolean claim() {
		return this.answered.compareAndSet(false, true);
	}

	void complete(Outcome result) {
		this.outcome.complete(result);
	}

	CompletableFuture<Outcome> outcome() {
		return this.outcome;
	}

}
