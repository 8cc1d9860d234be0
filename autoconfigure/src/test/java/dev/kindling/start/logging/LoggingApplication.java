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

package dev.kindling.start.logging;

import java.util.ArrayList;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * An application in a process of its own, where no other SLF4J provider is on the class
 * path. It starts as Spring Boot does, or with the levels alone as the lean start does,
 * and prints the levels that the loggers then have.
 */
final class LoggingApplication {

	private LoggingApplication() {
	}

	public static void main(String[] args) {
		if (args[0].equals("boot")) {
			SpringApplication application = new SpringApplication(LoggingApplication.class);
			application.run(args).close();
			System.out.println("system " + LoggingSystem.get(LoggingApplication.class.getClassLoader()).getClass());
		}
		else {
			StandardEnvironment environment = new StandardEnvironment();
			environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource(args));
			LogLevels.apply(environment);
		}
		List<String> levels = new ArrayList<>();
		for (String name : new String[] { Logger.ROOT_LOGGER_NAME, "com.example.Orders", "com.example.web.Page",
				"org.springframework.web.Something", "org.springframework.boot.Something" }) {
			levels.add(level(LoggerFactory.getLogger(name)));
		}
		System.out.println("levels " + levels);
	}

	private static String level(Logger logger) {
		for (Level level : new Level[] { Level.TRACE, Level.DEBUG, Level.INFO, Level.WARN, Level.ERROR }) {
			if (logger.isEnabledForLevel(level)) {
				return level.name();
			}
		}
		return "OFF";
	}

}
