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
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Finds many marks in a file by going through it once, in steps. Thousands of class files
 * are searched for more than a hundred marks, so that looking for one after the other
 * takes most of the time of ahead-of-time processing.
 */
final class MarkSearch {

	private static final int SHORTEST = 8;

	private static final int WINDOW = Integer.BYTES;

	private static final int BITS = 14;

	private static final int SPREAD = 0x9E3779B9;

	/** How far apart the windows begin: each mark has one of them within its end. */
	private final int step;

	/** Marks by those windows that can be met. */
	private final Map<Integer, List<Candidate>> candidates = new HashMap<>();

	/** Spares nearly all windows the look-up. */
	private final boolean[] known = new boolean[1 << BITS];

	private final List<String> shorter = new ArrayList<>();

	MarkSearch(Collection<String> marks) {
		List<byte[]> longer = new ArrayList<>();
		int shortest = Integer.MAX_VALUE;
		for (String mark : marks) {
			byte[] bytes = mark.getBytes(StandardCharsets.ISO_8859_1);
			if (bytes.length < SHORTEST) {
				this.shorter.add(mark);
			}
			else {
				longer.add(bytes);
				shortest = Math.min(shortest, bytes.length);
			}
		}
		this.step = shortest - WINDOW + 1;
		for (byte[] mark : longer) {
			// marks differ in their last bytes more than in their first
			for (int i = mark.length - WINDOW - this.step + 1; i <= mark.length - WINDOW; i++) {
				int window = window(mark, i);
				this.candidates.computeIfAbsent(window, (key) -> new ArrayList<>()).add(new Candidate(mark, i));
				this.known[hash(window)] = true;
			}
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
		if (this.candidates.isEmpty()) {
			return;
		}
		boolean[] windows = this.known;
		for (int i = 0; i <= file.length - WINDOW; i += this.step) {
			int window = window(file, i);
			if (windows[hash(window)]) {
				report(file, i, this.candidates.getOrDefault(window, List.of()), found);
			}
		}
	}

	private static void report(byte[] file, int position, List<Candidate> candidates, Consumer<String> found) {
		for (Candidate candidate : candidates) {
			byte[] mark = candidate.mark();
			int start = position - candidate.offset();
			if (start >= 0 && start + mark.length <= file.length
					&& Arrays.equals(file, start, start + mark.length, mark, 0, mark.length)) {
				found.accept(new String(mark, StandardCharsets.ISO_8859_1));
			}
		}
	}

	private static int window(byte[] bytes, int i) {
		return (bytes[i] << 24) | ((bytes[i + 1] & 0xFF) << 16) | ((bytes[i + 2] & 0xFF) << 8) | (bytes[i + 3] & 0xFF);
	}

	private static int hash(int window) {
		return (window * SPREAD) >>> (Integer.SIZE - BITS);
	}

	/**
	 * A mark that a window may belong to.
	 *
	 * @param mark the whole mark
	 * @param offset where in it the window is
	 */
	private record Candidate(byte[] mark, int offset) {
	}

}
