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

import dev.kindling.function.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/**
 * Turns what a function throws into an HTTP response. A bean of this type is asked for
 * each failure of a request that came as an HTTP event; with several, in their order.
 */
@FunctionalInterface
public interface HttpExceptionMapper {

	/**
	 * Maps a failure.
	 * @param failure what the function threw
	 * @return the response, or {@code null} to leave it to others
	 */
	@Nullable HttpResponse<?> map(Throwable failure);

}
