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

package dev.kindling.local.sandbox;

import dev.kindling.local.invoke.InvokeRequest;
import dev.kindling.local.invoke.InvokeResult;
import dev.kindling.local.server.ResponseSink;

/**
 * A function that can be called.
 */
public interface ServedFunction {

	FunctionSettings settings();

	/**
	 * Calls the function and waits for its answer.
	 * @param request the event, and what comes with it
	 * @param sink takes a streamed answer
	 * @return the answer
	 * @throws dev.kindling.local.invoke.TooManyRequestsException if all environments that
	 * the function may have are busy
	 */
	InvokeResult invoke(InvokeRequest request, ResponseSink sink);

	/**
	 * Looks at the code, as is done before each event.
	 * @return whether there is code that can handle an event now
	 */
	boolean hasCode();

}
