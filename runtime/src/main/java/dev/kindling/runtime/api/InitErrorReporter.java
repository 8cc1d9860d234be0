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

package dev.kindling.runtime.api;

import java.util.Map;

/**
 * Tells Lambda that the process can't serve invocations, so that the caller gets the
 * reason at once instead of a time-out. Whoever calls this ends the process afterwards,
 * with a status other than 0.
 */
public final class InitErrorReporter {

	private InitErrorReporter() {
	}

	/**
	 * Posts the failure to {@code /runtime/init/error}. Never fails: what goes wrong is
	 * written to the standard error, as one line.
	 * @param environment the process's environment, with {@code AWS_LAMBDA_RUNTIME_API}
	 * @param failure why the start failed
	 * @return whether Lambda accepted the report
	 */
	public static boolean report(Map<String, String> environment, Throwable failure) {
		return report(new RuntimeEnvironment(environment), failure, new SystemProcess());
	}

	public static boolean report(RuntimeEnvironment environment, Throwable failure, RuntimeProcess process) {
		RuntimeApiAddress address;
		try {
			address = environment.address();
		}
		catch (IllegalArgumentException ex) {
			process.complain(ex.getMessage());
			return false;
		}
		try (RuntimeApiClient client = new RuntimeApiClient(address, process)) {
			boolean accepted = client.initError(ErrorReport.ofStart(failure));
			if (!accepted) {
				process.complain("The Runtime API took no report of the failed start");
			}
			return accepted;
		}
	}

}
