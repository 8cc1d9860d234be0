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

package dev.kindling.properties;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * Looks for {@code kindling.*} in an application's files, arguments and variables, and
 * says which are no properties. System properties are left out: Maven's goals and tests
 * have some of their own.
 */
public final class UnknownProperties {

	private static final String PREFIX = "kindling.";

	private static final String VARIABLE_PREFIX = "KINDLING_";

	/**
	 * Variables of Kindling's that aren't properties.
	 */
	private static final Set<String> OTHER_VARIABLES = Set.of("KINDLING_BOOTSTRAP", "KINDLING_LOCAL");

	private UnknownProperties() {
	}

	/**
	 * Looks through an environment.
	 * @param environment the application's
	 * @return a sentence for each unknown name, with the nearest known one and without
	 * any value
	 */
	public static List<String> of(ConfigurableEnvironment environment) {
		Set<String> problems = new LinkedHashSet<>();
		KnownProperties known = null;
		for (PropertySource<?> source : environment.getPropertySources()) {
			if (source instanceof EnumerablePropertySource<?> enumerable
					&& !source.getName().equals(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME)) {
				for (String name : enumerable.getPropertyNames()) {
					if (isKindlings(name)) {
						known = (known != null) ? known : KnownProperties.read();
						String problem = problem(name, known, source.getName());
						if (problem != null) {
							problems.add(problem);
						}
					}
				}
			}
		}
		return new ArrayList<>(problems);
	}

	private static boolean isKindlings(String name) {
		return name.startsWith(PREFIX) || (name.startsWith(VARIABLE_PREFIX) && !OTHER_VARIABLES.contains(name));
	}

	private static @Nullable String problem(String name, KnownProperties known, String source) {
		boolean variable = name.startsWith(VARIABLE_PREFIX);
		if (variable ? known.hasVariable(name) : known.has(name)) {
			return null;
		}
		String nearest = known.nearest(name);
		String suggestion = (nearest == null) ? "docs/ of Kindling lists its properties"
				: "Did you mean '" + (variable ? KnownProperties.variable(nearest) : nearest) + "'?";
		return "'" + name + "' (" + source + ") is no property of Kindling's, and has no effect. " + suggestion;
	}

}
