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

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kindling.function.events.LambdaEventsMapper;

import org.springframework.aot.hint.RuntimeHints;

/**
 * The classes of {@code aws-lambda-java-events}.
 */
public final class LambdaEvents {

	private static final String PACKAGE = "com.amazonaws.services.lambda.runtime.events.";

	private LambdaEvents() {
	}

	/**
	 * Whether a class is for an event of AWS, or extends one that is.
	 * @param type the class
	 * @return whether it is one
	 */
	public static boolean isEvent(Class<?> type) {
		Class<?> candidate = type;
		while (candidate != null) {
			if (candidate.getName().startsWith(PACKAGE)) {
				return true;
			}
			candidate = candidate.getSuperclass();
		}
		return false;
	}

	/**
	 * Registers what an event with a date of Joda-Time needs. Without it, Joda-Time stays
	 * out of the executable.
	 * @param hints the hints to add to
	 */
	public static void registerJodaHints(RuntimeHints hints) {
		LambdaEventsMapper.registerJodaHints(hints);
	}

	/**
	 * A mapper that reads and writes events as AWS does.
	 */
	static ObjectMapper mapper(ObjectMapper mapper) {
		return LambdaEventsMapper.of(mapper);
	}

}
