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

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The strings that {@link String#intern} finds in an executable, in the order in which it
 * looks at them. GraalVM keeps them in a sorted array, which is searched by halves: each
 * search looks at some seventeen strings, and at others in each build.
 */
final class InternedStrings {

	private static final String TABLE = "InternedStringsTable";

	/**
	 * How many halvings lie side by side: as many strings as fit into few pages.
	 */
	private static final int FIRST = 10;

	private InternedStrings() {
	}

	/**
	 * Those of a heap: first what the first halvings of each search look at, then all
	 * others as they are sorted, so that the last halvings of a search stay on a page.
	 * @param heap all objects
	 * @return the strings, each with its characters; empty if nothing is interned
	 */
	static List<HeapObject> of(List<HeapObject> heap) {
		String[] table = table(heap);
		if (table == null) {
			return List.of();
		}
		Map<String, HeapObject> strings = new HashMap<>();
		Map<Object, HeapObject> characters = new IdentityHashMap<>();
		for (HeapObject object : heap) {
			if (object.value() instanceof String text) {
				strings.put(text, object);
			}
			else if (object.type() == byte[].class && object.reason() != null) {
				characters.put(object.reason(), object);
			}
		}
		List<HeapObject> found = new ArrayList<>();
		for (int index : order(table.length)) {
			HeapObject string = strings.get(table[index]);
			if (string != null) {
				found.add(string);
				HeapObject bytes = characters.get(string.info());
				if (bytes != null) {
					found.add(bytes);
				}
			}
		}
		return found;
	}

	private static String @Nullable [] table(List<HeapObject> heap) {
		for (HeapObject object : heap) {
			if (object.value() instanceof String[] table && object.reason() instanceof Enum<?> reason
					&& reason.name().equals(TABLE)) {
				return table;
			}
		}
		return null;
	}

	/**
	 * The indexes of a sorted array in this order.
	 */
	static List<Integer> order(int length) {
		int[] halvings = new int[length];
		halve(0, length - 1, 0, halvings);
		List<Integer> indexes = new ArrayList<>(length);
		for (int index = 0; index < length; index++) {
			indexes.add(index);
		}
		indexes.sort(Comparator.comparingInt((index) -> Math.min(halvings[index], FIRST)));
		return indexes;
	}

	private static void halve(int low, int high, int depth, int[] halvings) {
		if (low <= high) {
			int middle = (low + high) >>> 1; // as java.util.Arrays does
			halvings[middle] = depth;
			halve(low, middle - 1, depth + 1, halvings);
			halve(middle + 1, high, depth + 1, halvings);
		}
	}

}
