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

import java.util.HashMap;
import java.util.Map;

import com.amazonaws.services.lambda.runtime.Context;
import dev.kindling.runtime.Invocation;
import dev.kindling.runtime.context.LambdaContext;

import org.springframework.core.env.Environment;

/**
 * Makes the context of an invocation, from what Lambda says of the function in the
 * environment.
 */
public final class LambdaContexts {

	private static final String[] VARIABLES = { "AWS_LAMBDA_FUNCTION_NAME", "AWS_LAMBDA_FUNCTION_VERSION",
			"AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "AWS_LAMBDA_LOG_GROUP_NAME", "AWS_LAMBDA_LOG_STREAM_NAME",
			"AWS_LAMBDA_LOG_FORMAT", "AWS_LAMBDA_LOG_LEVEL" };

	private final Map<String, String> variables = new HashMap<>();

	public LambdaContexts(Environment environment) {
		for (String name : VARIABLES) {
			String value = environment.getProperty(name);
			if (value != null) {
				this.variables.put(name, value);
			}
		}
	}

	public Context of(Invocation invocation) {
		return new LambdaContext(invocation, this.variables);
	}

}
