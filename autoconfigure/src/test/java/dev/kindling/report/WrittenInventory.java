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

package dev.kindling.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.springframework.aot.generate.ClassNameGenerator;
import org.springframework.aot.generate.DefaultGenerationContext;
import org.springframework.aot.generate.FileSystemGeneratedFiles;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.javapoet.ClassName;

/**
 * What ahead-of-time processing writes down of an application.
 */
final class WrittenInventory {

	private WrittenInventory() {
	}

	/**
	 * Processes an application.
	 * @param context its beans, not refreshed
	 * @param target where a folder for it is made
	 */
	static JsonNode of(GenericApplicationContext context, Path target) throws IOException {
		Path build = Files.createTempDirectory(target, "build");
		Path generated = build.resolve("spring-aot/main");
		DefaultGenerationContext generation = new DefaultGenerationContext(
				new ClassNameGenerator(ClassName.get("com.example", "Application")),
				new FileSystemGeneratedFiles((kind) -> generated.resolve(kind.name())));
		// An application doesn't have the code of all these tests
		String classPath = System.clearProperty("java.class.path");
		try {
			new ApplicationContextAotGenerator().processAheadOfTime(context, generation);
		}
		finally {
			System.setProperty("java.class.path", classPath);
		}
		generation.writeGeneratedContent();
		return new JsonMapper().readTree(Files.readAllBytes(build.resolve("kindling/inventory.json")));
	}

}
