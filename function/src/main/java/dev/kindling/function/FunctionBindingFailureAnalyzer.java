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

package dev.kindling.function;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Tells what to set when no function can be served.
 */
class FunctionBindingFailureAnalyzer extends AbstractFailureAnalyzer<FunctionBindingException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, FunctionBindingException cause) {
		String message = String.valueOf(cause.getMessage());
		String description = message.substring(0, message.length() - cause.getAction().length()).trim();
		return new FailureAnalysis(description, cause.getAction(), cause);
	}

}
