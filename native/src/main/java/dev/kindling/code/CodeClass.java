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

package dev.kindling.code;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.asm.Opcodes;

/**
 * What a class file says. Names of classes have slashes.
 */
public final class CodeClass {

	private static final Set<String> FUNCTIONAL = Set.of("apply", "accept", "get", "call", "run", "map", "invoke",
			"handleRequest", "test");

	/** Who has one of these in a field does something, and isn't data. */
	private static final List<String> SERVICES = List.of("software/amazon/awssdk/services/",
			"software/amazon/awssdk/enhanced/dynamodb/DynamoDb", "org/springframework/", "org/slf4j/", "javax/sql/",
			"java/net/http/", "java/util/concurrent/Exec", "java/util/concurrent/locks/",
			"com/fasterxml/jackson/databind/Object", "jakarta/persistence/EntityManager");

	private final String name;

	private final boolean library;

	private boolean service;

	private int access;

	private @Nullable String superclass;

	private Set<String> signatureTypes = Set.of();

	private final Set<String> supertypes = new LinkedHashSet<>();

	private final Set<String> annotations = new LinkedHashSet<>();

	private final Map<String, Set<String>> fields = new LinkedHashMap<>();

	private boolean instanceFields;

	private boolean publicFields;

	private boolean open;

	private final List<CodeMethod> methods = new ArrayList<>();

	CodeClass(String name, boolean library) {
		this.name = name;
		this.library = library;
	}

	void header(int access, @Nullable String signature, @Nullable String superclass, String[] interfaces) {
		this.access = access;
		this.superclass = superclass;
		this.signatureTypes = CodeTypeNames.in(signature);
		if (superclass != null) {
			this.supertypes.add(superclass);
		}
		this.supertypes.addAll(List.of(interfaces));
	}

	void addField(int access, String name, String descriptor, @Nullable String signature) {
		Set<String> types = CodeTypeNames.in(descriptor);
		types.addAll(CodeTypeNames.in(signature));
		this.fields.put(name, types);
		if ((access & Opcodes.ACC_STATIC) == 0) {
			this.instanceFields = true;
			this.service |= types.stream().anyMatch((type) -> SERVICES.stream().anyMatch(type::startsWith));
			this.publicFields |= (access & Opcodes.ACC_PUBLIC) != 0;
			this.open |= types.contains("java/lang/Object")
					|| signature != null && (CodeTypeNames.hasVariable(signature) || signature.contains("*"));
		}
	}

	void addAnnotation(String descriptor) {
		this.annotations.addAll(CodeTypeNames.in(descriptor));
	}

	void addMethod(CodeMethod method) {
		this.methods.add(method);
	}

	public String name() {
		return this.name;
	}

	boolean isLibrary() {
		return this.library;
	}

	@Nullable String superclass() {
		return this.superclass;
	}

	/**
	 * The superclass and the interfaces that it names.
	 */
	Set<String> supertypes() {
		return this.supertypes;
	}

	/**
	 * The classes in the generic signature, type arguments of its supertypes included.
	 */
	Set<String> signatureTypes() {
		return this.signatureTypes;
	}

	Set<String> annotations() {
		return this.annotations;
	}

	/**
	 * The classes that a field's generic type mentions.
	 */
	Set<String> fieldTypes(String field) {
		return this.fields.getOrDefault(field, Set.of());
	}

	/**
	 * Whether a property can hold objects of any class.
	 */
	boolean isOpen() {
		return this.open;
	}

	public List<CodeMethod> methods() {
		return this.methods;
	}

	/**
	 * The methods by which objects of the class are called as functions.
	 */
	public List<CodeMethod> functionalMethods() {
		return this.methods.stream().filter((method) -> FUNCTIONAL.contains(method.name())).toList();
	}

	boolean isAbstract() {
		return (this.access & Opcodes.ACC_ABSTRACT) != 0;
	}

	/**
	 * Whether it looks as if it held values: a record, an enum, a class with a getter or
	 * a public field, or one that Jackson or the DynamoDB client is told about.
	 */
	boolean looksLikeData() {
		if ((this.access & (Opcodes.ACC_ANNOTATION | Opcodes.ACC_SYNTHETIC)) != 0) {
			return false;
		}
		if (this.service || this.annotations.stream().anyMatch(CodeClass::isComponent)) {
			return false;
		}
		if ("java/lang/Record".equals(this.superclass) || (this.access & Opcodes.ACC_ENUM) != 0) {
			return true;
		}
		return this.annotations.stream().anyMatch(CodeClass::isJson)
				|| (isAbstract() || this.instanceFields) && this.methods.stream().anyMatch(CodeClass::isGetter)
				|| this.publicFields;
	}

	private static boolean isComponent(String annotation) {
		return annotation.startsWith("org/springframework/stereotype/")
				|| annotation.startsWith("org/springframework/context/annotation/")
				|| annotation.startsWith("org/springframework/boot/autoconfigure/")
				|| annotation.startsWith("org/springframework/boot/test/");
	}

	private static boolean isJson(String annotation) {
		return annotation.startsWith("com/fasterxml/jackson/")
				|| annotation.startsWith("software/amazon/awssdk/enhanced/dynamodb/mapper/annotations/");
	}

	private static boolean isGetter(CodeMethod method) {
		String name = method.name();
		return method.descriptor().startsWith("()") && !method.descriptor().endsWith("V")
				&& (name.startsWith("get") && name.length() > 3 || name.startsWith("is") && name.length() > 2);
	}

	/**
	 * Whether Jackson's annotations are on the class, its fields or its methods.
	 */
	boolean isAnnotatedForJson() {
		return this.annotations.stream().anyMatch((annotation) -> annotation.startsWith("com/fasterxml/jackson/"));
	}

	/**
	 * Whether the developer says which types are needed.
	 */
	public boolean registersTypes() {
		return this.annotations.stream()
			.anyMatch((annotation) -> annotation.startsWith("org/springframework/aot/hint/annotation/Register")
					|| annotation.equals("org/springframework/context/annotation/ImportRuntimeHints"));
	}

}
