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

import dev.kindling.function.bind.FunctionShape;
import kotlin.Unit;
import kotlin.jvm.functions.Function0;
import kotlin.jvm.functions.Function1;
import kotlin.jvm.functions.Function2;
import org.jspecify.annotations.Nullable;

/**
 * Calls Kotlin's lambdas.
 */
final class KotlinCalls {

	private KotlinCalls() {
	}

	@SuppressWarnings("unchecked")
	static FunctionCall of(FunctionShape shape, Object bean, LambdaContexts contexts) {
		return switch (shape) {
			case KOTLIN_FUNCTION_0 -> {
				Function0<Object> function = (Function0<Object>) bean;
				yield (input, invocation) -> unitless(function.invoke());
			}
			case KOTLIN_FUNCTION_1 -> {
				Function1<Object, Object> function = (Function1<Object, Object>) bean;
				yield (input, invocation) -> unitless(function.invoke(input));
			}
			default -> {
				Function2<Object, Object, Object> function = (Function2<Object, Object, Object>) bean;
				yield (input, invocation) -> unitless(function.invoke(input, contexts.of(invocation)));
			}
		};
	}

	private static @Nullable Object unitless(@Nullable Object result) {
		return (result == Unit.INSTANCE) ? null : result;
	}

}
