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

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import dev.kindling.dynamodb.schema.Documents;
import dev.kindling.dynamodb.schema.EntityAttribute;
import dev.kindling.dynamodb.schema.LazyTableSchema;
import dev.kindling.dynamodb.schema.SchemaTypes;
import dev.kindling.types.GenericTypes;
import software.amazon.awssdk.enhanced.dynamodb.EnhancedType;

import org.springframework.javapoet.ClassName;
import org.springframework.javapoet.CodeBlock;
import org.springframework.javapoet.ParameterizedTypeName;
import org.springframework.javapoet.TypeName;

/**
 * The expression that makes an attribute's {@link EnhancedType}.
 */
final class AttributeTypeCode {

	private final Map<Class<?>, ClassName> names;

	private final Predicate<Class<?>> recursive;

	AttributeTypeCode(Map<Class<?>, ClassName> names, Predicate<Class<?>> recursive) {
		this.names = names;
		this.recursive = recursive;
	}

	Typed of(EntityAttribute attribute) {
		return of(attribute.type(), attribute);
	}

	private Typed of(Type type, EntityAttribute attribute) {
		if (type instanceof ParameterizedType parameterized && !hasWildcard(parameterized)) {
			Type[] arguments = parameterized.getActualTypeArguments();
			if (parameterized.getRawType() == List.class) {
				return generic(List.class, "listOf", of(arguments[0], attribute));
			}
			if (parameterized.getRawType() == Map.class) {
				return generic(Map.class, "mapOf", plain(arguments[0]), of(arguments[1], attribute));
			}
		}
		Class<?> document = Documents.documentClass(type);
		if (document != null && this.names.containsKey(document) && isDocument(attribute, document)) {
			return new Typed(CodeBlock.of("$T.document($T.class, $L, $L, $L)", SchemaTypes.class, document,
					schema(document), attribute.preserveEmptyObject(), attribute.ignoreNulls()),
					ClassName.get(document));
		}
		return plain(type);
	}

	private static boolean isDocument(EntityAttribute attribute, Class<?> document) {
		return Documents.isDocument(document, attribute);
	}

	/**
	 * The expression that gets a document's schema, later if it isn't complete before
	 * this one.
	 */
	CodeBlock schema(Class<?> document) {
		ClassName name = this.names.get(document);
		return this.recursive.test(document)
				? CodeBlock.of("new $T<$T>($T::schema)", LazyTableSchema.class, document, name)
				: CodeBlock.of("$T.schema()", name);
	}

	private static Typed plain(Type type) {
		if (type instanceof Class<?> plain) {
			return new Typed(CodeBlock.of("$T.of($T.class)", EnhancedType.class, plain),
					ClassName.get((Type) plain).box());
		}
		if (type instanceof ParameterizedType parameterized && !hasWildcard(parameterized)) {
			Type[] arguments = parameterized.getActualTypeArguments();
			if (parameterized.getRawType() == Set.class) {
				return generic(Set.class, "setOf", plain(arguments[0]));
			}
		}
		return new Typed(CodeBlock.of("$T.<$T>of($L)", SchemaTypes.class, TypeName.get(type), reflect(type)),
				TypeName.get(type));
	}

	/**
	 * Whether an argument can't be named in an expression.
	 */
	private static boolean hasWildcard(ParameterizedType type) {
		for (Type argument : type.getActualTypeArguments()) {
			if (argument instanceof WildcardType) {
				return true;
			}
		}
		return false;
	}

	private static CodeBlock reflect(Type type) {
		if (type instanceof ParameterizedType parameterized) {
			List<CodeBlock> arguments = new ArrayList<>();
			arguments.add(reflect(parameterized.getRawType()));
			for (Type argument : parameterized.getActualTypeArguments()) {
				arguments.add(reflect(argument));
			}
			return CodeBlock.of("$T.parameterized($L)", GenericTypes.class, CodeBlock.join(arguments, ", "));
		}
		if (type instanceof WildcardType) {
			return CodeBlock.of("$T.wildcard()", GenericTypes.class);
		}
		return CodeBlock.of("$T.class", type);
	}

	private static Typed generic(Class<?> raw, String method, Typed... arguments) {
		List<CodeBlock> code = new ArrayList<>();
		List<TypeName> types = new ArrayList<>();
		for (Typed argument : arguments) {
			code.add(argument.code());
			types.add(argument.type());
		}
		return new Typed(CodeBlock.of("$T.$L($L)", EnhancedType.class, method, CodeBlock.join(code, ", ")),
				ParameterizedTypeName.get(ClassName.get(raw), types.toArray(TypeName[]::new)));
	}

	/**
	 * An expression.
	 *
	 * @param code the expression
	 * @param type what its {@link EnhancedType} is of
	 */
	record Typed(CodeBlock code, TypeName type) {
	}

}
