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

import java.util.List;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import dev.kindling.function.InvalidPayloadException;
import org.jspecify.annotations.Nullable;

/**
 * Tells what is wrong with JSON: where and what was expected, but never what was there.
 */
public final class JsonFailures {

	static final String MALFORMED = "Runtime.MalformedEvent";

	static final String MISMATCH = "Runtime.InvalidEvent";

	static final String UNWRITABLE = "Runtime.InvalidResponse";

	private JsonFailures() {
	}

	/**
	 * An input that couldn't be read.
	 * @param what what was read, as in {@code The event}
	 * @param type the function's input type, for the message
	 * @param failure what Jackson says
	 */
	static InvalidPayloadException reading(String what, String type, JsonProcessingException failure) {
		if (failure instanceof InvalidDefinitionException definition) {
			return new InvalidPayloadException(MISMATCH, what + " can't be read as " + type + at(definition)
					+ ": Jackson can't make a " + typeName(definition.getType().getRawClass())
					+ "; it needs a constructor that Jackson can call, and in a native executable a reflection hint",
					failure);
		}
		if (failure instanceof StreamConstraintsException) {
			return new InvalidPayloadException(MALFORMED,
					what + " exceeds a limit of Jackson's StreamReadConstraints" + position(failure), failure);
		}
		InputCoercionException range = range(failure);
		if (range != null) {
			String path = (failure instanceof JsonMappingException mapping) ? at(mapping) : "";
			return new InvalidPayloadException(MISMATCH,
					what + " is no " + type + ": expected " + range(range.getTargetType()) + path + position(range),
					failure);
		}
		if (failure instanceof JsonMappingException mapping && !isSyntax(mapping)) {
			return new InvalidPayloadException(MISMATCH,
					what + " is no " + type + ": " + expectation(mapping) + at(mapping) + position(failure), failure);
		}
		String problem = isDuplicate(failure) ? " has a property twice" : " is no valid JSON";
		return new InvalidPayloadException(MALFORMED, what + problem + position(failure), failure);
	}

	/**
	 * A result that couldn't be written.
	 */
	public static InvalidPayloadException writing(String type, JsonProcessingException failure) {
		String path = (failure instanceof JsonMappingException mapping) ? at(mapping) : "";
		String reason = (failure instanceof InvalidDefinitionException definition)
				? ": Jackson finds nothing to write in " + typeName(definition.getType().getRawClass())
						+ "; it needs accessors, and in a native executable a reflection hint"
				: ": writing it failed";
		return new InvalidPayloadException(UNWRITABLE, "The result can't be written as " + type + path + reason,
				failure);
	}

	private static @Nullable InputCoercionException range(JsonProcessingException failure) {
		Throwable cause = failure;
		while (cause instanceof JsonProcessingException && !(cause instanceof InputCoercionException)) {
			cause = cause.getCause();
		}
		return (cause instanceof InputCoercionException range) ? range : null;
	}

	private static String range(@Nullable Class<?> target) {
		if (target == int.class || target == Integer.class) {
			return "a number from " + Integer.MIN_VALUE + " to " + Integer.MAX_VALUE;
		}
		if (target == long.class || target == Long.class) {
			return "a number from " + Long.MIN_VALUE + " to " + Long.MAX_VALUE;
		}
		return (target != null) ? typeName(target) : "another number";
	}

	private static boolean isDuplicate(JsonProcessingException failure) {
		String message = failure.getOriginalMessage();
		return message != null && message.startsWith("Duplicate ");
	}

	private static boolean isSyntax(JsonMappingException failure) {
		return failure.getCause() instanceof com.fasterxml.jackson.core.JacksonException cause
				&& !(cause instanceof JsonMappingException);
	}

	private static String expectation(JsonMappingException failure) {
		if (failure instanceof UnrecognizedPropertyException) {
			return "there is a property that it doesn't have";
		}
		if (failure instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
			return "expected " + typeName(mismatch.getTargetType());
		}
		Throwable cause = failure.getCause();
		return (cause != null) ? "its code threw " + cause.getClass().getName() : "a value doesn't fit";
	}

	private static String typeName(Class<?> type) {
		return type.getSimpleName();
	}

	private static String at(JsonMappingException failure) {
		List<JsonMappingException.Reference> path = failure.getPath();
		if (path.isEmpty()) {
			return "";
		}
		StringBuilder text = new StringBuilder(" at ");
		int start = text.length();
		for (JsonMappingException.Reference reference : path) {
			if (reference.getFieldName() == null) {
				text.append('[').append(Math.max(reference.getIndex(), 0)).append(']');
			}
			else {
				if (text.length() > start) {
					text.append('.');
				}
				text.append(isMapKey(reference) ? "*" : reference.getFieldName());
			}
		}
		return text.toString();
	}

	/**
	 * The key of a map belongs to the payload, a property's name doesn't.
	 */
	private static boolean isMapKey(JsonMappingException.Reference reference) {
		Object from = reference.getFrom();
		return from instanceof java.util.Map
				|| (from instanceof Class<?> type && java.util.Map.class.isAssignableFrom(type));
	}

	private static String position(JsonProcessingException failure) {
		JsonLocation location = failure.getLocation();
		return (location != null) ? ", line " + location.getLineNr() + ", column " + location.getColumnNr() : "";
	}

}
