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

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Supplier;

import dev.kindling.start.environment.aot.FrozenDocuments;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.statistics.Statistics;

import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.boot.env.RandomValuePropertySource;
import org.springframework.boot.env.SpringApplicationJsonEnvironmentPostProcessor;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.ConfigurablePropertyResolver;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The same files, variables, system properties and arguments give the same environment as
 * Spring Boot makes of them, or the same failure. Set {@code jqwik.tries.default} for
 * more tries.
 */
class FrozenEnvironmentUnitTests {

	private static RandomConfiguration current;

	@Provide
	Arbitrary<RandomConfiguration> configurations() {
		return Arbitraries.randomValue(RandomConfiguration::new);
	}

	@Property(shrinking = ShrinkingMode.OFF)
	void isWhatBootMakesOfTheSameConfiguration(@ForAll("configurations") RandomConfiguration configuration)
			throws Exception {
		Map<String, String> outcome = compare(configuration);
		outcome.forEach((label, value) -> Statistics.label(label).collect(value));
	}

	static Map<String, String> compare(RandomConfiguration configuration) throws Exception {
		Path folder = Files.createTempDirectory("configuration");
		ClassLoader original = Thread.currentThread().getContextClassLoader();
		try {
			current = configuration;
			configuration.write(folder);
			ClassLoader classLoader = new FolderClassLoader(folder, original);
			Thread.currentThread().setContextClassLoader(classLoader);
			return compare(configuration, classLoader);
		}
		finally {
			Thread.currentThread().setContextClassLoader(original);
			FileSystemUtils.deleteRecursively(folder);
		}
	}

	private static Map<String, String> compare(RandomConfiguration configuration, ClassLoader classLoader) {
		String[] args = configuration.args.toArray(String[]::new);
		String[] builtWith = configuration.builtWith.toArray(String[]::new);
		Map<String, Object> boot = describe(() -> boot(args, builtWith, classLoader), true);
		FrozenDocuments frozen = FrozenDocuments.of(classLoader);
		if (frozen.reason() != null) {
			assertSame(boot, describe(() -> new Read(builtWith, args), true), configuration);
		}
		else {
			assertSame(boot, describe(() -> new Frozen(frozen.documents(), builtWith, args), true), configuration);
			assertSame(describe(() -> boot(args, builtWith, classLoader), false),
					describe(() -> new Unconverted(frozen.documents(), builtWith, args), false), configuration);
		}
		return Map.of("read", (frozen.reason() == null) ? "when built" : "when started", "result",
				boot.containsKey("failure") ? "fails" : "starts");
	}

	private static void assertSame(Map<String, Object> boot, Map<String, Object> lean,
			RandomConfiguration configuration) {
		Map<String, String> differences = new LinkedHashMap<>();
		TreeSet<String> keys = new TreeSet<>(boot.keySet());
		keys.addAll(lean.keySet());
		for (String key : keys) {
			if (!Objects.equals(boot.get(key), lean.get(key))) {
				differences.put(key, "Boot: " + boot.get(key) + ", lean: " + lean.get(key));
			}
		}
		assertThat(differences).as(configuration::toString).isEmpty();
	}

	private static ConfigurableEnvironment boot(String[] args, String[] builtWith, ClassLoader classLoader) {
		StandardEnvironment environment = new BootsEnvironment();
		environment.setConversionService(new ApplicationConversionService());
		if (args.length > 0) {
			environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource(args));
		}
		ConfigurationPropertySources.attach(environment);
		for (String profile : builtWith) {
			environment.addActiveProfile(profile);
		}
		RandomValuePropertySource.addToEnvironment(environment);
		new SpringApplicationJsonEnvironmentPostProcessor().postProcessEnvironment(environment, null);
		ConfigDataEnvironmentPostProcessor.applyTo(environment, new DefaultResourceLoader(classLoader), null);
		return environment;
	}

	private static Map<String, Object> describe(Supplier<ConfigurableEnvironment> maker, boolean binds) {
		Map<String, Object> description = new LinkedHashMap<>();
		ConfigurableEnvironment environment;
		try {
			environment = maker.get();
		}
		catch (RuntimeException ex) {
			description.put("failure", message(ex));
			return description;
		}
		description.put("active", List.of(environment.getActiveProfiles()));
		description.put("default", List.of(environment.getDefaultProfiles()));
		TreeSet<String> names = new TreeSet<>(List.of("app.camel-case", "app.camelCase", "app.list", "app.list[0]"));
		List<String> sources = new ArrayList<>();
		for (PropertySource<?> source : environment.getPropertySources()) {
			if (source instanceof EnumerablePropertySource<?> enumerable
					&& !source.getName().equals("applicationInfo")) {
				sources.add(source.getName());
				Collections.addAll(names, enumerable.getPropertyNames());
			}
		}
		description.put("sources", sources);
		for (String name : names) {
			description.put(name, value(() -> environment.getProperty(name)));
		}
		if (binds) {
			Binder binder = Binder.get(environment);
			for (String name : List.of("app.a", "other", "app.list")) {
				description.put("bound " + name,
						value(() -> binder.bind(name, Bindable.listOf(String.class)).orElse(null)));
			}
			description.put("bound app",
					value(() -> binder.bind("app", Bindable.mapOf(String.class, Object.class)).orElse(null)));
		}
		return description;
	}

	private static Object value(Supplier<Object> supplier) {
		try {
			return supplier.get();
		}
		catch (RuntimeException ex) {
			return message(ex);
		}
	}

	private static String message(RuntimeException ex) {
		Throwable cause = NestedExceptionUtils.getMostSpecificCause(ex);
		String message = String.valueOf(cause.getMessage());
		if (message.startsWith("No converter found") && message.contains("MultiValueMap")) {
			// Spring Boot names types there, and no property
			return "'spring.profiles.group' is set, but no profile whose group it is: set spring.profiles.group.<profile>";
		}
		return message.startsWith("Inactive property source")
				? message.replaceFirst("(?s) imported from.*| cannot contain.*", "") : message;
	}

	/**
	 * As SpringApplication makes it.
	 */
	private static class BootsEnvironment extends StandardEnvironment {

		@Override
		protected String doGetActiveProfilesProperty() {
			return null;
		}

		@Override
		protected String doGetDefaultProfilesProperty() {
			return null;
		}

		@Override
		protected ConfigurablePropertyResolver createPropertyResolver(MutablePropertySources sources) {
			return ConfigurationPropertySources.createPropertyResolver(sources);
		}

		@Override
		public Map<String, Object> getSystemEnvironment() {
			return current.variables;
		}

		@Override
		public Map<String, Object> getSystemProperties() {
			return current.systemProperties;
		}

	}

	private static class Frozen extends FrozenEnvironment {

		Frozen(LeanDocument[] documents, String[] activeProfiles, String[] args) {
			super(documents, activeProfiles, args);
		}

		@Override
		public Map<String, Object> getSystemEnvironment() {
			return current.variables;
		}

		@Override
		public Map<String, Object> getSystemProperties() {
			return current.systemProperties;
		}

	}

	private static final class Unconverted extends Frozen {

		Unconverted(LeanDocument[] documents, String[] activeProfiles, String[] args) {
			super(documents, activeProfiles, args);
		}

		@Override
		boolean usesConversion() {
			return false;
		}

	}

	private static final class Read extends ReadEnvironment {

		Read(String[] activeProfiles, String[] args) {
			super(activeProfiles, args);
		}

		@Override
		public Map<String, Object> getSystemEnvironment() {
			return current.variables;
		}

		@Override
		public Map<String, Object> getSystemProperties() {
			return current.systemProperties;
		}

	}

	/**
	 * A class path whose only configuration files are those of a folder.
	 */
	private static final class FolderClassLoader extends ClassLoader {

		private final Path folder;

		private final ClassLoader classes;

		FolderClassLoader(Path folder, ClassLoader classes) {
			super(null);
			this.folder = folder;
			this.classes = classes;
		}

		@Override
		protected Class<?> findClass(String name) throws ClassNotFoundException {
			return this.classes.loadClass(name);
		}

		@Override
		public URL getResource(String name) {
			Path file = this.folder.resolve(name);
			try {
				return Files.exists(file) ? file.toUri().toURL() : this.classes.getResource(name);
			}
			catch (IOException ex) {
				throw new IllegalStateException(ex);
			}
		}

		@Override
		public Enumeration<URL> getResources(String name) throws IOException {
			if (name.isEmpty() || name.startsWith("config")) {
				return Files.exists(this.folder.resolve(name))
						? Collections.enumeration(List.of(this.folder.resolve(name).toUri().toURL()))
						: Collections.emptyEnumeration();
			}
			return this.classes.getResources(name);
		}

	}

}
