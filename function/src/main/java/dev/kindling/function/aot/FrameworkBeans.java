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

package dev.kindling.function.aot;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What the frameworks' own configuration makes: it uses no table of the application, but
 * by beans of the application that it finds, which count by themselves.
 */
final class FrameworkBeans {

	private static final List<String> KNOWN = List.of("org.springframework.", "dev.kindling.autoconfigure.",
			"dev.kindling.function.", "dev.kindling.dynamodb.");

	/**
	 * They make beans that reach the application's functions or entities by name.
	 */
	private static final List<String> REACHING = List.of("org.springframework.cloud.", "org.springframework.data.");

	private FrameworkBeans() {
	}

	/**
	 * Whether a bean that this class makes, or is, is one of them.
	 */
	static boolean isOne(Class<?> type) {
		return KNOWN.stream().anyMatch(type.getName()::startsWith)
				&& REACHING.stream().noneMatch(type.getName()::startsWith);
	}

	/**
	 * Whether a bean that this class makes, or is, serves functions. It reaches all of
	 * them where it is injected; by itself it calls but functions, whose tables count.
	 */
	static boolean servesFunctions(@Nullable String type) {
		return type != null && type.startsWith("org.springframework.cloud.function.");
	}

}
