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

package dev.kindling.code;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Finds many marks in a file by going through it once. Thousands of class files are
 * searched for more than a hundred marks, so that looking for one after the other takes
 * most of the time of ahead-of-time processing.
 */
final class MarkSearch {

	private static final int WINDOW = Long.BYTES;

	private static final int BITS = 14;

	private static final long SPREAD = 0x9E3779B97F4A7C15L;

	/** Marks by their last bytes, in which they differ more than in their first. */
	private final Map<Long, List<byte[]>> marks = new HashMap<>();

	/** Spares nearly all positions the look-up. */
	private final BitSet ends = new BitSet(1 << BITS);

	private final List<String> shorter = new ArrayList<>();

	MarkSearch(Collection<String> marks) {
		for (String mark : marks) {
			byte[] bytes = mark.getBytes(StandardCharsets.ISO_8859_1);
			if (bytes.length < WINDOW) {
				this.shorter.add(mark);
				continue;
			}
			long window = 0;
			for (int i = bytes.length - WINDOW; i < bytes.length; i++) {
				window = (window << Byte.SIZE) | (bytes[i] & 0xFF);
			}
			this.marks.computeIfAbsent(window, (key) -> new ArrayList<>()).add(bytes);
			this.ends.set(hash(window));
		}
	}

	/**
	 * Searches a file.
	 * @param file its content
	 * @param found is called for each mark, more than once if the file has it often
	 */
	void in(byte[] file, Consumer<String> found) {
		if (!this.shorter.isEmpty()) {
			String text = new String(file, StandardCharsets.ISO_8859_1);
			this.shorter.stream().filter(text::contains).forEach(found);
		}
		long window = 0;
		for (int i = 0; i < file.length; i++) {
			window = (window << Byte.SIZE) | (file[i] & 0xFF);
			if (i >= WINDOW - 1 && this.ends.get(hash(window))) {
				report(file, i + 1, this.marks.getOrDefault(window, List.of()), found);
			}
		}
	}

	private static void report(byte[] file, int end, List<byte[]> candidates, Consumer<String> found) {
		for (byte[] mark : candidates) {
			int start = end - mark.length;
			if (start >= 0 && Arrays.equals(file, start, end, mark, 0, mark.length)) {
				found.accept(new String(mark, StandardCharsets.ISO_8859_1));
			}
		}
	}

	private static int hash(long window) {
		return (int) ((window * SPREAD) >>> (Long.SIZE - BITS));
	}

}
