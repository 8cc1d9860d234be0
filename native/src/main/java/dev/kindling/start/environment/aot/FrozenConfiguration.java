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

import java.util.ArrayList;
import java.util.List;

import dev.kindling.start.environment.LeanDocument;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.javapoet.CodeBlock;
import org.springframework.javapoet.MethodSpec;
import org.springframework.javapoet.TypeSpec;

/**
 * The application's configuration files as documents with the conditions under which each
 * counts.
 */
public final class FrozenConfiguration {

	private final List<FrozenDocument> documents;

	private final @Nullable String reason;

	private FrozenConfiguration(List<FrozenDocument> documents, @Nullable String reason) {
		this.documents = documents;
		this.reason = reason;
	}

	/**
	 * Reads the configuration files of a class path.
	 * @param classLoader the class path
	 * @return the configuration
	 * @throws IllegalStateException if a file can't be read
	 */
	public static FrozenConfiguration of(ClassLoader classLoader) {
		ConfigurationFiles files = new ConfigurationFiles(classLoader);
		String reason = files.otherLoader();
		reason = (reason != null) ? reason + " reads configuration files, too" : null;
		List<FrozenDocument> documents = new ArrayList<>();
		for (ConfigurationFiles.Document file : files.read()) {
			FrozenDocument document = FrozenDocument.of(file);
			documents.add(document);
			reason = (reason != null) ? reason : document.reason();
		}
		return new FrozenConfiguration(documents, reason);
	}

	/**
	 * Why Spring Boot's own code has to read the files when the application runs.
	 * @return the second half of a sentence, or {@code null} if it hasn't to
	 */
	public @Nullable String reason() {
		return this.reason;
	}

	/**
	 * Whether any value contains a text.
	 * @param text the text
	 * @return {@code false} if none does, whatever the profiles
	 */
	public boolean contains(String text) {
		return this.documents.stream()
			.anyMatch((document) -> document.values()
				.values()
				.stream()
				.anyMatch((value) -> value.toString().contains(text)));
	}

	/**
	 * Whether any document has a property of that name, or below it.
	 * @param name the name in its uniform form
	 * @return {@code false} if none has, whatever the profiles
	 */
	public boolean has(String name) {
		return this.documents.stream().anyMatch((document) -> document.has(ConfigurationPropertyName.of(name)));
	}

	/**
	 * Whether a document counts on one cloud platform only.
	 * @return {@code false} if the platform doesn't matter
	 */
	public boolean hasCloudPlatforms() {
		return this.documents.stream().anyMatch((document) -> document.onCloudPlatform() != null);
	}

	/**
	 * Adds methods that make the documents, in the order of their precedence, to a class
	 * that is generated.
	 * @param type the class
	 * @return the calls of the methods
	 */
	public List<CodeBlock> addDocuments(TypeSpec.Builder type) {
		List<CodeBlock> calls = new ArrayList<>();
		for (FrozenDocument document : this.documents) {
			MethodSpec method = document.toMethod("document" + calls.size());
			type.addMethod(method);
			calls.add(CodeBlock.of("$N()", method));
		}
		return calls;
	}

	/**
	 * The documents as they are when the application runs.
	 */
	LeanDocument[] toLeanDocuments() {
		return this.documents.stream().map(FrozenDocument::toLeanDocument).toArray(LeanDocument[]::new);
	}

}
