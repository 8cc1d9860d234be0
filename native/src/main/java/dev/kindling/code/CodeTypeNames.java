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

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.asm.Type;

/**
 * The names of classes in descriptors and generic signatures.
 */
final class CodeTypeNames {

	private static final Pattern NAME = Pattern.compile("L([\\w$/]+)(?=[;<.])");

	private static final Pattern VARIABLE = Pattern.compile("(?:^|[(<;\\[*+-])T[\\w$]+;");

	/** Types whose objects stand for any type. */
	private static final Set<String> TYPE = Set.of("java/lang/Class", "java/lang/reflect/Type",
			"java/lang/reflect/ParameterizedType", "com/fasterxml/jackson/core/type/TypeReference",
			"com/fasterxml/jackson/databind/JavaType", "com/fasterxml/jackson/databind/ObjectReader",
			"com/fasterxml/jackson/databind/ObjectWriter", "org/springframework/core/ParameterizedTypeReference",
			"org/springframework/core/ResolvableType", "kotlin/reflect/KClass");

	private CodeTypeNames() {
	}

	static Set<String> in(@Nullable String signature) {
		Set<String> names = new LinkedHashSet<>();
		if (signature != null) {
			Matcher matcher = NAME.matcher(signature);
			while (matcher.find()) {
				names.add(matcher.group(1));
			}
		}
		return names;
	}

	static boolean hasVariable(String signature) {
		return VARIABLE.matcher(signature).find();
	}

	/**
	 * The class of an element, for arrays.
	 */
	static String element(Type type) {
		Type element = (type.getSort() == Type.ARRAY) ? type.getElementType() : type;
		return (element.getSort() == Type.OBJECT) ? element.getInternalName() : "";
	}

	/**
	 * Whether objects of any type can be had from it, or it names a type itself.
	 */
	static boolean isOpen(Type type) {
		String name = element(type);
		return name.equals("java/lang/Object") || TYPE.contains(name) || holdsOthers(name);
	}

	static boolean isType(String name) {
		return TYPE.contains(name);
	}

	/**
	 * Whether objects of other classes are had from objects of the class.
	 */
	static boolean holdsOthers(String name) {
		return name.startsWith("java/util/") && !name.startsWith("java/util/regex/") && !name.equals("java/util/UUID")
				&& !name.equals("java/util/Date") && !name.equals("java/util/Locale")
				|| name.equals("java/lang/Iterable") || name.equals("dev/kindling/function/http/HttpResponse")
				|| name.equals("org/springframework/http/ResponseEntity")
				|| name.equals("org/springframework/http/HttpEntity")
				|| name.startsWith("org/springframework/messaging/") || name.startsWith("reactor/")
				|| name.startsWith("org/reactivestreams/") || name.startsWith("kotlin/");
	}

}
