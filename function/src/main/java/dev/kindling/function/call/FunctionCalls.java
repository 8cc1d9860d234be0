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

import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import dev.kindling.function.bind.FunctionShape;

/**
 * Makes the call for each shape of a bean.
 */
public final class FunctionCalls {

	private FunctionCalls() {
	}

	@SuppressWarnings("unchecked")
	public static FunctionCall of(FunctionShape shape, Object bean, LambdaContexts contexts) {
		return switch (shape) {
			case FUNCTION -> {
				Function<Object, Object> function = (Function<Object, Object>) bean;
				yield (input, invocation) -> function.apply(input);
			}
			case CONSUMER -> {
				Consumer<Object> consumer = (Consumer<Object>) bean;
				yield (input, invocation) -> {
					consumer.accept(input);
					return null;
				};
			}
			case SUPPLIER -> {
				Supplier<Object> supplier = (Supplier<Object>) bean;
				yield (input, invocation) -> supplier.get();
			}
			case BI_FUNCTION -> {
				BiFunction<Object, Object, Object> function = (BiFunction<Object, Object, Object>) bean;
				yield (input, invocation) -> function.apply(input, contexts.of(invocation));
			}
			case BI_CONSUMER -> {
				BiConsumer<Object, Object> consumer = (BiConsumer<Object, Object>) bean;
				yield (input, invocation) -> {
					consumer.accept(input, contexts.of(invocation));
					return null;
				};
			}
			case REQUEST_HANDLER, REQUEST_STREAM_HANDLER -> LambdaHandlerCalls.of(shape, bean, contexts);
			case KOTLIN_FUNCTION_0, KOTLIN_FUNCTION_1, KOTLIN_FUNCTION_2 -> KotlinCalls.of(shape, bean, contexts);
		};
	}

}
