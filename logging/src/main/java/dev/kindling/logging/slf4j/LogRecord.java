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

package dev.kindling.logging.slf4j;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.slf4j.event.KeyValuePair;
import org.slf4j.event.Level;

/**
 * All that goes into one record.
 *
 * @param timestamp milliseconds since 1970
 * @param level of the call
 * @param logger name of the logger
 * @param thread name of the thread that called it
 * @param message with its arguments filled in
 * @param fields given with the fluent API
 * @param context the thread's MDC
 * @param thrown the exception logged
 */
record LogRecord(long timestamp, Level level, String logger, String thread, @Nullable String message,
		List<KeyValuePair> fields, Map<String, String> context, @Nullable Throwable thrown) {

	/** MDC key and field of the invocation's request id. */
	static final String REQUEST_ID = "AWSRequestId";

	/** MDC key and field of the invocation's tenant. */
	static final String TENANT_ID = "tenantId";

	/**
	 * Calls {@link Object#toString()} so that a failure of it doesn't fail the caller's
	 * work.
	 */
	static String text(@Nullable Object value) {
		try {
			return String.valueOf(value);
		}
		catch (RuntimeException | StackOverflowError ex) {
			return "[toString() of " + value.getClass().getName() + " failed: " + ex.getClass().getName() + "]";
		}
	}

}
