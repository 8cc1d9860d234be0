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

package dev.kindling.maven.sam;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import dev.kindling.maven.sam.EntityTable.Index;
import dev.kindling.maven.sam.EntityTable.Key;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Notes the function beans that a class declares, or is, and the keys that it has as an
 * entity.
 */
final class DeclarationVisitor extends ClassVisitor {

	private static final Set<String> FUNCTIONS = Set.of("java/util/function/Function", "java/util/function/Consumer",
			"java/util/function/Supplier", "java/util/function/BiFunction", "java/util/function/BiConsumer",
			"com/amazonaws/services/lambda/runtime/RequestHandler", "kotlin/jvm/functions/Function0",
			"kotlin/jvm/functions/Function1");

	private static final Set<String> STEREOTYPES = Set.of("Lorg/springframework/stereotype/Component;",
			"Lorg/springframework/stereotype/Service;");

	private static final String BEAN = "Lorg/springframework/context/annotation/Bean;";

	private static final String DYNAMODB = "Lsoftware/amazon/awssdk/enhanced/dynamodb/mapper/annotations/";

	private static final String TABLE_NAME = "Ldev/kindling/dynamodb/DynamoDbTableName;";

	private final List<FoundFunction> functions = new ArrayList<>();

	private final Map<String, Key> indexPartitionKeys = new TreeMap<>();

	private final Map<String, Key> indexSortKeys = new TreeMap<>();

	private String simpleName = "";

	private @Nullable String signature;

	private @Nullable String tableName;

	private boolean function;

	private @Nullable Key partitionKey;

	private @Nullable Key sortKey;

	DeclarationVisitor() {
		super(Opcodes.ASM9);
	}

	@Override
	public void visit(int version, int access, String name, @Nullable String signature, @Nullable String superName,
			String[] interfaces) {
		this.simpleName = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('$')) + 1);
		this.signature = signature;
		this.function = Arrays.stream(interfaces).anyMatch(FUNCTIONS::contains);
	}

	@Override
	public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
		if (descriptor.equals(TABLE_NAME)) {
			return new AnnotationValues((names) -> this.tableName = names.isEmpty() ? null : names.get(0));
		}
		if (!this.function || !STEREOTYPES.contains(descriptor)) {
			return null;
		}
		return new AnnotationValues((names) -> this.functions.add(new FoundFunction(
				names.isEmpty() ? decapitalize(this.simpleName) : names.get(0), functionSignature(this.signature))));
	}

	@Override
	public MethodVisitor visitMethod(int access, String name, String descriptor, @Nullable String signature,
			String[] exceptions) {
		return new MethodAnnotations(name, Type.getReturnType(descriptor), functionSignature(signature));
	}

	/**
	 * The part of a signature that is about the function: what a method returns, or the
	 * interface that a class has.
	 */
	private static @Nullable String functionSignature(@Nullable String signature) {
		if (signature == null) {
			return null;
		}
		for (String function : FUNCTIONS) {
			int start = signature.lastIndexOf("L" + function + "<");
			if (start >= 0 && start > signature.lastIndexOf(')')) {
				return signature.substring(start);
			}
		}
		return null;
	}

	List<FoundFunction> functions() {
		return this.functions;
	}

	@Nullable EntityTable table() {
		return (this.partitionKey != null)
				? new EntityTable(this.simpleName, this.partitionKey, this.sortKey, indexes()) : null;
	}

	/**
	 * The name that an annotation gives the table, possibly with placeholders.
	 */
	@Nullable String tableName() {
		return this.tableName;
	}

	private List<Index> indexes() {
		Set<String> names = new TreeSet<>(this.indexPartitionKeys.keySet());
		names.addAll(this.indexSortKeys.keySet());
		return names.stream()
			.map((name) -> new Index(name, this.indexPartitionKeys.get(name), this.indexSortKeys.get(name)))
			.toList();
	}

	/**
	 * As {@code java.beans.Introspector} does, which Spring names beans with.
	 */
	private static String decapitalize(String name) {
		if (name.length() > 1 && Character.isUpperCase(name.charAt(0)) && Character.isUpperCase(name.charAt(1))) {
			return name;
		}
		return name.isEmpty() ? name : Character.toLowerCase(name.charAt(0)) + name.substring(1);
	}

	private static String keyType(Type type) {
		return switch (type.getClassName()) {
			case "byte", "short", "int", "long", "float", "double", "java.lang.Byte", "java.lang.Short",
					"java.lang.Integer", "java.lang.Long", "java.lang.Float", "java.lang.Double",
					"java.math.BigDecimal", "java.math.BigInteger" ->
				"N";
			case "byte[]", "java.nio.ByteBuffer", "software.amazon.awssdk.core.SdkBytes" -> "B";
			default -> "S";
		};
	}

	/**
	 * What is annotated at one method.
	 */
	private final class MethodAnnotations extends MethodVisitor {

		private final String name;

		private final Type type;

		private final @Nullable String signature;

		private final List<String> partitionOf = new ArrayList<>();

		private final List<String> sortOf = new ArrayList<>();

		private @Nullable String attribute;

		private boolean partition;

		private boolean sort;

		MethodAnnotations(String name, Type type, @Nullable String signature) {
			super(Opcodes.ASM9);
			this.name = name;
			this.type = type;
			this.signature = signature;
		}

		@Override
		public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
			if (descriptor.equals(BEAN) && this.type.getSort() == Type.OBJECT
					&& FUNCTIONS.contains(this.type.getInternalName())) {
				return new AnnotationValues((names) -> DeclarationVisitor.this.functions
					.add(new FoundFunction(names.isEmpty() ? this.name : names.get(0), this.signature)));
			}
			if (descriptor.equals(DYNAMODB + "DynamoDbPartitionKey;")) {
				this.partition = true;
			}
			else if (descriptor.equals(DYNAMODB + "DynamoDbSortKey;")) {
				this.sort = true;
			}
			else if (descriptor.equals(DYNAMODB + "DynamoDbSecondaryPartitionKey;")) {
				return new AnnotationValues(this.partitionOf::addAll);
			}
			else if (descriptor.equals(DYNAMODB + "DynamoDbSecondarySortKey;")) {
				return new AnnotationValues(this.sortOf::addAll);
			}
			else if (descriptor.equals(DYNAMODB + "DynamoDbAttribute;")) {
				return new AnnotationValues((names) -> this.attribute = names.isEmpty() ? null : names.get(0));
			}
			return null;
		}

		@Override
		public void visitEnd() {
			if (!this.partition && !this.sort && this.partitionOf.isEmpty() && this.sortOf.isEmpty()) {
				return;
			}
			Key key = new Key((this.attribute != null) ? this.attribute : property(), keyType(this.type));
			if (this.partition) {
				DeclarationVisitor.this.partitionKey = key;
			}
			if (this.sort) {
				DeclarationVisitor.this.sortKey = key;
			}
			this.partitionOf.forEach((index) -> DeclarationVisitor.this.indexPartitionKeys.put(index, key));
			this.sortOf.forEach((index) -> DeclarationVisitor.this.indexSortKeys.put(index, key));
		}

		private String property() {
			boolean getter = this.name.startsWith("get") && this.name.length() > 3
					&& !Character.isLowerCase(this.name.charAt(3));
			return getter ? decapitalize(this.name.substring(3)) : this.name;
		}

	}

}
