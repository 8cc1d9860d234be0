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

import dev.kindling.runtime.LambdaError;

/**
 * No function can be served. The message says what to do about it.
 */
public class FunctionBindingException extends IllegalStateException implements LambdaError {

	private final String action;

	/**
	 * Creates the exception.
	 * @param problem what is wrong, as a sentence
	 * @param action what to do, as a sentence
	 */
	public FunctionBindingException(String problem, String action) {
		super(problem + " " + action);
		this.action = action;
	}

	/**
	 * What to do.
	 * @return the sentence with which the message ends
	 */
	public String getAction() {
		return this.action;
	}

	@Override
	public String errorType() {
		return "Runtime.NoFunction";
	}

}
