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

package dev.kindling.dynamodb.aot;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import dev.kindling.dynamodb.schema.TableSchemaSource;

import org.springframework.aot.test.generate.TestGenerationContext;
import org.springframework.core.test.tools.SourceFile;
import org.springframework.core.test.tools.TestCompiler;
import org.springframework.javapoet.ClassName;

/**
 * Generates schemas and compiles them.
 */
record GeneratedSchemas(TableSchemaSource source, List<String> sources) {

	static GeneratedSchemas of(Collection<Class<?>> types) {
		TestGenerationContext context = new TestGenerationContext(
				ClassName.get("dev.kindling.dynamodb.aot", "Generated"));
		ClassName name = new TableSchemaGenerator(types).generate(context);
		context.writeGeneratedContent();
		AtomicReference<GeneratedSchemas> schemas = new AtomicReference<>();
		TestCompiler.forSystem()
			.with(context)
			.compile((compiled) -> schemas
				.set(new GeneratedSchemas(compiled.getInstance(TableSchemaSource.class, name.canonicalName()),
						compiled.getSourceFiles().stream().map(SourceFile::getContent).toList())));
		return schemas.get();
	}

}
