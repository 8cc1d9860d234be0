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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.asm.Opcodes;
import org.springframework.asm.Type;

/**
 * What the byte code of a method mentions. Names of classes have slashes.
 */
public final class CodeMethod {

	private final CodeClass owner;

	private final int access;

	private final String name;

	private final String descriptor;

	private final @Nullable String signature;

	private final Set<String> types = new LinkedHashSet<>();

	private final Set<String> constants = new LinkedHashSet<>();

	private final Set<String> created = new LinkedHashSet<>();

	private final Set<String> fields = new LinkedHashSet<>();

	private final List<Call> calls = new ArrayList<>();

	CodeMethod(CodeClass owner, int access, String name, String descriptor, @Nullable String signature) {
		this.owner = owner;
		this.access = access;
		this.name = name;
		this.descriptor = descriptor;
		this.signature = signature;
		this.types.addAll(CodeTypeNames.in(descriptor));
		this.types.addAll(CodeTypeNames.in(signature));
	}

	public CodeClass owner() {
		return this.owner;
	}

	public String name() {
		return this.name;
	}

	String descriptor() {
		return this.descriptor;
	}

	@Nullable String signature() {
		return this.signature;
	}

	/**
	 * The classes that it mentions in any way.
	 */
	Set<String> types() {
		return this.types;
	}

	/**
	 * The classes that it names as {@code X.class}.
	 */
	Set<String> constants() {
		return this.constants;
	}

	/**
	 * The classes that it makes objects of.
	 */
	Set<String> created() {
		return this.created;
	}

	/**
	 * The fields that it reads or writes, as owner and name with a dot.
	 */
	Set<String> fields() {
		return this.fields;
	}

	List<Call> calls() {
		return this.calls;
	}

	boolean isConstructor() {
		return this.name.equals("<init>");
	}

	boolean isAbstract() {
		return (this.access & Opcodes.ACC_ABSTRACT) != 0;
	}

	/**
	 * Whether the types that it handles may be those of its callers.
	 */
	boolean isOpen() {
		for (Type parameter : Type.getArgumentTypes(this.descriptor)) {
			if (CodeTypeNames.isOpen(parameter)) {
				return true;
			}
		}
		return this.signature != null
				&& CodeTypeNames.hasVariable(this.signature.substring(0, this.signature.indexOf(')')));
	}

	/**
	 * The class and the method as a developer would name it.
	 */
	@Override
	public String toString() {
		String method = this.name;
		if (method.startsWith("lambda$")) {
			method = method.substring("lambda$".length(), Math.max(method.lastIndexOf('$'), "lambda$".length()));
		}
		return this.owner.name().replace('/', '.') + (isConstructor() ? "" : "." + method);
	}

	/**
	 * A call.
	 *
	 * @param owner the class that is named
	 * @param name the method's name
	 * @param descriptor the method's descriptor
	 * @param reference whether it is a lambda's body or a method reference, that is
	 * called by others
	 */
	record Call(String owner, String name, String descriptor, boolean reference) {

	}

}
