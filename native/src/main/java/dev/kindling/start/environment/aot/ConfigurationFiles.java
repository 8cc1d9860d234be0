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

package dev.kindling.start.environment.aot;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.env.PropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.SpringFactoriesLoader;

/**
 * Reads the configuration files of the class path with Spring Boot's own loaders:
 * {@code application} and {@code application-<profile>}, in the root and in
 * {@code config/}.
 */
final class ConfigurationFiles {

	private static final String[] FOLDERS = { "config/", "" };

	private final ClassLoader classLoader;

	private final List<PropertySourceLoader> loaders;

	ConfigurationFiles(ClassLoader classLoader) {
		this.classLoader = classLoader;
		this.loaders = SpringFactoriesLoader.forDefaultResourceLocation(classLoader).load(PropertySourceLoader.class);
	}

	/**
	 * The loader that Spring Boot doesn't bring itself, if there is one.
	 */
	@Nullable String otherLoader() {
		for (PropertySourceLoader loader : this.loaders) {
			String name = loader.getClass().getName();
			if (!name.startsWith("org.springframework.boot.env.")) {
				return name;
			}
		}
		return null;
	}

	/**
	 * All documents, highest precedence first: those without a profile, then those of
	 * each profile.
	 */
	List<Document> read() {
		List<Document> documents = new ArrayList<>();
		read(null, documents);
		for (String profile : profiles()) {
			read(profile, documents);
		}
		return documents;
	}

	private void read(@Nullable String profile, List<Document> documents) {
		for (String folder : FOLDERS) {
			for (PropertySourceLoader loader : this.loaders) {
				for (String extension : loader.getFileExtensions()) {
					String file = "application" + ((profile != null) ? "-" + profile : "") + "." + extension;
					Resource resource = new ClassPathResource(folder + file, this.classLoader);
					if (resource.exists()) {
						read(loader, resource, folder, profile, documents);
					}
				}
			}
		}
	}

	private static void read(PropertySourceLoader loader, Resource resource, String folder, @Nullable String profile,
			List<Document> documents) {
		String name = "Config resource '" + resource + "' via location 'optional:classpath:/" + folder + "'";
		List<PropertySource<?>> sources;
		try {
			sources = loader.load(name, resource);
		}
		catch (IOException | RuntimeException ex) {
			if (profile == null || !String.valueOf(resource.getFilename()).endsWith(".xml")) {
				throw new IllegalStateException("'" + resource + "' can't be read: " + ex.getMessage(), ex);
			}
			documents.add(new Document(null, name, profile,
					"'" + resource + "' isn't a configuration file, but profile '" + profile + "' is active"));
			return;
		}
		for (int i = sources.size() - 1; i >= 0; i--) {
			documents.add(new Document((EnumerablePropertySource<?>) sources.get(i), sources.get(i).getName(), profile,
					null));
		}
	}

	private Set<String> profiles() {
		Set<String> profiles = new TreeSet<>();
		PathMatchingResourcePatternResolver resolver = new PathMatchingResourcePatternResolver(this.classLoader);
		for (String folder : FOLDERS) {
			try {
				for (Resource resource : resolver.getResources("classpath*:" + folder + "application-*.*")) {
					String file = String.valueOf(resource.getFilename());
					String extension = file.substring(file.lastIndexOf('.') + 1);
					if (isRead(extension)) {
						profiles.add(file.substring("application-".length(), file.lastIndexOf('.')));
					}
				}
			}
			catch (FileNotFoundException ex) {
				// there is no such folder
			}
			catch (IOException ex) {
				throw new UncheckedIOException("Can't look for the profiles' configuration files", ex);
			}
		}
		profiles.remove("");
		return profiles;
	}

	private boolean isRead(String extension) {
		for (PropertySourceLoader loader : this.loaders) {
			for (String candidate : loader.getFileExtensions()) {
				if (candidate.equals(extension.toLowerCase(Locale.ROOT))) {
					return true;
				}
			}
		}
		return false;
	}

	/**
	 * A document as it stands in its file.
	 *
	 * @param source its values, or {@code null} if it can't be read
	 * @param name what Spring Boot calls it
	 * @param profile the profile that the file's name ends with
	 * @param failure why it can't be read
	 */
	record Document(@Nullable EnumerablePropertySource<?> source, String name, @Nullable String profile,
			@Nullable String failure) {
	}

}
