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

import java.lang.reflect.Type;

import dev.kindling.types.TypeNames;
import org.jspecify.annotations.Nullable;

/**
 * A function bean with what has to be known to call it. Ahead-of-time processing writes
 * bindings into the executable, so that start-up resolves no generics.
 *
 * @param name the bean's name
 * @param shape how it is called
 * @param input what it takes, or {@code null} if nothing
 * @param output what it returns, or {@code null} if nothing
 */
public record FunctionBinding(String name, FunctionShape shape, @Nullable Type input, @Nullable Type output) {

	/**
	 * Names function and types as a developer would.
	 */
	@Override
	public String toString() {
		return this.name + ": " + TypeNames.of(this.input) + " -> " + TypeNames.of(this.output);
	}

}
