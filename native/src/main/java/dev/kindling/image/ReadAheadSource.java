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

import java.util.List;
import java.util.stream.Collectors;

/**
 * The source in C of what asks the kernel to read ahead. It runs before {@code main}, as
 * no Java can: Java needs the image heap.
 */
final class ReadAheadSource {

	/**
	 * Needs no header file. Ranges begin and end at multiples of 64 KB, which is the
	 * largest page of Linux on the processors of Lambda. What the linker doesn't know is
	 * 0, and nothing is asked for; it doesn't know the code's begin where the executable
	 * keeps its symbols.
	 */
	private static final String TEXT = """
			extern char __svm_code_section[] __attribute__((weak)), _edata[] __attribute__((weak));
			int madvise(void *address, unsigned long size, int advice);

			enum { WILL_NEED = 3, BLOCK = 65536 };

			static void will_need(const char *begin, long from, long to) {
				unsigned long first = ((unsigned long) begin + from) & -BLOCK;
				unsigned long end = ((unsigned long) begin + to + BLOCK - 1) & -BLOCK;
				if (begin) {
					madvise((void *) first, end - first, WILL_NEED);
				}
			}

			__attribute__((constructor)) static void kindling_read_ahead(void) {
			%s}
			""";

	private ReadAheadSource() {
	}

	/**
	 * The source for an executable.
	 * @param ranges what it uses; the image heap is the last of the file's data
	 */
	static String of(UsedRanges ranges) {
		long size = ranges.heapSize();
		return TEXT.formatted(calls("__svm_code_section", ranges.code(), 0) + calls("_edata", ranges.heap(), -size));
	}

	private static String calls(String symbol, List<UsedRanges.Range> ranges, long offset) {
		return ranges.stream()
			.map((range) -> "\twill_need(%s, %dL, %dL);\n".formatted(symbol, range.from() + offset,
					range.to() + offset))
			.collect(Collectors.joining());
	}

}
