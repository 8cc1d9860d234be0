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

import dev.kindling.logging.slf4j.LogbackEvidence;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;

/**
 * Whether the application logs through Logback. It does where it configures Logback or
 * mentions its classes, and where {@code kindling-logging} isn't there; not where a
 * starter merely brings Logback along.
 */
public final class LogbackUse {

	private static final String LOGBACK = "ch.qos.logback.classic.LoggerContext";

	private static final String KINDLING = "dev.kindling.logging.slf4j.LogbackEvidence";

	private LogbackUse() {
	}

	/**
	 * Whether Logback is on the class path, used or not.
	 * @param classLoader the application's
	 * @return whether it is
	 */
	public static boolean isPresent(@Nullable ClassLoader classLoader) {
		return ClassUtils.isPresent(LOGBACK, classLoader);
	}

	/**
	 * Why the application logs through Logback.
	 * @param environment may set {@code logging.config}
	 * @param classLoader the application's
	 * @return half a sentence, such as "logback.xml is on the class path", or
	 * {@code null} if it doesn't
	 */
	public static @Nullable String reason(Environment environment, @Nullable ClassLoader classLoader) {
		if (!isPresent(classLoader)) {
			return null;
		}
		if (!ClassUtils.isPresent(KINDLING, classLoader)) {
			return "kindling-logging isn't on the class path";
		}
		String configuration = environment.getProperty("logging.config");
		if (configuration != null && !configuration.isBlank()) {
			return "logging.config is set";
		}
		return Kindling.reason((classLoader != null) ? classLoader : LogbackUse.class.getClassLoader());
	}

	/**
	 * Whether SLF4J chose Logback in this process. Where nothing uses it, that is because
	 * it comes first on the class path; an executable doesn't choose by that.
	 * @return whether SLF4J's loggers are Logback's
	 */
	public static boolean isBound() {
		return LoggerFactory.getILoggerFactory().getClass().getName().startsWith("ch.qos.logback.");
	}

	/**
	 * Refers to {@code kindling-logging}, so that the class itself doesn't.
	 */
	private static final class Kindling {

		static @Nullable String reason(ClassLoader classLoader) {
			return LogbackEvidence.find(classLoader, System.getProperty("java.class.path", ""));
		}

	}

}
