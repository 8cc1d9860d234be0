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

package dev.kindling.logging.slf4j;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.slf4j.event.KeyValuePair;

/**
 * A record as one line of JSON, with the members that Lambda's own runtimes write. Fields
 * and MDC come after them; one that would repeat a name gets underscores added.
 *
 * @see <a href=
 * "https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-logformat.html">Lambda's
 * log formats</a>
 */
final class JsonFormat {

	private static final String ERROR_TYPE = "errorType";

	private static final String ERROR_MESSAGE = "errorMessage";

	private static final String STACK_TRACE = "stackTrace";

	private JsonFormat() {
	}

	/**
	 * Appends a record without a line end after it.
	 */
	static void append(StringBuilder target, LogRecord logRecord) {
		target.append("{\"timestamp\":\"");
		Timestamps.append(target, logRecord.timestamp());
		target.append("\",\"level\":\"").append(logRecord.level().name()).append('"');
		member(target, "message", logRecord.message());
		Map<String, String> context = logRecord.context();
		for (String name : new String[] { LogRecord.REQUEST_ID, LogRecord.TENANT_ID }) {
			String value = context.get(name);
			if (value != null) {
				member(target, name, value);
			}
		}
		member(target, "logger", logRecord.logger());
		member(target, "thread", logRecord.thread());
		Throwable thrown = logRecord.thrown();
		if (thrown != null) {
			member(target, ERROR_TYPE, thrown.getClass().getName());
			member(target, ERROR_MESSAGE, StackTraces.message(thrown));
			member(target, STACK_TRACE, StackTraces.text(thrown));
		}
		appendFields(target, logRecord);
		target.append('}');
	}

	private static void appendFields(StringBuilder target, LogRecord logRecord) {
		if (logRecord.fields().isEmpty() && logRecord.context().isEmpty()) {
			return;
		}
		Set<String> names = new HashSet<>();
		for (KeyValuePair field : logRecord.fields()) {
			name(target, field.key, names);
			value(target, field.value);
		}
		for (Map.Entry<String, String> entry : logRecord.context().entrySet()) {
			String name = entry.getKey();
			boolean written = entry.getValue() != null
					&& (name.equals(LogRecord.REQUEST_ID) || name.equals(LogRecord.TENANT_ID));
			if (!written) {
				name(target, name, names);
				value(target, entry.getValue());
			}
		}
	}

	private static void member(StringBuilder target, String name, @Nullable String value) {
		target.append(",\"").append(name).append("\":");
		value(target, value);
	}

	private static void name(StringBuilder target, @Nullable String name, Set<String> names) {
		String unique = String.valueOf(name);
		while (isReserved(unique) || !names.add(unique)) {
			unique += "_";
		}
		target.append(',');
		JsonStrings.append(target, unique);
		target.append(':');
	}

	private static boolean isReserved(String name) {
		return switch (name) {
			case "timestamp", "level", "message", "logger", "thread", LogRecord.REQUEST_ID, LogRecord.TENANT_ID,
					ERROR_TYPE, ERROR_MESSAGE, STACK_TRACE ->
				true;
			default -> false;
		};
	}

	private static void value(StringBuilder target, @Nullable Object value) {
		if (value == null || value instanceof Boolean || isNumber(value)) {
			target.append(value);
		}
		else {
			JsonStrings.append(target, LogRecord.text(value));
		}
	}

	/**
	 * Whether it is a number that JSON has.
	 */
	private static boolean isNumber(Object value) {
		if (value instanceof Double number) {
			return Double.isFinite(number);
		}
		if (value instanceof Float number) {
			return Float.isFinite(number);
		}
		Class<?> type = value.getClass();
		return type == Integer.class || type == Long.class || type == Short.class || type == Byte.class
				|| type == BigInteger.class || type == BigDecimal.class;
	}

}
