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

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link UsedRanges}.
 */
class UsedRangesUnitTests {

	private final UsedRanges ranges = new UsedRanges();

	@Test
	void joinWhatLiesCloseTogetherInWhateverOrderItComes() {
		this.ranges.addHeap(100_000, 50);
		this.ranges.addHeap(0, 10);
		this.ranges.addHeap(50_000, 1000);
		assertThat(this.ranges.heap()).containsExactly(new UsedRanges.Range(0, 100_050));
	}

	@Test
	void leaveOutWhatLiesBetweenOthers() {
		this.ranges.addHeap(1_000_000, 24);
		this.ranges.addHeap(0, 4096);
		assertThat(this.ranges.heap()).containsExactly(new UsedRanges.Range(0, 4096),
				new UsedRanges.Range(1_000_000, 1_000_024));
	}

	@Test
	void keepTheLongerOfTwoThatBeginTogether() {
		this.ranges.addCode(0, 4096);
		this.ranges.addCode(0, 16);
		assertThat(this.ranges.code()).containsExactly(new UsedRanges.Range(0, 4096));
	}

	@Test
	void areEmptyWithoutLists() {
		this.ranges.addCode(0, 0);
		assertThat(this.ranges.isEmpty()).isTrue();
		this.ranges.addCode(0, 1);
		assertThat(this.ranges.isEmpty()).isFalse();
	}

}
