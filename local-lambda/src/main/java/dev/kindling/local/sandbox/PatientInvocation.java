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

import dev.kindling.local.invoke.EventPoller;
import dev.kindling.local.invoke.InvokeRequest;
import dev.kindling.local.invoke.InvokeResult;
import dev.kindling.local.invoke.TooManyRequestsException;
import dev.kindling.local.server.ResponseSink;

/**
 * Calls a function with an event that must not be lost: once there is code that can be
 * run, and an environment for it.
 */
public final class PatientInvocation {

	private PatientInvocation() {
	}

	/**
	 * Calls a function as soon as it can handle the event.
	 * @param function the function
	 * @param request the event, and what comes with it
	 * @param kept is run when the event begins to wait for code
	 * @return the answer
	 * @throws InterruptedException if the thread is interrupted while it waits
	 */
	public static InvokeResult invoke(ServedFunction function, InvokeRequest request, Runnable kept)
			throws InterruptedException {
		while (true) {
			awaitCode(function, kept);
			try {
				InvokeResult result = function.invoke(request, ResponseSink.collecting());
				if (!Outcome.NO_CODE.equals(result.report().errorType())) {
					return result;
				}
			}
			catch (TooManyRequestsException ex) {
				EventPoller.pause();
			}
		}
	}

	private static void awaitCode(ServedFunction function, Runnable kept) throws InterruptedException {
		boolean told = false;
		while (!function.hasCode()) {
			if (!told) {
				kept.run();
				told = true;
			}
			EventPoller.pause();
		}
	}

}
