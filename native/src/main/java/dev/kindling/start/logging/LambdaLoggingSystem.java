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
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.kindling.logging.slf4j.LambdaLogging;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

import org.springframework.boot.logging.LogFile;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggerConfiguration;
import org.springframework.boot.logging.LoggingInitializationContext;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.logging.LoggingSystemFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.util.StringUtils;

/**
 * Lets Spring Boot's own start, and its loggers endpoint, set the levels of
 * {@code kindling-logging}.
 */
final class LambdaLoggingSystem extends LoggingSystem {

	private static final Map<LogLevel, dev.kindling.logging.slf4j.LogLevel> LEVELS = levels();

	/**
	 * Spring Cloud Function's adapter logs each event at INFO, and the environment with
	 * its credentials at DEBUG. Only a level set for these very loggers lets it.
	 */
	private static final Map<String, LogLevel> DISCREET = Map.of(
			"org.springframework.cloud.function.adapter.aws.AWSLambdaUtils", LogLevel.WARN,
			"org.springframework.cloud.function.adapter.aws.CustomRuntimeEventLoop", LogLevel.WARN,
			"org.springframework.cloud.function.adapter.aws.CustomRuntimeInitializer", LogLevel.WARN);

	private static Map<LogLevel, dev.kindling.logging.slf4j.LogLevel> levels() {
		Map<LogLevel, dev.kindling.logging.slf4j.LogLevel> levels = new EnumMap<>(LogLevel.class);
		for (LogLevel level : LogLevel.values()) {
			levels.put(level, dev.kindling.logging.slf4j.LogLevel.of(level.name()));
		}
		return levels;
	}

	@Override
	public void beforeInitialize() {
	}

	@Override
	public void initialize(LoggingInitializationContext context, @Nullable String configLocation,
			@Nullable LogFile logFile) {
		DISCREET.forEach(this::setLogLevel);
		if (context.getEnvironment() instanceof ConfigurableEnvironment environment) {
			LoggingProperties.of(environment).warnAboutIgnored();
		}
	}

	@Override
	public Set<LogLevel> getSupportedLogLevels() {
		return LEVELS.keySet();
	}

	@Override
	public void setLogLevel(@Nullable String loggerName, @Nullable LogLevel level) {
		LambdaLogging.setLevel(name(loggerName), (level != null) ? LEVELS.get(level) : null);
	}

	@Override
	public List<LoggerConfiguration> getLoggerConfigurations() {
		List<LoggerConfiguration> configurations = new ArrayList<>();
		configurations.add(configuration(Logger.ROOT_LOGGER_NAME));
		for (String name : LambdaLogging.getLoggers()) {
			configurations.add(configuration(name));
		}
		return configurations;
	}

	@Override
	public @Nullable LoggerConfiguration getLoggerConfiguration(@Nullable String loggerName) {
		String name = name(loggerName);
		boolean known = name.equals(Logger.ROOT_LOGGER_NAME) || LambdaLogging.getLoggers().contains(name);
		return known ? configuration(name) : null;
	}

	private static LoggerConfiguration configuration(String name) {
		dev.kindling.logging.slf4j.LogLevel configured = LambdaLogging.getLevel(name);
		return new LoggerConfiguration(name, (configured != null) ? LogLevel.valueOf(configured.name()) : null,
				LogLevel.valueOf(LambdaLogging.getEffectiveLevel(name).name()));
	}

	private static String name(@Nullable String loggerName) {
		return (!StringUtils.hasLength(loggerName) || Logger.ROOT_LOGGER_NAME.equalsIgnoreCase(loggerName))
				? Logger.ROOT_LOGGER_NAME : loggerName;
	}

	/**
	 * Chosen before the JDK's logging system, and only if SLF4J chose the provider.
	 */
	@Order(Ordered.HIGHEST_PRECEDENCE)
	static final class Factory implements LoggingSystemFactory {

		@Override
		public @Nullable LoggingSystem getLoggingSystem(ClassLoader classLoader) {
			return LogLevels.isAvailable() ? new LambdaLoggingSystem() : null;
		}

	}

}
