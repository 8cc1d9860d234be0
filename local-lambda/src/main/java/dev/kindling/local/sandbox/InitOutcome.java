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

import org.jspecify.annotations.Nullable;

/**
 * How the init phase of a process ended.
 *
 * @param failure what the caller is told; {@code null} when the process is ready
 * @param status of the INIT_REPORT line
 * @param errorType of the INIT_REPORT line
 */
record InitOutcome(@Nullable Outcome failure, @Nullable String status, @Nullable String errorType) {

	static final InitOutcome READY = new InitOutcome(null, null, null);

	static InitOutcome reported(byte[] body, String errorType) {
		return new InitOutcome(Outcome.reported(body), "error", errorType);
	}

	static InitOutcome exited(int exitStatus) {
		return new InitOutcome(Outcome.failed("Runtime.ExitError", exitMessage(exitStatus)), "error",
				"Runtime.ExitError");
	}

	/**
	 * The init phase is over, and the process hasn't asked for an event.
	 * @param limit what was exceeded, and how it is set
	 */
	static InitOutcome timedOut(String limit) {
		return new InitOutcome(Outcome.failed("Sandbox.Timedout", "The init phase took too long: " + limit), "timeout",
				null);
	}

	boolean isTimeout() {
		return "timeout".equals(this.status);
	}

	static String exitMessage(int exitStatus) {
		return (exitStatus == 0) ? "Error: Runtime exited without providing a reason"
				: "Error: Runtime exited with error: " + FunctionProcess.describeExit(exitStatus);
	}

}
