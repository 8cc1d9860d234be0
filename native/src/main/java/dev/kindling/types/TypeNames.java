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

package dev.kindling.types;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;

import org.jspecify.annotations.Nullable;

/**
 * Types as a developer writes them.
 */
public final class TypeNames {

	private TypeNames() {
	}

	public static String of(@Nullable Type type) {
		StringBuilder text = new StringBuilder();
		append(type, text);
		return text.toString();
	}

	private static void append(@Nullable Type type, StringBuilder text) {
		if (type == null) {
			text.append("()");
		}
		else if (type instanceof ParameterizedType parameterized) {
			append(parameterized.getRawType(), text);
			Type[] arguments = parameterized.getActualTypeArguments();
			for (int i = 0; i < arguments.length; i++) {
				text.append((i == 0) ? "<" : ", ");
				append(arguments[i], text);
			}
			text.append('>');
		}
		else if (type instanceof GenericArrayType array) {
			append(array.getGenericComponentType(), text);
			text.append("[]");
		}
		else if (type instanceof Class<?> raw) {
			text.append(raw.getSimpleName());
		}
		else {
			text.append(type.getTypeName());
		}
	}

}
