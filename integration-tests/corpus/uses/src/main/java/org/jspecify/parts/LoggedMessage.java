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

package org.jspecify.parts;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * What a handler of {@code java.util.logging} gets of a message that the JDK logs.
 */
final class LoggedMessage extends Handler {

	private final List<String> messages = new ArrayList<>();

	private LoggedMessage() {
	}

	static String receive() {
		LoggedMessage handler = new LoggedMessage();
		Logger logger = Logger.getLogger("parts");
		logger.setUseParentHandlers(false);
		logger.addHandler(handler);
		System.getLogger("parts").log(System.Logger.Level.WARNING, "logged by the JDK");
		logger.removeHandler(handler);
		return handler.messages.isEmpty() ? "nothing was logged" : handler.messages.get(0);
	}

	@Override
	public void publish(LogRecord logged) {
		this.messages.add(logged.getMessage());
	}

	@Override
	public void flush() {
	}

	@Override
	public void close() {
	}

}
