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

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;

import org.jspecify.annotations.Nullable;

/**
 * Tells publishers by their names, so that nobody needs Reactor to find out that a
 * function has none.
 */
public final class ReactiveTypes {

	private static final String MONO = "reactor.core.publisher.Mono";

	private static final String FLUX = "reactor.core.publisher.Flux";

	private static final String PUBLISHER = "org.reactivestreams.Publisher";

	private ReactiveTypes() {
	}

	/**
	 * Whether a type is a publisher.
	 * @param type what a function takes or returns
	 * @return whether it is a {@code Publisher}, {@code Flux} or {@code Mono}
	 */
	public static boolean isPublisher(@Nullable Type type) {
		return isMany(type) || (type != null && name(type).equals(MONO));
	}

	/**
	 * Whether a type is a publisher of any number of elements.
	 */
	public static boolean isMany(@Nullable Type type) {
		return type != null && (name(type).equals(FLUX) || name(type).equals(PUBLISHER));
	}

	/**
	 * What a publisher publishes, or the type itself if it is none.
	 */
	public static @Nullable Type element(@Nullable Type type) {
		if (!isPublisher(type) || !(type instanceof ParameterizedType parameterized)) {
			return type;
		}
		Type element = parameterized.getActualTypeArguments()[0];
		return (element == Void.class) ? null : element;
	}

	private static String name(Type type) {
		return FunctionTypes.raw(type).getName();
	}

}
