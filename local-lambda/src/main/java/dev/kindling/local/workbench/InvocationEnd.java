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

package dev.kindling.local.workbench;

import java.time.Instant;

import dev.kindling.local.invoke.InvokeResult;

/**
 * An invocation is over.
 *
 * @param function the function's name
 * @param time when it ended
 * @param result the answer or error, the log and the REPORT values; a cold start has an
 * {@linkplain dev.kindling.local.invoke.InvocationReport#initDuration() init duration};
 * the payload of an answer that is streamed to the caller is empty, unless a listener
 * {@linkplain WorkbenchListener#wantsStreamedAnswers() wants it}
 */
public record InvocationEnd(String function, Instant time, InvokeResult result) {

	/**
	 * The invocation's id.
	 * @return the id that its {@link InvocationStart} has
	 */
	public String requestId() {
		return this.result.requestId();
	}

	/**
	 * Says whether an environment was started for it.
	 * @return {@code true} if the report has an init duration
	 */
	public boolean isColdStart() {
		return this.result.report().initDuration() != null;
	}

}
