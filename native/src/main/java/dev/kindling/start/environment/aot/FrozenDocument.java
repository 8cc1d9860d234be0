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

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import javax.lang.model.element.Modifier;

import dev.kindling.start.environment.LeanDocument;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.cloud.CloudPlatform;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.javapoet.CodeBlock;
import org.springframework.javapoet.MethodSpec;
import org.springframework.javapoet.ParameterizedTypeName;

/**
 * A document with its conditions.
 *
 * @param file what was read
 * @param values values as written, placeholders unresolved
 * @param onCloudPlatform the cloud platform on which it counts
 * @param onProfile expressions of which one has to match
 * @param reason why it has to be read when the application runs
 */
record FrozenDocument(ConfigurationFiles.Document file, Map<String, Object> values, @Nullable String onCloudPlatform,
		List<String> onProfile, @Nullable String reason) {

	private static final ParameterizedTypeName STRINGS_TO_OBJECTS = ParameterizedTypeName.get(Map.class, String.class,
			Object.class);

	/** A text is a constant of at most 65,535 bytes, a character has at most three. */
	private static final int LONGEST_TEXT = 21_000;

	/** A method has at most 65,535 bytes. */
	private static final int MOST_VALUES = 4_000;

	private static final ConfigurationPropertyName PROFILES = ConfigurationPropertyName.of("spring.profiles");

	private static final ConfigurationPropertyName ACTIVATE = ConfigurationPropertyName.of("spring.config.activate");

	private static final ConfigurationPropertyName IMPORT = ConfigurationPropertyName.of("spring.config.import");

	private static final ConfigurationPropertyName PLATFORM = ConfigurationPropertyName
		.of("spring.main.cloud-platform");

	static FrozenDocument of(ConfigurationFiles.Document file) {
		EnumerablePropertySource<?> source = file.source();
		if (source == null) {
			return new FrozenDocument(file, Map.of(), null, List.of(), null);
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
			String[] profiles = binder.bind("spring.config.activate.on-profile", String[].class).orElse(new String[0]);
			FrozenDocument document = new FrozenDocument(file, values, (platform != null) ? platform.name() : null,
					List.of(profiles), null);
			return new FrozenDocument(file, values, document.onCloudPlatform(), document.onProfile(),
					document.reasonToRead());
		}
		catch (BindException ex) {
			return new FrozenDocument(file, values, null, List.of(),
					"'" + file.name() + "' has a condition that depends on the run");
		}
	}

	private @Nullable String reasonToRead() {
		if (has(IMPORT)) {
			return "'" + this.file.name() + "' imports others";
		}
		if (!fitsIntoCode()) {
			return "'" + this.file.name() + "' holds what doesn't fit into generated code";
		}
		if (names().anyMatch((name) -> name.equals(ACTIVATE) || name.equals(PROFILES)
				|| (PROFILES.isParentOf(name) && name.isLastElementIndexed()))) {
			return "'" + this.file.name() + "' has a condition that Spring Boot refuses";
		}
		if (this.onProfile.stream().anyMatch((expression) -> expression.contains("${"))) {
			return "'" + this.file.name() + "' has a condition that depends on the run";
		}
		List<ConfigurationPropertyName> profiles = names().filter(PROFILES::isAncestorOf).toList();
		if (profiles.size() != Set.copyOf(profiles).size()) {
			return "'" + this.file.name() + "' writes a name below spring.profiles in two ways";
		}
		boolean conditional = this.file.profile() != null || this.onCloudPlatform != null || !this.onProfile.isEmpty();
		if (conditional && (has(PROFILES) || has(PLATFORM))) {
			return "'" + this.file.name() + "' names profiles and is itself for some only";
		}
		return null;
	}

	/**
	 * Whether all values are what {@link #literal} knows, and javac takes that many of
	 * that length.
	 */
	private boolean fitsIntoCode() {
		return this.values.size() <= MOST_VALUES && this.values.values()
			.stream()
			.allMatch((value) -> (value instanceof String text) ? text.length() <= LONGEST_TEXT
					: value instanceof Boolean || value instanceof Integer || value instanceof Long
							|| value instanceof Double || value instanceof BigInteger);
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

	/**
	 * A method that makes the document.
	 */
	MethodSpec toMethod(String name) {
		MethodSpec.Builder method = MethodSpec.methodBuilder(name)
			.addModifiers(Modifier.PRIVATE, Modifier.STATIC)
			.returns(LeanDocument.class);
		if (this.file.failure() != null) {
			return method
				.addStatement("return $T.unreadable($S, $S, $S)", LeanDocument.class, this.file.name(),
						this.file.profile(), this.file.failure())
				.build();
		}
		method.addStatement("$T values = new $T<>()", STRINGS_TO_OBJECTS, LinkedHashMap.class);
		this.values.forEach((key, value) -> method.addStatement("values.put($S, $L)", key, literal(value)));
		CodeBlock.Builder conditions = CodeBlock.builder();
		this.onProfile.forEach((expression) -> conditions.add(", $S", expression));
		return method
			.addStatement("return $T.of($S, values, $S, $S$L)", LeanDocument.class, this.file.name(),
					this.file.profile(), this.onCloudPlatform, conditions.build())
			.build();
	}

	private static CodeBlock literal(Object value) {
		if (value instanceof Integer || value instanceof Boolean) {
			return CodeBlock.of("$L", value);
		}
		if (value instanceof Long) {
			return CodeBlock.of("$LL", value);
		}
		if (value instanceof Double number) {
			return Double.isFinite(number) ? CodeBlock.of("$L", value)
					: CodeBlock.of("$T.valueOf($S)", Double.class, value.toString());
		}
		if (value instanceof BigInteger) {
			return CodeBlock.of("new $T($S)", BigInteger.class, value.toString());
		}
		return CodeBlock.of("$S", value.toString());
	}

}
