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
import java.lang.reflect.Field;
import java.net.URL;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.aot.hint.ReflectionHints;
import org.springframework.aot.hint.TypeReference;
import org.springframework.core.io.UrlResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;
import org.springframework.util.StringUtils;

/**
 * Takes back the reflection hints for what only {@code SpringApplication} looks up, which
 * a lean start doesn't run, for the classes of {@link StarterBeans} that left, and for
 * those parts of Spring that hint at themselves wherever they are on the class path and
 * that nothing mentions. Each of them would keep its class, and all that it uses, in the
 * executable. All other hints stay.
 */
final class UnneededHints {

	private static final Log logger = LogFactory.getLog(UnneededHints.class);

	/** What {@code SpringApplication}, and only that, asks for while it starts. */
	private static final List<String> START = List.of("org.springframework.boot.ApplicationContextFactory",
			"org.springframework.boot.BootstrapRegistryInitializer",
			"org.springframework.boot.SpringApplicationRunListener",
			"org.springframework.boot.SpringBootExceptionReporter",
			"org.springframework.boot.autoconfigure.AutoConfigurationImportFilter",
			"org.springframework.boot.autoconfigure.AutoConfigurationImportListener",
			"org.springframework.boot.autoconfigure.service.connection.ConnectionDetailsFactory",
			"org.springframework.boot.context.config.ConfigDataLoader",
			"org.springframework.boot.context.config.ConfigDataLocationResolver",
			"org.springframework.boot.diagnostics.FailureAnalysisReporter",
			"org.springframework.boot.diagnostics.FailureAnalyzer",
			"org.springframework.boot.env.EnvironmentPostProcessor",
			"org.springframework.boot.env.PropertySourceLoader",
			"org.springframework.boot.logging.LoggingSystemFactory",
			"org.springframework.context.ApplicationContextInitializer",
			"org.springframework.context.ApplicationListener");

	/** Whose implementations of these are known. */
	private static final List<String> KNOWN = List.of("org.springframework.boot.",
			"org.springframework.cloud.function.", "dev.kindling.");

	/** What else only {@code SpringApplication} uses. */
	private static final List<String> START_TYPES = List.of("org.springframework.boot.ApplicationProperties",
			"org.springframework.boot.context.config.", "org.springframework.boot.logging.structured.");

	/**
	 * What hints at itself though an application may have no use for it: it has none if
	 * it has no client for HTTP, and mentions nothing of it.
	 */
	private static final List<String> PARTS = List.of("org.springframework.http.", "org.springframework.web.",
			"org.springframework.core.io.", "org.springframework.boot.io.", "org.springframework.boot.web.",
			"org.springframework.boot.http.", "org.springframework.boot.autoconfigure.http.",
			"org.springframework.boot.autoconfigure.freemarker.",
			"org.springframework.boot.autoconfigure.groovy.template.",
			"org.springframework.boot.autoconfigure.mustache.", "org.springframework.boot.autoconfigure.template.",
			"org.springframework.boot.autoconfigure.thymeleaf.", "org.springframework.boot.autoconfigure.web.");

	private static final String ONLY_BOOT = "only SpringApplication uses it, which a lean start doesn't run";

	/** Why the hints of a class are unneeded. */
	private final Map<String, String> unneeded = new TreeMap<>();

	/** The same for all classes whose names begin so. */
	private final Map<String, String> prefixes = new TreeMap<>();

	private final Set<String> needed;

	UnneededHints(UnneededBeans.Decision decision, ClassLoader classLoader) {
		START.forEach((type) -> this.unneeded.put(type, ONLY_BOOT));
		for (String type : factories(classLoader)) {
			if (KNOWN.stream().anyMatch(type::startsWith)) {
				this.unneeded.put(type, ONLY_BOOT);
			}
		}
		START_TYPES.forEach((prefix) -> this.prefixes.put(prefix, ONLY_BOOT));
		boolean http = !decision.leftAsAWhole().contains(StarterBeans.HTTP_CLIENTS);
		for (String part : PARTS) {
			if (!http && !decision.mentions().containsKey(mark(part))) {
				this.prefixes.put(part, "nothing mentions " + part + "*");
			}
		}
		for (StarterBeans group : decision.leftAsAWhole()) {
			group.origins().forEach((origin) -> {
				this.unneeded.put(origin, group.reason());
				this.prefixes.put(origin + "$", group.reason());
			});
			StarterHints.of(group).forEach((prefix) -> this.prefixes.put(prefix, group.reason()));
		}
		this.needed = neededTypes(decision.graph());
	}

	/**
	 * What class files mention that need the hints of certain parts.
	 */
	static List<String> marks() {
		return PARTS.stream().map(UnneededHints::mark).toList();
	}

	private static String mark(String part) {
		return part.replace('.', '/');
	}

	/**
	 * Why the hints for a class can be taken back.
	 * @return {@code null} if they can't
	 */
	@Nullable String reason(String type) {
		if (this.needed.contains(type)) {
			return null;
		}
		String reason = this.unneeded.get(type);
		if (reason != null) {
			return reason;
		}
		for (Map.Entry<String, String> prefix : this.prefixes.entrySet()) {
			if (type.startsWith(prefix.getKey())) {
				return prefix.getValue();
			}
		}
		return null;
	}

	/**
	 * Removes the hints. Spring has no way to take a hint back, so that this reaches into
	 * {@link ReflectionHints}; should that ever look different, the hints stay.
	 * @return the classes whose hints were taken back, each with why
	 */
	Map<String, String> removeFrom(ReflectionHints hints) {
		Map<String, String> removed = new TreeMap<>();
		Field field = ReflectionUtils.findField(ReflectionHints.class, "types", Map.class);
		if (field == null) {
			logger.info(
					"Hints that nothing needs stay in the executable, as this version of Spring keeps them elsewhere");
			return removed;
		}
		ReflectionUtils.makeAccessible(field);
		Map<?, ?> types = (Map<?, ?>) ReflectionUtils.getField(field, hints);
		if (types != null) {
			types.keySet().removeIf((type) -> {
				String name = ((TypeReference) type).getName();
				String reason = reason(name);
				if (reason != null) {
					removed.put(name, reason);
				}
				return reason != null;
			});
		}
		return removed;
	}

	private static Set<String> factories(ClassLoader classLoader) {
		Set<String> types = new HashSet<>();
		try {
			for (URL url : Collections
				.list(classLoader.getResources(SpringFactoriesLoader.FACTORIES_RESOURCE_LOCATION))) {
				Properties properties = PropertiesLoaderUtils.loadProperties(new UrlResource(url));
				for (String key : START) {
					types.addAll(StringUtils.commaDelimitedListToSet(properties.getProperty(key, "")));
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Can't read what spring.factories names", ex);
		}
		Set<String> trimmed = new HashSet<>();
		types.forEach((type) -> trimmed.add(type.trim()));
		return trimmed;
	}

	private static Set<String> neededTypes(BeanGraph graph) {
		Set<String> needed = new HashSet<>();
		for (Class<?> type : graph.types()) {
			Class<?> superclass = ClassUtils.getUserClass(type);
			while (superclass != null && superclass != Object.class) {
				needed.add(superclass.getName());
				superclass = superclass.getSuperclass();
			}
		}
		return needed;
	}

}
