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
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ObjectNamesUnitTests {

	private final List<HeapObject> heap = new ArrayList<>();

	@Test
	void whatHasContentIsNamedByItWhereverItLies() {
		HeapObject text = add("text", "method");
		HeapObject bytes = add(new byte[] { 1, 2 }, text.info());
		HeapObject unit = add(TimeUnit.DAYS, null);
		ObjectNames names = new ObjectNames(this.heap);
		this.heap.clear();
		HeapObject other = add(new ArrayList<>(), "another root");
		HeapObject sameText = add("text", other.info());
		HeapObject sameBytes = add(new byte[] { 1, 2 }, other.info());
		HeapObject sameUnit = add(TimeUnit.DAYS, other.info());
		ObjectNames otherNames = new ObjectNames(this.heap);
		assertThat(otherNames.of(sameText)).isEqualTo(names.of(text));
		assertThat(otherNames.of(sameBytes)).isEqualTo(names.of(bytes));
		assertThat(otherNames.of(sameUnit)).isEqualTo(names.of(unit));
	}

	@Test
	void classesAreNamedByTheirNames() {
		HeapObject list = add(List.class, null);
		HeapObject map = add(Map.class, null);
		ObjectNames names = new ObjectNames(this.heap);
		assertThat(ObjectNames.type(list)).isEqualTo("java.lang.Class");
		assertThat(names.of(list)).isNotEqualTo(names.of(map));
	}

	@Test
	void othersAreNamedByTheWayToThem() {
		HeapObject root = add(new Object[0], "main");
		HeapObject object = add(new Object(), root.info());
		HeapObject list = add(new ArrayList<>(), root.info());
		HeapObject elsewhere = add(new Object(), "run");
		ObjectNames names = new ObjectNames(this.heap);
		assertThat(List.of(names.of(object), names.of(list), names.of(elsewhere))).doesNotHaveDuplicates();
		assertThat(new ObjectNames(this.heap).of(object)).isEqualTo(names.of(object));
	}

	@Test
	void fewObjectsThatNothingTellsApartShareAName() {
		HeapObject root = add(new Object[0], "main");
		HeapObject first = add(new Object(), root.info());
		HeapObject second = add(new Object(), root.info());
		ObjectNames names = new ObjectNames(this.heap);
		assertThat(names.of(first)).isEqualTo(names.of(second));
	}

	@Test
	void manyObjectsThatNothingTellsApartAreCounted() {
		HeapObject root = add(new Object[0], "main");
		for (int i = 0; i < 1000; i++) {
			add(new Object(), root.info());
		}
		ObjectNames names = new ObjectNames(this.heap);
		assertThat(this.heap.stream().map(names::of)).doesNotHaveDuplicates();
	}

	@Test
	void allLambdasOfAClassAreOne() {
		Runnable left = () -> {
		};
		Runnable right = () -> Thread.yield();
		HeapObject first = add(left.getClass(), null);
		HeapObject second = add(right.getClass(), null);
		ObjectNames names = new ObjectNames(this.heap);
		assertThat(left.getClass()).isNotEqualTo(right.getClass());
		assertThat(names.of(first)).isEqualTo(names.of(second));
	}

	@Test
	void whatRefersToAnObjectCanComeAfterIt() {
		Object root = new Object();
		HeapObject leaf = add(new Object(), root);
		this.heap.add(new HeapObject(root, Object[].class, new Object[1], "main", "", 24));
		String name = new ObjectNames(this.heap).of(leaf);
		this.heap.add(0, this.heap.remove(1));
		assertThat(new ObjectNames(this.heap).of(leaf)).isEqualTo(name);
	}

	@Test
	void textTellsOneFromAnotherWhereTheirOrderDiffers() {
		HeapObject table = add(new Object[2], "table");
		HeapObject first = new HeapObject(new Object(), Object.class, null, table.info(), "a", 16);
		HeapObject second = new HeapObject(new Object(), Object.class, null, table.info(), "b", 16);
		String name = new ObjectNames(List.of(table, first, second)).of(second);
		assertThat(new ObjectNames(List.of(table, second, first)).of(second)).isEqualTo(name);
		assertThat(new ObjectNames(List.of(table, second, first)).of(first)).isNotEqualTo(name);
	}

	@Test
	void aCircleEnds() {
		Object left = new Object();
		Object right = new Object();
		HeapObject object = new HeapObject(left, Object[].class, new Object[1], right, "", 24);
		this.heap.add(object);
		this.heap.add(new HeapObject(right, Object[].class, new Object[1], left, "", 24));
		assertThat(new ObjectNames(this.heap).of(object)).isNotEmpty();
	}

	private HeapObject add(Object value, @Nullable Object reason) {
		HeapObject object = new HeapObject(new Object(), value.getClass(), value, reason, "", 16);
		this.heap.add(object);
		return object;
	}

}
