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

package dev.kindling.local.server;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggerConfiguration;
import org.springframework.boot.logging.LoggingSystem;

/**
 * Keeps what the servers tell about their starts and ends out of the application's log,
 * which is what a test's reader looks for. Warnings stay, and so does a level that the
 * application has set.
 */
public final class ServerLogs {

	private static final List<String> LOGGERS = List.of("org.eclipse.jetty", "com.amazonaws.services.dynamodbv2");

	/**
	 * Writes through the JDK's logging, whatever else there is. The JDK forgets the level
	 * of a logger that nobody holds.
	 */
	private static final Logger SQLITE = Logger.getLogger("com.almworks.sqlite4java");

	private ServerLogs() {
	}

	public static void quiet() {
		if (SQLITE.getLevel() == null) {
			SQLITE.setLevel(Level.WARNING);
		}
		if (SpringContexts.isSpringBootPresent()) {
			SpringBoot.quiet();
		}
	}

	/**
	 * Spring Boot knows how to set a level, whatever is logged with. Apart, as it may not
	 * be there.
	 */
	private static final class SpringBoot {

		public static void quiet() {
			try {
				LoggingSystem system = LoggingSystem.get(ServerLogs.class.getClassLoader());
				for (String logger : LOGGERS) {
					LoggerConfiguration configuration = system.getLoggerConfiguration(logger);
					if (configuration == null || configuration.getConfiguredLevel() == null) {
						system.setLogLevel(logger, LogLevel.WARN);
					}
				}
			}
			catch (RuntimeException | LinkageError ex) {
				// A logging system that Spring Boot can't set levels of says what it
				// wants
			}
		}

	}

}
