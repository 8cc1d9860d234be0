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

package dev.kindling.function.payload;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kindling.function.bind.FunctionTypes;
import dev.kindling.function.bind.GeneratedFunctions;
import dev.kindling.function.events.LambdaEventsMapper;
import org.jspecify.annotations.Nullable;

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
		if (!GeneratedFunctions.USES_LAMBDA_EVENTS) {
			return false;
		}
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
	 * Which mapper reads and writes a type: of AWS's classes, alone or as the elements of
	 * something, one that does it as AWS does, whatever the application configures.
	 * @param type what is read or written
	 * @param mapper the application's
	 */
	public static ObjectMapper mapper(@Nullable Type type, ObjectMapper mapper) {
		return (GeneratedFunctions.USES_LAMBDA_EVENTS && isEventOrOf(type)) ? LambdaEventsMapper.instance() : mapper;
	}

	private static boolean isEventOrOf(@Nullable Type type) {
		if (type instanceof ParameterizedType parameterized) {
			Type[] arguments = parameterized.getActualTypeArguments();
			return isEvent(FunctionTypes.raw(type)) || isEventOrOf(arguments[arguments.length - 1]);
		}
		if (type instanceof Class<?> raw) {
			return raw.isArray() ? isEventOrOf(raw.getComponentType()) : isEvent(raw);
		}
		return false;
	}

}
