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

import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.core.env.ConfigurablePropertyResolver;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * The environment of an application that starts lean: command line,
 * {@code SPRING_APPLICATION_JSON}, system properties and environment variables, in Spring
 * Boot's order. What comes from configuration files follows.
 */
public abstract class LeanEnvironment extends StandardEnvironment {

	private @Nullable Map<String, Object> variables;

	private @Nullable RelaxedPropertyResolver relaxed;

	LeanEnvironment(String[] args) {
		MutablePropertySources sources = getPropertySources();
		if (args.length > 0) {
			sources.addFirst(new SimpleCommandLinePropertySource(args));
		}
		if (usesConversion()) {
			ConfigurationPropertySources.attach(this);
			setConversionService(new ApplicationConversionService());
		}
		JsonProperties.addTo(sources);
	}

	/**
	 * Creates the environment of a run.
	 * @param args the command line
	 * @return the environment, with all that configuration files add to it
	 * @throws IllegalStateException if something is set that can't be honoured
	 */
	public static LeanEnvironment of(String[] args) {
		return GeneratedConfiguration.READS_CONFIGURATION
				? new ReadEnvironment(GeneratedConfiguration.ACTIVE_PROFILES, args)
				: new FrozenEnvironment(GeneratedConfiguration.DOCUMENTS, GeneratedConfiguration.ACTIVE_PROFILES, args);
	}

	/**
	 * Whether the executable holds Spring Boot's binding and conversion.
	 */
	boolean usesConversion() {
		return GeneratedConfiguration.USES_CONVERSION;
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

	@Override
	protected ConfigurablePropertyResolver createPropertyResolver(MutablePropertySources sources) {
		if (usesConversion()) {
			return ConfigurationPropertySources.createPropertyResolver(sources);
		}
		this.relaxed = new RelaxedPropertyResolver(sources);
		return this.relaxed;
	}

	/**
	 * Whether there is a property of a name of Spring Boot's, or below it.
	 * @param name a uniform name, such as {@code spring.main}
	 * @return {@code false} if all properties there have their defaults
	 */
	public abstract boolean configures(String name);

	/**
	 * Whether a property switches something on.
	 * @param name the property
	 * @param otherwise what counts if it isn't set
	 * @return what it is set to
	 * @throws IllegalStateException if that is neither {@code true} nor {@code false}
	 */
	public final boolean isOn(String name, boolean otherwise) {
		String value = getProperty(name);
		return (value != null && !value.isEmpty()) ? Switch.of(name, value) : otherwise;
	}

	/**
	 * A property's value as it was written.
	 */
	final @Nullable Object raw(String name) {
		if (this.relaxed != null) {
			return this.relaxed.getProperty(name, Object.class, false);
		}
		for (PropertySource<?> source : getPropertySources()) {
			Object value = source.getProperty(name);
			if (value != null) {
				return value;
			}
		}
		return null;
	}

	/**
	 * Profiles are set once, when all that names them is known.
	 */
	@Override
	protected @Nullable String doGetActiveProfilesProperty() {
		return null;
	}

	@Override
	protected @Nullable String doGetDefaultProfilesProperty() {
		return null;
	}

}
