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

import java.lang.annotation.RetentionPolicy;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class InternedStringsUnitTests {

	@Test
	void whatEachSearchLooksAtComesFirst() {
		List<Integer> order = InternedStrings.order(10_000);
		assertThat(order).hasSize(10_000).doesNotHaveDuplicates();
		assertThat(order.get(0)).isEqualTo(4999);
		assertThat(order.subList(1, 3)).containsExactly(2499, 7499);
		assertThat(order.subList(1023, 10_000)).isSorted();
	}

	@Test
	void stringsLieWithTheirCharacters() {
		HeapObject table = object(new String[] { "a", "b", "c" }, Reason.InternedStringsTable);
		HeapObject a = object("a", table.info());
		HeapObject b = object("b", table.info());
		HeapObject c = object("c", table.info());
		HeapObject ofB = object(new byte[] { 'b' }, b.info());
		HeapObject other = object("other", "main");
		assertThat(InternedStrings.of(List.of(ofB, other, a, c, table, b))).containsExactly(b, ofB, a, c);
	}

	@Test
	void nothingLiesOtherwiseWhereNothingIsInterned() {
		HeapObject names = object(new String[] { "a" }, "main");
		assertThat(InternedStrings.of(List.of(names, object("a", names.info()), object("b", RetentionPolicy.CLASS))))
			.isEmpty();
	}

	private static HeapObject object(Object value, @Nullable Object reason) {
		return new HeapObject(new Object(), value.getClass(), value, reason, "", 16);
	}

	private enum Reason {

		InternedStringsTable

	}

}
