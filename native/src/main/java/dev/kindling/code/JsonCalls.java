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

import java.util.List;
import java.util.Set;

import org.springframework.asm.Type;

/**
 * Knows the methods that read or write objects by reflection.
 */
final class JsonCalls {

	private static final List<String> OWNERS = List.of("com/fasterxml/jackson/databind/ObjectMapper",
			"com/fasterxml/jackson/databind/json/JsonMapper", "com/fasterxml/jackson/databind/ObjectReader",
			"com/fasterxml/jackson/databind/ObjectWriter", "com/fasterxml/jackson/databind/SequenceWriter",
			"com/fasterxml/jackson/databind/DeserializationContext",
			"com/fasterxml/jackson/databind/SerializerProvider", "com/fasterxml/jackson/databind/node/",
			"com/fasterxml/jackson/databind/type/TypeFactory", "com/fasterxml/jackson/core/ObjectCodec",
			"com/fasterxml/jackson/core/TreeCodec", "com/fasterxml/jackson/core/JsonParser",
			"com/fasterxml/jackson/core/JsonGenerator", "com/fasterxml/jackson/dataformat/",
			"org/springframework/web/client/", "org/springframework/web/reactive/function/",
			"org/springframework/http/converter/", "org/springframework/http/ResponseEntity",
			"org/springframework/http/HttpEntity", "org/springframework/messaging/support/",
			"org/springframework/jdbc/core/", "org/springframework/boot/context/properties/bind/",
			"org/springframework/data/redis/serializer/", "org/springframework/cloud/function/json/",
			"dev/kindling/function/http/HttpResponse");

	/** What takes an object but doesn't read its properties. */
	private static final Set<String> OTHERS = Set.of("equals", "uriVariables", "uri", "attribute", "header",
			"setHeader", "setHeaderIfAbsent", "getHeader", "param", "params", "cookie", "addMixIn", "status",
			"hasHeader");

	private JsonCalls() {
	}

	/**
	 * Whether a call is one of them.
	 */
	static boolean isOne(CodeMethod.Call call, ApplicationCode code) {
		if (OTHERS.contains(call.name())
				|| OWNERS.stream().noneMatch(call.owner()::startsWith) && !code.isJsonLibrary(call.owner())) {
			return false;
		}
		for (Type parameter : Type.getArgumentTypes(call.descriptor())) {
			if (CodeTypeNames.isOpen(parameter)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Whether a call that is one of them is given a type.
	 */
	static boolean takesType(CodeMethod.Call call) {
		for (Type parameter : Type.getArgumentTypes(call.descriptor())) {
			if (CodeTypeNames.isType(CodeTypeNames.element(parameter))) {
				return true;
			}
		}
		return false;
	}

}
