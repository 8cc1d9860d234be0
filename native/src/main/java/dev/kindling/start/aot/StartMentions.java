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

package dev.kindling.start.aot;

import java.util.List;
import java.util.Set;

import dev.kindling.code.ApplicationClasses;
import org.jspecify.annotations.Nullable;

/**
 * What the application's class files, and those of its libraries, mention of Spring's
 * environment and of Spring Boot's start.
 */
final class StartMentions {

	/** Who has an environment can ask it for any name and any type. */
	private static final List<String> CONVERSION = List.of("org/springframework/core/env/",
			"org/springframework/core/convert/", "org/springframework/boot/convert/",
			"org/springframework/boot/context/properties/bind/", "org/springframework/boot/context/properties/source/",
			"org/springframework/context/EnvironmentAware", "org/springframework/context/EmbeddedValueResolverAware");

	private static final List<String> RANDOM = List.of("random.int", "random.long", "random.value", "random.uuid");

	/** What only Spring Boot's own start tells anybody. */
	private static final List<String> START = List.of("org/springframework/boot/context/event/",
			"org/springframework/boot/availability/", "org/springframework/boot/ExitCode",
			"org/springframework/boot/SpringApplicationShutdownHandlers",
			"org/springframework/boot/context/metrics/buffering/", "org/springframework/boot/logging/LoggingSystem",
			"org/springframework/boot/logging/LoggerGroup", "org/springframework/boot/logging/LogFile");

	private final Set<String> mentioned;

	private StartMentions(Set<String> mentioned) {
		this.mentioned = mentioned;
	}

	static StartMentions ofClassPath() {
		return new StartMentions(ApplicationClasses.ofClassPath()
			.mentioned(java.util.stream.Stream.of(CONVERSION, RANDOM, START).flatMap(List::stream).toList()));
	}

	boolean usesConversion() {
		return CONVERSION.stream().anyMatch(this.mentioned::contains);
	}

	boolean usesRandomValues() {
		return RANDOM.stream().anyMatch(this.mentioned::contains);
	}

	/**
	 * What of Spring Boot's own start is mentioned.
	 * @return a package's or a class's name, or {@code null}
	 */
	@Nullable String partOfBootsStart() {
		for (String mark : START) {
			if (this.mentioned.contains(mark)) {
				return mark.replaceFirst("/$", "").replace('/', '.');
			}
		}
		return null;
	}

}
