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

import org.jspecify.annotations.Nullable;

/**
 * What Lambda tells the process by environment variables.
 *
 * @param variables the variables
 * @see <a href=
 * "https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html#configuration-envvars-runtime">Defined
 * runtime environment variables</a>
 */
public record RuntimeEnvironment(Map<String, String> variables) {

	static final String MAX_CONCURRENCY = "AWS_LAMBDA_MAX_CONCURRENCY";

	private static final int CONCURRENCY_LIMIT = 10_000;

	public RuntimeApiAddress address() {
		return RuntimeApiAddress.parse(get(RuntimeApiAddress.VARIABLE));
	}

	/**
	 * How many invocations Lambda Managed Instances hand to this process at once.
	 * @return the number, or 0 elsewhere, where there is one at a time
	 * @throws RuntimeFailure if the variable holds no such number
	 */
	public int maxConcurrency() throws RuntimeFailure {
		String value = get(MAX_CONCURRENCY);
		if (value == null || value.isEmpty()) {
			return 0;
		}
		int number = 0;
		for (int i = 0; i < value.length() && number >= 0; i++) {
			int digit = value.charAt(i) - '0';
			number = (digit >= 0 && digit <= 9) ? number * 10 + digit : -1;
			if (number > CONCURRENCY_LIMIT) {
				number = -1;
			}
		}
		if (number < 1) {
			throw new RuntimeFailure("Runtime.InvalidConfiguration",
					MAX_CONCURRENCY + " must be a whole number from 1 to " + CONCURRENCY_LIMIT, null);
		}
		return number;
	}

	public boolean logsJson() {
		return "JSON".equalsIgnoreCase(get("AWS_LAMBDA_LOG_FORMAT"));
	}

	public @Nullable String get(String name) {
		return this.variables.get(name);
	}

	/**
	 * Names no value: some are secret.
	 */
	@Override
	public String toString() {
		return "RuntimeEnvironment[" + this.variables.size() + " variables]";
	}

}
