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

import java.util.Map;

import org.slf4j.event.KeyValuePair;

/**
 * A record as text: time, level, request id, thread, logger, message, then fields and
 * MDC, and the stack trace on lines of its own.
 */
final class TextFormat {

	private static final int LEVEL_WIDTH = 5;

	private TextFormat() {
	}

	/**
	 * Appends a record without a line end after it.
	 * @param target to append to
	 * @param logRecord to append
	 * @param returns whether to separate the record's own lines by carriage returns
	 */
	static void append(StringBuilder target, LogRecord logRecord, boolean returns) {
		int start = target.length();
		Timestamps.append(target, logRecord.timestamp());
		String level = logRecord.level().name();
		target.append(' ').append(level);
		for (int i = level.length(); i <= LEVEL_WIDTH; i++) {
			target.append(' ');
		}
		String requestId = logRecord.context().get(LogRecord.REQUEST_ID);
		if (requestId != null) {
			target.append(requestId).append(' ');
		}
		target.append('[').append(logRecord.thread()).append("] ").append(logRecord.logger()).append(" : ");
		target.append(logRecord.message());
		for (KeyValuePair field : logRecord.fields()) {
			appendPair(target, field.key, LogRecord.text(field.value));
		}
		for (Map.Entry<String, String> entry : logRecord.context().entrySet()) {
			if (!entry.getKey().equals(LogRecord.REQUEST_ID)) {
				appendPair(target, entry.getKey(), String.valueOf(entry.getValue()));
			}
		}
		if (logRecord.thrown() != null) {
			target.append('\n').append(StackTraces.text(logRecord.thrown()));
		}
		if (returns) {
			replaceLineFeeds(target, start);
		}
	}

	private static void appendPair(StringBuilder target, String key, String value) {
		target.append(' ').append(key).append('=');
		if (isPlain(value)) {
			target.append(value);
		}
		else {
			JsonStrings.append(target, value);
		}
	}

	private static boolean isPlain(String value) {
		for (int i = 0; i < value.length(); i++) {
			char c = value.charAt(i);
			if (c <= ' ' || c == '"' || c == '=') {
				return false;
			}
		}
		return !value.isEmpty();
	}

	/**
	 * Makes a carriage return of each line end, whether it has one already or not.
	 */
	private static void replaceLineFeeds(StringBuilder target, int start) {
		int end = start;
		for (int i = start; i < target.length(); i++) {
			char c = target.charAt(i);
			if (c != '\n') {
				target.setCharAt(end++, c);
			}
			else if (i == start || target.charAt(i - 1) != '\r') {
				target.setCharAt(end++, '\r');
			}
		}
		target.setLength(end);
	}

}
