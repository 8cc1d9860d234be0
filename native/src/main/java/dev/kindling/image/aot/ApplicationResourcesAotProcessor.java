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

package dev.kindling.image.aot;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.kindling.code.ApplicationClasses;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.aot.BeanFactoryInitializationAotContribution;
import org.springframework.beans.factory.aot.BeanFactoryInitializationAotProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.env.Environment;

/**
 * Takes the application's own resources into the executable: the files beside its classes
 * that aren't classes, configuration or metadata. GraalVM takes none unasked, and code
 * that reads one would find it on the JVM only. Switched off by
 * {@code kindling.aot.resources=none}.
 */
class ApplicationResourcesAotProcessor implements BeanFactoryInitializationAotProcessor {

	private static final String PROPERTY = "kindling.aot.resources";

	private static final String ALL = "application";

	private static final String NONE = "none";

	/** What is read while the executable is built. */
	private static final Pattern BUILT = Pattern
		.compile("META-INF/.*|.*\\.class|(config/)?application(-[^/]*)?\\.(properties|ya?ml)|.*\\.kotlin_module");

	@Override
	public @Nullable BeanFactoryInitializationAotContribution processAheadOfTime(
			ConfigurableListableBeanFactory beanFactory) {
		String configured = beanFactory.getBean("environment", Environment.class).getProperty(PROPERTY, ALL).trim();
		if (configured.equals(NONE)) {
			return null;
		}
		if (!configured.equals(ALL)) {
			throw new IllegalArgumentException(
					"'" + PROPERTY + "' can't be '" + configured + "'. Set it to " + ALL + " or " + NONE + ".");
		}
		Set<String> resources = resources(ApplicationClasses.ofClassPath().directories());
		if (resources.isEmpty()) {
			return null;
		}
		return (generationContext, code) -> resources
			.forEach(generationContext.getRuntimeHints().resources()::registerPattern);
	}

	/**
	 * The resources of directories of classes.
	 * @return paths with slashes
	 */
	static Set<String> resources(List<Path> directories) {
		Set<String> resources = new TreeSet<>();
		for (Path directory : directories) {
			try (Stream<Path> files = Files.walk(directory)) {
				files.filter(Files::isRegularFile)
					.map((file) -> directory.relativize(file).toString().replace(File.separatorChar, '/'))
					.filter((name) -> !BUILT.matcher(name).matches())
					.forEach(resources::add);
			}
			catch (IOException ex) {
				throw new UncheckedIOException("The class path's directory " + directory + " can't be read", ex);
			}
		}
		return resources;
	}

}
