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

import java.util.Map;
import java.util.Set;

import dev.kindling.image.ObjectOrder.Use;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ObjectOrderUnitTests {

	private final ObjectOrder order = new ObjectOrder(Map.of("java.util.HashMap", Set.of("w")),
			Map.of("java.util.HashMap", Set.of("w", "c")), Map.of("java.util.HashMap", Set.of("c", "s")));

	@Test
	void whatIsWrittenComesFirstThenWhatACallReadsThenAStart() {
		assertThat(this.order.use("java.util.HashMap", "w")).isEqualTo(Use.WRITTEN);
		assertThat(this.order.use("java.util.HashMap", "c")).isEqualTo(Use.CALL);
		assertThat(this.order.use("java.util.HashMap", "s")).isEqualTo(Use.START);
		assertThat(this.order.use("java.util.HashMap", "x")).isEqualTo(Use.UNSEEN);
		assertThat(this.order.use("java.util.TreeMap", "c")).isEqualTo(Use.UNSEEN);
		assertThat(Use.values()).containsExactly(Use.WRITTEN, Use.CALL, Use.START, Use.UNSEEN);
	}

	@Test
	void theMeasuredListsHoldWhatAFunctionUses() {
		HeapObject locks = new HeapObject(new Object(), Class.class, java.util.HashMap.class, null, "", 100);
		ObjectNames names = new ObjectNames(java.util.List.of(locks));
		assertThat(ObjectOrder.measured().use(ObjectNames.type(locks), names.of(locks))).isIn(Use.CALL, Use.START,
				Use.WRITTEN);
	}

	@Test
	void theListsOfTheClassPathAreAddedToKindlingsOwn() {
		assertThat(ObjectOrder.measured().use("com.acme.Orders$Line", "1x2y3z")).isEqualTo(Use.START);
	}

}
