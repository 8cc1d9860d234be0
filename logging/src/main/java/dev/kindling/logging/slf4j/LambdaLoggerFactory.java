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

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.slf4j.ILoggerFactory;
import org.slf4j.Logger;

/**
 * Gives each name one logger.
 */
final class LambdaLoggerFactory implements ILoggerFactory {

	private final ConcurrentHashMap<String, LambdaLogger> loggers = new ConcurrentHashMap<>();

	@Override
	public Logger getLogger(String name) {
		LambdaLogger logger = this.loggers.get(name);
		if (logger != null) {
			return logger;
		}
		LambdaLogger created = new LambdaLogger(name);
		LambdaLogger earlier = this.loggers.putIfAbsent(name, created);
		return (earlier != null) ? earlier : created;
	}

	Set<String> names() {
		return this.loggers.keySet();
	}

}
