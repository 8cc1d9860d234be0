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
package dev.kindling.image;

import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Names objects of the image heap, so that what was measured of one build holds for the
 * next. Classes have their names, strings, numbers and arrays of them their content, and
 * all others the way to them: the name of what refers to them, their class, the text in
 * their fields, and which of those they are.
 */
final class ObjectNames {

	private final Map<Object, Long> names = new IdentityHashMap<>();

	private final Map<Long, Integer> siblings = new HashMap<>();

	private final Map<Object, HeapObject> byInfo = new IdentityHashMap<>();

	ObjectNames(List<HeapObject> objects) {
		objects.forEach((object) -> this.byInfo.put(object.info(), object));
		objects.forEach(this::name);
	}

	/**
	 * The name of an object's class, for all lambdas of a class the same.
	 */
	static String type(HeapObject object) {
		return MethodOrder.name(object.type().getName());
	}

	/**
	 * What tells the object from the others of its class.
	 */
	String of(HeapObject object) {
		Long name = this.names.get(object.info());
		return Integer.toUnsignedString(Long.hashCode((name != null) ? name : 0), Character.MAX_RADIX);
	}

	private void name(HeapObject object) {
		Deque<HeapObject> unnamed = new ArrayDeque<>();
		HeapObject next = object;
		while (next != null && !this.names.containsKey(next.info())) {
			Long content = content(next);
			if (content != null) {
				this.names.put(next.info(), content);
				break;
			}
			unnamed.push(next);
			this.names.put(next.info(), 0L); // in case of a circle
			next = (next.reason() != null) ? this.byInfo.get(next.reason()) : null;
		}
		unnamed.forEach((each) -> this.names.put(each.info(), way(each)));
	}

	private long way(HeapObject object) {
		Object reason = object.reason();
		Long parent = (reason != null) ? this.names.get(reason) : null;
		long from = (parent != null) ? parent : hash(root(reason));
		long kind = mix(from, hash(type(object)));
		long named = object.text().isEmpty() ? kind : mix(kind, hash(object.text()));
		return mix(named, this.siblings.merge(named, 1, Integer::sum));
	}

	private static String root(@Nullable Object reason) {
		if (reason == null || reason instanceof String || reason instanceof Enum) {
			return String.valueOf(reason);
		}
		try {
			Method format = reason.getClass().getMethod("format", String.class);
			format.setAccessible(true);
			return String.valueOf(format.invoke(reason, "%H.%n"));
		}
		catch (ReflectiveOperationException | RuntimeException ex) {
			return reason.getClass().getName();
		}
	}

	private static @Nullable Long content(HeapObject object) {
		Object value = object.value();
		if (object.type() == Class.class) {
			return hash(className(value));
		}
		if (value instanceof String || value instanceof Number || value instanceof Character
				|| value instanceof Boolean) {
			return hash(value.toString());
		}
		if (value instanceof Enum<?> constant) {
			return hash(constant.name());
		}
		if (value instanceof byte[] bytes) {
			return mix(bytes.length, Arrays.hashCode(bytes));
		}
		if (value instanceof char[] characters) {
			return mix(characters.length, Arrays.hashCode(characters));
		}
		if (value instanceof int[] numbers) {
			return mix(numbers.length, Arrays.hashCode(numbers));
		}
		return (value instanceof long[] numbers) ? mix(numbers.length, Arrays.hashCode(numbers)) : null;
	}

	private static String className(@Nullable Object type) {
		if (type instanceof Class<?> known) {
			return known.getName();
		}
		try {
			return (type != null) ? (String) type.getClass().getMethod("getName").invoke(type) : "";
		}
		catch (ReflectiveOperationException | RuntimeException ex) {
			return String.valueOf(type);
		}
	}

	private static long hash(String text) {
		return mix(text.length(), text.hashCode());
	}

	private static long mix(long left, long right) {
		long mixed = (left * 0x9E3779B97F4A7C15L) ^ right;
		mixed = (mixed ^ (mixed >>> 32)) * 0xD6E8FEB86659FD93L;
		return mixed ^ (mixed >>> 32);
	}

}
