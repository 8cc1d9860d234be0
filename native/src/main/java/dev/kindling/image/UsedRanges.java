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
import java.util.List;
import java.util.function.Consumer;

import org.graalvm.nativeimage.ImageSingletons;

/**
 * Where in the executable lies what starts and calls use, as far as lists say so.
 */
final class UsedRanges {

	/**
	 * What lies between two ranges is read with them if it is no longer: one request for
	 * both costs less.
	 */
	private static final long GAP = 64 * 1024;

	private final List<Range> code = new ArrayList<>();

	private final List<Range> heap = new ArrayList<>();

	private long heapSize;

	/**
	 * Reports to whoever wants to know.
	 * @param report adds what it knows
	 */
	static void report(Consumer<UsedRanges> report) {
		if (ImageSingletons.contains(UsedRanges.class)) {
			report.accept(ImageSingletons.lookup(UsedRanges.class));
		}
	}

	/**
	 * Adds what lies in the code.
	 * @param from bytes from its start
	 */
	void addCode(long from, long size) {
		add(this.code, from, size);
	}

	/**
	 * Adds what lies in the image heap.
	 * @param from bytes from its start
	 */
	void addHeap(long from, long size) {
		add(this.heap, from, size);
	}

	private static void add(List<Range> ranges, long from, long size) {
		if (size > 0) {
			ranges.add(new Range(from, from + size));
		}
	}

	/**
	 * Sets the size of the image heap in the file, in bytes.
	 */
	void heapSize(long size) {
		this.heapSize = size;
	}

	long heapSize() {
		return this.heapSize;
	}

	List<Range> code() {
		return merged(this.code);
	}

	List<Range> heap() {
		return merged(this.heap);
	}

	boolean isEmpty() {
		return this.code.isEmpty() && this.heap.isEmpty();
	}

	private static List<Range> merged(List<Range> ranges) {
		List<Range> merged = new ArrayList<>();
		for (Range range : ranges.stream().sorted(Comparator.comparingLong(Range::from)).toList()) {
			Range last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
			if (last != null && range.from() - last.to() <= GAP) {
				merged.set(merged.size() - 1, new Range(last.from(), Math.max(last.to(), range.to())));
			}
			else {
				merged.add(range);
			}
		}
		return merged;
	}

	/**
	 * Bytes that lie side by side.
	 *
	 * @param from the first
	 * @param to what comes after the last
	 */
	record Range(long from, long to) {

	}

}
