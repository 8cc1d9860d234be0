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
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Names objects of the image heap, so that what was measured of one build holds for the
 * next. Classes have their names, strings, numbers and arrays of them their content, and
 * all others the way to them: the name of what refers to them, their class, and the text
 * in their fields. What these don't tell apart shares a name while it is small, since
 * nothing else is the same in the next build; what is large is counted.
 */
final class ObjectNames {

	/**
	 * How many bytes may share a name: a page.
	 */
	private static final long SHARED = 4096;

	private final Map<Object, HeapObject> byInfo = new IdentityHashMap<>();

	private final Map<Object, Long> names = new IdentityHashMap<>();

	ObjectNames(List<HeapObject> objects) {
		objects.forEach((object) -> this.byInfo.put(object.info(), object));
		Map<Object, Integer> depths = new IdentityHashMap<>();
		objects.forEach((object) -> measure(object, depths));
		Map<Integer, List<HeapObject>> byDepth = objects.stream()
			.collect(Collectors.groupingBy((object) -> depths.get(object.info()), TreeMap::new, Collectors.toList()));
		byDepth.forEach((depth, sameDepth) -> name(sameDepth, depth > 0 ? this::way : ObjectNames::start));
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
		return Integer.toUnsignedString(Long.hashCode(this.names.getOrDefault(object.info(), 0L)), Character.MAX_RADIX);
	}

	/**
	 * Counts the steps from what has a name of its own.
	 */
	private void measure(HeapObject object, Map<Object, Integer> depths) {
		Deque<HeapObject> way = new ArrayDeque<>();
		HeapObject next = object;
		while (next != null && !depths.containsKey(next.info())) {
			way.push(next);
			depths.put(next.info(), 0); // in case of a circle
			next = (content(next) != null) ? null : parent(next);
		}
		int depth = (next != null) ? depths.get(next.info()) + 1 : 0;
		for (HeapObject each : way) {
			depths.put(each.info(), depth++);
		}
	}

	private void name(List<HeapObject> objects, ToLongFunction<HeapObject> kind) {
		Map<Long, Long> sizes = new HashMap<>();
		Map<Object, Long> kinds = new IdentityHashMap<>();
		for (HeapObject object : objects) {
			Long content = content(object);
			if (content != null) {
				this.names.put(object.info(), content);
			}
			else {
				long named = kind.applyAsLong(object);
				kinds.put(object.info(), named);
				sizes.merge(named, object.size(), Long::sum);
			}
		}
		Map<Long, Integer> counts = new HashMap<>();
		for (HeapObject object : objects) {
			Long named = kinds.get(object.info());
			if (named != null) {
				this.names.put(object.info(),
						(sizes.get(named) <= SHARED) ? named : mix(named, counts.merge(named, 1, Integer::sum)));
			}
		}
	}

	private @Nullable HeapObject parent(HeapObject object) {
		return (object.reason() != null) ? this.byInfo.get(object.reason()) : null;
	}

	private long way(HeapObject object) {
		return described(object, this.names.getOrDefault(object.reason(), 0L));
	}

	private static long start(HeapObject object) {
		return described(object, hash(root(object.reason())));
	}

	private static long described(HeapObject object, long from) {
		long kind = mix(from, hash(type(object)));
		return object.text().isEmpty() ? kind : mix(kind, hash(object.text()));
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
			return hash(MethodOrder.name(className(value)));
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
