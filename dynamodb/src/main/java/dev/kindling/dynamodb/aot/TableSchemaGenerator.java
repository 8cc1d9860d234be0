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

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import dev.kindling.dynamodb.schema.Documents;
import dev.kindling.dynamodb.schema.Entity;
import dev.kindling.dynamodb.schema.EntityIntrospector;
import dev.kindling.dynamodb.schema.ReflectiveTableSchemas;
import dev.kindling.dynamodb.schema.SkippedAttributes;
import dev.kindling.dynamodb.schema.TableSchemaSource;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;

import org.springframework.aot.generate.GeneratedClass;
import org.springframework.aot.generate.GenerationContext;
import org.springframework.javapoet.ClassName;
import org.springframework.javapoet.MethodSpec;
import org.springframework.javapoet.ParameterizedTypeName;
import org.springframework.javapoet.TypeSpec;
import org.springframework.javapoet.WildcardTypeName;

/**
 * Generates a class for each entity and each document within one, in their own packages,
 * and one class that finds them.
 */
final class TableSchemaGenerator {

	private static final String FEATURE = "TableSchema";

	private final Map<Class<?>, Entity> entities = new LinkedHashMap<>();

	/**
	 * Reads the classes and all that they hold.
	 * @throws dev.kindling.dynamodb.schema.SchemaException if one can't be mapped
	 */
	TableSchemaGenerator(Collection<Class<?>> types) {
		Deque<Class<?>> pending = new ArrayDeque<>(types);
		ReflectiveTableSchemas schemas = new ReflectiveTableSchemas();
		while (!pending.isEmpty()) {
			Class<?> type = pending.poll();
			if (!this.entities.containsKey(type)) {
				Entity entity = EntityIntrospector.introspect(type);
				SkippedAttributes.refuse(entity);
				// finds out at build time what would fail at run time
				schemas.of(type);
				GeneratedAccess.check(entity);
				this.entities.put(type, entity);
				pending.addAll(Documents.of(entity));
			}
		}
	}

	/**
	 * Generates the classes.
	 * @return the name of the one that finds the others, a {@link TableSchemaSource}
	 */
	ClassName generate(GenerationContext context) {
		Map<Class<?>, ClassName> names = new LinkedHashMap<>();
		for (Class<?> type : this.entities.keySet()) {
			GeneratedClass generated = context.getGeneratedClasses()
				.getOrAddForFeatureComponent(FEATURE, type, (builder) -> build(type, names, builder));
			names.put(type, generated.getName());
		}
		return context.getGeneratedClasses()
			.addForFeature(FEATURE + "s", (builder) -> buildSource(names, builder))
			.getName();
	}

	private void build(Class<?> type, Map<Class<?>, ClassName> names, TypeSpec.Builder builder) {
		new TableSchemaClass(this.entities.get(type), names, (document) -> reaches(document, type)).build(builder);
	}

	private boolean reaches(Class<?> from, Class<?> to) {
		Deque<Class<?>> pending = new ArrayDeque<>();
		Set<Class<?>> seen = new HashSet<>();
		pending.add(from);
		while (!pending.isEmpty()) {
			Class<?> type = pending.poll();
			if (type == to) {
				return true;
			}
			if (seen.add(type)) {
				pending.addAll(Documents.of(this.entities.get(type)));
			}
		}
		return false;
	}

	private static void buildSource(Map<Class<?>, ClassName> names, TypeSpec.Builder builder) {
		builder.addModifiers(javax.lang.model.element.Modifier.PUBLIC, javax.lang.model.element.Modifier.FINAL);
		builder.addJavadoc("The schemas of the application's entities.");
		builder.addSuperinterface(TableSchemaSource.class);
		MethodSpec.Builder find = MethodSpec.methodBuilder("find")
			.addAnnotation(Override.class)
			.addModifiers(javax.lang.model.element.Modifier.PUBLIC)
			.returns(ParameterizedTypeName.get(ClassName.get(TableSchema.class),
					WildcardTypeName.subtypeOf(Object.class)))
			.addParameter(
					ParameterizedTypeName.get(ClassName.get(Class.class), WildcardTypeName.subtypeOf(Object.class)),
					"type");
		find.beginControlFlow("return switch (type.getName())");
		names.forEach((type, name) -> find.addStatement("case $S -> $T.schema()", type.getName(), name));
		find.addStatement("default -> null");
		find.addCode("$<};\n");
		builder.addMethod(find.build());
	}

	/**
	 * The classes that schemas are generated for.
	 */
	Collection<Entity> entities() {
		return this.entities.values();
	}

	@Nullable Entity entity(Class<?> type) {
		return this.entities.get(type);
	}

}
