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

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What the environment says about logging.
 *
 * @param json one JSON object a record instead of text
 * @param level of the root logger, unless a property sets it
 * @param returns whether lines of a text record are separated by carriage returns
 * @param refusedLevel the value of {@code AWS_LAMBDA_LOG_LEVEL} if it is no level
 * @see <a href=
 * "https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-logformat.html">Lambda's
 * log formats and levels</a>
 */
record LogSettings(boolean json, LogLevel level, boolean returns, @Nullable String refusedLevel) {

	/**
	 * Where no environment may be looked at: while an executable is built.
	 */
	static final LogSettings BUILD = new LogSettings(false, LogLevel.WARN, false, null);

	/**
	 * Reads the environment. Lambda makes one log event of each line that a custom
	 * runtime writes, but not of what carriage returns separate; the managed Java
	 * runtimes know themselves where a record ends, and a terminal needs line feeds.
	 */
	static LogSettings of(Map<String, String> environment) {
		boolean json = "JSON".equalsIgnoreCase(environment.get("AWS_LAMBDA_LOG_FORMAT"));
		String name = environment.get("AWS_LAMBDA_LOG_LEVEL");
		LogLevel level = (name != null) ? LogLevel.find(name) : LogLevel.INFO;
		boolean refused = level == null;
		String execution = environment.get("AWS_EXECUTION_ENV");
		boolean managed = execution != null && execution.startsWith("AWS_Lambda_java");
		boolean returns = !managed && environment.containsKey("AWS_LAMBDA_FUNCTION_NAME")
				&& !environment.containsKey("AWS_SAM_LOCAL");
		return new LogSettings(json, (level != null) ? level : LogLevel.INFO, returns, refused ? name : null);
	}

}
