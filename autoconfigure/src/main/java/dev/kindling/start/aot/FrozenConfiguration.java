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

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import dev.kindling.start.LeanDocument;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.cloud.CloudPlatform;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.EnumerablePropertySource;

/**
 * The application's configuration files as documents with the conditions under which each
 * counts.
 *
 * @param documents highest precedence first; a profile's own in the order within that
 * profile
 * @param reason why Spring Boot's own code has to read the files when the application
 * runs: the second half of a sentence, or {@code null} if it hasn't
 */
record FrozenConfiguration(List<Document> documents, @Nullable String reason) {

	private static final ConfigurationPropertyName PROFILES = ConfigurationPropertyName.of("spring.profiles");

	private static final ConfigurationPropertyName IMPORT = ConfigurationPropertyName.of("spring.config.import");

	private static final ConfigurationPropertyName PLATFORM = ConfigurationPropertyName
		.of("spring.main.cloud-platform");

	static FrozenConfiguration of(ClassLoader classLoader) {
		ConfigurationFiles files = new ConfigurationFiles(classLoader);
		String reason = files.otherLoader();
		reason = (reason != null) ? reason + " reads configuration files, too" : null;
		List<Document> documents = new ArrayList<>();
		for (ConfigurationFiles.Document file : files.read()) {
			Document document = Document.of(file);
			documents.add(document);
			reason = (reason != null) ? reason : document.reason();
		}
		return new FrozenConfiguration(documents, reason);
	}

	/**
	 * Whether any value contains the text.
	 */
	boolean contains(String text) {
		return this.documents.stream()
			.anyMatch((document) -> document.values()
				.values()
				.stream()
				.anyMatch((value) -> value.toString().contains(text)));
	}

	/**
	 * Whether any document has a property of that name, or below it.
	 */
	boolean has(String name) {
		return this.documents.stream().anyMatch((document) -> document.has(ConfigurationPropertyName.of(name)));
	}

	boolean hasCloudPlatforms() {
		return this.documents.stream().anyMatch((document) -> document.onCloudPlatform() != null);
	}

	/**
	 * The documents as they are when the application runs.
	 */
	LeanDocument[] toLeanDocuments() {
		return this.documents.stream().map(Document::toLeanDocument).toArray(LeanDocument[]::new);
	}

	/**
	 * A document with its conditions.
	 *
	 * @param file what was read
	 * @param values values as written, placeholders unresolved
	 * @param onCloudPlatform the cloud platform on which it counts
	 * @param onProfile expressions of which one has to match
	 * @param reason why it has to be read when the application runs
	 */
	record Document(ConfigurationFiles.Document file, Map<String, Object> values, @Nullable String onCloudPlatform,
			List<String> onProfile, @Nullable String reason) {

		static Document of(ConfigurationFiles.Document file) {
			EnumerablePropertySource<?> source = file.source();
			if (source == null) {
				return new Document(file, Map.of(), null, List.of(), null);
			}
			Map<String, Object> values = new LinkedHashMap<>();
			for (String name : source.getPropertyNames()) {
				Object value = source.getProperty(name);
				values.put(name, (value instanceof CharSequence || value == null)
						? String.valueOf((value != null) ? value : "") : value);
			}
			Binder binder = new Binder(ConfigurationPropertySource.from(source));
			try {
				CloudPlatform platform = binder.bind("spring.config.activate.on-cloud-platform", CloudPlatform.class)
					.orElse(null);
				String[] profiles = binder.bind("spring.config.activate.on-profile", String[].class)
					.orElse(new String[0]);
				Document document = new Document(file, values, (platform != null) ? platform.name() : null,
						List.of(profiles), null);
				return new Document(file, values, document.onCloudPlatform(), document.onProfile(),
						document.reasonToRead());
			}
			catch (BindException ex) {
				return new Document(file, values, null, List.of(),
						"'" + file.name() + "' has a condition that depends on the run");
			}
		}

		private @Nullable String reasonToRead() {
			if (has(IMPORT)) {
				return "'" + this.file.name() + "' imports others";
			}
			if (this.onProfile.stream().anyMatch((expression) -> expression.contains("${"))) {
				return "'" + this.file.name() + "' has a condition that depends on the run";
			}
			List<ConfigurationPropertyName> profiles = names().filter(PROFILES::isAncestorOf).toList();
			if (profiles.size() != Set.copyOf(profiles).size()) {
				return "'" + this.file.name() + "' writes a name below spring.profiles in two ways";
			}
			boolean conditional = this.file.profile() != null || this.onCloudPlatform != null
					|| !this.onProfile.isEmpty();
			if (conditional && (has(PROFILES) || has(PLATFORM))) {
				return "'" + this.file.name() + "' names profiles and is itself for some only";
			}
			return null;
		}

		/**
		 * Whether it has a property of that name, or below it.
		 */
		boolean has(ConfigurationPropertyName name) {
			return names().anyMatch((candidate) -> name.equals(candidate) || name.isAncestorOf(candidate));
		}

		private Stream<ConfigurationPropertyName> names() {
			EnumerablePropertySource<?> source = this.file.source();
			return (source != null
					&& ConfigurationPropertySource.from(source) instanceof IterableConfigurationPropertySource names)
							? names.stream() : Stream.empty();
		}

		LeanDocument toLeanDocument() {
			if (this.file.failure() != null && this.file.profile() != null) {
				return LeanDocument.unreadable(this.file.name(), this.file.profile(), this.file.failure());
			}
			return LeanDocument.of(this.file.name(), this.values, this.file.profile(), this.onCloudPlatform,
					this.onProfile.toArray(String[]::new));
		}

	}

}
