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

package dev.kindling.function.bind;

import java.util.List;

import dev.kindling.function.FunctionBindingException;
import dev.kindling.function.StreamingResponse;

/**
 * Whether functions can follow each other, as in {@code "check|price|store"}.
 */
final class CompositionCheck {

	private CompositionCheck() {
	}

	/**
	 * Checks that functions can follow each other.
	 * @throws FunctionBindingException if one of them takes or returns nothing where
	 * something has to be handed over
	 */
	static void check(String definition, List<FunctionBinding> bindings) {
		for (int i = 1; i < bindings.size(); i++) {
			FunctionBinding previous = bindings.get(i - 1);
			FunctionBinding next = bindings.get(i);
			if (ReactiveTypes.element(previous.output()) == null
					&& previous.shape() != FunctionShape.REQUEST_STREAM_HANDLER) {
				throw cannot(definition, previous, "returns nothing and can only be the last one.");
			}
			if (ReactiveTypes.element(next.input()) == null) {
				throw cannot(definition, next, "takes nothing and can only be the first one.");
			}
			if (previous.output() == StreamingResponse.class) {
				throw cannot(definition, previous, "streams its response and can only be the last one.");
			}
		}
	}

	private static FunctionBindingException cannot(String definition, FunctionBinding binding, String reason) {
		return new FunctionBindingException(
				"The functions '" + definition + "' can't be composed: '" + binding.name() + "' " + reason,
				"Compose functions that take what the one before returns.");
	}

}
