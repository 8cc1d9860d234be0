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

package dev.kindling.autoconfigure;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Whether region and credentials may come from elsewhere than the environment: on the
 * JVM, and in an executable that was built to.
 */
class OnDefaultChainsCondition extends SpringBootCondition {

	private static final String PROPERTY = "kindling.dynamodb.credentials";

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		String credentials = context.getEnvironment().getProperty(PROPERTY, "auto").trim();
		ConditionMessage.Builder message = ConditionMessage.forCondition("Default chains");
		return switch (credentials) {
			case "default-chain" -> ConditionOutcome.match(message.because(PROPERTY + " is default-chain"));
			case "environment" -> ConditionOutcome.noMatch(message.because(PROPERTY + " is environment"));
			case "auto" -> {
				boolean ahead = context.getEnvironment().getProperty("spring.aot.processing", Boolean.class, false);
				yield new ConditionOutcome(!ahead, message
					.because(ahead ? "an executable finds Lambda's variables" : "the JVM may run outside Lambda"));
			}
			default -> throw new IllegalArgumentException("'" + PROPERTY + "' can't be '" + credentials
					+ "'. Set it to one of: auto, environment, default-chain.");
		};
	}

}
