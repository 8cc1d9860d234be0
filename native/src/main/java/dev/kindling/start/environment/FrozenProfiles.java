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

package dev.kindling.start.environment;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * The profiles of a run, found as Spring Boot finds them: included ones first, then the
 * active ones, each followed by its group.
 */
final class FrozenProfiles {

	private static final String VALIDATE = "spring.profiles.validate";

	private static final String ALLOWED = "-_.+@";

	private final List<BootSettings> sources;

	private final BootSettings.Placeholders placeholders;

	private final Function<String, @Nullable String> environment;

	private final boolean validates;

	private final Map<String, List<String>> groups;

	private final List<String> active;

	private final List<String> byDefault;

	/**
	 * Finds the profiles.
	 * @param sources what says something to Spring Boot's start, highest precedence first
	 * @param placeholders resolves what stands in values
	 * @param environment the properties that are known without the documents
	 * @param active those that are active already
	 */
	FrozenProfiles(List<BootSettings> sources, BootSettings.Placeholders placeholders,
			Function<String, @Nullable String> environment, String[] active) {
		this.sources = sources;
		this.placeholders = placeholders;
		this.environment = environment;
		this.validates = isValidated(text(VALIDATE));
		Set<String> unique = new LinkedHashSet<>();
		for (BootSettings source : sources) {
			List<String> included = source.list("spring.profiles.include", placeholders);
			if (included != null) {
				if (isValidated(source.get(VALIDATE))) {
					// here Spring Boot asks this source alone
					included.forEach(FrozenProfiles::validate);
				}
				unique.addAll(validated(included));
			}
		}
		this.groups = groups();
		addActive(unique, active);
		this.active = expand(unique);
		check("spring.profiles.default");
		List<String> byDefault = list("spring.profiles.default");
		this.byDefault = expand((byDefault != null) ? byDefault : List.of("default"));
	}

	private boolean isValidated(@Nullable Object value) {
		return value == null || Switch.of(VALIDATE, this.placeholders.resolve(value.toString()));
	}

	private void addActive(Set<String> profiles, String[] already) {
		check("spring.profiles.active");
		List<String> bound = list("spring.profiles.active");
		if (already.length > 0 && (bound == null || !Set.of(already).equals(Set.copyOf(bound)))) {
			Collections.addAll(profiles, already);
		}
		if (bound != null) {
			profiles.addAll(bound);
		}
	}

	/**
	 * What isn't said by a document must not depend on one.
	 */
	private void check(String name) {
		String value = this.environment.apply(name);
		if (value != null && !value.isEmpty()) {
			validated(List.of(StringUtils.commaDelimitedListToStringArray(StringUtils.trimAllWhitespace(value))));
		}
	}

	List<String> active() {
		return this.active;
	}

	List<String> byDefault() {
		return this.byDefault;
	}

	/**
	 * Those by which documents are chosen.
	 */
	List<String> accepted() {
		return this.active.isEmpty() ? this.byDefault : this.active;
	}

	private @Nullable String text(String name) {
		for (BootSettings source : this.sources) {
			Object value = source.get(name);
			if (value != null) {
				return this.placeholders.resolve(value.toString());
			}
		}
		return null;
	}

	private @Nullable List<String> list(String name) {
		for (BootSettings source : this.sources) {
			List<String> values = source.list(name, this.placeholders);
			if (values != null) {
				return validated(values);
			}
		}
		return null;
	}

	/**
	 * The members of each group. Spring Boot ignores a value of the name itself where
	 * there are groups.
	 */
	private Map<String, List<String>> groups() {
		boolean hasGroups = false;
		boolean hasValue = false;
		for (BootSettings source : this.sources) {
			hasGroups |= source.hasBelow(BootSettings.GROUP);
			hasValue |= source.get(BootSettings.GROUP) != null;
		}
		if (hasValue && !hasGroups) {
			throw new IllegalStateException("'" + BootSettings.GROUP
					+ "' is set, but no profile whose group it is: set spring.profiles.group.<profile>");
		}
		Map<String, List<String>> groups = new LinkedHashMap<>();
		for (BootSettings source : this.sources) {
			source.groups().forEach((profile, name) -> {
				if (!groups.containsKey(profile)) {
					List<String> members = list(name);
					if (members != null) {
						groups.put(profile, members);
					}
				}
			});
		}
		return groups;
	}

	private List<String> expand(Collection<String> profiles) {
		Deque<String> pending = new ArrayDeque<>(profiles);
		Set<String> expanded = new LinkedHashSet<>();
		while (!pending.isEmpty()) {
			String profile = pending.pop();
			if (expanded.add(profile)) {
				List<String> members = new ArrayList<>(this.groups.getOrDefault(profile, List.of()));
				Collections.reverse(members);
				members.forEach(pending::push);
			}
		}
		return List.copyOf(expanded);
	}

	private List<String> validated(List<String> profiles) {
		if (this.validates) {
			profiles.forEach(FrozenProfiles::validate);
		}
		return profiles;
	}

	private static void validate(String profile) {
		if (!StringUtils.hasText(profile)) {
			throw new IllegalStateException("Invalid empty profile");
		}
		for (int i = 0; i < profile.length(); i++) {
			int character = profile.codePointAt(i);
			boolean alphanumeric = Character.isLetterOrDigit(character);
			if (!alphanumeric && ALLOWED.indexOf(character) < 0) {
				throw new IllegalStateException("Profile '" + profile
						+ "' must contain a letter, digit or allowed char ('-', '_', '.', '+', '@')");
			}
			if (!alphanumeric && (i == 0 || i == profile.length() - 1)) {
				throw new IllegalStateException("Profile '" + profile + "' must start and end with a letter or digit");
			}
		}
	}

}
