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

package dev.kindling.start;

import java.util.HashMap;
import java.util.Map;

import org.springframework.core.env.Environment;

/**
 * Whether this process is a Lambda function whose loop is ours, and what Lambda told it.
 */
final class LambdaProcess {

	/**
	 * The variable that names where the Runtime API listens.
	 */
	static final String RUNTIME_API = "AWS_LAMBDA_RUNTIME_API";

	private static final String ENABLED = "kindling.runtime.enabled";

	private static final String[] OVERRIDABLE = { RUNTIME_API, "AWS_LAMBDA_MAX_CONCURRENCY", "_HANDLER",
			"AWS_LAMBDA_FUNCTION_NAME", "AWS_LAMBDA_FUNCTION_VERSION", "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
			"AWS_LAMBDA_LOG_GROUP_NAME", "AWS_LAMBDA_LOG_STREAM_NAME", "AWS_LAMBDA_INITIALIZATION_TYPE" };

	private LambdaProcess() {
	}

	/**
	 * Whether the loop is to run. It isn't outside Lambda, and not on a managed Java
	 * runtime, whose own loop calls Spring Cloud Function's {@code FunctionInvoker}.
	 */
	static boolean runsLoop(Environment environment) {
		if (environment.getProperty(RUNTIME_API) == null) {
			return false;
		}
		String enabled = environment.getProperty(ENABLED);
		if (enabled != null && !"auto".equalsIgnoreCase(enabled)) {
			return Boolean.parseBoolean(enabled);
		}
		String execution = environment.getProperty("AWS_EXECUTION_ENV");
		return execution == null || !execution.startsWith("AWS_Lambda_java");
	}

	/**
	 * Whether the application is closed when Lambda ends the process.
	 */
	static boolean handlesShutdownSignal(Environment environment) {
		return !"false".equalsIgnoreCase(environment.getProperty("kindling.runtime.shutdown-signal"));
	}

	/**
	 * The process's environment variables. Those that Lambda sets can be set as
	 * properties, too, which lets a test run the function within its own process.
	 */
	static Map<String, String> variables(Environment environment) {
		Map<String, String> variables = new HashMap<>(System.getenv());
		for (String name : OVERRIDABLE) {
			String value = environment.getProperty(name);
			if (value != null) {
				variables.put(name, value);
			}
		}
		return variables;
	}

}
