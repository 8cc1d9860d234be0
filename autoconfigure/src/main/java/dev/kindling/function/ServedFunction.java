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
import java.nio.charset.StandardCharsets;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kindling.function.batch.BatchRecord;
import dev.kindling.function.batch.BatchSource;
import dev.kindling.function.http.HttpRequestEvent;
import dev.kindling.function.http.HttpResponse;
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

	private final JsonFactory factory;

	private final HttpCalls http;

	private final LambdaContexts contexts;

	ServedFunction(Composition functions, EventTrees trees, ObjectMapper mapper, FunctionOptions options,
			HttpFailures failures, LambdaContexts contexts) {
		this.contexts = contexts;
		this.functions = functions;
		this.options = options;
		this.takesMessage = functions.first().takesMessage();
		this.input = functions.first().input();
		this.output = functions.last().output();
		this.trees = trees;
		this.factory = mapper.getFactory();
		this.http = new HttpCalls(functions, trees, mapper, options, failures);
	}

	@Override
	public InvocationResponse handle(Invocation invocation) throws Throwable {
		byte[] event = invocation.body();
		boolean unwraps = !isLambdaHandler() && (this.takesMessage ? this.input.kind() != InputReader.Kind.EVENT
				: !this.input.kind().takesWholeEvent());
		if ((unwraps || this.input.kind() == InputReader.Kind.EVENT) && EventMarks.mayHaveEnvelope(event)) {
			JsonNode tree = this.trees.read(event);
			HttpRequestEvent request = this.options.http() ? HttpRequestEvent.of(tree) : null;
			if (request != null) {
				return this.http.call(request, invocation);
			}
			if (unwraps && this.options.batch() && this.input.kind() != InputReader.Kind.NONE) {
				InvocationResponse response = batch(tree, invocation);
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

	private @Nullable BatchThreads threads(Invocation invocation) {
		if (this.options.batchConcurrency() == 1) {
			return null;
		}
		return new BatchThreads(this.options.batchConcurrency(),
				(task) -> InvocationScope.run(invocation, this.contexts.of(invocation), task));
	}

	private @Nullable InvocationResponse batch(JsonNode event, Invocation invocation) throws Throwable {
		JsonNode detail = event.path("detail");
		if (detail.isObject() && event.path("detail-type").isTextual() && event.path("source").isTextual()
				&& event.path("id").isTextual() && event.path("time").isTextual()) {
			return direct(call(detail.toString().getBytes(StandardCharsets.UTF_8), "The detail", invocation));
		}
		BatchSource source = BatchSource.of(event);
		if (source == null) {
			return null;
		}
		BatchRun run = new BatchRun(source, this.options.reportItemFailures());
		return InvocationResponse.of(run.run(BatchRecord.of(source, event),
				(payload) -> call(payload, "The record", invocation), threads(invocation), this.factory));
	}

}
