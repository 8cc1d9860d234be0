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

package dev.kindling.function.call;

import java.io.InputStream;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kindling.function.bind.FunctionBinding;
import dev.kindling.function.bind.FunctionTypes;
import dev.kindling.function.bind.GeneratedFunctions;
import dev.kindling.function.bind.ReactiveTypes;
import dev.kindling.function.http.HttpRequestEvent;
import dev.kindling.function.http.HttpResponse;
import dev.kindling.function.payload.InputReader;
import dev.kindling.function.payload.ResultWriter;
import dev.kindling.runtime.Invocation;
import dev.kindling.types.GenericTypes;
import org.jspecify.annotations.Nullable;

/**
 * A function with what reads its input and writes its output, messages and publishers
 * taken apart.
 */
public final class BoundFunction {

	public static final boolean MESSAGING = GeneratedFunctions.USES_MESSAGES;

	private static final boolean REACTIVE = GeneratedFunctions.USES_PUBLISHERS;

	private final FunctionBinding binding;

	private final FunctionCall call;

	private final boolean takesMessage;

	private final InputReader input;

	private final ResultWriter output;

	private final LambdaContexts contexts;

	public BoundFunction(FunctionBinding binding, FunctionCall call, ObjectMapper mapper, LambdaContexts contexts,
			boolean refusesUnknown) {
		this.binding = binding;
		this.contexts = contexts;
		this.call = (REACTIVE && isReactive(binding)) ? ReactiveCalls.of(call, binding.input(), binding.output())
				: call;
		Type element = ReactiveTypes.element(binding.input());
		this.takesMessage = isMessage(element);
		Type payload = this.takesMessage ? argument(element) : element;
		this.input = ReactiveTypes.isMany(binding.input()) ? InputReader.ofMany(payload, mapper, refusesUnknown)
				: InputReader.of(payload, mapper, refusesUnknown);
		this.output = new ResultWriter(payloadType(binding.output()), mapper);
	}

	private static boolean isReactive(FunctionBinding binding) {
		return ReactiveTypes.isPublisher(binding.input()) || ReactiveTypes.isPublisher(binding.output());
	}

	private static boolean isMessage(@Nullable Type type) {
		return type != null && Messages.isMessage(FunctionTypes.raw(type));
	}

	private static @Nullable Type argument(@Nullable Type type) {
		return (type != null) ? FunctionTypes.argument(type) : null;
	}

	private static @Nullable Type payloadType(@Nullable Type declared) {
		Type type = ReactiveTypes.element(declared);
		if (type == null) {
			return null;
		}
		Class<?> raw = FunctionTypes.raw(type);
		Type payload = (isMessage(type) || raw == HttpResponse.class || ResponseEntities.isEntity(raw)) ? argument(type)
				: type;
		return (payload != null && ReactiveTypes.isMany(declared)) ? GenericTypes.parameterized(List.class, payload)
				: payload;
	}

	public FunctionBinding binding() {
		return this.binding;
	}

	public InputReader input() {
		return this.input;
	}

	public ResultWriter output() {
		return this.output;
	}

	public boolean takesMessage() {
		return this.takesMessage;
	}

	/**
	 * Whether it can be called without a payload: with an empty publisher, or a message
	 * that has none.
	 */
	public boolean takesNothing() {
		return ReactiveTypes.isPublisher(this.binding.input()) || (this.takesMessage && !this.input.isMany());
	}

	/**
	 * Calls the function.
	 * @param payload what it takes, without message or publisher
	 * @param request the HTTP request that the payload is the body of, if it is
	 * @return what it returns, without publisher
	 */
	@Nullable Object call(@Nullable Object payload, Invocation invocation, @Nullable HttpRequestEvent request) throws Throwable {
		Object value = payload;
		if (MESSAGING && payload instanceof RecordInput record) {
			Map<String, Object> context = Messages.headers(this.contexts.of(invocation), request);
			value = (this.input.isMany() && record.payload() instanceof List<?> list)
					? list.stream().map((each) -> Messages.ofRecord(each, context, record.headers())).toList()
					: Messages.ofRecord(record.payload(), context, record.headers());
		}
		else if (MESSAGING && this.takesMessage && (payload != null || !this.input.isMany())) {
			value = (this.input.isMany() && payload instanceof List<?> list)
					? Messages.ofAll(list, this.contexts.of(invocation), request)
					: Messages.of(payload, this.contexts.of(invocation), request);
		}
		return result(this.call.call(value, invocation));
	}

	/**
	 * Calls the function with what another one returned. Values of the same type are
	 * handed over, others as JSON.
	 */
	@Nullable Object callWith(Object result, BoundFunction previous, Invocation invocation) throws Throwable {
		boolean message = MESSAGING && Messages.isInstance(result);
		Object payload = message ? Messages.payload(result) : result;
		if (payload instanceof HttpResponse<?> response) {
			payload = response.body();
		}
		Object converted = fits(payload, previous) ? payload : this.input.read(json(payload, previous),
				"What the function '" + previous.binding.name() + "' returned");
		if (message && this.takesMessage && !this.input.isMany()) {
			return result(this.call.call(Messages.replacePayload(result, converted), invocation));
		}
		return call(converted, invocation, null);
	}

	private boolean fits(@Nullable Object payload, BoundFunction previous) {
		Type type = this.input.type();
		if (payload == null || type == null) {
			return false;
		}
		return (type instanceof Class<?> raw) ? raw.isInstance(payload) : type.equals(previous.output.type());
	}

	private static byte[] json(@Nullable Object payload, BoundFunction previous) throws Exception {
		if (payload instanceof byte[] bytes) {
			return bytes;
		}
		if (payload instanceof CharSequence text) {
			return text.toString().getBytes(StandardCharsets.UTF_8);
		}
		if (payload instanceof InputStream stream) {
			try (stream) {
				return stream.readAllBytes();
			}
		}
		return previous.output.write(payload);
	}

	private @Nullable Object result(@Nullable Object result) {
		return (MESSAGING && result instanceof List<?> list && ReactiveTypes.isMany(this.binding.output()))
				? Messages.payloads(list) : ResponseEntities.unwrap(result);
	}

}
