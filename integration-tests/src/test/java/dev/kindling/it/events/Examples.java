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

package dev.kindling.it.events;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.kindling.it.Answers;
import dev.kindling.it.Subject;
import dev.kindling.local.LocalLambda;
import dev.kindling.local.invoke.InvokeResult;

/**
 * Functions, events and answers; an answer that begins with an exclamation mark is an
 * error's type.
 */
final class Examples {

	private final Map<String, List<String[]>> functions = new LinkedHashMap<>();

	void add(String function, String event, String answer) {
		this.functions.computeIfAbsent(function, (name) -> new ArrayList<>()).add(new String[] { event, answer });
	}

	/**
	 * Adds a batch that a function takes, and another that it fails for: so it is called.
	 * @param function the name of the function
	 * @param fits a batch whose records are as the function expects them
	 * @param other another
	 */
	void addBatch(String function, String fits, String other) {
		add(function, fits, SourceEvents.DONE);
		add(function, other, "!dev.kindling.function.BatchFailedException");
	}

	/**
	 * Asks each function.
	 * @param subject what to run
	 * @return each example that is answered otherwise, with the answer
	 */
	List<String> wrong(Subject subject) {
		List<String> wrong = new ArrayList<>();
		this.functions.forEach((function, examples) -> {
			try (LocalLambda lambda = subject.application(function).memorySize(512).build()) {
				for (String[] example : examples) {
					InvokeResult result = lambda.invoke(example[0]);
					String answer = result.isError() ? "!" + result.errorType() : result.payloadAsString();
					if (!Answers.isSame(example[1], answer)) {
						wrong.add(function + " | " + example[0] + " | " + answer);
					}
				}
			}
		});
		return wrong;
	}

}
