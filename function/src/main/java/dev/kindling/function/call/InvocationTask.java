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

import com.amazonaws.services.lambda.runtime.Context;
import dev.kindling.function.CurrentLambdaContext;
import dev.kindling.runtime.CurrentInvocation;
import dev.kindling.runtime.Invocation;

/**
 * Makes an invocation known to threads that work for it beside the one it came on.
 */
public final class InvocationTask {

	private InvocationTask() {
	}

	/**
	 * Runs a task with the invocation's context and its keys in the log context.
	 */
	public static void run(Invocation invocation, Context context, Runnable task) {
		CurrentInvocation.run(invocation, () -> {
			LogContext.enter(invocation);
			CurrentLambdaContext.set(context);
			try {
				task.run();
			}
			finally {
				CurrentLambdaContext.set(null);
				LogContext.leave();
			}
		});
	}

}
