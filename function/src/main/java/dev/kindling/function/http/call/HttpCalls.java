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

package dev.kindling.function.http.call;

import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kindling.function.InvalidPayloadException;
import dev.kindling.function.batch.EventSources;
import dev.kindling.function.bind.FunctionOptions;
import dev.kindling.function.bind.FunctionTypes;
import dev.kindling.function.call.BoundFunction;
import dev.kindling.function.call.Composition;
import dev.kindling.function.call.Messages;
import dev.kindling.function.http.AuthorizerEvents;
import dev.kindling.function.http.HttpBody;
import dev.kindling.function.http.HttpRequestEvent;
import dev.kindling.function.http.HttpResponse;
import dev.kindling.function.http.MalformedHttpEventException;
import dev.kindling.function.payload.EventMarks;
import dev.kindling.function.payload.EventTrees;
import dev.kindling.function.payload.InputReader;
import dev.kindling.runtime.Invocation;
import dev.kindling.runtime.InvocationResponse;
import org.jspecify.annotations.Nullable;

/**
 * Calls a function with an HTTP request, and answers one.
 */
public final class HttpCalls {

	private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);

	private static final String BODY = "The body";

	private final Composition functions;

	private final InputReader input;

	private final EventTrees trees;

	private final FunctionOptions options;

	private final HttpTypes types;

	private final HttpAnswers answers;

	private final HttpFailures failures;

	private volatile @Nullable InputReader reader;

	public HttpCalls(Composition functions, EventTrees trees, ObjectMapper mapper, FunctionOptions options,
			HttpFailures failures) {
		this.functions = functions;
		this.input = functions.first().input();
		this.trees = trees;
		this.options = options;
		this.failures = failures;
		this.types = new HttpTypes(mapper);
		this.answers = new HttpAnswers(functions.last().output(), this.types);
	}

	/**
	 * Calls the function with the body of a request, or with all of it where it takes a
	 * type for that.
	 */
	public InvocationResponse call(HttpRequestEvent request, Invocation invocation) throws Throwable {
		Object payload;
		try {
			payload = takesEvent() ? reader().read(invocation.body(), "The event") : payload(request.body());
		}
		catch (InvalidPayloadException ex) {
			return InvocationResponse.of(this.answers.write(request, HttpFailures.problem(400, ex.getMessage())));
		}
		catch (MalformedHttpEventException ex) {
			return InvocationResponse
				.of(this.answers.write(request, HttpFailures.problem(ex.status(), ex.getMessage())));
		}
		Object result;
		try {
			result = this.functions.call(payload, invocation, request);
		}
		catch (Throwable ex) {
			HttpResponse<?> response = map(ex);
			if (response == null) {
				throw ex;
			}
			return InvocationResponse.of(this.answers.write(request, response));
		}
		return this.answers.answer(request, result);
	}

	private boolean takesEvent() {
		return this.input.kind() == InputReader.Kind.EVENT || reader() != this.input;
	}

	/**
	 * The reader of an event that the function gets as it came.
	 * @param handler whether it is one of AWS's own interfaces
	 */
	public InputReader reader(byte[] event, boolean handler) {
		if (handler) {
			return reader();
		}
		Type type = this.input.type();
		if (this.input.kind() == InputReader.Kind.VALUE && !this.input.isMany() && type != null && this.types.differs()
				&& isAuthorizer(event)) {
			return InputReader.of(type, this.types.aws(), this.options.refusesUnknown());
		}
		return this.input;
	}

	/**
	 * The reader of the event, or of the body. The application's own type for an event is
	 * read as AWS's are.
	 */
	private InputReader reader() {
		InputReader known = this.reader;
		if (known == null) {
			Type type = this.input.type();
			known = (this.input.kind() == InputReader.Kind.VALUE && !this.input.isMany() && type != null
					&& this.types.isEvent(type)) ? InputReader.of(type, this.types.aws(), this.options.refusesUnknown())
							: this.input;
			this.reader = known;
		}
		return known;
	}

	private @Nullable Object payload(HttpBody body) {
		return switch (this.input.kind()) {
			case NONE -> null;
			case BYTES, STREAM -> this.input.read(body.bytes(), BODY);
			case TEXT -> text(body);
			default -> json(body.json());
		};
	}

	private @Nullable Object text(HttpBody body) {
		String text = body.text();
		if (body.contentType().isJson()) {
			return this.input.read(text.getBytes(StandardCharsets.UTF_8), BODY);
		}
		return this.input.isMany() ? List.of(text) : text;
	}

	private @Nullable Object json(byte[] json) {
		if (!isNothing(json)) {
			return this.input.read(json, BODY);
		}
		Type type = this.input.type();
		if (type != null && FunctionTypes.raw(type) == Optional.class) {
			return this.input.read(NULL, BODY);
		}
		return this.functions.first().takesNothing() ? null : this.input.read(json, BODY);
	}

	/**
	 * Whether a body has no value: none, blanks, or {@code null}.
	 */
	private static boolean isNothing(byte[] json) {
		int start = 0;
		int end = json.length;
		while (start < end && json[start] <= ' ' && json[start] >= 0) {
			start++;
		}
		while (end > start && json[end - 1] <= ' ' && json[end - 1] >= 0) {
			end--;
		}
		return start == end || java.util.Arrays.equals(json, start, end, NULL, 0, NULL.length);
	}

	/**
	 * Answers an event that the function got as it came.
	 * @return the answer, or {@code null} if it is what the function returned
	 */
	public @Nullable InvocationResponse answer(byte[] event, @Nullable Object result) throws Exception {
		if (HttpAnswers.isResponse(result)) {
			HttpRequestEvent request = request(event);
			if (request != null) {
				return this.answers.answer(request, result);
			}
		}
		Object payload = (BoundFunction.MESSAGING && result != null && Messages.isInstance(result))
				? Messages.payload(result) : result;
		return (payload != null && this.types.differs() && isBean(payload) && isAnswerOfAws(event, payload))
				? InvocationResponse.of(this.types.write(payload)) : null;
	}

	/**
	 * Answers an event that the function got as it came, and failed with.
	 * @return the answer, or {@code null} if the failure is none of HTTP
	 */
	public @Nullable InvocationResponse failed(byte[] event, Throwable failure) {
		HttpRequestEvent request = (failure instanceof VirtualMachineError) ? null : request(event);
		HttpResponse<?> response = (request != null) ? map(failure) : null;
		return (response != null) ? InvocationResponse.of(this.answers.write(request, response)) : null;
	}

	private @Nullable HttpResponse<?> map(Throwable failure) {
		return (failure instanceof VirtualMachineError) ? null : this.failures.map(failure);
	}

	private @Nullable HttpRequestEvent request(byte[] event) {
		if (!this.options.http() || !EventMarks.mayHaveEnvelope(event)) {
			return null;
		}
		JsonNode tree = tree(event);
		return (tree != null) ? HttpRequestEvent.of(tree) : null;
	}

	private boolean isAnswerOfAws(byte[] event, Object result) {
		JsonNode tree = tree(event);
		return tree != null && (AuthorizerEvents.isAuthorizer(tree)
				|| (this.types.reportsFailures(result) && EventSources.areIn(tree))
				|| (this.options.http() && HttpRequestEvent.of(tree) != null && this.types.isResponse(result)));
	}

	private boolean isAuthorizer(byte[] event) {
		JsonNode tree = tree(event);
		return tree != null && AuthorizerEvents.isAuthorizer(tree);
	}

	private @Nullable JsonNode tree(byte[] event) {
		try {
			return this.trees.read(event);
		}
		catch (InvalidPayloadException ex) {
			// A function that takes bytes may take what is no JSON
			return null;
		}
	}

	/**
	 * Whether a result has properties that a naming strategy renames.
	 */
	private static boolean isBean(Object result) {
		return InputReader.Kind.of(result.getClass()) == InputReader.Kind.VALUE && !(result instanceof HttpResponse);
	}

}
