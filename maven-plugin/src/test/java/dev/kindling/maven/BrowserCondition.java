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

package dev.kindling.maven;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Skips a suite with a line where there is no Chromium, and lets it fail where one is
 * required.
 */
final class BrowserCondition implements ExecutionCondition {

	private static final String PROPERTY = "kindling.test.browser";

	@Override
	public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
		if (context.getTestMethod().isPresent() || (find("chromium") != null && find("chromedriver") != null)) {
			return ConditionEvaluationResult.enabled("There is a Chromium");
		}
		String message = context.getRequiredTestClass().getSimpleName()
				+ " needs chromium and chromedriver in the path: on Debian the packages chromium and chromium-driver";
		if ("required".equals(System.getProperty(PROPERTY))) {
			throw new IllegalStateException(message + " (" + PROPERTY + " is required)");
		}
		System.out.println("SKIPPED: " + message);
		return ConditionEvaluationResult.disabled(message);
	}

	static File find(String program) {
		return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
			.map((directory) -> Path.of(directory, program))
			.filter(Files::isExecutable)
			.map(Path::toFile)
			.findFirst()
			.orElse(null);
	}

}
