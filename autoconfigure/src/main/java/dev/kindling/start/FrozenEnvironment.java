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

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.util.StringUtils;

/**
 * The environment of an application whose configuration files were read at build time.
 * The order is Spring Boot's: command line, system properties, environment variables,
 * then the files, those of the profile activated last first.
 */
final class FrozenEnvironment extends StandardEnvironment {

	private static final String[] CONFIG_DATA = { "spring.config.location", "spring.config.additional-location",
			"spring.config.import", "spring.config.name" };

	private @Nullable Map<String, Object> variables;

	FrozenEnvironment(LeanApplication application, String[] args) {
		MutablePropertySources sources = getPropertySources();
		if (args.length > 0) {
			sources.addFirst(new SimpleCommandLinePropertySource(args));
		}
		refuseConfigData(sources);
		Map<String, Object> properties = application.properties();
		if (!properties.isEmpty()) {
			sources.addLast(new MapPropertySource("application configuration", properties));
		}
		activateProfiles(application, properties.isEmpty() ? null : "application configuration");
	}

	/**
	 * A copy: each question to {@link System#getenv()} encodes the name anew, and a
	 * property is asked for by up to eight names.
	 */
	@Override
	public Map<String, Object> getSystemEnvironment() {
		Map<String, Object> known = this.variables;
		if (known == null) {
			known = Map.copyOf(super.getSystemEnvironment());
			this.variables = known;
		}
		return known;
	}

	/**
	 * Files can't be read any more, and a setting that has no effect is worse than none.
	 */
	private void refuseConfigData(MutablePropertySources sources) {
		for (String name : CONFIG_DATA) {
			if (getProperty(name) != null) {
				throw new IllegalStateException(
						"'" + name + "' is set, but this executable's configuration files were read when it was built: "
								+ "unset it, or build with kindling.start.lean=false");
			}
		}
	}

	private void activateProfiles(LeanApplication application, @Nullable String files) {
		Set<String> profiles = new LinkedHashSet<>();
		for (String profile : application.activeProfiles()) {
			profiles.add(profile);
		}
		for (String profile : StringUtils.commaDelimitedListToStringArray(getProperty("spring.profiles.active"))) {
			if (StringUtils.hasText(profile)) {
				profiles.add(profile.trim());
			}
		}
		for (String profile : profiles) {
			addActiveProfile(profile);
			Map<String, Object> overlay = application.profileProperties().get(profile);
			if (overlay != null && !overlay.isEmpty()) {
				String name = "application configuration of profile " + profile;
				if (files == null) {
					getPropertySources().addLast(new MapPropertySource(name, overlay));
				}
				else {
					getPropertySources().addBefore(files, new MapPropertySource(name, overlay));
				}
				files = name;
			}
		}
	}

}
