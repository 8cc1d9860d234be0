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

package dev.kindling.runtime.loop;

import dev.kindling.runtime.CurrentInvocation;
import dev.kindling.runtime.Invocation;

/**
 * What is set before an invocation and cleared after it.
 */
final class InvocationScope {

	/**
	 * Where the AWS SDK and the X-Ray SDK look for the trace header.
	 */
	static final String TRACE_PROPERTY = "com.amazonaws.xray.traceHeader";

	private final boolean processWide;

	/**
	 * Creates the scope.
	 * @param processWide whether there is one invocation at a time, so that the trace
	 * header can be a system property
	 */
	InvocationScope(boolean processWide) {
		this.processWide = processWide;
	}

	void enter(Invocation invocation) {
		CurrentInvocation.set(invocation);
		String trace = invocation.traceId();
		if (this.processWide && trace != null) {
			System.setProperty(TRACE_PROPERTY, trace);
		}
	}

	void leave() {
		CurrentInvocation.clear();
		if (this.processWide) {
			System.clearProperty(TRACE_PROPERTY);
		}
		// A handler that was interrupted must not disturb the next one
		Thread.interrupted();
	}

}
