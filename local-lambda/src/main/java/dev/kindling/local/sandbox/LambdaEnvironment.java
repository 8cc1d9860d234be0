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

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * The environment variables that Lambda sets for a function on {@code provided.al2023}.
 *
 * @see <a href=
 * "https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html">Lambda
 * environment variables</a>
 */
final class LambdaEnvironment {

	/**
	 * Tells the starter that this is no Lambda in the cloud.
	 */
	private static final String LOCAL = "KINDLING_LOCAL";

	private static final Set<String> RESERVED = Set.of("_HANDLER", "_X_AMZN_TRACE_ID", "AWS_EXECUTION_ENV",
			"AWS_LAMBDA_FUNCTION_NAME", "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "AWS_LAMBDA_FUNCTION_VERSION",
			"AWS_LAMBDA_INITIALIZATION_TYPE", "AWS_LAMBDA_LOG_GROUP_NAME", "AWS_LAMBDA_LOG_STREAM_NAME",
			"AWS_LAMBDA_RUNTIME_API", "AWS_LAMBDA_MAX_CONCURRENCY", "LAMBDA_TASK_ROOT", "LAMBDA_RUNTIME_DIR");

	/**
	 * Needed by programs to start at all; anything else of this machine's environment,
	 * credentials and profiles above all, stays out of the function.
	 */
	private static final Set<String> INHERITED = Set.of("PATH", "LD_LIBRARY_PATH", "SystemRoot", "TMPDIR", "TEMP");

	private LambdaEnvironment() {
	}

	/**
	 * Refuses variables that a function's configuration can't set on Lambda either.
	 * @param environment the function's own variables
	 * @throws IllegalArgumentException naming the variables, never their values
	 */
	static void requireAllowed(Map<String, String> environment) {
		Set<String> refused = new TreeSet<>(environment.keySet());
		refused.retainAll(RESERVED);
		if (!refused.isEmpty()) {
			throw new IllegalArgumentException(
					"Lambda reserves the environment variable" + ((refused.size() > 1) ? "s " : " ")
							+ String.join(", ", refused) + ": remove it from the function's environment");
		}
		for (String name : environment.keySet()) {
			if (!name.matches("[a-zA-Z][a-zA-Z0-9_]+")) {
				throw new IllegalArgumentException("Lambda refuses the environment variable name '" + name
						+ "': it takes a letter, followed by letters, digits and underscores");
			}
		}
	}

	static Map<String, String> of(FunctionSettings settings, String runtimeApi) {
		Map<String, String> environment = new LinkedHashMap<>();
		for (String name : INHERITED) {
			String value = System.getenv(name);
			if (value != null) {
				environment.put(name, value);
			}
		}
		environment.put("LANG", "en_US.UTF-8");
		environment.put("TZ", ":UTC");
		environment.put("AWS_REGION", settings.region());
		environment.put("AWS_DEFAULT_REGION", settings.region());
		environment.put("AWS_ACCESS_KEY_ID", "AKIDLOCALLAMBDA");
		environment.put("AWS_SECRET_ACCESS_KEY", "local");
		environment.put("AWS_SESSION_TOKEN", "local");
		environment.put("AWS_XRAY_CONTEXT_MISSING", "LOG_ERROR");
		environment.put("AWS_XRAY_DAEMON_ADDRESS", "127.0.0.1:2000");
		environment.putAll(settings.environment());
		environment.put("_HANDLER", settings.handler());
		environment.put("AWS_LAMBDA_RUNTIME_API", runtimeApi);
		environment.put("AWS_LAMBDA_FUNCTION_NAME", settings.name());
		environment.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(settings.memorySize()));
		environment.put("AWS_LAMBDA_FUNCTION_VERSION", FunctionSettings.VERSION);
		environment.put("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/" + settings.name());
		environment.put("AWS_LAMBDA_LOG_STREAM_NAME", logStream());
		environment.put(LOCAL, "true");
		environment.put("LAMBDA_TASK_ROOT", settings.directory().toString());
		environment.put("LAMBDA_RUNTIME_DIR", settings.directory().toString());
		if (settings.isMultiConcurrent()) {
			environment.put("AWS_LAMBDA_INITIALIZATION_TYPE", "lambda-managed-instances");
			environment.put("AWS_LAMBDA_MAX_CONCURRENCY", Integer.toString(settings.maxConcurrency()));
		}
		else {
			environment.put("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
		}
		return environment;
	}

	private static String logStream() {
		String day = LocalDate.now(ZoneOffset.UTC).format(DateTimeFormatter.ofPattern("yyyy/MM/dd", Locale.ROOT));
		return day + "/[" + FunctionSettings.VERSION + "]" + UUID.randomUUID().toString().replace("-", "");
	}

}
