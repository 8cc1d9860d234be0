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

package dev.kindling.dynamodb.substitute;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What the class path has where the SDK looks at each start, found out while the
 * executable is built: a look-up in the executable costs some 0.1 ms.
 */
final class ClassPathResources {

	static final String PARTITIONS = "software/amazon/awssdk/global/partitions.json";

	private static final String GLOBAL = "software/amazon/awssdk/global/handlers/execution.interceptors";

	private static final String DYNAMODB = "software/amazon/awssdk/services/dynamodb/execution.interceptors";

	private static final Map<String, List<String>> INTERCEPTORS = interceptors();

	private ClassPathResources() {
	}

	/**
	 * The names of the interceptors that a resource lists.
	 * @return {@code null} if the SDK is to look itself
	 */
	static @Nullable List<String> interceptors(String resource) {
		return INTERCEPTORS.get(resource);
	}

	static boolean exists(String resource) {
		return ClassPathResources.class.getClassLoader().getResource(resource) != null;
	}

	private static Map<String, List<String>> interceptors() {
		// which of the global ones an executable has is up to the user's hints
		return exists(GLOBAL) ? Map.of(DYNAMODB, lines(DYNAMODB))
				: Map.of(DYNAMODB, lines(DYNAMODB), GLOBAL, List.of());
	}

	private static List<String> lines(String resource) {
		List<String> names = new ArrayList<>();
		try {
			for (URL url : Collections.list(ClassPathResources.class.getClassLoader().getResources(resource))) {
				try (BufferedReader reader = new BufferedReader(
						new InputStreamReader(url.openStream(), StandardCharsets.UTF_8))) {
					reader.lines().map(String::trim).filter((line) -> !line.isEmpty()).forEach(names::add);
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The class path's " + resource + " can't be read", ex);
		}
		return names.stream().distinct().toList();
	}

}
