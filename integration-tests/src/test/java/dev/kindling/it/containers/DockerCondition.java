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

package dev.kindling.it.containers;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testcontainers.DockerClientFactory;

/**
 * Decides for a whole suite; its methods are asked about no more.
 */
final class DockerCondition implements ExecutionCondition {

	private static final String PROPERTY = "kindling.test.docker";

	@Override
	public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
		if (context.getTestMethod().isPresent() || DockerClientFactory.instance().isDockerAvailable()) {
			return ConditionEvaluationResult.enabled("A Docker engine runs");
		}
		String message = context.getRequiredTestClass().getSimpleName()
				+ " needs a Docker engine, and none runs: start one, or set DOCKER_HOST";
		if ("required".equals(System.getProperty(PROPERTY))) {
			throw new IllegalStateException(message + " (" + PROPERTY + " is required)");
		}
		System.out.println("SKIPPED: " + message);
		return ConditionEvaluationResult.disabled(message);
	}

}
