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

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import org.springframework.asm.Type;

/**
 * Finds the application's classes that Jackson, or another that reads by reflection,
 * meets without being told by a declared type. From each place where a value or a type is
 * handed over, the code is followed to where the value comes from: into the methods that
 * are called and return what may be anything, and to the callers of a method that is
 * given it. Each class that is mentioned there and holds values counts, so that rather
 * one too many is found.
 */
public final class CodeTypes {

	private final ApplicationCode code;

	private final Set<String> beans;

	private final Set<String> found = new TreeSet<>();

	private final Set<CodeMethod> unknown = new LinkedHashSet<>();

	/**
	 * Creates it.
	 * @param beans names of the beans' classes, with slashes, which aren't data
	 */
	public CodeTypes(ApplicationCode code, Set<String> beans) {
		this.code = code;
		this.beans = beans;
	}

	/**
	 * Searches all code for the calls that take values and types.
	 */
	public void search() {
		for (CodeClass type : this.code.classes()) {
			if (isTypeReference(type.superclass())) {
				addAll(type.signatureTypes());
			}
			if (!type.isLibrary() && type.isAnnotatedForJson()) {
				add(type.name());
			}
			for (CodeMethod method : type.methods()) {
				searchMethod(method);
			}
		}
	}

	private static boolean isTypeReference(@Nullable String superclass) {
		return "com/fasterxml/jackson/core/type/TypeReference".equals(superclass)
				|| "org/springframework/core/ParameterizedTypeReference".equals(superclass);
	}

	private void searchMethod(CodeMethod method) {
		boolean takesType = false;
		boolean any = false;
		for (CodeMethod.Call call : method.calls()) {
			if (JsonCalls.isOne(call, this.code)) {
				any = true;
				takesType |= JsonCalls.takesType(call);
			}
		}
		if (any) {
			Evidence evidence = new Evidence();
			evidence.follow(method, takesType);
			addAll(evidence.types);
			if (takesType && evidence.unexplained && !method.owner().isLibrary() && !method.owner().registersTypes()) {
				this.unknown.add(method);
			}
		}
	}

	/**
	 * Finds what a function may return.
	 * @param bodies its methods
	 * @return whether nothing tells what that is
	 */
	public boolean searchResults(Collection<CodeMethod> bodies) {
		Evidence evidence = new Evidence();
		bodies.forEach(evidence::followResult);
		int before = this.found.size();
		addAll(evidence.types);
		boolean any = evidence.types.stream().anyMatch(this::isData) || this.found.size() > before;
		return bodies.isEmpty() || !any && evidence.foreign;
	}

	/**
	 * Adds the classes that may stand where an abstract one is declared, and itself.
	 */
	public void addAll(Collection<String> names) {
		names.forEach(this::add);
	}

	private void add(String name) {
		if (name.startsWith("com/amazonaws/services/lambda/runtime/events/")) {
			this.found.add(name);
			return;
		}
		CodeClass type = this.code.find(name);
		if (type == null || !isData(name) || !this.found.add(name)) {
			return;
		}
		if (type.isAbstract()) {
			this.code.withSubtypes(name).forEach(this::add);
		}
	}

	private boolean isData(String name) {
		if (name.startsWith("com/amazonaws/services/lambda/runtime/events/")) {
			return true;
		}
		CodeClass type = this.code.find(name);
		return type != null && !this.beans.contains(name) && !isThrowable(type)
				&& (type.looksLikeData() || type.isAbstract() && this.code.withSubtypes(name)
					.stream()
					.filter((subtype) -> !subtype.equals(name) && !this.beans.contains(subtype))
					.map(this.code::find)
					.anyMatch((subtype) -> subtype != null && subtype.looksLikeData()));
	}

	private boolean isThrowable(CodeClass type) {
		for (CodeClass current = type; current != null;) {
			String superclass = current.superclass();
			if (superclass != null && superclass.startsWith("java/")
					&& superclass.matches(".*(Exception|Error|Throwable)")) {
				return true;
			}
			current = (superclass != null) ? this.code.find(superclass) : null;
		}
		return false;
	}

	/**
	 * The classes, with dots.
	 */
	public Set<String> found() {
		Set<String> names = new TreeSet<>();
		this.found.forEach((name) -> names.add(name.replace('/', '.')));
		return names;
	}

	/**
	 * The methods that hand over a type that can't be found.
	 */
	public Set<CodeMethod> unknown() {
		return this.unknown;
	}

	/**
	 * What was seen on the way.
	 */
	private final class Evidence {

		private final Set<String> types = new LinkedHashSet<>();

		private final Set<CodeMethod> results = new LinkedHashSet<>();

		/** Whether a type is given by who isn't known. */
		private boolean unexplained;

		/** Whether something comes from where no code is seen. */
		private boolean foreign;

		void follow(CodeMethod start, boolean takesType) {
			Set<CodeMethod> seen = new LinkedHashSet<>();
			Deque<CodeMethod> pending = new ArrayDeque<>();
			pending.add(start);
			boolean explained = false;
			while (!pending.isEmpty()) {
				CodeMethod method = pending.poll();
				if (!seen.add(method)) {
					continue;
				}
				followResult(method);
				explained |= !method.constants().isEmpty() || mentionsType(method);
				if (method.isOpen()) {
					pending.addAll(CodeTypes.this.code.callers(method));
				}
				for (String field : method.fields()) {
					if (holdsType(field)) {
						pending.addAll(CodeTypes.this.code.users(field));
					}
				}
				if (method.isConstructor()) {
					for (String subtype : CodeTypes.this.code.withSubtypes(method.owner().name())) {
						CodeClass type = CodeTypes.this.code.find(subtype);
						this.types.addAll((type != null) ? type.signatureTypes() : Set.of());
					}
				}
			}
			this.unexplained = takesType && !explained && this.types.stream().noneMatch(CodeTypes.this::isData);
		}

		private boolean mentionsType(CodeMethod method) {
			return method.created()
				.stream()
				.map(CodeTypes.this.code::find)
				.anyMatch((type) -> type != null && isTypeReference(type.superclass()));
		}

		private boolean holdsType(String field) {
			int dot = field.indexOf('.');
			CodeClass type = CodeTypes.this.code.find(field.substring(0, dot));
			return type != null && type.fieldTypes(field.substring(dot + 1)).stream().anyMatch(CodeTypeNames::isType);
		}

		/**
		 * Follows what a method makes or is returned by others.
		 */
		void followResult(CodeMethod method) {
			if (!this.results.add(method)) {
				return;
			}
			this.types.addAll(method.types());
			addFieldTypes(method);
			for (String created : method.created()) {
				CodeClass type = CodeTypes.this.code.find(created);
				if (type != null && !type.looksLikeData()) {
					this.types.addAll(type.signatureTypes());
					type.functionalMethods().forEach(this::followResult);
				}
			}
			for (CodeMethod.Call call : method.calls()) {
				Set<CodeMethod> targets = CodeTypes.this.code.targets(call);
				targets.forEach((target) -> this.types.addAll(CodeTypeNames.in(target.signature())));
				if (call.reference() || isOpenResult(call)) {
					targets.forEach(this::followResult);
					this.foreign |= targets.isEmpty() && !call.owner().startsWith("java/")
							&& !call.owner().startsWith("dev/kindling/") || isReflective(call);
				}
				CodeClass owner = CodeTypes.this.code.find(call.owner());
				if (owner != null) {
					// such as the entity of a repository
					this.types.addAll(owner.signatureTypes());
				}
			}
		}

		private void addFieldTypes(CodeMethod method) {
			for (String field : method.fields()) {
				int dot = field.indexOf('.');
				CodeClass type = CodeTypes.this.code.find(field.substring(0, dot));
				if (type != null) {
					this.types.addAll(type.fieldTypes(field.substring(dot + 1)));
				}
			}
		}

		private boolean isOpenResult(CodeMethod.Call call) {
			Type result = Type.getReturnType(call.descriptor());
			CodeClass type = CodeTypes.this.code.find(CodeTypeNames.element(result));
			return CodeTypeNames.isOpen(result) || type != null && (type.isOpen() || type.isAbstract());
		}

		private boolean isReflective(CodeMethod.Call call) {
			return call.owner().startsWith("java/lang/reflect/")
					|| call.owner().equals("java/lang/Class") && call.name().equals("forName");
		}

	}

}
