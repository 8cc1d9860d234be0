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

package dev.kindling.runtime;

/**
 * What the loop calls for each invocation: the one interface between the runtime and
 * whoever implements the function.
 */
@FunctionalInterface
public interface InvocationHandler {

	/**
	 * Handles one invocation. With {@code AWS_LAMBDA_MAX_CONCURRENCY} set, several
	 * threads call this at once.
	 * @param invocation what Lambda sent
	 * @return what is answered
	 * @throws Throwable whatever goes wrong, {@link Error}s included; it is posted as the
	 * invocation's error, and the loop goes on unless it is a {@link VirtualMachineError}
	 */
	InvocationResponse handle(Invocation invocation) throws Throwable;

}
