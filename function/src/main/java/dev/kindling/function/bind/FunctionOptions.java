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

package dev.kindling.function.bind;

import org.springframework.core.env.Environment;

/**
 * The properties {@code kindling.function.*}.
 *
 * @param http whether HTTP requests are understood
 * @param batch whether batches are taken apart
 * @param reportItemFailures whether the records of a batch that failed are reported by
 * themselves
 * @param batchConcurrency how many records of a batch are handled at once
 * @param refusesUnknown whether an event is refused that the input type knows no property
 * of
 */
public record FunctionOptions(boolean http, boolean batch, boolean reportItemFailures, int batchConcurrency,
		boolean refusesUnknown) {

	private static final String PREFIX = "kindling.function.";

	public static FunctionOptions of(Environment environment) {
		return new FunctionOptions(flag(environment, "http.enabled"), flag(environment, "batch.enabled"),
				flag(environment, "batch.report-item-failures"), count(environment, "batch.concurrency"),
				flag(environment, "reject-unknown-events"));
	}

	private static int count(Environment environment, String name) {
		String value = environment.getProperty(PREFIX + name);
		if (value == null || value.isBlank()) {
			return 1;
		}
		try {
			int count = Integer.parseInt(value.trim());
			if (count > 0) {
				return count;
			}
		}
		catch (NumberFormatException ex) {
			// Said below
		}
		throw new IllegalArgumentException(PREFIX + name + " is no number above 0");
	}

	private static boolean flag(Environment environment, String name) {
		String value = environment.getProperty(PREFIX + name);
		if (value == null || value.isBlank()) {
			return true;
		}
		if (value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false")) {
			return value.equalsIgnoreCase("true");
		}
		throw new IllegalArgumentException(PREFIX + name + " is neither true nor false");
	}

}
