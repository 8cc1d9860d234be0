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

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.KeyValuePair;
import org.slf4j.event.Level;
import org.slf4j.event.LoggingEvent;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;
import org.slf4j.spi.LoggingEventAware;

/**
 * Writes a record if its level allows. Markers have no effect.
 */
final class LambdaLogger extends LegacyAbstractLogger implements LoggingEventAware {

	private static final long serialVersionUID = 1L;

	private static final String CLASS_NAME = LambdaLogger.class.getName();

	private transient volatile @Nullable Threshold threshold;

	LambdaLogger(String name) {
		this.name = name;
	}

	@Override
	public boolean isTraceEnabled() {
		return isEnabled(LogLevel.TRACE);
	}

	@Override
	public boolean isDebugEnabled() {
		return isEnabled(LogLevel.DEBUG);
	}

	@Override
	public boolean isInfoEnabled() {
		return isEnabled(LogLevel.INFO);
	}

	@Override
	public boolean isWarnEnabled() {
		return isEnabled(LogLevel.WARN);
	}

	@Override
	public boolean isErrorEnabled() {
		return isEnabled(LogLevel.ERROR);
	}

	private boolean isEnabled(LogLevel level) {
		LevelTable table = LambdaLogging.levels();
		Threshold current = this.threshold;
		if (current == null || current.table != table) {
			current = new Threshold(table, table.effective(this.name).value());
			this.threshold = current;
		}
		return level.value() >= current.value;
	}

	@Override
	public void log(LoggingEvent event) {
		Object[] arguments = event.getArgumentArray();
		Throwable thrown = event.getThrowable();
		if (thrown == null && arguments != null) {
			thrown = MessageFormatter.getThrowableCandidate(arguments);
			if (thrown != null) {
				arguments = MessageFormatter.trimmedCopy(arguments);
			}
		}
		write(event.getLevel(), event.getMessage(), arguments, event.getKeyValuePairs(), thrown);
	}

	@Override
	protected void handleNormalizedLoggingCall(Level level, @Nullable Marker marker, @Nullable String message,
			Object @Nullable [] arguments, @Nullable Throwable thrown) {
		write(level, message, arguments, null, thrown);
	}

	private void write(Level level, @Nullable String message, Object @Nullable [] arguments,
			@Nullable List<KeyValuePair> fields, @Nullable Throwable thrown) {
		String text = MessageFormatter.basicArrayFormat(message, arguments);
		LogRecord logRecord = new LogRecord(System.currentTimeMillis(), level, this.name, threadName(), text,
				(fields != null) ? fields : List.of(), ThreadBoundMdc.current(), thrown);
		LogOutput.write(logRecord, LambdaLogging.settings());
	}

	/**
	 * Virtual threads have no name unless given one.
	 */
	private static String threadName() {
		Thread thread = Thread.currentThread();
		String name = thread.getName();
		return name.isEmpty() ? "thread-" + thread.getId() : name;
	}

	@Override
	protected String getFullyQualifiedCallerName() {
		return CLASS_NAME;
	}

	/**
	 * The level from which on the logger writes, as found in a table.
	 */
	private record Threshold(LevelTable table, int value) {

	}

}
