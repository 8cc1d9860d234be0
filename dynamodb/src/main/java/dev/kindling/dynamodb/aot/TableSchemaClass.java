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

import java.lang.annotation.Annotation;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

import javax.lang.model.element.Modifier;

import dev.kindling.dynamodb.schema.Entity;
import dev.kindling.dynamodb.schema.EntityAttribute;
import software.amazon.awssdk.enhanced.dynamodb.AttributeConverterProvider;
import software.amazon.awssdk.enhanced.dynamodb.DefaultAttributeConverterProvider;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.mapper.ImmutableAttribute;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticImmutableTableSchema;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.BeanTableSchemaAttributeTag;

import org.springframework.javapoet.AnnotationSpec;
import org.springframework.javapoet.ClassName;
import org.springframework.javapoet.CodeBlock;
import org.springframework.javapoet.MethodSpec;
import org.springframework.javapoet.ParameterizedTypeName;
import org.springframework.javapoet.TypeName;
import org.springframework.javapoet.TypeSpec;

/**
 * The class that holds an entity's schema.
 */
final class TableSchemaClass {

	private final Entity entity;

	private final TypeName type;

	private final TypeName builderType;

	private final TypeName schemaType;

	private final AttributeTypeCode types;

	/**
	 * @param names the generated classes of all entities
	 * @param recursive whether a document's own schema needs this one
	 */
	TableSchemaClass(Entity entity, Map<Class<?>, ClassName> names, Predicate<Class<?>> recursive) {
		this.entity = entity;
		this.type = ClassName.get(entity.type());
		this.builderType = builderType(entity);
		this.schemaType = ParameterizedTypeName.get(ClassName.get(TableSchema.class), this.type);
		this.types = new AttributeTypeCode(names, recursive);
	}

	private static TypeName builderType(Entity entity) {
		if (entity.builder() != null) {
			return ClassName.get(entity.builder().type());
		}
		return (entity.kind() == Entity.Kind.RECORD) ? TypeName.get(Object[].class) : ClassName.get(entity.type());
	}

	void build(TypeSpec.Builder builder) {
		builder.addModifiers(Modifier.PUBLIC, Modifier.FINAL);
		builder.addJavadoc("How {@link $T} maps to DynamoDB's items.", this.type);
		builder.addAnnotation(AnnotationSpec.builder(SuppressWarnings.class)
			.addMember("value", "{ $S, $S, $S, $S }", "unchecked", "rawtypes", "deprecation", "removal")
			.build());
		builder.addField(this.schemaType, "schema", Modifier.PRIVATE, Modifier.STATIC, Modifier.VOLATILE);
		builder.addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
		builder.addMethod(MethodSpec.methodBuilder("schema")
			.addModifiers(Modifier.PUBLIC, Modifier.STATIC)
			.returns(this.schemaType)
			.addStatement("$T made = schema", this.schemaType)
			.beginControlFlow("if (made == null)")
			.addStatement("made = make()")
			.addStatement("schema = made")
			.endControlFlow()
			.addStatement("return made")
			.build());
		builder.addMethod(make());
	}

	private MethodSpec make() {
		MethodSpec.Builder method = MethodSpec.methodBuilder("make")
			.addModifiers(Modifier.PRIVATE, Modifier.STATIC)
			.returns(this.schemaType);
		method.addStatement(
				"$T builder = $T.builder($T.class, $T.class)", ParameterizedTypeName
					.get(ClassName.get(StaticImmutableTableSchema.Builder.class), this.type, this.builderType),
				StaticImmutableTableSchema.class, this.type, this.builderType);
		method.addStatement("builder.newItemBuilder($L)", itemBuilder());
		if (!this.entity.converterProviders().equals(List.of(DefaultAttributeConverterProvider.class))) {
			method.addStatement("builder.attributeConverterProviders($L)", providers());
		}
		int index = 0;
		for (EntityAttribute attribute : this.entity.attributes()) {
			method.addStatement(attribute(attribute, index++));
		}
		return method.addStatement("return builder.build()").build();
	}

	private CodeBlock itemBuilder() {
		Entity.Builder builder = this.entity.builder();
		if (builder != null) {
			CodeBlock create = CodeBlock.of("$T::new", this.builderType);
			if (builder.create() != null) {
				create = (builder.create().getReturnType() == builder.type()) ? CodeBlock.of("$T::builder", this.type)
						: CodeBlock.of("() -> ($T) $T.builder()", this.builderType, this.type);
			}
			return CodeBlock.of("$L, (values) -> values.build()", create);
		}
		if (this.entity.kind() == Entity.Kind.BEAN) {
			return CodeBlock.of("$T::new, $T.identity()", this.type, Function.class);
		}
		RecordComponent[] components = this.entity.type().getRecordComponents();
		List<CodeBlock> arguments = new ArrayList<>();
		for (int i = 0; i < components.length; i++) {
			arguments.add(argument(components[i], i));
		}
		return CodeBlock.of("() -> new $T[$L], (values) -> new $T($L)", Object.class, components.length, this.type,
				CodeBlock.join(arguments, ", "));
	}

	private static CodeBlock argument(RecordComponent component, int index) {
		Class<?> type = component.getType();
		if (!type.isPrimitive()) {
			return CodeBlock.of("($T) values[$L]", TypeName.get(component.getGenericType()), index);
		}
		String zero = (type == boolean.class) ? "false" : "(" + type.getName() + ") 0";
		return CodeBlock.of("(values[$L] != null) ? ($T) values[$L] : $L", index, type, index, zero);
	}

	private CodeBlock providers() {
		List<CodeBlock> providers = new ArrayList<>();
		for (Class<? extends AttributeConverterProvider> provider : this.entity.converterProviders()) {
			providers.add((provider == DefaultAttributeConverterProvider.class) ? CodeBlock.of("$T.create()", provider)
					: CodeBlock.of("new $T()", provider));
		}
		return providers.isEmpty() ? CodeBlock.of("$T.<$T>of()", List.class, AttributeConverterProvider.class)
				: CodeBlock.join(providers, ", ");
	}

	private CodeBlock attribute(EntityAttribute attribute, int index) {
		if (attribute.isFlattenedMap()) {
			TypeName map = TypeName.get(attribute.type());
			return CodeBlock.of("builder.flatten($S, $L, $L)", attribute.property(),
					AccessorCode.getter(this.entity, attribute, map),
					AccessorCode.setter(this.entity, attribute, map, index));
		}
		if (attribute.flattened()) {
			Class<?> document = attribute.getter().getReturnType();
			return CodeBlock.of("builder.flatten($L, $L, $L)", this.types.schema(document),
					AccessorCode.getter(this.entity, attribute, ClassName.get(document)),
					AccessorCode.setter(this.entity, attribute, ClassName.get(document), index));
		}
		AttributeTypeCode.Typed typed = this.types.of(attribute);
		CodeBlock.Builder code = CodeBlock.builder();
		code.add("builder.addAttribute($T.builder($T.class, $T.class, $L)", ImmutableAttribute.class, this.type,
				this.builderType, typed.code());
		code.add("\n.name($S)", attribute.name());
		code.add("\n.getter($L)", AccessorCode.getter(this.entity, attribute, typed.type()));
		code.add("\n.setter($L)", AccessorCode.setter(this.entity, attribute, typed.type(), index));
		if (attribute.converter() != null) {
			code.add("\n.attributeConverter($L)", AccessorCode.converter(attribute.converter(), typed.type()));
		}
		for (Annotation annotation : attribute.annotations()) {
			if (annotation.annotationType().isAnnotationPresent(BeanTableSchemaAttributeTag.class)) {
				code.add("\n.addTag($L)", AttributeTagCode.of(this.entity, attribute, annotation));
			}
		}
		return code.add("\n.build())").build();
	}

}
