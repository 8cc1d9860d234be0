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

package dev.kindling.function;

import java.io.InputStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kindling.function.http.HttpRequestEvent;
import dev.kindling.function.http.HttpResponse;
import dev.kindling.function.http.MalformedHttpEventException;
import dev.kindling.runtime.Invocation;
import dev.kindling.runtime.InvocationHandler;
import dev.kindling.runtime.InvocationResponse;
import org.jspecify.annotations.Nullable;

/**
 * The function or composition that was chosen, with all that is between it and the
 * Runtime API.
 */
final class ServedFunction implements InvocationHandler {

	private final Composition functions;

	private final boolean takesMessage;

	private final InputReader input;

	private final ResultWriter output;

	private final FunctionOptions options;

	private final EventTrees trees;

	private final EventSources sources;

	private final boolean unwrapsSources;

	private final HttpAnswers answers;

	private final HttpFailures failures;

	ServedFunction(Composition functions, EventTrees trees, ObjectMapper mapper, FunctionOptions options,
			HttpFailures failures, LambdaContexts contexts, ItemReaders items) {
		this.functions = functions;
		this.options = options;
		this.failures = failures;
		this.takesMessage = functions.first().takesMessage();
		this.input = functions.first().input();
		this.output = functions.last().output();
		this.trees = trees;
		this.sources = new EventSources(functions, mapper, trees, options, contexts, items, this::direct);
		this.unwrapsSources = EventSources.areFor(functions.first());
		this.answers = new HttpAnswers(this.output, mapper.getFactory());
	}

	@Override
	public InvocationResponse handle(Invocation invocation) throws Throwable {
		byte[] event = invocation.body();
		boolean unwraps = this.takesMessage ? this.input.kind() != InputReader.Kind.EVENT
				: !this.input.kind().takesWholeEvent();
		unwraps &= this.functions.first().binding().shape() != FunctionShape.REQUEST_HANDLER;
		if ((unwraps || !this.takesMessage || this.unwrapsSources) && EventMarks.mayHaveEnvelope(event)) {
			JsonNode tree = this.trees.read(event);
			HttpRequestEvent request = this.options.http() ? HttpRequestEvent.of(tree) : null;
			if (request != null && (unwraps || this.input.kind() == InputReader.Kind.EVENT)) {
				return http(request, invocation, unwraps);
			}
			if (this.unwrapsSources && this.options.batch()) {
				InvocationResponse response = this.sources.serve(tree, invocation);
				if (response != null) {
					return response;
				}
			}
		}
		return direct(call(event, "The event", invocation));
	}

	private @Nullable Object call(byte[] json, String what, Invocation invocation) throws Throwable {
		return this.functions.call(this.input.read(json, what), invocation, null);
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

	private InvocationResponse http(HttpRequestEvent request, Invocation invocation, boolean unwraps) throws Throwable {
		Object payload;
		try {
			payload = unwraps ? this.input.read(request.body(), "The body")
					: this.input.read(invocation.body(), "The event");
		}
		catch (InvalidPayloadException | MalformedHttpEventException ex) {
			return InvocationResponse
				.of(this.answers.write(request.format(), HttpFailures.problem(400, ex.getMessage())));
		}
		Object result;
		try {
			result = this.functions.call(payload, invocation, request);
		}
		catch (Throwable ex) {
			HttpResponse<?> response = (ex instanceof VirtualMachineError) ? null : this.failures.map(ex);
			if (response == null) {
				throw ex;
			}
			return InvocationResponse.of(this.answers.write(request.format(), response));
		}
		return this.answers.answer(request, result);
	}

}
