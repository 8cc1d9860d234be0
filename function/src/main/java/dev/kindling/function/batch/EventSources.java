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

package dev.kindling.function.batch;

import java.io.InputStream;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.function.bind.FunctionOptions;
import dev.kindling.function.bind.FunctionShape;
import dev.kindling.function.bind.FunctionTypes;
import dev.kindling.function.call.BoundFunction;
import dev.kindling.function.call.Composition;
import dev.kindling.function.call.InvocationTask;
import dev.kindling.function.call.LambdaContexts;
import dev.kindling.function.call.Messages;
import dev.kindling.function.call.RecordInput;
import dev.kindling.function.payload.EventTrees;
import dev.kindling.function.payload.InputReader;
import dev.kindling.function.payload.ResultWriter;
import dev.kindling.runtime.Invocation;
import dev.kindling.runtime.InvocationResponse;
import org.jspecify.annotations.Nullable;

/**
 * Takes the events of AWS's services apart, for functions of what is in them.
 */
public final class EventSources {

	private final Composition functions;

	private final InputReader input;

	private final RecordReader reader;

	private final EventTrees trees;

	private final FunctionOptions options;

	private final ResultWriter output;

	private final LambdaContexts contexts;

	private final @Nullable RecordLists lists;

	private final ReportedFailures failures;

	private final Function<@Nullable Object, InvocationResponse> direct;

	public EventSources(Composition functions, ObjectMapper mapper, EventTrees trees, FunctionOptions options,
			LambdaContexts contexts, ItemReaders items, Function<@Nullable Object, InvocationResponse> direct) {
		this.direct = direct;
		BoundFunction first = functions.first();
		this.functions = functions;
		this.input = first.input();
		this.trees = trees;
		this.options = options;
		this.contexts = contexts;
		this.output = functions.last().output();
		this.reader = new RecordReader(this.input, this.input.isMany() ? elementOf(this.input) : this.input.type(),
				mapper, trees, items);
		this.failures = new ReportedFailures(mapper);
		this.lists = RecordLists.of(first, mapper, trees, items, options.refusesUnknown());
	}

	private static @Nullable Type elementOf(InputReader input) {
		return (input.type() != null) ? FunctionTypes.argument(input.type()) : null;
	}

	/**
	 * Whether a function is for what is in an event, and not for the event as it came.
	 */
	public static boolean areFor(BoundFunction function) {
		InputReader.Kind kind = function.input().kind();
		return function.binding().shape() != FunctionShape.REQUEST_HANDLER
				&& (kind != InputReader.Kind.NONE || function.takesMessage())
				&& (function.takesMessage() || kind == InputReader.Kind.EVENT || !kind.takesWholeEvent());
	}

	/**
	 * Whether an event is a batch of records.
	 */
	public static boolean areIn(JsonNode event) {
		return BatchSource.of(event) != null;
	}

	/**
	 * Serves an event, if it is one that is taken apart.
	 * @return the answer, or {@code null} if the function takes the event as it is
	 */
	public @Nullable InvocationResponse serve(JsonNode event, Invocation invocation) throws Throwable {
		if (EventShapes.isEventBridge(event)) {
			byte[] payload = this.reader.eventBridge((ObjectNode) event);
			return this.direct.apply(call(this.reader.value(payload, "The detail"), event, invocation));
		}
		if (EventShapes.isCognitoTrigger(event) && this.input.kind() != InputReader.Kind.EVENT) {
			return InvocationResponse.of(cognito((ObjectNode) event, invocation));
		}
		if (EventShapes.isResolverRequest(event)) {
			return this.direct.apply(call(this.reader.arguments(event), event, invocation));
		}
		if (EventShapes.isResolverBatch(event)) {
			return resolve(event, invocation);
		}
		BatchSource source = BatchSource.of(event);
		return (source != null) ? batch(source, event, invocation) : null;
	}

	private InvocationResponse resolve(JsonNode requests, Invocation invocation) throws Throwable {
		RecordLists all = this.lists;
		if (all != null) {
			Map<String, Object> context = context(invocation);
			List<Object> elements = new ArrayList<>();
			for (JsonNode request : requests) {
				elements.addAll(all.arguments(request, context));
			}
			return this.direct.apply(this.functions.call(all.of(elements), invocation, null));
		}
		List<JsonNode> answers = new ArrayList<>();
		for (JsonNode request : requests) {
			answers.add(tree(call(this.reader.arguments(request), request, invocation)));
		}
		return InvocationResponse.of(AnswerJson.array(answers));
	}

	private Map<String, Object> context(Invocation invocation) {
		return BoundFunction.MESSAGING ? Messages.headers(this.contexts.of(invocation), null) : Map.of();
	}

	private @Nullable InvocationResponse batch(BatchSource source, JsonNode event, Invocation invocation)
			throws Throwable {
		if (this.reader.wantsEvent(source, event)) {
			return null;
		}
		JsonNode content = event;
		if (source == BatchSource.LOGS) {
			JsonNode logs = LogsContent.of(event, this.trees);
			content = logs;
			if (this.reader.wants(Envelope.LOGS, () -> logs)) {
				return this.direct
					.apply(call(this.reader.value(RecordReader.bytes(this.reader.known(content)), "The log data"),
							content, invocation));
			}
		}
		List<BatchRecord> records = BatchRecord.of(source, content);
		boolean returns = this.functions.last().binding().output() != null;
		if (source == BatchSource.TRANSFORMATION || source == BatchSource.S3_BATCH) {
			return InvocationResponse.of(new RecordAnswers(this.output, returns, this.trees).answer(source, content,
					records, (item) -> callOne(item, invocation)));
		}
		BatchRun run = new BatchRun(source, this.options.reportItemFailures());
		RecordLists all = this.lists;
		if (all != null) {
			Map<String, Object> context = BoundFunction.MESSAGING ? Messages.headers(this.contexts.of(invocation), null)
					: Map.of();
			Object result = run.callAll(records, (item) -> all.read(item, context),
					(elements) -> this.functions.call(all.of(elements), invocation, null));
			if (event.isArray() && returns) {
				return this.direct.apply(result);
			}
			run.addReported(reportedOfAll(result));
			return InvocationResponse.of(run.end(records));
		}
		if (event.isArray() && returns) {
			List<JsonNode> answers = new ArrayList<>();
			for (BatchRecord item : records) {
				for (Object result : callEach(item, invocation)) {
					answers.add(tree(result));
				}
			}
			return InvocationResponse.of(AnswerJson.array(answers));
		}
		run.run(records, (item) -> handle(item, invocation), threads(invocation));
		return InvocationResponse.of(run.end(records));
	}

	/**
	 * A record that the function itself reports has failed.
	 */
	private void handle(BatchRecord item, Invocation invocation) throws Throwable {
		for (Object result : callEach(item, invocation)) {
			if (!reported(result).isEmpty()) {
				throw new IllegalStateException("The function reports the record as failed");
			}
		}
	}

	/**
	 * Of a record. What a function returns beside that is for nobody.
	 */
	private JsonNode reported(@Nullable Object result) {
		Object payload = ResultJson.payload(result);
		if (payload instanceof byte[] || payload instanceof InputStream) {
			JsonNode written = this.trees.object(ResultJson.json(payload, this.output));
			return (written != null) ? written.path(ReportedFailures.NAME) : MissingNode.getInstance();
		}
		return this.failures.of(payload);
	}

	/**
	 * Of a batch, whose report may be written by rules that no property tells of.
	 */
	private @Nullable JsonNode reportedOfAll(@Nullable Object result) {
		if (result == null) {
			return null;
		}
		JsonNode reported = this.failures.of(ResultJson.payload(result));
		return reported.isMissingNode() ? tree(result).path(ReportedFailures.NAME) : reported;
	}

	private List<@Nullable Object> callEach(BatchRecord item, Invocation invocation) throws Throwable {
		List<@Nullable Object> results = new ArrayList<>(1);
		for (Object value : this.reader.read(item)) {
			results.add(this.functions.call(withHeaders(value, item), invocation, null));
		}
		return results;
	}

	private @Nullable Object callOne(BatchRecord item, Invocation invocation) throws Throwable {
		List<@Nullable Object> results = callEach(item, invocation);
		return results.isEmpty() ? null : results.get(0);
	}

	private Object withHeaders(Object value, BatchRecord item) {
		return (BoundFunction.MESSAGING && this.functions.first().takesMessage())
				? new RecordInput(value, RecordHeaders.of(item, this.trees)) : value;
	}

	private @Nullable Object call(@Nullable Object value, JsonNode event, Invocation invocation) throws Throwable {
		Object payload = (BoundFunction.MESSAGING && this.functions.first().takesMessage())
				? new RecordInput(value, RecordHeaders.of(event)) : value;
		return this.functions.call(payload, invocation, null);
	}

	/**
	 * Cognito wants the event back, changed or not.
	 */
	private byte[] cognito(ObjectNode event, Invocation invocation) throws Throwable {
		JsonNode request = event.path("request");
		boolean whole = this.reader.wants(Envelope.COGNITO, () -> request);
		Object result = call(
				this.reader.value(RecordReader.bytes(whole ? this.reader.known(event) : request), "The request"), event,
				invocation);
		return AnswerJson.cognito(event, whole, tree(result));
	}

	private JsonNode tree(@Nullable Object result) {
		return this.trees.read(ResultJson.json(result, this.output));
	}

	private @Nullable BatchThreads threads(Invocation invocation) {
		if (this.options.batchConcurrency() == 1) {
			return null;
		}
		return new BatchThreads(this.options.batchConcurrency(),
				(task) -> InvocationTask.run(invocation, this.contexts.of(invocation), task));
	}

}
