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

import java.io.File;
import java.util.List;

import org.springframework.core.env.CommandLinePropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.util.PropertyPlaceholderHelper;

/**
 * What can't be done by an executable whose configuration files were read when it was
 * built: a setting without an effect is worse than none, so that it fails the start.
 */
final class FrozenRefusals {

	static final PropertyPlaceholderHelper PLACEHOLDERS = new PropertyPlaceholderHelper("${", "}", ":", '\\', true);

	private static final String[] CONFIG_DATA = { "spring.config.location", "spring.config.additional-location",
			"spring.config.import", "spring.config.name" };

	private static final String[] EXTENSIONS = { ".properties", ".xml", ".yml", ".yaml" };

	private static final String INSTEAD = ", or build with kindling.start.configuration=boot";

	private FrozenRefusals() {
	}

	static void check(ConfigurableEnvironment environment, List<BootSettings> settings) {
		for (BootSettings source : settings) {
			for (String name : CONFIG_DATA) {
				if (source.has(RelaxedName.uniform(name))) {
					throw new IllegalStateException("'" + name
							+ "' is set, but this executable's configuration files were read when it was built: "
							+ "unset it" + INSTEAD);
				}
			}
			if (source.get("spring.profiles") != null || source.get("spring.profiles[0]") != null) {
				throw new IllegalStateException("Property 'spring.profiles' is invalid and should be replaced with "
						+ "'spring.profiles.active'");
			}
			if (source.has("spring.main.environmentprefix")) {
				throw new IllegalStateException("Environment prefix cannot be set via properties.");
			}
		}
		if (!GeneratedConfiguration.USES_RANDOM_VALUES) {
			refuseRandomValues(environment);
		}
	}

	static void refuseRandomValues(ConfigurableEnvironment environment) {
		for (PropertySource<?> source : environment.getPropertySources()) {
			if (isGivenToTheRun(source)) {
				for (String name : ((EnumerablePropertySource<?>) source).getPropertyNames()) {
					if (source.getProperty(name) instanceof String value && value.contains("${random.")) {
						throw new IllegalStateException("'" + name
								+ "' holds ${random.…}, but no configuration file of this executable does, so that "
								+ "it can't make random values: set a value" + INSTEAD);
					}
				}
			}
		}
	}

	private static boolean isGivenToTheRun(PropertySource<?> source) {
		String name = source.getName();
		return name.equals(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME)
				|| name.equals(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME)
				|| name.equals(CommandLinePropertySource.COMMAND_LINE_PROPERTY_SOURCE_NAME)
				|| name.equals("spring.application.json");
	}

	/**
	 * Spring Boot reads files beside the executable, too.
	 * @param profiles those of the run, each of which may have its own file
	 */
	static void refuseFiles(File directory, List<String> profiles) {
		refuse(directory, profiles);
		File config = new File(directory, "config");
		if (config.isDirectory()) {
			refuse(config, profiles);
			File[] nested = config.listFiles(File::isDirectory);
			if (nested != null) {
				for (File folder : nested) {
					refuse(folder, profiles);
				}
			}
		}
	}

	private static void refuse(File directory, List<String> profiles) {
		refuse(directory, "application");
		for (String profile : profiles) {
			refuse(directory, "application-" + profile);
		}
	}

	private static void refuse(File directory, String name) {
		for (String extension : EXTENSIONS) {
			File file = new File(directory, name + extension);
			if (file.exists()) {
				throw new IllegalStateException("Spring Boot would read '" + file
						+ "', but this executable's configuration files were read when it was built: remove it"
						+ INSTEAD);
			}
		}
	}

}
