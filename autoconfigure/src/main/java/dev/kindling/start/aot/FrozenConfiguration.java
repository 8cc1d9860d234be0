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

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.origin.OriginTrackedValue;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The application's configuration files, as Spring Boot reads them while the application
 * is processed ahead of time.
 *
 * @param properties what applies whatever the profiles
 * @param profileProperties what each profile adds
 * @param activeProfiles the profiles that are active now
 */
record FrozenConfiguration(Map<String, Object> properties, Map<String, Map<String, Object>> profileProperties,
		List<String> activeProfiles) {

	private static final String CONFIG_RESOURCE = "Config resource '";

	static FrozenConfiguration of(ConfigurableEnvironment environment, ClassLoader classLoader) {
		List<String> active = List.of(environment.getActiveProfiles());
		Map<String, Object> properties = read(environment);
		Map<String, Map<String, Object>> profiles = new LinkedHashMap<>();
		Map<String, Object> base = read(load());
		for (String profile : profileNames(classLoader)) {
			Map<String, Object> added = read(load(profile));
			base.forEach((key, value) -> added.remove(key, value));
			if (!active.contains(profile)) {
				profiles.put(profile, added);
			}
		}
		return new FrozenConfiguration(properties, profiles, active);
	}

	/**
	 * Whether a value holds a Spring expression.
	 */
	boolean hasExpressions() {
		return contains("#{");
	}

	/**
	 * Whether any value contains the text.
	 */
	boolean contains(String text) {
		if (contains(this.properties, text)) {
			return true;
		}
		return this.profileProperties.values().stream().anyMatch((values) -> contains(values, text));
	}

	private static boolean contains(Map<String, Object> values, String text) {
		return values.values().stream().anyMatch((value) -> value.toString().contains(text));
	}

	private static ConfigurableEnvironment load(String... profiles) {
		StandardEnvironment environment = new StandardEnvironment();
		ConfigDataEnvironmentPostProcessor.applyTo(environment, null, null, profiles);
		return environment;
	}

	/**
	 * All but the id of the process that builds.
	 */
	private static Map<String, Object> read(ConfigurableEnvironment environment) {
		Map<String, Object> values = new LinkedHashMap<>();
		for (PropertySource<?> source : environment.getPropertySources()) {
			if (source instanceof EnumerablePropertySource<?> enumerable && isFrozen(source.getName())) {
				for (String name : enumerable.getPropertyNames()) {
					if (name.equals("spring.application.pid")) {
						continue;
					}
					values.putIfAbsent(name, unwrap(enumerable, name));
				}
			}
		}
		return values;
	}

	private static boolean isFrozen(String name) {
		return name.startsWith(CONFIG_RESOURCE) || name.equals("applicationInfo") || name.equals("defaultProperties");
	}

	private static Object unwrap(EnumerablePropertySource<?> source, String name) {
		Object value = source.getProperty(name);
		if (value instanceof OriginTrackedValue tracked) {
			value = tracked.getValue();
		}
		return (value != null) ? value : "";
	}

	private static Set<String> profileNames(ClassLoader classLoader) {
		Set<String> names = new TreeSet<>();
		PathMatchingResourcePatternResolver resolver = new PathMatchingResourcePatternResolver(classLoader);
		List<Resource> resources = new ArrayList<>();
		try {
			for (String folder : new String[] { "", "config/" }) {
				resources.addAll(List.of(resolver.getResources("classpath*:" + folder + "application-*.*")));
			}
		}
		catch (java.io.FileNotFoundException ex) {
			return names;
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Can't look for the profiles' configuration files", ex);
		}
		for (Resource resource : resources) {
			String file = resource.getFilename();
			if (file != null && file.matches("application-.+\\.(properties|ya?ml|xml)")) {
				names.add(file.substring("application-".length(), file.lastIndexOf('.')));
			}
		}
		return names;
	}

}
