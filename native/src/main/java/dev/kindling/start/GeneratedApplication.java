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

package dev.kindling.start;

import java.util.ArrayList;
import java.util.List;

import dev.kindling.start.environment.GeneratedConfiguration;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.io.support.SpringFactoriesLoader;

/**
 * The {@link LeanApplication} that ahead-of-time processing generated, found while the
 * executable is built: each constant lets the analysis drop what it rules out.
 */
final class GeneratedApplication {

	static final @Nullable LeanApplication INSTANCE = (LeanApplication) GeneratedConfiguration.INSTANCE;

	static final boolean USES_EXPRESSIONS = INSTANCE == null || INSTANCE.usesExpressions();

	static final boolean USES_CONVERSION = INSTANCE == null || INSTANCE.usesConversion();

	static final boolean USES_RUNNERS = INSTANCE == null || INSTANCE.usesRunners();

	static final boolean FREEZES_OBJECT_MAPPER = INSTANCE != null && INSTANCE.freezesObjectMapper();

	static final FailureAnalyzer[] FAILURE_ANALYZERS = analyzers();

	static final boolean HAS_OTHER_ANALYZERS = hasOtherAnalyzers();

	private GeneratedApplication() {
	}

	/**
	 * Kindling's analyzers. Spring Boot's would bring what they analyze into the
	 * executable.
	 */
	private static FailureAnalyzer[] analyzers() {
		List<FailureAnalyzer> analyzers = new ArrayList<>();
		for (FailureAnalyzer analyzer : SpringFactoriesLoader
			.forDefaultResourceLocation(Thread.currentThread().getContextClassLoader())
			.load(FailureAnalyzer.class, (type, name, failure) -> {
			})) {
			if (isKindlings(analyzer)) {
				analyzers.add(analyzer);
			}
		}
		return analyzers.toArray(new FailureAnalyzer[0]);
	}

	/**
	 * Whether the application or a library has analyzers. They are made when a start
	 * fails: nobody here knows what they hold, so that they can't be made while the
	 * executable is built.
	 */
	private static boolean hasOtherAnalyzers() {
		boolean[] found = new boolean[1];
		SpringFactoriesLoader.forDefaultResourceLocation(Thread.currentThread().getContextClassLoader())
			.load(FailureAnalyzer.class, (type, name, failure) -> found[0] |= !isKnown(name))
			.forEach((analyzer) -> found[0] |= !isKnown(analyzer.getClass().getName()));
		return found[0];
	}

	private static boolean isKindlings(FailureAnalyzer analyzer) {
		return analyzer.getClass().getName().startsWith("dev.kindling.");
	}

	/**
	 * Whether an analyzer is Spring Boot's or Kindling's.
	 * @param name its class
	 */
	static boolean isKnown(String name) {
		return name.startsWith("org.springframework.boot.") || name.startsWith("dev.kindling.");
	}

}
