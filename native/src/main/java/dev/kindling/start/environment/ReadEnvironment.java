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

import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.env.RandomValuePropertySource;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;

/**
 * The environment of an application whose configuration files are read when it starts, by
 * Spring Boot's own code: what imports others, or what else can't be known before.
 */
class ReadEnvironment extends LeanEnvironment {

	ReadEnvironment(String[] activeProfiles, String[] args) {
		super(args);
		RandomValuePropertySource.addToEnvironment(this);
		for (String profile : activeProfiles) {
			addActiveProfile(profile);
		}
		ConfigDataEnvironmentPostProcessor.applyTo(this);
		getPropertySources().addLast(new ApplicationInfo());
	}

	@Override
	public boolean configures(String name) {
		for (PropertySource<?> source : getPropertySources()) {
			if (source instanceof EnumerablePropertySource<?> enumerable) {
				BootSettings settings = BootSettings.of(enumerable);
				if (settings != null && settings.has(name)) {
					return true;
				}
			}
		}
		return false;
	}

}
