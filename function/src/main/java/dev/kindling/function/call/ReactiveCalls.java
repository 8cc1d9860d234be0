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

import java.lang.reflect.Type;
import java.util.List;

import dev.kindling.function.bind.ReactiveTypes;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.Exceptions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Calls functions of publishers. An invocation has one event and one answer, so the
 * calling thread subscribes and waits for the end.
 */
final class ReactiveCalls {

	private ReactiveCalls() {
	}

	/**
	 * Makes a call that takes and returns values.
	 * @param call takes or returns publishers
	 * @param input the declared type of what it takes
	 * @param output the declared type of what it returns
	 * @return a call that takes a list for many elements and returns one
	 */
	static FunctionCall of(FunctionCall call, @Nullable Type input, @Nullable Type output) {
		boolean publishes = ReactiveTypes.isPublisher(output);
		boolean many = ReactiveTypes.isMany(output);
		return (value, invocation) -> {
			Object result = call.call(publisher(value, input), invocation);
			return (publishes && result != null) ? await((Publisher<?>) result, many) : result;
		};
	}

	private static @Nullable Object publisher(@Nullable Object value, @Nullable Type type) {
		if (ReactiveTypes.isMany(type)) {
			return (value != null) ? Flux.fromIterable((List<?>) value) : Flux.empty();
		}
		return ReactiveTypes.isPublisher(type) ? Mono.justOrEmpty(value) : value;
	}

	private static @Nullable Object await(Publisher<?> publisher, boolean many) throws Throwable {
		try {
			return many ? Flux.from(publisher).collectList().block() : Mono.from(publisher).block();
		}
		catch (RuntimeException ex) {
			throw Exceptions.unwrap(ex);
		}
	}

}
