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

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * The classes of the application with who calls whom.
 */
public final class ApplicationCode {

	/** Libraries that see to their own types. */
	private static final List<String> FRAMEWORKS = List.of("org/springframework/", "org/hibernate/", "org/apache/",
			"org/jboss/", "org/aspectj/", "org/flywaydb/", "org/quartz/", "org/h2/", "org/postgresql/",
			"org/bouncycastle/", "org/glassfish/", "org/checkerframework/", "org/junit/", "org/assertj/",
			"org/mockito/", "net/bytebuddy/", "net/jodah/", "jakarta/", "javax/", "com/sun/", "com/zaxxer/",
			"com/github/benmanes/", "com/google/", "com/nimbusds/", "com/ctc/", "com/mysql/", "com/amazonaws/",
			"io/awspring/", "io/micrometer/", "io/netty/", "io/opentelemetry/", "io/swagger/", "kotlinx/", "liquibase/",
			"okhttp3/", "okio/");

	private static final String JACKSON = "com/fasterxml/jackson/databind/Object";

	private final Map<String, CodeClass> classes = new LinkedHashMap<>();

	private final Map<String, CodeClass> libraries = new HashMap<>();

	private final Set<String> libraryNames = new HashSet<>();

	private final Set<String> jsonLibraries = new HashSet<>();

	private final Map<String, Set<String>> subtypes = new HashMap<>();

	private final Map<String, List<CodeMethod>> methods = new HashMap<>();

	private final Map<String, List<CodeMethod>> callers = new HashMap<>();

	private final Map<String, List<CodeMethod>> users = new HashMap<>();

	private final Map<CodeMethod.Call, Set<CodeMethod>> targets = new HashMap<>();

	private final @Nullable ClassLoader classLoader;

	/**
	 * Reads the classes.
	 * @param files the application's, and those of its libraries
	 * @param classLoader where libraries' classes are read from when they are met
	 */
	public ApplicationCode(ApplicationClasses files, @Nullable ClassLoader classLoader) {
		this.classLoader = classLoader;
		files.visit(ApplicationCode::isRead, (file) -> {
			if (!file.library()) {
				read(file);
			}
			else {
				this.libraryNames.add(file.className());
				if (file.text().contains(JACKSON)) {
					this.jsonLibraries.add(file.className());
				}
			}
		});
		readModules(files);
		this.classes.values().forEach(this::index);
	}

	private static boolean isRead(String file) {
		return FRAMEWORKS.stream().noneMatch(file::startsWith);
	}

	/**
	 * Modules of the application come as jars, too: their packages have the same first
	 * parts.
	 */
	private void readModules(ApplicationClasses files) {
		Set<String> roots = new HashSet<>();
		this.classes.keySet().forEach((name) -> roots.add(root(name)));
		if (this.libraryNames.stream().anyMatch((name) -> roots.contains(root(name)))) {
			files.visit((file) -> {
				if (file.library() && this.libraryNames.contains(file.className())
						&& roots.contains(root(file.className()))) {
					read(file);
				}
			});
		}
	}

	private static String root(String name) {
		int first = name.indexOf('/');
		int second = name.indexOf('/', first + 1);
		return (second > 0) ? name.substring(0, second) : name.substring(0, Math.max(first, 0));
	}

	private void read(ApplicationClasses.ClassFile file) {
		CodeClass type = CodeReader.read(file);
		if (type != null) {
			this.classes.putIfAbsent(type.name(), type);
		}
	}

	private void index(CodeClass type) {
		for (String supertype : type.supertypes()) {
			this.subtypes.computeIfAbsent(supertype, (key) -> new LinkedHashSet<>()).add(type.name());
		}
		for (CodeMethod method : type.methods()) {
			this.methods.computeIfAbsent(method.name() + method.descriptor(), (key) -> new ArrayList<>()).add(method);
			for (CodeMethod.Call call : method.calls()) {
				this.callers.computeIfAbsent(call.name() + call.descriptor(), (key) -> new ArrayList<>()).add(method);
			}
			for (String field : method.fields()) {
				this.users.computeIfAbsent(field, (key) -> new ArrayList<>()).add(method);
			}
		}
	}

	/**
	 * The application's own classes.
	 */
	Collection<CodeClass> classes() {
		return this.classes.values();
	}

	/**
	 * Finds a class of the application or of its libraries.
	 */
	public @Nullable CodeClass find(String name) {
		CodeClass own = this.classes.get(name);
		if (own != null || !this.libraryNames.contains(name)) {
			return own;
		}
		return this.libraries.computeIfAbsent(name, this::readLibrary);
	}

	private @Nullable CodeClass readLibrary(String name) {
		ClassLoader loader = (this.classLoader != null) ? this.classLoader : getClass().getClassLoader();
		try (InputStream input = loader.getResourceAsStream(name + ".class")) {
			return (input != null)
					? CodeReader.read(new ApplicationClasses.ClassFile(name + ".class", true, input.readAllBytes()))
					: null;
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The class " + name + " can't be read", ex);
		}
	}

	/**
	 * Whether a class belongs to a library that uses Jackson.
	 */
	boolean isJsonLibrary(String name) {
		return this.jsonLibraries.contains(name) && !this.classes.containsKey(name);
	}

	/**
	 * A class and all that extend or implement it.
	 */
	Set<String> withSubtypes(String name) {
		return closure(name, (type) -> this.subtypes.getOrDefault(type, Set.of()));
	}

	private Set<String> withSupertypes(String name) {
		return closure(name, (type) -> {
			CodeClass found = find(type);
			return (found != null) ? found.supertypes() : Set.of();
		});
	}

	private static Set<String> closure(String start, Function<String, Set<String>> next) {
		Set<String> closure = new LinkedHashSet<>();
		Deque<String> pending = new ArrayDeque<>(List.of(start));
		while (!pending.isEmpty()) {
			String name = pending.poll();
			if (closure.add(name)) {
				pending.addAll(next.apply(name));
			}
		}
		return closure;
	}

	/**
	 * The methods that a call may reach.
	 */
	Set<CodeMethod> targets(CodeMethod.Call call) {
		return call.owner().startsWith("java/") ? Set.of() : this.targets.computeIfAbsent(call, this::findTargets);
	}

	private Set<CodeMethod> findTargets(CodeMethod.Call call) {
		Set<CodeMethod> found = new LinkedHashSet<>();
		List<CodeMethod> candidates = this.methods.getOrDefault(call.name() + call.descriptor(), List.of());
		if (!candidates.isEmpty()) {
			Set<String> owners = withSubtypes(call.owner());
			owners.addAll(withSupertypes(call.owner()));
			candidates.stream().filter((method) -> owners.contains(method.owner().name())).forEach(found::add);
		}
		return found;
	}

	/**
	 * The methods that may call one.
	 */
	Set<CodeMethod> callers(CodeMethod method) {
		Set<CodeMethod> callers = new LinkedHashSet<>();
		List<CodeMethod> candidates = this.callers.getOrDefault(method.name() + method.descriptor(), List.of());
		if (candidates.isEmpty()) {
			return callers;
		}
		Set<String> owners = withSupertypes(method.owner().name());
		if (!method.isConstructor()) {
			owners.addAll(withSubtypes(method.owner().name()));
		}
		else {
			owners.retainAll(Set.of(method.owner().name()));
		}
		for (CodeMethod candidate : candidates) {
			for (CodeMethod.Call call : candidate.calls()) {
				if (call.name().equals(method.name()) && call.descriptor().equals(method.descriptor())
						&& owners.contains(call.owner())) {
					callers.add(candidate);
				}
			}
		}
		return callers;
	}

	/**
	 * The methods that read or write a field.
	 */
	List<CodeMethod> users(String field) {
		return this.users.getOrDefault(field, List.of());
	}

}
