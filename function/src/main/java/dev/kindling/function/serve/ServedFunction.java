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

package dev.kindling.function.serve;

import java.io.InputStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kindling.function.StreamingResponse;
import dev.kindling.function.batch.EventSources;
import dev.kindling.function.batch.ItemReaders;
import dev.kindling.function.bind.FunctionOptions;
import dev.kindling.function.bind.FunctionShape;
import dev.kindling.function.call.BoundFunction;
import dev.kindling.function.call.Composition;
import dev.kindling.function.call.LambdaContexts;
import dev.kindling.function.call.Messages;
import dev.kindling.function.http.HttpRequestEvent;
import dev.kindling.function.http.HttpResponse;
import dev.kindling.function.http.call.HttpCalls;
import dev.kindling.function.http.call.HttpFailures;
import dev.kindling.function.payload.EventMarks;
import dev.kindling.function.payload.EventTrees;
import dev.kindling.function.payload.InputReader;
import dev.kindling.function.payload.ResultWriter;
import dev.kindling.runtime.Invocation;
import dev.kindling.runtime.InvocationHandler;
import dev.kindling.runtime.InvocationResponse;
import org.jspecify.annotations.Nullable;

/**
 * The function or composition that was chosen, with all that is between it and the
 * Runtime API.
 */
public final class ServedFunction implements InvocationHandler {

	private final Composition functions;

	private final boolean takesMessage;

	private final InputReader input;

	private final ResultWriter output;

	private final FunctionOptions options;

	private final EventTrees trees;

	private final EventSources sources;

	private final boolean unwrapsSources;

	private final HttpCalls http;

	ServedFunction(Composition functions, EventTrees trees, ObjectMapper mapper, FunctionOptions options,
			HttpFailures failures, LambdaContexts contexts, ItemReaders items) {
		this.functions = functions;
		this.options = options;
		this.takesMessage = functions.first().takesMessage();
		this.input = functions.first().input();
		this.output = functions.last().output();
		this.trees = trees;
		this.sources = new EventSources(functions, mapper, trees, options, contexts, items, this::direct);
		this.unwrapsSources = EventSources.areFor(functions.first());
		this.http = new HttpCalls(functions, trees, mapper, options, failures);
	}

	@Override
	public InvocationResponse handle(Invocation invocation) throws Throwable {
		return handle(invocation, null);
	}

	/**
	 * Handles an event that may have been read already.
	 * @param read the HTTP request that the event is, if that is known
	 */
	public InvocationResponse handle(Invocation invocation, @Nullable HttpRequestEvent read) throws Throwable {
		byte[] event = invocation.body();
		boolean takesRequests = this.options.http() && (this.input.kind() == InputReader.Kind.EVENT
				|| (!isLambdaHandler() && (this.takesMessage || !this.input.kind().takesWholeEvent())));
		if (read != null && takesRequests) {
			return this.http.call(read, invocation);
		}
		if ((takesRequests || this.unwrapsSources) && EventMarks.mayHaveEnvelope(event)) {
			JsonNode tree = this.trees.read(event);
			HttpRequestEvent request = takesRequests ? HttpRequestEvent.of(tree) : null;
			if (request != null) {
				return this.http.call(request, invocation);
			}
			if (this.unwrapsSources && this.options.batch()) {
				InvocationResponse response = this.sources.serve(tree, invocation);
				if (response != null) {
					return response;
				}
			}
		}
		return whole(event, invocation);
	}

	/**
	 * A handler of AWS's own interfaces gets and answers what it does on AWS's runtimes.
	 */
	private boolean isLambdaHandler() {
		FunctionShape shape = this.functions.first().binding().shape();
		return shape == FunctionShape.REQUEST_HANDLER || shape == FunctionShape.REQUEST_STREAM_HANDLER;
	}

	private InvocationResponse whole(byte[] event, Invocation invocation) throws Throwable {
		Object result;
		try {
			InputReader reader = this.http.reader(event, isLambdaHandler());
			result = this.functions.call(reader.read(event, "The event"), invocation, null);
		}
		catch (Throwable ex) {
			InvocationResponse response = this.http.failed(event, ex);
			if (response == null) {
				throw ex;
			}
			return response;
		}
		InvocationResponse response = this.http.answer(event, result);
		return (response != null) ? response : direct(result);
	}

	private InvocationResponse direct(@Nullable Object result) {
		if (result instanceof byte[] bytes) {
			return InvocationResponse.of(bytes);
		}
		if (result instanceof StreamingResponse streaming) {
			return InvocationResponse.streaming(streaming.contentType(), streaming.writer());
		}
		if (result instanceof InputStream stream) {
			return InvocationResponse.streaming("application/octet-stream", (output) -> {
				try (stream) {
					stream.transferTo(output);
				}
			});
		}
		if (result instanceof HttpResponse<?> response) {
			return direct(response.body());
		}
		if (BoundFunction.MESSAGING && Messages.isInstance(result)) {
			return direct(Messages.payload(result));
		}
		return InvocationResponse.of(this.output.write(result));
	}

}
